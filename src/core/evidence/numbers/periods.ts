import { century, type Dated, dateOf, decade, fiscalYear, fullYear, partOfYear, weekOf } from './calendar';
import { type Rule, yearIn } from './dateRule';
import { ORDINAL_WORDS, ordinalOf } from './months';

const YEAR = "(?<y>[12]\\d{3}|'\\d{2})";
const CARDINAL: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/** Quarters, halves, weeks, fiscal and other years, decades, centuries, and years before the common era. */
export const PERIODS: readonly Rule[] = [
  [
    /[QHqh][1-4]/,
    new RegExp(
      `(?<![\\p{L}\\d])(?:(?<z>[12]\\d{3})[ -]?)?(?<k>[QH])(?<n>[1-4])(?:(?: of|,)? ?(?:FY ?)?${YEAR}|-(?<x>(?:19|20)\\d{2})|(?<=[QH]\\d)(?<!\\d{4}[ -]?[QH]\\d) ?FY ?(?<f>\\d{2})\\b)?(?![\\p{L}\\d])`,
      'giu',
    ),
    (groups) => {
      const kind = groups['k']?.toUpperCase() === 'H' ? 'H' : 'Q';
      const number = Number(groups['n']);
      if (kind === 'H' && number > 2) return null;
      const late = groups['f'] ?? groups['x'];
      return partOfYear(late === undefined ? yearIn(groups) : fullYear(late), kind, number);
    },
  ],
  [
    /[1-4][QH]/,
    /(?<![\p{L}\d])(?<n>[1-4])(?<k>[QH]) ?'?(?<y>(?:19|20)?\d{2})(?![\p{L}\d])/gu,
    (groups) => partOfYear(yearIn(groups), groups['k'] === 'H' ? 'H' : 'Q', Number(groups['n'])),
  ],
  [
    /uarter|half/i,
    new RegExp(
      `(?:(?<z>[12]\\d{3}) )?(?<![\\p{L}\\d])(?<n>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[ -](?<k>quarter|half)(?!s|-(?!on\\b|year))(?:(?:,| of| in)?(?: the)?(?: fiscal)?(?: year)?,? ${YEAR})?(?!\\d)`,
      'giu',
    ),
    (groups) => {
      const kind = groups['k']?.toLowerCase() === 'half' ? 'H' : 'Q';
      const said = groups['n']?.toLowerCase() ?? '';
      const number = said === 'final' || said === 'last' ? (kind === 'Q' ? 4 : 2) : (ordinalOf(said) ?? 0);
      if (number < 1 || number > (kind === 'Q' ? 4 : 2)) return null;
      const year = yearIn(groups);
      return (said === 'last' || kind === 'H') && year === undefined ? null : partOfYear(year, kind, number);
    },
  ],
  [
    /week/i,
    new RegExp(`(?<![\\p{L}\\d])(?<n>last|${ORDINAL_WORDS}) week (?:of|in) (?<y>[12]\\d{3})(?!\\d)`, 'giu'),
    (groups) => {
      const week = ordinalOf(groups['n'] ?? '');
      return week === undefined || week < 1 || week > 53 ? null : weekOf(Number(groups['y']), week);
    },
  ],
  [
    /week/i,
    /(?<![\p{L}\d])week (?<n>\d{1,2}) (?:of|in) (?<y>[12]\d{3})(?!\d)/giu,
    ({ n, y }) => (Number(n) >= 1 && Number(n) <= 53 ? weekOf(Number(y), Number(n)) : null),
  ],
  [
    /weeks/i,
    /(?<![\p{L}\d])first (?<n>\d|two|three|four) weeks (?:of|in) (?<y>[12]\d{3})(?!\d)/giu,
    ({ n, y }) => {
      const count = CARDINAL.get(n ?? '') ?? Number(n);
      const [from, to] = [weekOf(Number(y), 1), weekOf(Number(y), count)];
      return { value: `${from.value}/${to.value}`, first: from.first, last: to.last };
    },
  ],
  [
    /month of/i,
    new RegExp(`(?<![\\p{L}\\d])(?<n>${ORDINAL_WORDS}) month of (?<y>[12]\\d{3})(?!\\d)`, 'giu'),
    ({ n, y }) => {
      const month = ordinalOf(n ?? '') ?? 0;
      return month >= 1 && month <= 12 ? dateOf({ year: Number(y), month }) : null;
    },
  ],
  [
    /\bFY|fiscal|financial year|tax year/i,
    /(?<![\p{L}\d])(?:FY ?'?|fiscal(?: year)? |financial year |tax year )(?<y>(?:19|20)\d{2}|(?<=FY ?'?)\d{2})(?:[-/](?<z>(?:20)?\d{2}))?(?!\d|[.,]\d|%)/giu,
    ({ y, z }) =>
      fiscalYear(z === undefined ? fullYear(y ?? '') : Math.floor(fullYear(y ?? '') / 100) * 100 + (Number(z) % 100)),
  ],
  [
    /school|academic/i,
    /(?<![\p{L}\d])(?:school|academic) year (?<y>(?:19|20)\d{2})(?!\d)/giu,
    ({ y }) => ({ ...fiscalYear(Number(y)), value: `SY${y}` }),
  ],
  [
    /year/i,
    /(?<![\p{L}\d])(?:(?:calendar )?years? )(?<y>[12]\d{3})(?!\d|[.,]\d|%)/giu,
    ({ y }) => dateOf({ year: Number(y) }),
  ],
  [
    /\d0'?s\b/,
    /(?<![\d.,$€£\p{L}])(?:mid-|late-|early-|pre-|post-)?(?<y>1\d{2}0|20\d0)'?s(?![\p{L}\d])/giu,
    ({ y }, _language, text, at) =>
      partOf(
        Number(y) % 100 === 0 && Number(y) < 2000 ? century(Number(y) / 100 + 1) : decade(Number(y)),
        text.slice(Math.max(0, at - LONGEST_PART), at),
      ),
  ],
  [/'\d0'?s\b/, /(?<![\d\p{L}'])'(?<y>[2-9]0)'?s(?![\p{L}\d])/gu, ({ y }) => decade(1900 + Number(y))],
  [
    /\b\d0'?s\b/,
    /(?<=\b(?:the|early|late|mid|of|los|les|as|os) |\b(?:early|late|mid)-)(?<y>[2-9]0)'?s(?![\p{L}\d])|(?<=\b(?:in|since|until|during) )(?<z>[2-9]0)'s(?![\p{L}\d])/gu,
    ({ y, z }) => decade(1900 + Number(y ?? z)),
  ],
  [
    /'\d\d/,
    /(?<=(?:\p{Lu}\p{L}+|\b(?:in|of|since|until|by)) )'(?<y>\d\d)(?![\p{L}\d'%])/gu,
    ({ y }) => dateOf({ year: fullYear(y ?? '') }),
  ],
  [
    /ties\b/i,
    /(?<![\p{L}\d])(?<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![\p{L}\d])/giu,
    ({ w }, _language, text, at) => {
      const ten = [
        'twenties',
        'thirties',
        'forties',
        'fifties',
        'sixties',
        'seventies',
        'eighties',
        'nineties',
      ].indexOf((w ?? '').toLowerCase());
      return /\bthe (?:early |late |mid-?)?$/i.test(text.slice(Math.max(0, at - 12), at))
        ? decade(1920 + ten * 10)
        : null;
    },
  ],
  [
    /decade of/i,
    new RegExp(
      `(?<![\\p{L}\\d])(?<n>last|final|${ORDINAL_WORDS}) decade of the (?<c>\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS}) century(?! b\\.?c)`,
      'giu',
    ),
    ({ n = '', c = '' }) => {
      const ten = /^(?:last|final)$/i.test(n) ? 10 : ordinalOf(n.toLowerCase());
      const number = ordinalOf(c.toLowerCase());
      return ten === undefined || ten > 10 || number === undefined || number > 30
        ? null
        : decade((number - 1) * 100 + (ten - 1) * 10);
    },
  ],
  [
    /centur/i,
    new RegExp(
      `(?<![\\p{L}\\d])(?<n>\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS})[ -]centur(?:y|ies)(?<b> (?:B\\.?C\\.?(?:E\\.?)?|b\\.c\\.(?:e\\.)?))?`,
      'giu',
    ),
    ({ n, b }) => {
      const number = ordinalOf(n ?? '') ?? 0;
      if (number < 1 || number > 30) return null;
      return b === undefined ? century(number) : { value: `-${number}C`, first: null, last: null };
    },
  ],
  [
    /B\.?C|b\.c\./,
    /(?<![\d.,])(?<y>\d{1,3}(?:,\d{3})?|\d{4}) (?:B\.?C\.?(?:E\.?)?|b\.c\.(?:e\.)?)(?![\p{L}\d])/gu,
    ({ y }) => ({ value: dateOf({ year: 1 - Number((y ?? '').replace(',', '')) }).value, first: null, last: null }),
  ],
];

/** Length of the words that name a part of a decade or a century, in UTF-16 units. */
const LONGEST_PART = 16;

/** Returns the part of a decade or a century that the words before it name: 2000 to 2005 for "early 2000s". */
function partOf(date: Dated, before: string): Dated {
  const said = /(early|late)(?: part of the)? $/i.exec(before)?.[1];
  if (said === undefined || date.first === null || date.last === null) return date;
  const from = Number(date.first.slice(0, 4));
  const years = Number(date.last.slice(0, 4)) - from + 1;
  const middle = from + years / 2;
  return said.toLowerCase() === 'late'
    ? { ...date, first: `${middle - 1}-01-01` }
    : { ...date, last: `${middle}-12-31` };
}
