import { NONE } from '../../base/same';
import type { Amount, CalendarDate } from '../numbers';
import { matches } from '../numbers/matches';

/**
 * Finds stretches of time that are given without a number. "Over the past decade" is ten years, "a year and a half" is 1.5, and
 * 半年 is half of one. The second half of a year is six months, and from 2013 to 2023 are ten years. They aren't looked up for a
 * claim, but a passage may have them where a claim gives years.
 *
 * @param text a passage, verbatim
 * @param dates of the passage
 */
export function findSpansInWords(text: string, dates: readonly CalendarDate[]): Amount[] {
  return [...spansInWords(text), ...partsOfYears(text), ...yearsBetween(text, dates), ...daysIn(text, dates)];
}

/** Finds named parts of a year, and whole years. */
function partsOfYears(text: string): Amount[] {
  if (!MAY_NAME_PART.test(text)) return [];
  return PARTS.flatMap(([months, pattern]) =>
    matches(text, pattern).map(({ 0: surface, index }) => span(surface, index, months, 'month')),
  );
}

const MAY_NAME_PART = /quarter|half|year|yoy|annual|\b[QH][1-4]|Quartal|Halbjahr|mestre|年|季度|同比/i;
const PARTS: readonly (readonly [months: number, pattern: RegExp])[] = [
  [
    3,
    /(?<![\p{L}\d])(?:(?:first|second|third|fourth|final|last|previous|next|this|each|every|per) quarter|Q[1-4])(?![\p{L}\d])|季度|Quartal|trimestre/giu,
  ],
  [
    6,
    /(?<![\p{L}\d])(?:(?:first|second|latter) half|half-years?|H[12])(?![\p{L}\d])|[上下前后後]半年|Halbjahr|semestre/giu,
  ],
  [9, /前三季度|(?<!\p{L})(?:first|last) three quarters(?!\p{L})/giu],
  [
    12,
    /(?<![\p{L}\d])(?:year[ -]o(?:n|ver)[ -]year|yoy|a year (?:ago|earlier|before)|annual(?:ly)?|full[ -]year|per year|a year)(?![\p{L}\d])|同比|全年|[去上]年(?:同期|[末底])/giu,
  ],
];

/** Largest number of years that name spans. With more, some two of them are as far apart as almost any span. */
const MOST_YEARS = 3;

/**
 * Returns the spans of more than one year between any two years that a passage names; if it names many, between two of one
 * sentence.
 */
function yearsBetween(text: string, dates: readonly CalendarDate[]): Amount[] {
  const years = yearsOf(dates);
  if (years.size <= MOST_YEARS) return apartIn(text, years);
  const bySentence = new Map<number, CalendarDate[]>();
  let ends = 0;
  let from = 0;
  for (const date of dates) {
    ends += matches(text.slice(from, date.span.start), SENTENCE_END).length;
    from = date.span.start;
    bySentence.set(ends, [...(bySentence.get(ends) ?? []), date]);
  }
  // A life begins with a day: ages count from there.
  const [first] = years;
  const ofDay = first !== undefined && A_BIRTH.test(first[1].value) && years.size <= MOST_AGES;
  const ages = ofDay ? [...years].flatMap((year) => apartIn(text, new Map([first, year]))) : NONE;
  return [
    ...ages,
    ...[...bySentence.values()].flatMap((those) => {
      const own = yearsOf(those);
      return own.size <= MOST_YEARS ? apartIn(text, own) : [];
    }),
  ];
}

/** A day, or a span that begins with one. */
const A_BIRTH = /^\d{4}-\d\d-\d\d/;
/** Largest number of years of a passage whose first one may be where ages count from. */
const MOST_AGES = 6;

const SENTENCE_END = /[.!?](?=\s)|[。！？\n]/g;

