import {
  century,
  type Dated,
  type DateParts,
  dateAt,
  dateOf,
  dateRange,
  decade,
  fiscalYear,
  fullYear,
  isDay,
  partOfYear,
  weekOf,
} from './calendar';
import { findHanDates } from './hanDates';
import { matches } from './matches';
import { monthOf, ORDINAL_WORDS, ordinalOf } from './months';
import type { DateFound } from './quantity';

/**
 * Finds dates that show themselves by their form: days, months, quarters, weeks, fiscal years, decades, centuries. Bare
 * years are left to who reads numbers, and the joining of two dates to who reads ranges.
 *
 * @param text folded and masked.
 * @returns them in order, not overlapping.
 */
export function findDates(text: string, language: string): DateFound[] {
  const found: DateFound[] = [];
  if (/\d[-/.]\d/.test(text)) collectAll(text, DIVIDED, language, found);
  if (/\d{4} ?\d\d ?\d\d/.test(text)) collectAll(text, UNDIVIDED, language, found);
  if (PERIOD_HINT.test(text)) collectAll(text, PERIODS, language, found);
  findMonths(text, language, found);
  if (HAN_HINT.test(text)) found.push(...findHanDates(text));
  return withoutOverlap(found);
}

const PERIOD_HINT =
  /quarter|half|century|centuries|decade|\bweeks?\b|\bmonth of\b|\byears?\b|fiscal|\d0'?s\b|\b[QH][1-4]|\dQ|\bFY|\bB\.?C/i;
const HAN_HINT = /[年月日纪代季년월일]/;

/** The longer of two that overlap stays; of equals the first. */
function withoutOverlap(found: DateFound[]): DateFound[] {
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateFound[] = [];
  for (const date of ordered) {
    const last = kept.at(-1);
    if (!last || date.start >= last.end) kept.push(date);
    else if (date.end - date.start > last.end - last.start) kept[kept.length - 1] = date;
  }
  return kept;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Reader = (groups: Groups, language: string, text: string, at: number) => Dated | null;

type Rule = readonly [pattern: RegExp, read: Reader];

function collectAll(text: string, rules: readonly Rule[], language: string, found: DateFound[]): void {
  for (const [pattern, read] of rules) collect(text, pattern, read, language, found);
}

function collect(text: string, pattern: RegExp, read: Reader, language: string, found: DateFound[]): void {
  for (const match of matches(text, pattern)) {
    const dated = read(match.groups ?? {}, language, text, match.index);
    if (dated) found.push(dateAt(dated, match.index, match.index + match[0].length));
  }
}

// ── In digits ───────────────────────────────────────────────────────────────────────────────────────────────

/** Month and day in the order of the language; by their size where only one order is possible. */
function orderOf(a: number, b: number, language: string): { month: number; day: number } | null {
  const monthFirst = language === 'en' || language === 'zh' || language === 'ja' || language === 'ko';
  const [month, day] = (monthFirst && a <= 12) || b > 12 ? [a, b] : [b, a];
  return isDay(month, day) ? { month, day } : null;
}

const isYear = (year: number) => year >= 1000 && year < 2200;

const DIVIDED: readonly Rule[] = [
  [
    /(?<![\d.,/-])(?<y>[12]\d{3})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/]|[-.]\d(?!\d{3}))/g,
    ({ y, m, d }) =>
      isDay(Number(m), Number(d)) ? dateOf({ year: Number(y), month: Number(m), day: Number(d) }) : null,
  ],
  [
    /(?<![\d.,/])(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>[12]\d{3})(?!\d|[/.]\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && { ...dateOf({ year: Number(y), ...order }) };
    },
  ],
  [
    /(?<![\d.,/$€£-])(?<a>\d{1,2})(?<s>\/)(?<b>\d{1,2})\k<s>(?<y>\d{2})(?![\d/.,]|[-]\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && { ...dateOf({ year: fullYear(y ?? ''), ...order }) };
    },
  ],
  // 2/29-3/1/2019, 5/1-5/7, 2020: the first of two days; and "on 5/12", "Friday 7.6".
  [
    /(?<![\d.,/$€£-])(?<a>\d{1,2})[/.](?<b>\d{1,2})(?=-\d{1,2}[/.]\d{1,2}(?:[/.,]| ,)? ?[12]\d{3})/g,
    ({ a, b }, language) =>
      orderOf(Number(a), Number(b), language) && dateOf({ ...orderOf(Number(a), Number(b), language) }),
  ],
  [
    /(?<![\d.,/$€£])(?<a>\d{1,2})[/.](?<b>\d{1,2}),? (?<y>(?:19|20)\d{2})(?![\d.,]\d|\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && dateOf({ year: Number(y), ...order });
    },
  ],
  [
    /(?<=\b(?:on|this|by|until|since|from|(?:mon|tues?|wednes|wed|thu|thurs|fri|satur|sat|sun)(?:day)?),? )(?<a>\d{1,2})(?:\/|(?<=(?:\bon|day),? \d{1,2})\.)(?<b>\d{1,2})(?![\p{L}\d/$€£]|[.,-]\d| ?[-%°]| (?:(?!with|at|in|on|and|for|to|by|is|was|will|the)\p{L}|to \d))/giu,
    ({ a, b }, language) =>
      orderOf(Number(a), Number(b), language) && dateOf({ ...orderOf(Number(a), Number(b), language) }),
  ],
  [
    /(?<=^|[\s(（])(?<a>1[0-2]|[1-9])\/(?<b>\d{1,2})(?=$|[)）])/g,
    ({ a, b }) =>
      Number(a) > Number(b) && isDay(Number(a), Number(b)) ? dateOf({ month: Number(a), day: Number(b) }) : null,
  ],
  [
    /(?<![\d.,/-])(?<y>(?:19|20)\d{2})-(?<m>0[1-9]|1[0-2])(?![\d/]|[-.,]\d)/g,
    ({ y, m }) => dateOf({ year: Number(y), month: Number(m) }),
  ],
  // 2023/24, 2008–09: a season or a fiscal year.
  [
    /(?<![\d.,/$€£-])(?<y>(?:19|20)\d{2})[/-](?<z>\d{2})(?![\d/]|[-.,]\d| ?%)/g,
    ({ y, z }) => {
      const start = Number(y);
      const end = Math.floor(start / 100) * 100 + Number(z);
      if (end <= start) return null;
      const [from, to] = [dateOf({ year: start }), dateOf({ year: end })];
      return { value: `${from.value}/${to.value}`, first: from.first, last: to.last };
    },
  ],
];

