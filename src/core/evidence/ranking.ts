/** Ranks passages of sources by what they share with a claim. */
import { bridgesOf } from './ranking/bridges';
import { numbersByValue } from './ranking/numbersByValue';
import { indexPassages, type PassageIndex, primaryLanguage, type RankedPassage } from './ranking/passageIndex';
import { reasonsFor } from './ranking/reasons';
import { type NumbersOf, type Term, type TermKind, termsOf } from './ranking/terms';

export { indexPassages, type PassageIndex, type RankedPassage } from './ranking/passageIndex';

export interface Candidate {
  /** The id of its source. */
  readonly source: string;
  /** Its index among the passages of its source. */
  readonly passage: number;
  /** Above 0; to be compared among the candidates of one claim only. */
  readonly score: number;
  /** What it shares with the claim, weightiest first: `number 90%`, `term Mountain Pass`. */
  readonly why: readonly string[];
}

export interface PassageRanker {
  /**
   * The passages that share a term with a claim, best first; equal ones in the order that they were given in.
   *
   * @param language a BCP 47 tag
   * @param most how many candidates are wanted
   */
  rank(claim: string, language: string, most?: number): Candidate[];
}

/** How much a term counts for its kind. What says little by itself counts less, what names one thing more. */
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

/** A ranker of a set of passages, which is indexed at once. */
export function createRanker(passages: readonly RankedPassage[], numbersOf: NumbersOf = numbersByValue): PassageRanker {
  return rankerOver([indexPassages(passages, numbersOf)], numbersOf);
}

/**
 * A ranker of several sets of passages, each indexed on its own. It costs nothing to make, so that a source that
 * changes is indexed again alone.
 */
export function rankerOver(indexes: readonly PassageIndex[], numbersOf: NumbersOf = numbersByValue): PassageRanker {
  const count = indexes.reduce((sum, { passages }) => sum + passages.length, 0);
  const average = indexes.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count);
  return {
    rank(claim, language, most = 10) {
      const terms = distinct([...termsOf(claim, language, numbersOf), ...bridgesOf(claim, language)]);
      const primary = primaryLanguage(claim, language);
      const holders = terms.map((term) => indexes.map((index) => index.holdersOf(term, primary)));
      const weights = terms.map((term, t) => {
        const held = holders[t]?.reduce((sum, list) => sum + list.length / 2, 0) ?? 0;
        // Inverse document frequency as in Lucene, which is never negative.
        return WEIGHTS[term.kind] * Math.log(1 + (count - held + 0.5) / (held + 0.5));
      });
      const found: Scored[] = [];
      for (const [i, index] of indexes.entries()) {
        const scores = new Float64Array(index.passages.length);
        const at = (t: number) => holders[t]?.[i] ?? [];
        for (const [t, weight] of weights.entries()) {
          const list = at(t);
          for (let k = 0; k < list.length; k += 2) {
            const doc = list[k] ?? 0;
            scores[doc] =
              (scores[doc] ?? 0) + weight * saturated(list[k + 1] ?? 0, (index.lengths[doc] ?? 0) / average);
          }
        }
        for (const [doc, score] of scores.entries()) if (score > 0) found.push({ index, doc, score, holders: at });
      }
      // The sort is stable.
      found.sort((a, b) => b.score - a.score);
      return found.slice(0, most).flatMap(({ index, doc, score, holders }) => {
        const passage = index.passages[doc];
        if (!passage) return [];
        const shared = terms.flatMap((term, t) => (holds(holders(t), doc) ? [{ term, weight: weights[t] ?? 0 }] : []));
        return [{ source: passage.source, passage: passage.passage, score, why: reasonsFor(shared, claim) }];
      });
    },
  };
}

interface Scored {
  readonly index: PassageIndex;
  readonly doc: number;
  readonly score: number;
  /** The holders of the term of that number in this index. */
  readonly holders: (term: number) => readonly number[];
}

function saturated(times: number, relativeLength: number): number {
  return (times * (K1 + 1)) / (times + K1 * (1 - B + B * relativeLength));
}

function holds(list: readonly number[], doc: number): boolean {
  for (let k = 0; k < list.length; k += 2) if (list[k] === doc) return true;
  return false;
}

/** Each key once, in its weightiest kind: a name at the start of a sentence may come again within one. */
function distinct(terms: readonly Term[]): Term[] {
  const byKey = new Map<string, Term>();
  for (const term of terms) {
    const known = byKey.get(term.key);
    if (!known || WEIGHTS[known.kind] < WEIGHTS[term.kind]) byKey.set(term.key, term);
  }
  return [...byKey.values()];
}
