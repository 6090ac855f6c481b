/** The door to the numbers of a brief that contradict other numbers of it, or of other briefs. */
import { derive } from '../../base/derive';
import type { NumbersElsewhere } from '../../brief/config/workspace';
import type { Brief } from '../../brief/types';
import { againstClaims } from './againstClaims';
import { againstGiven } from './againstGiven';
import { type ConflictElsewhere, saidElsewhere } from './claimFacts';
import type { Conflict } from './conflict';

export { claimFactsInText, claimFactsOf } from './claimFacts';
export type { Conflict } from './conflict';

/** The numbers of insights that contradict a table, a chart, a key number or an earlier insight of the brief, in order, each once. */
export const conflictsOf = derive((brief: Brief): readonly Conflict[] => {
  const found = new Map<number, Conflict>();
  for (const conflict of [...againstGiven(brief), ...againstClaims(brief)])
    if (!found.has(conflict.span.start)) found.set(conflict.span.start, conflict);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
});

/** Yields the numbers of insights that other briefs say otherwise, in order. What contradicts the brief itself is left out. */
export function* conflictsElsewhere(brief: Brief, elsewhere: NumbersElsewhere): Iterable<ConflictElsewhere> {
  const own = new Set(conflictsOf(brief).map(({ span }) => span.start));
  for (const conflict of saidElsewhere(brief, elsewhere)) if (!own.has(conflict.span.start)) yield conflict;
}
