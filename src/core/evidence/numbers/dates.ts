import { readRules } from './dateRule';
import { DIVIDED, UNDIVIDED } from './dividedDates';
import { findHanDates } from './hanDates';
import { findMonths } from './monthDates';
import { PERIODS } from './periods';
import { PERIODS_ELSEWHERE } from './periodsElsewhere';
import type { DateFound } from './quantity';

/**
 * Finds dates that show themselves by their form: days, months, quarters, weeks, fiscal years, decades, centuries. Bare years
 * are found in `drafts.ts`, and two dates are joined in `ranges.ts`.
 *
 * @param text folded and masked.
 * @returns dates in order, not overlapping.
 */
export function findDates(text: string, language: string): DateFound[] {
  let found = findMonths(text);
  if (DIVIDED_HINT.test(text)) found = found.concat(readRules(text, DIVIDED, language));
  if (/\d{4} ?\d\d ?\d\d/.test(text)) found = found.concat(readRules(text, UNDIVIDED, language));
  if (PERIOD_HINT.test(text)) found = found.concat(readRules(text, PERIODS, language));
  if (ELSEWHERE.has(language)) found = found.concat(readRules(text, PERIODS_ELSEWHERE, language));
  if (HAN_HINT.test(text)) found = found.concat(findHanDates(text));
  return found.length > 1 ? withoutOverlap(found) : found;
}

/**
 * Hint of a date in digits. A full stop alone is mostly a decimal point: it needs another one, a year behind it, or a word
 * before it.
 */
const DIVIDED_HINT = /\d(?:[-/]\d| - \d\d(?!\d)|\.\d{1,2}(?:\.\d|,? (?:19|20)\d\d))|(?:on|day),? \d{1,2}\.\d/i;
const ELSEWHERE: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'it', 'pt']);
const PERIOD_HINT =
  /'\d\d|uarter|half|centur|week|month of|year|fiscal|\d0'?s\b|ties\b|\b[QHqh][1-4]|\d[QH]|\bFY|\bB\.?C/i;
const HAN_HINT = /[年月日纪代季年년월일]/;

/** Removes overlaps: the longer of two dates stays, or the first of two equally long ones. */
function withoutOverlap(found: DateFound[]): DateFound[] {
  const kept: DateFound[] = [];
  for (const date of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || date.start >= last.end) kept.push(date);
    else if (date.end - date.start > last.end - last.start) kept[kept.length - 1] = date;
  }
  return kept;
}
