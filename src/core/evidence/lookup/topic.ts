import { bridgeKeys, termKeys } from './passageFacts';
import type { PassageFacts } from './types';

/** The topic of a statement, to compare with passages. */
export interface Topic {
  /** Returns the number of names and terms that a passage shares with the statement. */
  sharedWith(passage: PassageFacts): number;
}

export function topicOf(text: string, language: string): Topic {
  let terms: ReadonlySet<string> | null = null;
  let bridges: ReadonlySet<string> | null = null;
  const known = new Map<PassageFacts, number>();
  const compare = (passage: PassageFacts) => {
    terms ??= termKeys(text, language);
    const shared = countShared(terms, passage.terms());
    if (passage.language === language) return shared;
    bridges ??= bridgeKeys(text, language);
    return shared + countShared(bridges, passage.bridges());
  };
  return {
    // Many numbers may ask for the same passage.
    sharedWith: (passage) => {
      const shared = known.get(passage) ?? compare(passage);
      known.set(passage, shared);
      return shared;
    },
  };
}

/** Counts the keys that two texts share; two pairs of CJK characters count as one. */
export function countShared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let words = 0;
  let pairs = 0;
  for (const key of some) {
    if (!others.has(key)) continue;
    if (CJK_PAIR.test(key)) pairs++;
    else words++;
  }
  return words + Math.ceil(pairs / 2);
}

const CJK_PAIR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,2}$/u;
