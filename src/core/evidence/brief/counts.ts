/** Counts of verdicts. */

import { derive } from '../../base/derive';
import type { Unplaced } from '../../base/text';
import { NOTHING } from '../lookup/lookUp';
import type { ClaimEvidence, Verdict } from '../verdicts';

export const NO_VERDICTS: VerdictCounts = { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 0 };

/** Number of lookups by their verdict. Altered quotations count as not found. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export const verdictsIn = derive((evidence: Unplaced<ClaimEvidence>): VerdictCounts => {
  if (evidence === NOTHING) return NO_VERDICTS;
  const counts = { ...NO_VERDICTS };
  for (const list of [evidence.numbers, evidence.quotations])
    for (const { verdict } of list) if (verdict) counts[verdict === 'altered' ? 'notFound' : verdict]++;
  return counts;
});

export function add(all: Record<Verdict, number>, verdicts: VerdictCounts): void {
  if (verdicts === NO_VERDICTS) return;
  all.found += verdicts.found;
  all.differs += verdicts.differs;
  all.notFound += verdicts.notFound;
  all.elsewhere += verdicts.elsewhere;
  all.uncheckable += verdicts.uncheckable;
}

export function isDoubted({ notFound, elsewhere, differs }: VerdictCounts): boolean {
  return notFound > 0 || elsewhere > 0 || differs > 0;
}
