/** Finds the ids that a brief cites and nothing declares. */

import type { Span } from '../../base/text';
import { writesIds } from '../citations';
import type { Brief } from '../types';
import { declaredFiguresOf } from './blocks';
import { partsWith } from './finders';
import { isDeclaredIn } from './leadsToSource';

/** The ids that one stretch of text names: several for a range. */
export interface Cited {
  readonly ids: readonly string[];
  readonly span: Span;
}

/** Finds citations with unknown ids. A block is a new object when its declarations change. */
const citingUnknown = partsWith(
  'citations',
  // Citations that come with `{{share}}` are of the figure.
  (citation, { dependencies: { declared } }) =>
    writesIds(citation) && citation.items.some(({ id }) => !declared.ids.has(id)),
);

/** Gives the ids that citations and figures name and nothing declares, at their places. */
export function undeclaredIn(brief: Brief): readonly Cited[] {
  // Citations that come with a footnote that is a remark are of the remark.
  const ofText = citingUnknown(brief).map(({ form, items }) =>
    items.filter(({ id }) => form !== 'footnote' || id.startsWith('^')),
  );
  const isKnown = isDeclaredIn(brief);
  const ofFigures = declaredFiguresOf(brief)
    .filter(({ cites }) => cites.some(({ value }) => !isKnown(value)))
    .map(({ cites }) => cites.map(({ value, span }) => ({ id: value, span })));
  return [...ofText, ...ofFigures].flatMap((items) => [...unknownOf(items, isKnown)]);
}

function* unknownOf(items: readonly { id: string; span: Span }[], isKnown: (id: string) => boolean): Iterable<Cited> {
  let last: { ids: string[]; span: Span } | null = null;
  for (const { id, span } of items) {
    if (isKnown(id)) continue;
    if (last && last.span.start === span.start && last.span.end === span.end) {
      last.ids.push(id);
      continue;
    }
    if (last) yield last;
    last = { ids: [id], span };
  }
  if (last) yield last;
}
