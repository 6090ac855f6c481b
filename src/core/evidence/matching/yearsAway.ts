import { firstWhere } from '../../base/ordered';
import type { Amount, CalendarDate } from '../numbers';
import { dateOf } from '../numbers/calendar';
import { matches } from '../numbers/matches';

/** Largest distance of words such as "a year later" from the year that they depend on, in UTF-16 units. */
const FARTHEST = 300;

/**
 * Finds years that are given by others: "In 2018 …; five years later", 次年. They aren't looked up for a claim, but a passage may
 * have them where a claim gives a year.
 *
 * @param text a passage, verbatim
 * @param amounts of the passage, in order
 * @param dates of the passage, in order
 */
export function findYearsAway(
  text: string,
  amounts: readonly Amount[],
  dates: readonly CalendarDate[],
): CalendarDate[] {
  if (dates.length === 0) return [];
  const found: CalendarDate[] = [];
  const add = (start: number, end: number, by: number) => {
    const year = yearBefore(dates, start);
    if (year === null) return;
    const span = { start, end };
    const exact = { unit: null, approximate: false, bound: null, checkable: false };
    found.push({ surface: text.slice(start, end), span, kind: 'date', ...dateOf({ year: year + by }), ...exact });
  };
  for (const { unit, low, high, span } of amounts) {
    if (unit !== 'year' || low !== high || !Number.isInteger(low)) continue;
    const [said, ago, agoInHan] = AWAY.exec(text.slice(span.end, span.end + 12)) ?? [];
    if (said !== undefined) add(span.start, span.end + said.length, (ago ?? agoInHan) === undefined ? low : -low);
  }
  if (MAY_NAME_YEAR.test(text))
    for (const { 0: said, 1: ago, index } of matches(text, NEXT))
      add(index, index + said.length, ago === undefined ? 1 : -1);
  return found;
}

/** Returns the last year that stands near before an offset; null if there is none. */
function yearBefore(dates: readonly CalendarDate[], start: number): number | null {
  for (let i = firstWhere(dates.length, (index) => (dates[index]?.span.end ?? Infinity) > start) - 1; i >= 0; i--) {
    const { span, value } = dates[i] ?? { span: { end: -FARTHEST }, value: '' };
    if (start - span.end > FARTHEST) return null;
    const year = /^(?:FY)?(\d{4})/.exec(value)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/** Words after a number of years. A captured word means years before the other year. */
const AWAY = /^ (?:later|after(?:wards?)?)\b|^(?:之|以)?后|^( earlier| before| prior)\b|^((?:之|以)?前)/;
const MAY_NAME_YEAR = /year|年|同比/i;
const NEXT =
  /\ba year (?:later|after)\b|\bthe (?:following|next) year\b|\bthe year after\b|[次翌]年|第二年|(\ba year (?:earlier|before)\b|\bthe (?:previous|preceding|prior) year\b|\bthe year before\b|\blast year\b|\byear[ -]on[ -]year\b|上年|去年|同比|按年|前一年|上一年)/gi;