const UNDIVIDED: readonly Rule[] = [
  [
    /(?<![\d.,/A-Za-z])(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\d.,/]|[A-Za-z])/g,
    ({ y, m, d }) => dateOf({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  [
    /(?<![\d.,/-])(?<y>(?:19|20)\d{2}) (?<m>0[1-9]|1[0-2]) (?<d>0[1-9]|[12]\d|3[01])(?!\d|[.,/]\d)/g,
    ({ y, m, d }) => dateOf({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
];

// ── Quarters, halves, weeks, fiscal years, decades, centuries ───────────────────────────────────────────────

const YEAR = "(?<y>[12]\\d{3}|'\\d{2})";
const CARDINAL: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);
const yearIn = ({ y, z }: Groups) => {
  const text = y ?? z;
  return text === undefined ? undefined : fullYear(text.replace("'", ''));
};

const PERIODS: readonly Rule[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\d])(?:(?<z>[12]\\d{3})[ -]?)?(?<k>[QH])(?<n>[1-4])(?:(?: of|,)? ?(?:FY ?)?${YEAR}|(?<=[QH]\\d)(?<!\\d{4}[ -]?[QH]\\d) ?FY ?(?<f>\\d{2})\\b)?(?![\\p{L}\\d])`,
      'giu',
    ),
    (groups) => {
      const kind = groups['k']?.toUpperCase() === 'H' ? 'H' : 'Q';
      const number = Number(groups['n']);
      if (kind === 'H' && number > 2) return null;
      return partOfYear(groups['f'] === undefined ? yearIn(groups) : fullYear(groups['f']), kind, number);
    },
  ],
  [
    /(?<![\p{L}\d])(?<n>[1-4])(?<k>[QH]) ?'?(?<y>(?:19|20)?\d{2})(?![\p{L}\d])/gu,
    (groups) => partOfYear(yearIn(groups), groups['k'] === 'H' ? 'H' : 'Q', Number(groups['n'])),
  ],
  [
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
    new RegExp(`(?<![\\p{L}\\d])(?<n>last|${ORDINAL_WORDS}) week (?:of|in) (?<y>[12]\\d{3})(?!\\d)`, 'giu'),
    (groups) => {
      const week = ordinalOf(groups['n'] ?? '');
      return week === undefined || week < 1 || week > 53 ? null : weekOf(Number(groups['y']), week);
    },
  ],
  [
    /(?<![\p{L}\d])week (?<n>\d{1,2}) (?:of|in) (?<y>[12]\d{3})(?!\d)/giu,
    ({ n, y }) => (Number(n) >= 1 && Number(n) <= 53 ? weekOf(Number(y), Number(n)) : null),
  ],
  [
    /(?<![\p{L}\d])first (?<n>\d|two|three|four) weeks (?:of|in) (?<y>[12]\d{3})(?!\d)/giu,
    ({ n, y }) => {
      const count = CARDINAL.get(n ?? '') ?? Number(n);
      const [from, to] = [weekOf(Number(y), 1), weekOf(Number(y), count)];
      return { value: `${from.value}/${to.value}`, first: from.first, last: to.last };
    },
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])(?<n>${ORDINAL_WORDS}) month of (?<y>[12]\\d{3})(?!\\d)`, 'giu'),
    ({ n, y }) => {
      const month = ordinalOf(n ?? '') ?? 0;
      return month >= 1 && month <= 12 ? dateOf({ year: Number(y), month }) : null;
    },
  ],
  [
    /(?<![\p{L}\d])(?:FY ?'?|fiscal(?: year)? |financial year |tax year )(?<y>(?:19|20)\d{2}|(?<=FY ?'?)\d{2})(?:[-/](?<z>(?:20)?\d{2}))?(?!\d|[.,]\d|%)/giu,
    ({ y, z }) =>
      fiscalYear(z === undefined ? fullYear(y ?? '') : Math.floor(fullYear(y ?? '') / 100) * 100 + (Number(z) % 100)),
  ],
  [
    /(?<![\p{L}\d])(?:school|academic) year (?<y>(?:19|20)\d{2})(?!\d)/giu,
    ({ y }) => ({ ...fiscalYear(Number(y)), value: `SY${y}` }),
  ],
  [/(?<![\p{L}\d])(?:(?:calendar )?years? )(?<y>[12]\d{3})(?!\d|[.,]\d|%)/giu, ({ y }) => dateOf({ year: Number(y) })],
  [
    /(?<![\d.,$€£\p{L}])(?:mid-|late-|early-|pre-|post-)?(?<y>1\d{2}0|20\d0)'?s(?![\p{L}\d])/giu,
    ({ y }) => (Number(y) % 100 === 0 && Number(y) < 2000 ? { ...century(Number(y) / 100 + 1) } : decade(Number(y))),
  ],
  [/(?<![\d\p{L}'])'(?<y>[2-9]0)'?s(?![\p{L}\d])/gu, ({ y }) => decade(1900 + Number(y))],
  [/(?<=\b(?:the|early|late|mid|of) )(?<y>[2-9]0)'?s(?![\p{L}\d])/gu, ({ y }) => decade(1900 + Number(y))],
  [
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
    new RegExp(
      `(?<![\\p{L}\\d])(?<n>\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS})[ -]centur(?:y|ies)(?<b> B\\.?C\\.?(?:E\\.?)?)?`,
      'giu',
    ),
    ({ n, b }) => {
      const number = ordinalOf(n ?? '') ?? 0;
      if (number < 1 || number > 30) return null;
      return b === undefined ? century(number) : { value: `-${number}C`, first: null, last: null };
    },
  ],
  [
    /(?<![\d.,])(?<y>\d{1,3}(?:,\d{3})?|\d{4}) B\.?C\.?(?:E\.?)?(?![\p{L}\d])/gu,
    ({ y }) => ({ value: dateOf({ year: 1 - Number((y ?? '').replace(',', '')) }).value, first: null, last: null }),
  ],
];

// ── With the name of a month ────────────────────────────────────────────────────────────────────────────────

const MONTH_WORD =
  /(?<![\p{L}])(?:jan|feb|f[ée]v|mar|mär|mars|abr|avr|apr|ap|may|mai|mag|jun|jui|jul|ago|aug|aoû|aou|set|sep|oct|okt|oto|out|ott|nov|dec|dez|déc|dic|ene|gen|giu|lug|jän)\p{L}{0,7}(?!\p{L})/giu;
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?![\\d:]|[.,]\\d|%)';
const AFTER_DAY = new RegExp(
  `^\\.?[ ./-]{0,2}(?<d>${DAY}|${ORDINAL_WORDS}(?= (?:[12]\\d{3}|')))(?:(?: ?, ?| of | in | |-|/)(?:the year )?(?<y>[12]\\d{3})(?!\\d|[,.]\\d))?`,
  'iu',
);
const AFTER_YEAR =
  /^\.?(?: ?, ?| of (?:the year )?| de | del | in |[ -]|\/)?(?<y>[12]\d{3})(?!\d|[.,]\d|[ \u00a0]?(?:%|million|billion|people))/iu;
const AFTER_SHORT_YEAR = /^\.?(?: of '?| '|-)(?<y>\d{2})(?![\d:%]|[.,]\d|(?:st|nd|rd|th)\b)/iu;
const BEFORE_DAY = new RegExp(
  `(?<![\\d.,/$€£%-]|\\p{L})(?<d>(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|º|\\.)?|${ORDINAL_WORDS})(?: day)?(?:[ -]of)?(?: de| di)?[ .-]{0,2}$`,
  'iu',
);
const BEFORE_YEAR = /(?<![\d.,/$€£%-])(?<y>(?:1[5-9]|20)\d{2})[ -]$/u;
const BEFORE_WEEK = /(?<n>last|first|second|third|fourth|1st|2nd|3rd|4th) week of $/iu;
/** Where a name of a month may be another word ("may", "march") or is written small, this says that it is one. */
const BEFORE_MONTH =
  /(?:\b(?:in|since|by|until|till|from|of|before|after|during|through|last|next|this|early|mid|late|between|the|and|to)[ -]|-)$/iu;
const DOUBTFUL: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'mars',
  'sept',
  'sep',
  'dec',
  'jan',
  'jun',
  'gen',
  'set',
  'ago',
  'ene',
  'mai',
  'avr',
  'apr',
  'jul',
  'feb',
  'aug',
  'oct',
  'nov',
]);

