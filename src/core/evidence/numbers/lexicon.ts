import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import type { NumberWord, NumberWords } from '../../languages/language';

/** The type and value of a number word. */
export interface Word {
  readonly type: NumberWord;
  /** Value; for a scale, the power of ten. */
  readonly value: number;
  /** True for "fifths", where "fifth" would be one; unset in languages without such an -s. */
  readonly plural?: boolean;
}

/** The number words of one language. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /**
   * Holds 1 at the {@link firstLetters} of each word, else 0. Most words of a text start differently, which is seen without a
   * copy.
   */
  readonly beginnings: Uint8Array;
  /** Pattern of numbers in one word; undefined in languages that have none. */
  readonly compounds: NumberWords['compounds'];
}

/**
 * Returns the first three letters of a word, from `start` to `end`, as a number of 15 bits. Some words share one; case makes no
 * difference.
 */
export function firstLetters(text: string, start: number, end: number): number {
  let letters = 0;
  for (let i = start; i < start + 3; i++) letters = (letters << 5) | (i < end ? text.charCodeAt(i) & 31 : 0);
  return letters;
}

function lexicon({ rows, compounds }: NumberWords): Lexicon {
  const words = new Map<string, Word>();
  for (const [type, from, list] of rows) {
    list.split(' ').forEach((spellings, i) => {
      const value = typeof from === 'number' ? from + i : (from[i] ?? from.at(-1) ?? 0);
      for (const word of spellings.split('/')) {
        const plural = type === 'part' && /s$/.test(word);
        words.set(word, plural ? { type, value, plural } : { type, value });
      }
    });
  }
  const beginnings = new Uint8Array(1 << 15);
  for (const word of words.keys()) beginnings[firstLetters(word, 0, word.length)] = 1;
  return { words, beginnings, compounds };
}

const LEXICONS: ReadonlyMap<string, () => Lexicon> = new Map(
  ofLanguages(({ tag, numberWords }) => numberWords && ([tag, once(() => lexicon(numberWords))] as const)),
);
const ENGLISH = LEXICONS.get('en') ?? once(() => lexicon({ rows: [] }));

/** Returns the number words of a language. A language without a list has the English ones, for its words in Latin letters. */
export function lexiconOf(language: string): Lexicon {
  return (LEXICONS.get(language) ?? ENGLISH)();
}
