import type { Span } from '../../base/text';
import { isElsewhere, nameAt, occurrencesOf } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';

export interface Highlight {
  readonly span: Span;
  /** It declares the name; else it uses it. */
  readonly declares: boolean;
}

/** The places in the brief of what has its name at an offset, in document order; of a range, the range once. */
export function highlightsAt(brief: Brief, offset: number): readonly Highlight[] {
  const found = nameAt(brief, offset);
  if (!found) return [];
  const places = occurrencesOf(brief, found.name).filter((occurrence) => !isElsewhere(occurrence));
  return places.map(({ nameSpan, declares }) => ({ span: nameSpan, declares }));
}
