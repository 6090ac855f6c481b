/** Numbers of insights that another insight contradicts. */
import { derive } from '../../base/derive';
import { canonical, disagreeingInRuns, flat, type Run } from '../../base/runs';
import { kept, NONE } from '../../base/same';
import { hashOf, type Span } from '../../base/text';
import { modelOf } from '../../brief/model';
import { blockOfInsight, insightAt, startOfInsight } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { inside } from '../../document/moved';
import { evidenceByRun, type InsightEvidence } from '../brief';
import { inBaseUnit, sizeOf } from '../numbers';
import type { Conflict } from './conflict';
import { contradictsClaim, isOfName } from './contradicts';
import { outlined, type Said, saidIn } from './said';

/** Yields a conflict for each number that contradicts an earlier one. */
export function* againstClaims(brief: Brief): Iterable<Conflict> {
  const { lineage } = modelOf(brief).document;
  const runs = evidenceByRun(brief);
  const keys = disagreeingKeys(lineage, runs);
  if (keys.size === 0) return;
  const among = runs.map((run) => amongKeys(run, keys));
  const found = contradictions(keys, ...among.map(({ said }) => said));
  if (found.length === 0) return;
  const all = placedIn(runs, among);
  for (const { later, earlier } of found) {
    const one = all[later];
    const other = one && earlier.flatMap((at) => all[at] ?? NONE).find((known) => areOfOne(brief, one, known));
    if (other) yield conflictOf(brief, one, other);
  }
}

interface SaidAt {
  readonly said: Said;
  /** Index of its insight in the brief. */
  readonly index: number;
}

/**
 * True if two claims in the same words may be about the same thing. Under another heading, or in another list, "the price is
 * $15" is about another thing, unless the claim names the thing or says more about it.
 */
function areOfOne(brief: Brief, { said, index }: SaidAt, other: SaidAt): boolean {
  if (said.year !== null && isOfName(said)) return true;
  const [one, before] = [index, other.index].map((at) => insightAt(brief, at));
  if (one?.section !== before?.section || one?.parent !== before?.parent) return false;
  const isInOneBlock = blockOfInsight(brief, index) === blockOfInsight(brief, other.index);
  if (!isInOneBlock && one?.kind === 'item' && before?.kind === 'item') return false;
  return said.words.size >= TELLING || (said.year !== null && isInOneBlock);
}

/** Number of words, including the year, from which a claim says enough about its thing. */
const TELLING = 5;

function conflictOf(brief: Brief, { said, index }: SaidAt, other: SaidAt): Conflict {
  const { amount } = other.said;
  const value = Math.abs(sizeOf(amount)) / inBaseUnit(said.amount.unit ?? '').factor;
  const placed = (one: SaidAt): Span => inside(one.said.span, { start: startOfInsight(brief, one.index) ?? 0 });
  return {
    span: placed({ said, index }),
    amount: said.amount,
    other: { span: placed(other), value, surface: amount.surface, head: null },
  };
}

/** A number that contradicts earlier ones, by their places in a list. */
interface Contradiction {
  readonly later: number;
  readonly earlier: readonly number[];
}

/** Finds the contradictions in the numbers of all runs, in order. Cached, since most edits don't change such numbers. */
const contradictions = derive(
  (_keys: ReadonlySet<number>, ...inRuns: readonly (readonly Said[])[]): readonly Contradiction[] => {
    const byKey = new Map<string | null, { readonly said: Said[]; readonly places: number[] }>();
    for (const [place, said] of flat(inRuns).entries()) {
      const alike = byKey.get(said.key) ?? { said: [], places: [] };
      byKey.set(said.key, alike);
      alike.said.push(said);
      alike.places.push(place);
    }
    return [...byKey.values()].flatMap(({ said: [earliest, ...others], places }) => {
      const placeOf = (index: number) => places[index] ?? index;
      return (earliest ? contradictionsOf(earliest, ...others) : NONE).map(({ later, earlier }) => ({
        later: placeOf(later),
        earlier: earlier.map(placeOf),
      }));
    });
  },
);

/** Finds the contradictions in numbers with the same key. */
const contradictionsOf = derive((earliest: Said, ...others: readonly Said[]): readonly Contradiction[] => {
  const alike = [earliest, ...others];
  const found: Contradiction[] = [];
  for (const [later, said] of alike.entries()) {
    const earlier: number[] = [];
    for (const [at, other] of alike.slice(0, later).entries()) if (contradictsClaim(said, other)) earlier.push(at);
    if (earlier.length > 0) found.push({ later, earlier });
  }
  return kept(found);
});

/** Maximum number of claims in the same words. More of them fill in a form: each line is about another thing. */
const MOST_ALIKE = 6;

const disagreeingKeys = disagreeingInRuns((insight: InsightEvidence) => outlined(insight).numbers, MOST_ALIKE);

interface SaidInRun {
  /** The numbers; the same list as long as they don't change. */
  readonly said: readonly Said[];
  /** For each number, the index of its insight in the run. */
  readonly insights: readonly number[];
}

/** The numbers of a run whose keys have other values, too; usually empty. */
const amongKeys = derive((run: Run<InsightEvidence>, keys: ReadonlySet<number>): SaidInRun => {
  const all: Said[] = [];
  const insights: number[] = [];
  for (const [index, insight] of run.entries()) {
    if (!outlined(insight).numbers.some(({ key }) => keys.has(key))) continue;
    for (const said of saidIn(insight)) {
      if (said.key === null || !keys.has(hashOf(said.key))) continue;
      all.push(said);
      insights.push(index);
    }
  }
  return { said: sameSaid(all), insights };
});

const sameSaid = canonical<Said>();

function placedIn(runs: readonly Run<InsightEvidence>[], among: readonly SaidInRun[]): readonly SaidAt[] {
  let first = 0;
  return runs.flatMap((run, i) => {
    const { said, insights } = among[i] ?? { said: NONE, insights: NONE };
    const placed = said.map((one, at) => ({ said: one, index: first + (insights[at] ?? 0) }));
    first += run.length;
    return placed;
  });
}
