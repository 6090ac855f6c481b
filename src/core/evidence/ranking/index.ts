/** Ranks passages of sources by the terms that they share with a claim. */

import { firstWhere } from '../../base/ordered';
import { NONE } from '../../base/same';
import { languageOfPart } from '../../document/language';
import { bridgesOf } from './bridges';
import type { Holders, PassageIndex } from './passageIndex';
import { reasonsFor } from './reasons';
import { type Term, type TermKind, termsOf } from './terms';

export { type IndexedText, indexPassages, joinIndexes, type PassageIndex } from './passageIndex';

/** Passages that were indexed together, each known by its place in the index. */
export interface IndexedPassages {
  readonly index: PassageIndex;
  /** The id of the source that a passage belongs to. */
  sourceOf(doc: number): string;
  /** Returns its index among the passages of that source; null for details of the source that aren't a passage. */
  passageOf(doc: number): number | null;
}

/** A term of a claim, weighed for a passage. */
export interface WeighedTerm {
  readonly term: Term;
  /** Weight of the term; rarer terms tell more. */
  readonly weight: number;
  readonly held: boolean;
}

export interface Candidate {
  /** The id of its source. */
  readonly source: string;
  /** Its index among the passages of its source; null if the claim is like other details of the source. */
  readonly passage: number | null;
  /** Score above 0, to compare only among the candidates of one claim. */
  readonly score: number;
  /** Returns the terms that it shares with the claim, with their places in the claim. */
  shared(): readonly Term[];
  /** Returns all terms of the claim, with their weight among these passages, and whether this one holds them. */
  terms(): readonly WeighedTerm[];
  /** Returns what it shares with the claim, weightiest first: `number 90%`, `term Mountain Pass`. Computed on demand. */
  why(): string[];
}

export interface RankLimits {
  /** Largest number of candidates; 10 if left out. */
  readonly most?: number;
  /** Largest number of candidates of one source; no limit if left out. */
  readonly mostOfSource?: number;
}

export interface PassageRanker {
  /**
   * Returns the passages that share a term with a claim, best first; equal ones in the order in which they were given. Words of
   * grammar alone don't count.
   *
   * @param language a BCP 47 tag
   */
  rank(claim: string, language: string, limits?: RankLimits): Candidate[];
}

/** Weights of terms by their kind. Terms that say little alone weigh less; terms that name one thing weigh more. */
const WEIGHTS: Readonly<Record<TermKind, number>> = {
  common: 0.4,
  word: 1,
  pair: 1,
  name: 1.2,
  count: 0.8,
  number: 1.5,
  place: 1,
  concept: 0.8,
  shortSound: 0.7,
  sound: 1.3,
};

/**
 * BM25's two constants: how soon a term that recurs stops counting more, and how much a long passage is held back.
 * Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.5, report good
 * values in 1.2 < k1 < 2 and 0.5 < b < 0.8; 1.2 and 0.75 are the customary ones, and Lucene's.
 */
const K1 = 1.2;
const B = 0.75;

/**
 * Returns a ranker of several sets of passages, each indexed on its own. It costs nothing to make, so only a source that
 * changes is indexed again.
 */
