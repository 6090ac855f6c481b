import { daysIn } from '../../base/dates';
import type { DateFound } from './quantity';

/** Days, months and years as Extended Date/Time Format (ISO 8601-2) text, and the days that they span. */

/** Parts of a date, as far as the text gives them. */
export interface DateParts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** Text of a date, with its first and last day if the year is known. */
export interface Dated {
  readonly value: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** Returns a date with its place in the text. */
export function dateAt({ value, first, last }: Dated, start: number, end: number): DateFound {
  return { kind: 'date', start, end, value, first, last };
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Returns the text of a year. Years before the common era are as in ISO 8601, where 1 BC is the year 0. */
const yearText = (year: number) => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));

const dayText = (year: number, month: number, day: number) => `${yearText(year)}-${pad(month)}-${pad(day)}`;

/** Returns the text of a day, which may lie before or after its month. */
function nearDayText(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** True if a month has such a day; 29 February counts in every year. */
export function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(2000, month);
}

/** Returns the date of a year, month or day. */
export function dateOf({ year, month, day }: DateParts): Dated {
  if (year === undefined) {
    const value = `XXXX-${month === undefined ? 'XX' : pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
    return { value, first: null, last: null };
  }
  if (month === undefined) return between(yearText(year), year, 1, year, 12);
  if (day === undefined) return between(`${yearText(year)}-${pad(month)}`, year, month, year, month);
  const value = dayText(year, month, day);
  return { value, first: value, last: value };
}

/** Returns a date that spans from the first day of one month to the last of another. */
function between(value: string, year: number, month: number, lastYear: number, lastMonth: number): Dated {
  return { value, first: dayText(year, month, 1), last: dayText(lastYear, lastMonth, daysIn(lastYear, lastMonth)) };
}

/** Returns a part of a year: `2024-Q3`; `2024-H1`. */
export function partOfYear(year: number | undefined, kind: 'Q' | 'H', number: number): Dated {
  if (year === undefined) return { value: `XXXX-${kind}${number}`, first: null, last: null };
  const months = kind === 'Q' ? 3 : 6;
  return between(`${yearText(year)}-${kind}${number}`, year, (number - 1) * months + 1, year, number * months);
}

/** Returns a decade: `198X` for the 1980s. */
export function decade(year: number): Dated {
  const ten = Math.floor(year / 10);
  return between(`${pad(ten, 3)}X`, ten * 10, 1, ten * 10 + 9, 12);
}

/** Returns a century: `19XX` for the twentieth, counted as most do, from 1900 to 1999. */
export function century(number: number): Dated {
  return between(`${pad(number - 1)}XX`, (number - 1) * 100, 1, number * 100 - 1, 12);
}

/** Returns a fiscal year, whose months the text doesn't give. */
export function fiscalYear(year: number): Dated {
  return { value: `FY${year}`, first: `${yearText(year - 1)}-01-01`, last: `${yearText(year)}-12-31` };
}

/** Returns a week: `2018-W03`, Monday to Sunday as in ISO 8601. */
export function weekOf(year: number, week: number): Dated {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return {
    value: `${yearText(year)}-W${pad(week)}`,
    first: nearDayText(year, 1, monday),
    last: nearDayText(year, 1, monday + 6),
  };
}

/** Returns the year that two digits stand for: '87 is 1987, '24 is 2024. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/**
 * Returns two dates as the ends of one. Each takes the parts that it lacks from the other: "5 to 7 May 2020",
 * "2019年6月1日-6月30日".
 */
export function dateRange(from: Dated, to: Dated): Dated {
  const year = /^\d{4}/.exec(to.value)?.[0];
  const fromYear = /^\d{4}/.exec(from.value)?.[0];
  let first = from;
  let last = to;
  if (from.value.startsWith('XXXX') && year !== undefined) {
    const wraps = from.value.slice(4) > to.value.slice(4);
    first = parsed(from.value.replace('XXXX', String(Number(year) - (wraps ? 1 : 0)))) ?? from;
  } else if (to.value.startsWith('XXXX') && fromYear !== undefined) {
    last = parsed(to.value.replace('XXXX', fromYear)) ?? to;
  }
  return { value: `${first.value}/${last.value}`, first: first.first, last: last.last };
}

function parsed(value: string): Dated | null {
  return value.includes('-') ? datedAs(value) : null;
}

/** Returns the date of a text such as `2019`, `2019-06` or `2019-06-01`; null for other forms. */
export function datedAs(value: string): Dated | null {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(value)) return null;
  const [year, month, day] = value.split('-').map(Number);
  return dateOf({ year, month, day });
}
