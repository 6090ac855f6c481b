/** Words that tell languages of Latin script apart: the most frequent ones that aren't English words, too. */
import { once } from '../base/once';
import { ofLanguages } from '../languages';

/** Frequent words by language. English is the first. */
const WORDS: readonly (readonly [language: string, words: string])[] = ofLanguages(({ tag, frequentWords }) =>
  frequentWords === undefined ? undefined : ([tag, frequentWords] as const),
);

export const LANGUAGES_OF_WORDS: readonly string[] = WORDS.map(([language]) => language);

const byWord = once(() => {
  const found = new Map<string, number[]>();
  for (const [index, [, words]] of WORDS.entries())
    for (const word of words.split(' ')) {
      const known = found.get(word);
      if (known) known.push(index);
      else found.set(word, [index]);
    }
  return found;
});

/** Length of the longest of these words, in UTF-16 units. */
export const LONGEST_WORD = Math.max(...WORDS.flatMap(([, words]) => words.split(' ')).map(({ length }) => length));

/** The languages in which a word is frequent, by their indexes in `LANGUAGES_OF_WORDS`. */
export function languagesOfWord(word: string): readonly number[] {
  return byWord().get(word) ?? byWord().get(word.toLowerCase()) ?? NONE;
}

const NONE: readonly number[] = [];
