import { NONE } from '../../base/same';
import { languageOfPart } from '../../document/language';
import type { Quantity } from '../numbers';
import { bridgesOf } from './bridges';
import { isBridge, type Term, termsOf } from './terms';

/** A text to index. */
export interface IndexedText {
  readonly text: string;
  /** A BCP 47 tag. If it's left out or doesn't fit, the text's script decides. */
  readonly language?: string;
  /** Returns the facts of the text, if they are also read elsewhere. */
  readonly facts?: () => TextFacts;
}

/** The facts of a text that the index needs. */
interface TextFacts {
  /** Language tag without script and region. */
  readonly language: string;
  numbers(): { readonly quantities: readonly Quantity[] };
}

/** Passages by the terms that they hold; a passage is known by its place in a list. The index never changes. */
export interface PassageIndex {
  /** Number of terms of each passage. */
  readonly lengths: readonly number[];
  /** The sum of `lengths`. */
  readonly length: number;
  /** Languages of the passages, without script and region. */
  readonly languages: ReadonlySet<string>;
  /**
   * Returns the passages that hold a term, each followed by how often it does. A term that bridges languages is looked for only
   * in passages of other languages than `claimLanguage`.
   */
  holdersOf(term: Term, claimLanguage: string): Holders;
}

/** Places of passages, each followed by how often the passage holds a term. */
export type Holders = ArrayLike<number>;

export function indexPassages(passages: readonly IndexedText[]): PassageIndex {
  const postings: Postings = new Map();
  const known = passages.map(({ facts }) => facts?.());
  const languages = passages.map(({ text, language }, doc) => known[doc]?.language ?? languageOfPart(text, language));
  const lengths = passages.map(({ text }, doc) => {
    const facts = known[doc];
    const terms = termsOf(text, languages[doc] ?? 'en', facts && (() => facts.numbers().quantities));
    post(postings, doc, terms);
    return terms.length;
  });
  const holdersOf = packed(postings);
  // Most briefs and their sources are in one language, and never need these.
  const bridges = new Map<string, (key: string) => Holders>();
  const bridgesFrom = (language: string) => {
    const known = bridges.get(language);
    if (known) return known;
    const made: Postings = new Map();
    for (const [doc, own] of languages.entries()) {
      if (own !== language) post(made, doc, bridgesOf(passages[doc]?.text ?? '', own));
    }
    const found = packed(made);
    bridges.set(language, found);
    return found;
  };
  return {
    lengths,
    length: lengths.reduce((sum, length) => sum + length, 0),
    languages: new Set(languages),
    holdersOf: (term, claimLanguage) => (isBridge(term) ? bridgesFrom(claimLanguage) : holdersOf)(term.key),
  };
}

/** Joins indexes: the passages of each follow the passages of the ones before it. A term is looked for in each only once. */
export function joinIndexes(indexes: readonly PassageIndex[]): PassageIndex {
  const known = new Map<string, Holders>();
  const find = (term: Term, claimLanguage: string): Holders => {
    const holders: number[] = [];
    let first = 0;
    for (const index of indexes) {
      const list = index.holdersOf(term, claimLanguage);
      for (let k = 0; k < list.length; k += 2) holders.push(first + (list[k] ?? 0), list[k + 1] ?? 0);
      first += index.lengths.length;
    }
    return holders;
  };
  return {
    lengths: indexes.flatMap(({ lengths }) => lengths),
    length: indexes.reduce((sum, { length }) => sum + length, 0),
    languages: new Set(indexes.flatMap(({ languages }) => [...languages])),
    holdersOf: (term, claimLanguage) => {
      const key = isBridge(term) ? `${claimLanguage} ${term.key}` : term.key;
      const holders = known.get(key) ?? find(term, claimLanguage);
      // Every start of a word that somebody types is asked for once.
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, holders);
      return holders;
    },
  };
}

const MOST_KNOWN = 20_000;

/** Each key's list while it grows. */
type Postings = Map<string, number[]>;

function post(postings: Postings, doc: number, terms: readonly Term[]): void {
  for (const { key } of terms) {
    const list = postings.get(key);
    if (!list) postings.set(key, [doc, 1]);
    else if (list.at(-2) === doc) list[list.length - 1] = (list.at(-1) ?? 0) + 1;
    else list.push(doc, 1);
  }
}

/**
 * Packs lists into one array, which takes a third of the memory. A bibliography has hundreds of thousands of lists.
 *
 * @returns a function that finds the list of a key
 */
function packed(postings: Postings): (key: string) => Holders {
  const starts = new Map<string, number>();
  let length = 0;
  for (const list of postings.values()) length += 1 + list.length;
  const lists = new Int32Array(length);
  let at = 0;
  for (const [key, list] of postings) {
    starts.set(key, at);
    lists[at] = list.length;
    lists.set(list, at + 1);
    at += 1 + list.length;
  }
  return (key) => {
    const start = starts.get(key);
    return start === undefined ? NONE : lists.subarray(start + 1, start + 1 + (lists[start] ?? 0));
  };
}
