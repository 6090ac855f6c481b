import { textsIn } from '../../project/manifest';
import { TABLES, textsOfTables, wordsIn } from '../../project/said';

const LETTERS = /(?:[a-z].*){8}/is;

/** All that we show people, with its Chinese if there is any yet. */
const WORDS: readonly (readonly [english: string, chinese: string | undefined])[] = [
  ...Object.entries(textsIn('en')).map(([key, english]) => [english, textsIn('zh-cn')[key]] as const),
  ...(['extension', 'engine'] as const).flatMap((table) =>
    textsOfTables()[table].map((english) => [english, wordsIn(TABLES[table])[english]] as const),
  ),
];

/** Those that are little more than places for others would be any text. */
const ENGLISH = WORDS.filter(
  ([english, chinese]) =>
    chinese !== undefined &&
    english !== chinese &&
    (!/\{\d\}/.test(english) || LETTERS.test(english.replace(/\{\d\}/g, ''))),
).map(
  ([english]) =>
    new RegExp(
      `^${english
        .split(/\{\d\}/)
        .map(escaped)
        .join('.+')}$`,
      's',
    ),
);

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Of some texts of a window in Chinese those that are ours, in English although they are translated. */
export function englishIn(texts: readonly string[]): string[] {
  return texts.filter((text) => !/\p{Script=Han}/u.test(text) && ENGLISH.some((form) => form.test(text)));
}