/** Returns the first date of each year. */
function yearsOf(dates: readonly CalendarDate[]): ReadonlyMap<number, CalendarDate> {
  const years = new Map<number, CalendarDate>();
  for (const date of dates)
    for (const [year] of date.value.matchAll(/(?<![\d-])\d{4}(?!\d)/g))
      if (!years.has(Number(year))) years.set(Number(year), date);
  return years;
}

function apartIn(text: string, years: ReadonlyMap<number, CalendarDate>): Amount[] {
  return [...years].flatMap(([year, { span: place }]) =>
    [...years.keys()]
      .filter((other) => year - other > 1)
      .map((other) => span(text.slice(place.start, place.end), place.start, year - other, 'year')),
  );
}

/** Returns how long each span of days takes. It may be counted with its first day or without. */
function daysIn(text: string, dates: readonly CalendarDate[]): Amount[] {
  return dates.flatMap(({ value, span: place }): Amount[] => {
    const ends = value.split('/').map((day) => (A_DAY.test(day) ? Date.parse(day) : Number.NaN));
    const days = ((ends[1] ?? Number.NaN) - (ends[0] ?? Number.NaN)) / DAY;
    if (!(days > 0)) return [];
    const surface = text.slice(place.start, place.end);
    return [
      ...[days, days + 1].map((count) => span(surface, place.start, count, 'day')),
      ...(days > 2 * MONTH - 3 ? [span(surface, place.start, Math.floor((days + 2) / MONTH), 'month')] : []),
    ];
  });
}

const A_DAY = /^\d{4}-\d\d-\d\d$/;
/** A day in milliseconds, and a month in days. */
const DAY = 86_400_000;
const MONTH = 30.44;

function spansInWords(text: string): Amount[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Amount[] = [];
  for (const { 0: surface, 1: word = '', 2: half, index } of matches(text, SPAN)) {
    const unit = UNITS.get(word.toLowerCase());
    if (unit !== undefined && LEAD.test(text.slice(Math.max(0, index - 16), index))) {
      found.push(span(surface, index, half === undefined ? 1 : 1.5, unit));
    }
  }
  for (const { 0: surface, 1: word = '', index } of matches(text, HALF)) {
    const unit = UNITS.get(word);
    if (unit !== undefined) found.push(span(surface, index, 0.5, unit));
  }
  return found;
}

function span(surface: string, start: number, value: number, unit: string): Amount {
  const end = start + surface.length;
  const exact = { low: value, high: value, step: 0, lowStep: 0, approximate: false, bound: null, checkable: false };
  return { surface, span: { start, end }, kind: 'dimension', value, unit, ...exact };
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['decade', 'decade'],
  ['century', 'century'],
  ['jahrzehnt', 'decade'],
  ['décennie', 'decade'],
  ['década', 'decade'],
  ['decennio', 'decade'],
  ['year', 'year'],
  ['month', 'month'],
  ['年', 'year'],
  ['个月', 'month'],
  ['個月', 'month'],
  ['小时', 'h'],
  ['小時', 'h'],
  ['天', 'day'],
  ['時間', 'h'],
]);
const MAY_HOLD = /decade|century|jahrzehnt|décennie|década|decennio|and a half|半/i;
const SPAN =
  /(?<![\p{L}\d])(decade|century|jahrzehnt|décennie|década|decennio|(?:year|month)(?= and a half))(?![\p{L}])( and a half)?/giu;
/** An article, or a word that picks one, before a span; "the 19th century" has none right before "century". */
const LEAD =
  /(?<![\p{L}\d])(?:an?|the|one|this|past|last|next|previous|coming|every|each|per|of|ein|einem|einen|eines|letzten|vergangenen|nächsten|une|la|dernière|prochaine|una|última|próxima|uma|un|ultimo|prossimo) $/iu;
/** Half of a unit of time. 上半年 is a part of the year, and 两年半 has a number: they don't count. */
const HALF = /(?<![上下前后後大个個\p{N}一二三四五六七八九十两兩年月])半(?:个|個)?(年|个月|個月|小时|小時|天|時間)/gu;
