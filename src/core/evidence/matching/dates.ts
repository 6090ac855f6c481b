import { firstWhere } from '../../base/ordered';
import { NONE } from '../../base/same';
import type { CalendarDate } from '../numbers';
import { datedAs } from '../numbers/calendar';
import type { Place } from './amounts';

/** The dates of a passage, to look up by their text and by the days that they span. */
export interface PassageDates {
  /** The first date of each text: "2023-08-15", "XXXX-08-15", and each end of a span of dates. */
  readonly byText: ReadonlyMap<string, CalendarDate>;
  /** Dates with a year, by their first day. */
  readonly sorted: readonly CalendarDate[];
  /** The first date of each year. */
  readonly years: ReadonlyMap<string, CalendarDate>;
  /** The first date of each century BC. */
  readonly beforeChrist: ReadonlyMap<number, CalendarDate>;
}

/** Prepares the dates of a passage for `matchDate`. @param dates in order of their places */
export function readDates(dates: readonly CalendarDate[]): PassageDates {
  const byText = new Map<string, CalendarDate>();
  const years = new Map<string, CalendarDate>();
  const beforeChrist = new Map<number, CalendarDate>();
  const add = (map: Map<string, CalendarDate>, key: string, date: CalendarDate) => {
    const before = map.get(key);
    // A day without a year may take the year from elsewhere; a day with a year may not.
    if (!before || (date.value.startsWith('XXXX') && !before.value.startsWith('XXXX'))) map.set(key, date);
  };
  for (const date of dates) {
    add(byText, date.value, date);
    // The year -0507 is 508 BC.
    const year = /^-(\d{4})$/.exec(date.value)?.[1];
    const century = Math.floor(Number(year) / 100) + 1;
    if (year !== undefined && !beforeChrist.has(century)) beforeChrist.set(century, date);
    for (const part of date.value.split('/')) {
      add(byText, part, date);
      const inYear = /^\d{4}(-.+)$/.exec(part)?.[1];
      if (inYear !== undefined) add(byText, `XXXX${inYear}`, date);
      // A day of April is in April.
      const month = /^XXXX-\d\d(?=-\d\d$)/.exec(part)?.[0];
      if (month !== undefined) add(byText, month, date);
      const day = /-(\d\d)$/.exec(part.slice(7))?.[1];
      if (day !== undefined) add(byText, dayOfMonth(Number(day)), date);
      const year = /^(?:FY|SY)?(\d{4})/.exec(part)?.[1];
      if (year !== undefined) add(years, year, date);
    }
  }
  const sorted = [...dates, ...dates.flatMap(endsOf)].filter(({ first }) => first !== null);
  sorted.sort((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1));
  return { byText, sorted, years, beforeChrist };
}

/** Returns the two ends of a span of dates, at the place of the span: a life from 1811 to 1874 has a date in the 1870s. */
export function endsOf(date: CalendarDate): readonly CalendarDate[] {
  const parts = date.value.split('/');
  return parts.length < 2 ? NONE : parts.flatMap((value) => ({ ...date, ...(datedAs(value) ?? { value }) }));
}

/** Returns the text of a day whose month isn't given. */
export const dayOfMonth = (day: number) => `XXXX-XX-${String(day).padStart(2, '0')}`;

/**
 * Finds the place for a claimed date. This is the same date, or one within it: 15 August 2023 is in August 2023. If the passage
 * names the year once and then only days and months, a day or month alone is enough. Dates are never rounded.
 */
export function matchDate(claimed: CalendarDate, dates: PassageDates): Place | null {
  if (dates.byText.size === 0) return null;
  const whole = dates.byText.get(claimed.value);
  if (whole) return { ...whole.span, exact: true };
  const [from = '', to] = claimed.value.split('/');
  const century = centuryOf(from, to);
  const ofCentury = century === null ? undefined : dates.byText.get(century);
  if (ofCentury) return placeOf(ofCentury);
  if (to === undefined) return matchOne(from, claimed.first, claimed.last, dates);
  const [start, end] = [matchOne(from, null, null, dates), matchOne(to, null, null, dates)];
  if (!start || !end) return null;
  return { ...(start.start <= end.start ? start : end), exact: false };
}

/** Returns the century that lasts from one year to another, counted from its year 0 or 1; else null. */
function centuryOf(from: string, to: string | undefined): string | null {
  const isWhole = /^\d\d0[01]$/.test(from) && Number(to) - Number(from) === 99;
  return isWhole ? `${from.slice(0, 2)}XX` : null;
}

function matchOne(value: string, first: string | null, last: string | null, dates: PassageDates): Place | null {
  const same = dates.byText.get(value);
  if (same) return { ...same.span, exact: true };
  const fiscal = /^(?:FY|SY)(\d{4})$/.exec(value)?.[1];
  if (fiscal !== undefined) return placeOf(dates.years.get(fiscal));
  if (/^\d{4}$/.test(value)) {
    const inYear = dates.years.get(value);
    if (inYear) return placeOf(inYear);
  }
  // Who writes "BC" beside the years may leave it out beside the century.
  const century = /^(\d\d)XX$/.exec(value)?.[1];
  const beforeChrist = century === undefined ? undefined : dates.beforeChrist.get(Number(century) + 1);
  if (beforeChrist) return placeOf(beforeChrist);
  // A day or month of a year that the passage names elsewhere.
  const parts = /^(\d{4})(-.+)$/.exec(value);
  if (parts?.[1] !== undefined && dates.years.has(parts[1])) {
    const dayAndMonth = dates.byText.get(`XXXX${parts[2]}`);
    if (dayAndMonth?.value.startsWith('XXXX')) return placeOf(dayAndMonth);
  }
  return first === null || last === null ? null : placeOf(within(first, last, dates.sorted));
}

const placeOf = (date: CalendarDate | undefined): Place | null => (date ? { ...date.span, exact: false } : null);

/** Returns the earliest date that begins and ends between two days. */
function within(first: string, last: string, sorted: readonly CalendarDate[]): CalendarDate | undefined {
  const from = firstWhere(sorted.length, (index) => (sorted[index]?.first ?? '') >= first);
  for (let i = from; i < sorted.length; i++) {
    const date = sorted[i];
    if (!date || date.first === null || date.first > last) return undefined;
    if (date.last !== null && date.last <= last) return date;
  }
  return undefined;
}
