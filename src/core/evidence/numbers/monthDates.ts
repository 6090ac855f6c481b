import { type Dated, type DateParts, dateAt, dateOf, dateRange, isDay } from './calendar';
import { yearIn } from './dateRule';
import { matches } from './matches';
import { MONTH_NAME, monthOf, ORDINAL_WORDS, ordinalOf } from './months';
import type { DateFound } from './quantity';

const DAY = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?![\\d:]|\\.\\d|,\\d(?!\\d{3}(?!\\d))|%)';
const AFTER_DAY = new RegExp(
  `^\\.?[ ./-]{0,2}(?<d>${DAY}|${ORDINAL_WORDS}(?= (?:[12]\\d{3}|')))(?:(?: ?,[ \\n]?| of | in | |\\n|-|/)(?:the year )?(?<y>[12]\\d{3})(?!\\d|[,.]\\d))?`,
  'iu',
);
const AFTER_YEAR =
  /^\.?(?: ?,[ \n]?| of (?:the year )?| de | del | in |[ \n-]|\/)?(?<y>[12]\d{3})(?!\d(?!\d? \p{Lu}\p{Ll}{2,8} [12]\d{3})|[.,]\d|[ \u00a0]?(?:%|million|billion|people))/iu;
const AFTER_SHORT_YEAR = /^\.?(?: of '?| '|-)(?<y>\d{2})(?![\d:%]|[.,]\d|(?:st|nd|rd|th)\b)/iu;
const BEFORE_DAY = new RegExp(
  `(?:(?<![\\d.,/$€£%-]|\\p{L})|(?<=\\p{L} [12]\\d{3}))(?<d>(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|º|\\.)?|${ORDINAL_WORDS})(?: day)?(?:[ -]of)?(?: de| di)?[ .-]{0,2}$`,
  'iu',
);
const BEFORE_YEAR = /(?<![\d.,/$€£%-])(?<y>(?:1[5-9]|20)\d{2})[ -]$/u;
const BEFORE_WEEK = /(?<n>last|first|second|third|fourth|1st|2nd|3rd|4th) week of $/iu;
/** Words before a month. They are needed where its name may be another word ("may", "march") or has no capital. */
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

/**
 * Finds the dates that name a month: "3 May 2021", "the fourth of July", "Jan-Feb 2017", "in August".
 *
 * @param text folded and masked.
 */
export function findMonths(text: string): DateFound[] {
  const found: DateFound[] = [];
  for (const match of matches(text, MONTH_NAME)) {
    const name = match[0];
    const month = monthOf(name.toLowerCase());
    if (month === undefined) continue;
    const date = readMonth(text, match.index, name, month);
    if (date) found.push(date);
  }
  return found;
}

function readMonth(text: string, start: number, name: string, month: number): DateFound | null {
  const end = start + name.length;
  const before = text.slice(Math.max(0, start - 26), start);
  const after = text.slice(end, end + 30);
  // Oct4 is a name.
  if (/^\d/.test(after) && DOUBTFUL.has(name.toLowerCase()) && !/\d[ -]?$/.test(before)) return null;
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
  if (leadYear && !year && isPlausible(yearIn(leadYear.groups ?? {}) ?? 0)) {
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

/** Reads two days of one month: "5-7 June 2020" and "June 5 to 7, 2020". */
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

/** Returns the date of "the last week of December 2016". The week starts on a Monday, as weeks of a month have no standard. */
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

const isPlausible = (year: number) => year >= 1000 && year < 2200;
