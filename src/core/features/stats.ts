import type { Brief } from '../brief';
import { type VerdictCounts, verdictsOf } from '../evidence/briefEvidence';

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

const counted = new WeakMap<Brief, BriefStats>();

/** Counts what a status bar and a summary line say. Counted once for a brief. */
export function statsOf(brief: Brief): BriefStats {
  const stats = counted.get(brief) ?? countAll(brief);
  counted.set(brief, stats);
  return stats;
}

function countAll(brief: Brief): BriefStats {
  let insights = 0;
  let cited = 0;
  let own = 0;
  for (const { citedVia, own: isOwn, mustCite, excused } of brief.insights) {
    const isCited = citedVia !== null && citedVia !== 'own';
    if (isCited) cited++;
    else if (isOwn || citedVia === 'own') own++;
    else if (mustCite !== 'warning' || excused) continue;
    insights++;
  }
  return {
    insights,
    cited,
    own,
    citations: brief.citations.length,
    sources: brief.sources.length,
    figures: brief.figures.length,
    evidence: verdictsOf(brief),
  };
}