function findMonths(text: string, language: string, found: DateFound[]): void {
  for (const match of matches(text, MONTH_WORD)) {
    const name = match[0];
    const month = monthOf(name.toLowerCase());
    if (month === undefined) continue;
    const date = readMonth(text, match.index, name, month, language);
    if (date) found.push(date);
  }
}

function readMonth(text: string, start: number, name: string, month: number, _language: string): DateFound | null {
  const end = start + name.length;
  const before = text.slice(Math.max(0, start - 26), start);
  const after = text.slice(end, end + 30);
  const days = daysAround(before, after, month);
  if (days) return dateAt(days.date, start - days.before, end + days.after);
  const lead = BEFORE_DAY.exec(before);
  const leadDay = lead ? ordinalOf((lead.groups?.['d'] ?? '').replace(/(?:er|º|\.)$/, '')) : undefined;
  if (lead && leadDay !== undefined && leadDay > 0 && isDay(month, leadDay)) {
    const year = AFTER_YEAR.exec(after) ?? AFTER_SHORT_YEAR.exec(after);
    return made(
      { year: yearIn(year?.groups ?? {}), month, day: leadDay },
      start - lead[0].length,
      end + (year?.[0].length ?? 0),
    );
  }
  const year = AFTER_YEAR.exec(after);
  const week = BEFORE_WEEK.exec(before);
  if (week && year) return weekOfMonth(week, Number(year.groups?.['y']), month, start, end + year[0].length);
  const leadYear = BEFORE_YEAR.exec(before);
  const day = year ? null : AFTER_DAY.exec(after);
  const dayNumber = day ? ordinalOf((day.groups?.['d'] ?? '').replace(/(?:er|º|\.)$/, '')) : undefined;
  if (
    day &&
    dayNumber !== undefined &&
    isDay(month, dayNumber) &&
    !/^ \d{1,2} (?:million|billion|percent|people|%)/.test(day[0])
  ) {
    const said = yearIn(day.groups ?? {}) ?? yearIn(leadYear?.groups ?? {});
    const from = leadYear && day.groups?.['y'] === undefined ? start - leadYear[0].length : start;
    const length = /\.$/.test(day[0]) ? day[0].length - 1 : day[0].length;
    return made({ year: said, month, day: dayNumber }, from, end + length);
  }
  if (leadYear && !year && isYear(yearIn(leadYear.groups ?? {}) ?? 0)) {
    return made({ year: yearIn(leadYear.groups ?? {}), month }, start - leadYear[0].length, end);
  }
  if (year) return made({ year: Number(year.groups?.['y']), month }, start, end + year[0].length);
  const short = AFTER_SHORT_YEAR.exec(after);
  if (short) return made({ year: yearIn(short.groups ?? {}), month }, start, end + short[0].length);
  const plain = !DOUBTFUL.has(name.toLowerCase());
  const capital = /^\p{Lu}/u.test(name);
  if (
    plain
      ? capital || BEFORE_MONTH.test(before)
      : BEFORE_MONTH.test(before) && !/^(?:the|and|to)[ -]$/i.test(/(?:\S+)[ -]$/.exec(before)?.[0] ?? '')
  ) {
    return made({ month }, start, end);
  }
  return /^-(?:[A-Z][a-z]{2})\p{L}* [12]\d{3}/u.test(after) && capital ? made({ month }, start, end) : null;
}

