import { once } from '../../base/once';
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
  /** Not 0 at the `firstLetters` of each word: most words of a text start like none of these, and need no copy to see it. */
  readonly beginnings: Uint8Array;
  /** Where words are written together. */
  readonly compounds: NumberWords['compounds'];
}

/** The first three letters of the word from `start` to `end` as a number of 15 bits. Some words share one; case makes no difference. */
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

/** The number words of a language; English for a language that has none here, for its words in Latin letters. */
export function lexiconOf(language: string): Lexicon {
  return (LEXICONS.get(language) ?? ENGLISH)();
}
