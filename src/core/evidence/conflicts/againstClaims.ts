/** Numbers of insights that another insight contradicts. */
import { derive } from '../../base/derive';
import { countsInRuns, type Run } from '../../base/runs';
import { movedSpan } from '../../brief/blocks/move';
import { modelOf } from '../../brief/model';
import { blockOfInsight, insightAt } from '../../brief/queries/blocks';
import type { Brief, Insight } from '../../brief/types';
import { evidenceByRun, type InsightEvidence } from '../briefEvidence';
import { inBaseUnit } from '../numbers';
import type { Conflict } from './conflict';
import { contradictsClaim, isOfName } from './contradicts';
import { type Said, saidIn } from './said';

/** The later of two numbers that contradict each other, in order. */
export function* againstClaims(brief: Brief): Iterable<Conflict> {
  const runs = evidenceByRun(brief);
  const keys = repeated(countKeys(modelOf(brief).document.lineage, runs));
  if (keys.size === 0) return;
  const byKey = new Map<string, SaidAt[]>();
  let first = 0;
  for (const run of runs) {
    for (const { index, said, key } of saidInRun(run)) {
      const claim = keys.has(key) ? insightAt(brief, first + index) : undefined;
      if (!claim) continue;
      const one = { said, claim, block: blockOfInsight(brief, first + index) };
      const others = byKey.get(key) ?? [];
      byKey.set(key, others);
      const other = contradicted(said, ...others.filter((other) => areOfOne(one, other)).map((other) => other.said));
      const against = others.find((known) => known.said === other);
      if (against) yield conflictOf(one, against);
      others.push(one);
    }
    first += run.length;
  }
}

interface SaidAt {
  readonly said: Said;
  readonly claim: Insight;
  readonly block: object | undefined;
}

/**
 * Whether two claims in the same words may be of one thing. Under another heading, or in another list, "the price is $15" is of
 * another one; not so where the claim names it, or says more of it.
 */
function areOfOne({ said, claim, block }: SaidAt, other: SaidAt): boolean {
  if (said.year !== null && isOfName(said)) return true;
  if (claim.section !== other.claim.section || claim.parent !== other.claim.parent) return false;
  return said.words.size >= TELLING || (said.year !== null && block === other.block);
}

/** In words, the year among them. */
const TELLING = 5;

function conflictOf({ said, claim }: SaidAt, other: SaidAt): Conflict {
  const { amount, span } = other.said;
  const factors = [amount, said.amount].map(({ unit }) => inBaseUnit(unit ?? '').factor);
  const value = (Math.abs(amount.low) * (factors[0] ?? 1)) / (factors[1] ?? 1);
  return {
    span: movedSpan(said.span, claim.span.start),
    amount: said.amount,
    other: { span: movedSpan(span, other.claim.span.start), value, surface: amount.surface, head: null },
  };
}

/** The first of some numbers that another one contradicts. */
const contradicted = derive((said: Said, ...others: readonly Said[]) =>
  others.find((other) => contradictsClaim(said, other)),
);

interface SaidInRun {
  /** Of its insight in the run. */
  readonly index: number;
  readonly said: Said;
  readonly key: string;
}

const saidInRun = derive((run: Run<InsightEvidence>): readonly SaidInRun[] =>
  run.flatMap((insight, index) =>
    saidIn(insight).flatMap((said) => (said.key === null ? [] : [{ index, said, key: said.key }])),
  ),
);

const countKeys = countsInRuns((run: Run<InsightEvidence>) => saidInRun(run).map(({ key }) => key));

const repeated = derive(
  (counts: ReadonlyMap<string, number>): ReadonlySet<string> =>
    new Set([...counts].flatMap(([key, count]) => (count > 1 ? key : []))),
);