const DAYS_BEFORE =
  /(?<![\d.,/$€£%-]|\p{L})(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:-|to|and|bis|und|au|al?|e|y) ?(\d{1,2})(?:st|nd|rd|th|\.)?(?: of| de| di)? $/iu;
const DAYS_AFTER =
  /^\.? (\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and) ?(\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,/]\d|[ -]?[%\p{L}])/iu;
const YEAR_AFTER_DAYS = /^(?: ?,)? ([12]\d{3})(?!\d|[.,]\d)/;

/** "5-7 June 2020" and "June 5 to 7, 2020": two days of one month. */
function daysAround(text: string, rest: string, month: number): { date: Dated; before: number; after: number } | null {
  const before = DAYS_BEFORE.exec(text);
  const after = before ? null : DAYS_AFTER.exec(rest);
  const [from, to] = [Number((before ?? after)?.[1]), Number((before ?? after)?.[2])];
  if (!(from < to) || !isDay(month, from) || !isDay(month, to)) return null;
  const length = after?.[0].length ?? 0;
  const year = before ? (AFTER_YEAR.exec(rest) ?? null) : YEAR_AFTER_DAYS.exec(rest.slice(length));
  const said = year ? Number(year.groups?.['y'] ?? year[1]) : undefined;
  const date = dateRange(dateOf({ year: said, month, day: from }), dateOf({ year: said, month, day: to }));
  return { date, before: before?.[0].length ?? 0, after: length + (year?.[0].length ?? 0) };
}

const made = (parts: DateParts, start: number, end: number): DateFound => dateAt(dateOf(parts), start, end);

/** "the last week of December 2016": by the day it starts, as weeks of a month have no standard. */
function weekOfMonth(week: RegExpExecArray, year: number, month: number, start: number, end: number): DateFound {
  const number = ordinalOf(week.groups?.['n'] ?? '') ?? 1;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = new Date(Date.UTC(year, month - 1, 1));
  const monday = 1 + ((8 - first.getUTCDay()) % 7);
  const day = number === 0 ? monday + Math.floor((days - monday) / 7) * 7 : monday + (number - 1) * 7;
  const from = dateOf({ year, month, day: Math.min(day, days) });
  const to = dateOf({ year, month, day: Math.min(day + 6, days) });
  const label = number === 0 ? Math.ceil((days - monday + 1) / 7) + (monday > 4 ? 1 : 0) : number;
  const value = `${year}-${String(month).padStart(2, '0')}-W${String(label).padStart(2, '0')}`;
  return dateAt({ value, first: from.first, last: to.last }, start - week[0].length, end);
}
