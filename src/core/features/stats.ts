import type { Brief, Insight } from '../brief';
import { type VerdictCounts, verdictsOf } from '../evidence/briefEvidence';
import { type InsightTest, insightAt, insightsWhere, originsOf } from '../model/meantBlocks';

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
}

/** The insights that must be cited with a warning and rest on nothing, where that is not meant. */
export function uncitedOf(brief: Brief): Insight[] {
  return insightsWhere(brief, isUncited).flatMap((index) => {
    const insight = insightAt(brief, index);
    return insight && !insight.excused ? [insight] : [];
  });
}

const isUncited: InsightTest = ({ mustCite, citedVia, own }) => mustCite === 'warning' && citedVia === null && !own;

const counted = new WeakMap<Brief, BriefStats>();

/** Counts what a status bar and a summary line say. Counted once for a brief. */
export function statsOf(brief: Brief): BriefStats {
  const stats = counted.get(brief) ?? countAll(brief);
  counted.set(brief, stats);
  return stats;
}

function countAll(brief: Brief): BriefStats {
  let cited = 0;
  let own = 0;
  for (const { citedVia, own: isOwn } of originsOf(brief)) {
    if (citedVia !== null && citedVia !== 'own') cited++;
    else if (isOwn || citedVia === 'own') own++;
  }
  return {
    insights: cited + own + uncitedOf(brief).length,
    cited,
    own,
    get citations() {
      return brief.citations.length;
    },
    sources: brief.sources.length,
    get figures() {
      return brief.figures.length;
    },
    evidence: verdictsOf(brief),
  };
}
