import { plain, quoted } from '../../base/messages';
import { once } from '../../base/once';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { declaredFiguresOf } from '../../brief/queries/blocks';
import { blocksWith } from '../../brief/queries/finders';
import type { Brief, FigureReference } from '../../brief/types';
import { nearestOf } from '../nearest';
import { briefRule } from '../rule';

/** A reference to a figure that is not there: readers would see the bare braces. */
export const unknown = briefRule({
  code: 'figure/unknown',
  severity: 'error',
  description: 'A `{{id}}` or `@fig:id` that no figure declares.',
  *check({ brief }): Iterable<Finding> {
    const ids = new Set(declaredFiguresOf(brief).flatMap((figure) => (figure.id ? [figure.id.value] : [])));
    const nearest = nearestOf(ids);
    const labels = once(() => new Set(Array.from(brief.text.matchAll(LABEL), ([, label = '']) => label)));
    for (const { id, idSpan, kind } of referencesOf(brief)) {
      if (ids.has(id) || (kind === 'mention' && labels().has(id))) continue;
      const near = nearest(id);
      yield {
        span: idSpan,
        message:
          near === null
            ? say(
                'No figure is called {0}. Declare it under figures: in the front matter, or in a figure block.',
                quoted(id),
              )
            : say('No figure is called {0}. Did you mean {1}?', quoted(id), quoted(near)),
        ...(near === null
          ? {}
          : {
              fixes: () => [
                {
                  title: say('Replace "{0}" by "{1}"', plain(id), plain(near)),
                  edits: [{ span: idSpan, newText: near }],
                  preferred: true,
                },
              ],
            }),
      };
    }
  },
});

/** The label of an image, as Pandoc and its filters write it: `![…](one.png){#fig:one}`, `\label{fig:one}`. */
const LABEL = /(?:\{#|\\label\{|\(\\#)fig:([^\s{}()]{1,200})/g;

/** A block that rests on other declarations is another one. */
const namingUnknown = blocksWith(({ figureReferences, dependencies: { figures } }) =>
  figureReferences.some(({ id }) => !figures.has(id)),
);

function* referencesOf(brief: Brief): Iterable<FigureReference> {
  for (const { figureReferences } of namingUnknown(brief)) yield* figureReferences;
}
