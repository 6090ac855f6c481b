import { derive } from '../base/derive';
import type { Span } from '../base/text';
import { uncitedIn } from '../brief/needs/uncited';
import { spanOfInsight } from '../brief/queries/blocks';
import { countsOf } from '../brief/queries/finders';
import { sourceOrigins } from '../brief/queries/sources';
import type { Brief, Origin } from '../brief/types';
import { type VerdictCounts, verdictsOf } from './briefEvidence';
import { reviewsOf } from './reviews';

/** How much of a brief is cited. */
export interface BriefStats {
  /** The insights that must be cited with a warning, or that are cited or marked as the author's own anyway. Those for
   * which the rule is turned off count only if they are. */
  readonly insights: number;
  /** Those that rest on a source, whichever way. */
  readonly cited: number;
  /** Those that are marked as the author's own judgement. */
  readonly own: number;
  readonly citations: number;
  readonly sources: number;
  readonly figures: number;
  /** What the sources say to numbers and quotations together, of insights and figures. */
  readonly evidence: VerdictCounts;
  /** Those of all insights that a person has verified and that are as they were then. */
  readonly verified: number;
  /** Those that have changed since, or whose sources have. */
  readonly stale: number;
}

/** Where the insights stand that must be cited with a warning and rest on nothing, where that is not meant; at most so many. */
export function uncitedOf(brief: Brief, most = Number.POSITIVE_INFINITY): Span[] {
  return uncitedIn(brief)
    .slice(0, most)
    .flatMap((index) => spanOfInsight(brief, index) ?? []);
}

/** Counts what a status bar and a summary line say. */
export const statsOf = derive((brief: Brief): BriefStats => {
  const counts = basesIn(brief);
  const count = (basis: Basis) => counts.get(basis) ?? 0;
  const cited = count('cited');
  const own = count('own');
  const { verified, stale } = reviewsOf(brief);
  return {
    insights: cited + own + uncitedIn(brief).length,
    cited,
    own,
    get citations() {
      return brief.citations.length;
    },
    sources: sourceOrigins(brief).length,
    get figures() {
      return brief.figures.length;
    },
    evidence: verdictsOf(brief),
    verified: verified.length,
    stale: stale.length,
  };
});

/** What an insight rests on. */
type Basis = 'cited' | 'own';

const basesIn = countsOf(({ insights }) => basesOf(insights));

/** What some insights rest on; those that rest on nothing are left out. */
function basesOf(insights: readonly Origin[]): Basis[] {
  return insights.flatMap(({ citedVia, own }): Basis[] => {
    if (citedVia !== null && citedVia !== 'own') return ['cited'];
    return own || citedVia === 'own' ? ['own'] : [];
  });
}
