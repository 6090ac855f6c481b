/** Numbers of insights that another insight contradicts. */
import { derive } from '../../base/derive';
import { disagreeingInRuns, type Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { hashOf } from '../../base/text';
import { movedSpan } from '../../brief/blocks/move';
import { modelOf } from '../../brief/model';
import { blockOfInsight, insightAt, startOfInsight } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { evidenceByRun, type InsightEvidence } from '../briefEvidence';
import { inBaseUnit, sizeOf } from '../numbers';
import type { Conflict } from './conflict';
import { contradictsClaim, isOfName } from './contradicts';
import { outlined, type Said, saidIn } from './said';

/** The later of two numbers that contradict each other. */
export function* againstClaims(brief: Brief): Iterable<Conflict> {
  const { lineage } = modelOf(brief).document;
  const runs = evidenceByRun(brief);
  const keys = disagreeingKeys(lineage, runs);
  if (keys.size === 0) return;
  const byKey = new Map<string, SaidAt[]>();
  let first = 0;
  for (const run of runs) {
    for (const { index, said, key } of amongKeys(run, keys)) {
      const one = { said, index: first + index };
      const alike = byKey.get(key);
      if (alike) alike.push(one);
      else byKey.set(key, [one]);
    }
    first += run.length;
  }
  for (const alike of byKey.values()) {
    const [earliest, ...others] = alike.map(({ said }) => said);
    for (const { later, earlier } of earliest ? contradictions(earliest, ...others) : NONE) {
      const one = alike[later];
      const other = one && earlier.flatMap((at) => alike[at] ?? NONE).find((known) => areOfOne(brief, one, known));
      if (other) yield conflictOf(brief, one, other);
    }
  }
}

interface SaidAt {
  readonly said: Said;
  /** Of its insight in the brief. */
  readonly index: number;
}

/**
 * Whether two claims in the same words may be of one thing. Under another heading, or in another list, "the price is $15" is of
 * another one; not so where the claim names it, or says more of it.
 */
function areOfOne(brief: Brief, { said, index }: SaidAt, other: SaidAt): boolean {
  if (said.year !== null && isOfName(said)) return true;
  const [one, before] = [index, other.index].map((at) => insightAt(brief, at));
  if (one?.section !== before?.section || one?.parent !== before?.parent) return false;
  if (said.words.size >= TELLING) return true;
  return said.year !== null && blockOfInsight(brief, index) === blockOfInsight(brief, other.index);
}

/** In words, the year among them. */
const TELLING = 5;

function conflictOf(brief: Brief, { said, index }: SaidAt, other: SaidAt): Conflict {
  const { amount } = other.said;
  const value = Math.abs(sizeOf(amount)) / inBaseUnit(said.amount.unit ?? '').factor;
  const placed = (one: SaidAt) => movedSpan(one.said.span, startOfInsight(brief, one.index) ?? 0);
  return {
    span: placed({ said, index }),
    amount: said.amount,
    other: { span: placed(other), value, surface: amount.surface, head: null },
  };
}

/** A number that contradicts earlier ones, by their places among those that are said alike. */
interface Contradiction {
  readonly later: number;
  readonly earlier: readonly number[];
}

/** Of numbers that are said alike, in order: most often none contradicts another. */
const contradictions = derive((earliest: Said, ...others: readonly Said[]): readonly Contradiction[] => {
  const alike = [earliest, ...others];
  const found: Contradiction[] = [];
  for (const [later, said] of alike.entries()) {
    const earlier: number[] = [];
    for (const [at, other] of alike.slice(0, later).entries()) if (contradictsClaim(said, other)) earlier.push(at);
    if (earlier.length > 0) found.push({ later, earlier });
  }
  return found.length > 0 ? found : NONE;
});

/** What is said more often in the same words is a form that is filled in: each line is of another thing. */
const MOST_ALIKE = 6;

const disagreeingKeys = disagreeingInRuns((insight: InsightEvidence) => outlined(insight).numbers, MOST_ALIKE);

interface SaidInRun {
  /** Of its insight in the run. */
  readonly index: number;
  readonly said: Said;
  readonly key: string;
}

/** The numbers of a run whose keys have other values, too: most often none. */
const amongKeys = derive((run: Run<InsightEvidence>, keys: ReadonlySet<number>): readonly SaidInRun[] => {
  const found = run.flatMap((insight, index) =>
    outlined(insight).numbers.some(({ key }) => keys.has(key))
      ? saidIn(insight).flatMap((said): SaidInRun[] => {
          const { key } = said;
          return key !== null && keys.has(hashOf(key)) ? [{ index, said, key }] : [];
        })
      : [],
  );
  return found.length > 0 ? found : NONE;
});
