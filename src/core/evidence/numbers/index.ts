import { withoutHidden } from '../../document/inline/htmlTags';
import { findDates } from './dates';
import { type Draft, draft, joinUnits } from './drafts';
import { BLANK, fold } from './fold';
import { gatherNumerals } from './gather';
import { readHedge } from './hedges';
import { mask } from './masks';
import type { DateFound, Quantity } from './quantity';
import { joinRanges } from './ranges';

export { type Amount, type Bound, type CalendarDate, isLowerBound, type Quantity, type QuantityKind } from './quantity';
export { inBaseUnit, sizeOf, stepOf } from './units';

/**
 * Finds the quantities of a text: numbers in digits, words and Chinese characters with their scale and unit, shares, money,
 * dates, ordinals, and ranges of them. Digits that state no quantity (COVID-19, [1], 10:30, § 3.2, a version, an address) are
 * left out.
 *
 * @param text running text, verbatim; Markdown is read as written.
 * @param language a BCP 47 tag. It decides what the form leaves open: `1.234`, `1/5/2024`, the words of numbers.
 * @returns the quantities in order, not overlapping
 */
export function findNumbers(text: string, language: string): Quantity[] {
  if (!MAY_HOLD.test(text)) return [];
  const primary = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? 'en';
  const masked = mask(fold(withoutHidden(text)));
  const dates = findDates(masked, primary);
  const numerals = gatherNumerals(dates.length > 0 ? without(masked, dates) : masked, primary);
  const all: Draft[] = [...dates];
  for (const numeral of numerals) {
    // Numbers that are too large for a double can't be compared.
    if (Number.isFinite(numeral.low) && Number.isFinite(numeral.high)) all.push(draft(masked, numeral, primary));
  }
  if (dates.length > 0) all.sort((a, b) => a.start - b.start);
  return joinRanges(masked, joinUnits(masked, apart(all))).map((found) => quantity(text, masked, found));
}

/** A digit, a letter that a number word or a month may begin with, or a character of another script. */
const MAY_HOLD = /[\p{N}\p{L}]/u;

/** Removes overlaps: the unit of one number must not reach into the next. The first keeps what both claim. */
function apart(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const next of drafts) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
    else if (next.kind !== 'date' && next.numeral.start >= last.end) {
      // "50 $ 20": the sign is taken; the number stays.
      kept.push({
        ...next,
        start: last.end > next.numeral.start ? next.start : next.numeral.start,
        kind: 'number',
        unit: null,
        unitPlace: null,
      });
    }
  }
  return kept;
}

function without(text: string, dates: readonly DateFound[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of dates) {
    result += text.slice(at, start) + BLANK.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

function quantity(text: string, masked: string, found: Draft): Quantity {
  const { start, end } = found;
  const surface = text.slice(start, end);
  const checkable = isCheckable(found, masked);
  if (found.kind === 'date') {
    const { value, first, last } = found;
    const { approximate, bound } = readHedge(masked, start, end);
    return {
      surface,
      span: { start, end },
      kind: 'date',
      value,
      unit: null,
      first,
      last,
      approximate,
      bound,
      checkable,
    };
  }
  const { kind, unit, low, high, step, lowStep, approximate, bound } = found;
  const value = low === high ? low : `${low}/${high}`;
  return { surface, span: { start, end }, kind, value, unit, low, high, step, lowStep, approximate, bound, checkable };
}

/**
 * True if a quantity is worth looking up in a source. One, first, and a few things counted in words are said in many ways, so a
 * passage needn't hold them: "the four regions" are the ones that it lists. A month without a year is often the month of the
 * passage itself.
 */
function isCheckable(draft: Draft, masked: string): boolean {
  if (draft.kind === 'date') return !(draft.value.startsWith('XXXX') && /^XXXX-(?:XX|\d\d$|[QH])/.test(draft.value));
  const { numeral, high } = draft;
  const size = Math.abs(high);
  if (numeral.bound === 'moreThan' && numeral.approximate && size <= 20) return false;
  if (draft.kind === 'ordinal') return size > 10;
  if (draft.kind !== 'number') return !(numeral.form !== 'digits' && size === 1);
  if (numeral.fraction) return true;
  if (numeral.form === 'digits') return size > 1 || !Number.isInteger(size);
  // "Two times as many" has many other words: twice, double.
  if (draft.unit === 'times') return size > 2;
  return size > 3 && !(size <= 12 && DEFINITE.test(masked.slice(Math.max(0, draft.start - 12), draft.start)));
}

/** Words before a number of things that are named elsewhere. */
const DEFINITE = /(?<!\p{L})(?:the|these|those|all|other|remaining) $|(?:[这那其]|上述|其余|其他|以上)$/iu;
