import { plain, quoted } from '../../base/messages';
import { say } from '../../base/say';
import { figureIds, hasLabel } from '../../brief/queries/figureIds';
import { nearestFigureOf } from '../nearest';
import { referenceRule } from '../rule';

/** A reference to a figure that is not there: readers would see the bare braces. */
export const unknown = referenceRule({
  code: 'figure/unknown',
  severity: 'error',
  description: 'A `{{id}}` or `@fig:id` that no figure declares.',
  // A block is a new object when its declarations change.
  where: ({ id }, { dependencies: { figures } }) => !figures.has(id),
  *check({ id, idSpan, kind }, { brief }) {
    if (figureIds(brief).has(id) || (kind === 'mention' && hasLabel(brief, id))) return;
    const near = nearestFigureOf(brief)(id);
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
  },
});