export function rankerOver(parts: readonly IndexedPassages[]): PassageRanker {
  const count = parts.reduce((sum, { index }) => sum + index.lengths.length, 0);
  const average = parts.reduce((sum, { index }) => sum + index.length, 0) / Math.max(1, count);
  return {
    rank(claim, language, { most = 10, mostOfSource = most } = {}) {
      if (count === 0) return [];
      const primary = languageOfPart(claim, language);
      const queries = distinct(termsFor(claim, primary)).map((term): Query => {
        const holders = parts.map(({ index }) => index.holdersOf(term, primary));
        const held = holders.reduce((sum, list) => sum + list.length / 2, 0);
        // Inverse document frequency as in Lucene, which is never negative.
        const weight = WEIGHTS[term.kind] * Math.log(1 + (count - held + 0.5) / (held + 0.5));
        return { term, weight, holders };
      });
      const best: Scored[] = [];
      for (const [i, part] of parts.entries()) {
        const scores = scoresIn(part.index, queries, i);
        for (let doc = 0; doc < scores.length; doc++) {
          const score = scores[doc] ?? 0;
          if (score === 0 || (best.length === most && score <= (best.at(-1)?.score ?? 0))) continue;
          keepBest(best, { score, source: part.sourceOf(doc), part: i, doc }, most, mostOfSource);
        }
      }
      return best.flatMap(({ score, source, part, doc }): Candidate[] => {
        const holder = parts[part];
        if (!holder) return [];
        const shared = () => queries.filter(({ holders }) => holds(holders[part] ?? NONE, doc));
        return [
          {
            source,
            passage: holder.passageOf(doc),
            score,
            terms: () =>
              queries.map(({ term, weight, holders }) => ({ term, weight, held: holds(holders[part] ?? NONE, doc) })),
            shared: () => shared().map(({ term }) => term),
            why: () => reasonsFor(shared(), claim),
          },
        ];
      });
    },
  };

  function termsFor(claim: string, language: string): Term[] {
    const terms = termsOf(claim, language);
    const foreign = parts.some(({ index: { languages } }) => languages.size > 1 || !languages.has(language));
    return foreign ? [...terms, ...bridgesOf(claim, language)] : terms;
  }

  function scoresIn(index: PassageIndex, queries: readonly Query[], number: number): Float64Array {
    const scores = new Float64Array(index.lengths.length);
    for (const { term, weight, holders } of queries) {
      const list = holders[number] ?? NONE;
      for (let k = 0; k < list.length; k += 2) {
        const doc = list[k] ?? 0;
        // Words of grammar come last. Alone they aren't a reason.
        if (term.kind === 'common' && scores[doc] === 0) continue;
        const relativeLength = (index.lengths[doc] ?? 0) / average;
        scores[doc] = (scores[doc] ?? 0) + weight * saturated(list[k + 1] ?? 0, relativeLength);
      }
    }
    return scores;
  }
}

/** A term of the claim, with its weight and its holders in each index. */
interface Query {
  readonly term: Term;
  readonly weight: number;
  readonly holders: readonly Holders[];
}

function saturated(times: number, relativeLength: number): number {
  return (times * (K1 + 1)) / (times + K1 * (1 - B + B * relativeLength));
}

function holds(list: Holders, doc: number): boolean {
  for (let k = 0; k < list.length; k += 2) if (list[k] === doc) return true;
  return false;
}

interface Scored {
  readonly source: string;
  readonly score: number;
  readonly part: number;
  readonly doc: number;
}

/**
 * Returns each key once, in its weightiest kind: a name at the start of a sentence may come again within one. Words of grammar
 * come last.
 */
function distinct(terms: readonly Term[]): Term[] {
  const byKey = new Map<string, Term>();
  for (const term of terms) {
    const known = byKey.get(term.key);
    if (!known || WEIGHTS[known.kind] < WEIGHTS[term.kind]) byKey.set(term.key, term);
  }
  const all = [...byKey.values()];
  return [...all.filter(({ kind }) => kind !== 'common'), ...all.filter(({ kind }) => kind === 'common')];
}

/**
 * Inserts one among the best, with a limit for all and for one source. Among equals the first stays first.
 */
function keepBest(best: Scored[], one: Scored, most: number, mostOfSource: number): void {
  const place = firstWhere(best.length, (index) => (best[index]?.score ?? 0) < one.score);
  let same = 0;
  let worst = -1;
  for (const [i, { source }] of best.entries()) {
    if (source !== one.source) continue;
    same++;
    worst = i;
  }
  if (same >= mostOfSource) {
    if (worst < place) return;
    best.splice(worst, 1);
  }
  best.splice(place, 0, one);
  if (best.length > most) best.pop();
}
