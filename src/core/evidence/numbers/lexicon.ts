import { ofLanguages } from '../../languages';
import type { NumberWord, NumberWords } from '../../languages/language';

/** What a number word contributes. */
export interface Word {
  readonly type: NumberWord;
  /** The value; for a scale the power of ten. */
  readonly value: number;
  /** "fifths", where "fifth" would be one; unsaid in languages that do not tell them apart by an -s. */
  readonly plural?: boolean;
}

/** The number words of one language. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /** The `firstLetters` of each word: most words of a text start like none of these, and need no copy to see it. */
  readonly beginnings: ReadonlySet<number>;
  /** Where words are written together. */
  readonly compounds: NumberWords['compounds'];
}

/** The first two letters of the word from `start` to `end` as a number, in lower case as far as it is Latin-1. */
export function firstLetters(text: string, start: number, end: number): number {
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
  return ((text.charCodeAt(start) | 0x20) << 16) | (second | 0x20);
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
  const beginnings = new Set([...words.keys()].map((word) => firstLetters(word, 0, word.length)));
  return { words, beginnings, compounds };
}

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map(
  ofLanguages(({ tag, numberWords }) => numberWords && ([tag, lexicon(numberWords)] as const)),
);
const ENGLISH = LEXICONS.get('en') ?? lexicon({ rows: [] });

/** The number words of a language; English for a language that has none here, for its words in Latin letters. */
export function lexiconOf(language: string): Lexicon {
  return LEXICONS.get(language) ?? ENGLISH;
}
