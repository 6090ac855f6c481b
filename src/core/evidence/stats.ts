import { derive } from '../base/derive';
import type { Span } from '../base/text';
import { isCited } from '../brief/needs/habit';
import { withoutSource } from '../brief/needs/uncited';
import { spanOfInsight } from '../brief/queries/blocks';
import { countsOf } from '../brief/queries/finders';
import { leadingNowhere } from '../brief/queries/leadsToSource';
import { sourceOrigins } from '../brief/queries/sources';
import type { Brief, Origin } from '../brief/types';
import { type VerdictCounts, verdictsOf } from './brief';
import { reviewsOf } from './reviews';

/** Counts that show how much of a brief is cited. */
export interface BriefStats {
  /**
   * Count of insights that state something to be cited, that have a citation, or that are marked as the author's own, whether
   * they are warned of or not. If the rule is turned off for an insight, it counts only if it has a citation or a mark.
   */
  readonly insights: number;
  /** Count of insights with at least one citation that leads to a source that is declared and not empty. */
  readonly cited: number;
  /** Count of insights that are marked as the author's own judgement. */
  readonly own: number;
  readonly citations: number;
  readonly sources: number;
  readonly figures: number;
  /** Verdicts on numbers and quotations together, in insights and figures. */
  readonly evidence: VerdictCounts;
  /** Count of all insights that a person has verified and that haven't changed since. */
  readonly verified: number;
  /** Count of verified insights that have changed since, or whose sources have. */
  readonly stale: number;
}

/** Returns the spans of the insights that count as not cited, in document order; at most `most`. */
export function uncitedOf(brief: Brief, most = Number.POSITIVE_INFINITY): Span[] {
  return notCited(brief)
    .slice(0, most)
    .flatMap((index) => spanOfInsight(brief, index) ?? []);
}

/** The indexes of the insights that count as not cited, for the marks and the filter of a page: as many as the counts say. */
export const notCitedSet = derive((brief: Brief): ReadonlySet<number> => new Set(notCited(brief)));

/** The indexes of the insights that count as not cited: they cite nothing, or nothing that leads to a source. */
const notCited = derive((brief: Brief): readonly number[] => {
  const others = leadingNowhere(brief);
  return others.length === 0 ? withoutSource(brief) : [...withoutSource(brief), ...others].sort((a, b) => a - b);
});

/** Counts what a status bar and a summary line say. */
export const statsOf = derive((brief: Brief): BriefStats => {
  const counts = basesIn(brief);
  const count = (basis: Basis) => counts.get(basis) ?? 0;
  const cited = count('cited') - leadingNowhere(brief).length;
  const own = count('own');
  const { verified, stale } = reviewsOf(brief);
  return {
    insights: cited + own + notCited(brief).length,
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

/** Basis of an insight: a citation or its author's judgement. */
type Basis = 'cited' | 'own';

const basesIn = countsOf(({ insights }) => basesOf(insights));

/** Returns the basis of each insight. Insights without a basis are left out. */
function basesOf(insights: readonly Origin[]): Basis[] {
  return insights.flatMap((insight): Basis[] => {
    if (isCited(insight)) return ['cited'];
    return insight.own || insight.citedVia === 'own' ? ['own'] : [];
  });
}
