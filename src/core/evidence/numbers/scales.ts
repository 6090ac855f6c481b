import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import { COMMA_DECIMALS } from './digits';

/** Powers of ten of the words and signs that scale a number, by language. */

const table = (rows: readonly (readonly [exponent: number, words: string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([exponent, words]) => words.split(' ').map((word) => [word, exponent] as const)));

const BY_LANGUAGE: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  ofLanguages(({ tag, scales }) => scales && ([tag, table(scales)] as const)),
);

/**
 * Least length and least power of a word that languages share. Shorter words, and lower powers, mean other things in other
 * languages: `bio`, `mil`.
 */
const SHORTEST_SHARED = 6;
const LEAST_SHARED = 6;

/** Words of languages with a decimal comma that mean one power in every language that has them, as `Millionen` does. */
const shared = once(() => {
  const all = [...BY_LANGUAGE].filter(([language]) => COMMA_DECIMALS.has(language)).map(([, words]) => words);
  const isShared = ([word, exponent]: readonly [string, number]) =>
    word.length >= SHORTEST_SHARED &&
    exponent >= LEAST_SHARED &&
    all.every((words) => (words.get(word) ?? exponent) === exponent);
  return new Map(all.flatMap((words) => [...words].filter(isShared)));
});

/**
 * Returns the power of ten of `word` (lower case); else undefined. Shared words of other languages count too, as the language
 * of a short quote isn't always known.
 */
export function scaleOf(word: string, language: string): number | undefined {
  return ownScale(word, language) ?? shared().get(word);
}

/** True if only other languages, which set off decimals with a comma, have a word for a scale. */
export function isScaleElsewhere(word: string, language: string): boolean {
  return ownScale(word, language) === undefined && shared().has(word);
}

const ENGLISH = BY_LANGUAGE.get('en');

function ownScale(word: string, language: string): number | undefined {
  return (language === 'en' ? undefined : BY_LANGUAGE.get(language)?.get(word)) ?? ENGLISH?.get(word);
}

/** Letters that scale a number if they touch it: `40k`, `$5m`, `£1.2b`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['b', 9],
  ['B', 9],
  ['t', 12],
  ['T', 12],
  ['bn', 9],
  ['Bn', 9],
  ['BN', 9],
  ['mn', 6],
  ['Mn', 6],
  ['MN', 6],
  ['mm', 6],
  ['MM', 6],
  ['tn', 12],
  ['TN', 12],
  ['tr', 12],
  ['trn', 12],
]);

/** Returns `digits` (plain decimal notation) times ten to the `exponent`, rounded once. */
export function scaled(digits: string, exponent: number): number {
  return Number(exponent === 0 ? digits : `${digits}e${exponent}`);
}

/** Returns one unit in the last digit of `digits`, times ten to the `exponent`. */
export function stepOf(digits: string, exponent: number): number {
  const point = digits.indexOf('.');
  return powerOfTen(exponent - (point < 0 ? 0 : digits.length - point - 1));
}

/** The usual powers, made once; `10 ** -5` isn't the same number as 0.00001. */
const POWERS: readonly number[] = Array.from({ length: 32 }, (_, i) => Number(`1e${i - 16}`));

/** Returns ten to the `exponent`, correctly rounded. */
export function powerOfTen(exponent: number): number {
  return POWERS[exponent + 16] ?? Number(`1e${exponent}`);
}
