import { ofLanguages } from '../../languages';
import { wordPattern } from '../../languages/wordLists';

/** Names of months in the languages that are read, and what English says with days and parts of a year. */

const MONTHS: ReadonlyMap<string, number> = new Map(
  ofLanguages(({ months }) => months).flatMap((names) =>
    names
      .split(' ')
      .flatMap((spellings, i) => (spellings === '-' ? [] : spellings.split('/').map((name) => [name, i + 1] as const))),
  ),
);

/** Letters of the scripts that part words by spaces, from Latin to Cyrillic, for classes. */
const LETTERS = String.raw`a-z\u00c0-\u052f`;
/** Finds the names of months. Chinese may touch them. */
export const MONTH_NAME = wordPattern([...MONTHS.keys()].join('|'), false, String.raw`${LETTERS}\d_`, LETTERS);

/** The number of the month that `name` (lower case) names, else undefined. */
export function monthOf(name: string): number | undefined {
  return MONTHS.get(name);
}

const ORDINALS = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
  'sixteenth seventeenth eighteenth nineteenth twentieth',
]
  .join(' ')
  .split(' ');

/** 1 to 31 of "first", "3rd", "twenty third"; "last" is 0. */
export function ordinalOf(words: string): number | undefined {
  const plain = words.toLowerCase();
  const digits = /^\d{1,2}/.exec(plain)?.[0];
  if (digits !== undefined) return Number(digits);
  if (plain === 'last') return 0;
  if (plain === 'thirtieth') return 30;
  const at = ORDINALS.indexOf(plain);
  if (at >= 0) return at + 1;
  const [tens, unit] = plain.split(/[ -]/);
  const base = tens === 'twenty' ? 20 : tens === 'thirty' ? 30 : 0;
  const rest = unit === undefined ? -1 : ORDINALS.indexOf(unit);
  return base > 0 && rest >= 0 && rest < 9 ? base + rest + 1 : undefined;
}

/** Words of an ordinal number up to the thirty-first, for patterns. */
export const ORDINAL_WORDS = `(?:(?:twenty|thirty)[ -](?:${ORDINALS.slice(0, 9).join('|')})|${ORDINALS.join('|')}|thirtieth|\\d{1,2}(?:st|nd|rd|th))`;
