import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import { type Amount, type CalendarDate, findNumbers, type Quantity } from '../numbers';
import { matchAmount, matchingAmounts } from './amounts';
import { dayOfMonth, matchDate, type PassageDates, readDates } from './dates';
import { headerScales } from './headers';
import { headerUnits, inHeaderUnit } from './headerUnits';
import { between, inHeaderScale, isBare, partsOfShare, type Reading, readingsOf } from './readings';
import { findSpansInWords } from './spansInWords';
import { findYearsAway } from './yearsAway';

export type { Reading } from './readings';

/** The quantities of a passage, read once for many claims. */
export interface PassageNumbers {
  /** Quantities in order of their places. */
  readonly quantities: readonly Quantity[];
  /** Every reading of its amounts, by value. */
  readonly readings: readonly Reading[];
  /** Readings that may match a percentage. A bare number doesn't, unless the text or its context speaks of percent. */
  readonly percentages: readonly Reading[];
  readonly dates: PassageDates;
}

/** A place in a passage's text that holds a claimed quantity. */
export interface NumberMatch extends TextSpan {
  /** True if it says exactly the same; else the claim rounds it, or names a longer time that it lies in. */
  readonly exact: boolean;
}

/** A sign or word for percent in the languages whose percentages are read. */
const PERCENT =
  /[%％‰]|per ?cent|百分|[一二三四五六七八九两几][成折]|prozent|pour ?cent|por ?ciento|por ?cento|パーセント|퍼센트/i;

/**
 * Reads the quantities of a passage for `matchNumber`.
 *
 * @param text the passage, verbatim.
 * @param language a BCP 47 tag, as for `findNumbers`.
 * @param context text around it, such as the header and caption of its table: "in millions", 单位：亿元.
 */
export function readPassageNumbers(text: string, language: string, context?: string): PassageNumbers {
  const quantities = findNumbers(text, language);
  const amounts: Amount[] = [];
  const dates: CalendarDate[] = [];
  for (const quantity of quantities) {
    if (quantity.kind === 'date') dates.push(quantity);
    else amounts.push(quantity);
  }
  const away = findYearsAway(text, amounts, dates);
  // A header tells the scale or the unit of bare numbers and of sums of money.
  const hasBare = amounts.some(isBare);
  const scales = hasBare ? [...headerScales(text, context)] : NONE;
  const units = hasBare ? headerUnits(text, context ?? '', language) : NONE;
  const readings: Reading[] = [];
  for (const amount of [...amounts, ...findSpansInWords(text, dates)]) {
    readings.push(...readingsOf(amount), ...partsOfShare(amount));
    for (const exponent of scales) readings.push(...inHeaderScale(amount, exponent));
    for (const unit of units) readings.push(...inHeaderUnit(amount, unit));
  }
  readings.sort((a, b) => a.value - b.value || a.amount.span.start - b.amount.span.start);
  const speaksOfPercent = PERCENT.test(text) || (context !== undefined && PERCENT.test(context));
  const isTable = text.includes(' | ');
  const percentages = speaksOfPercent
    ? readings
    : readings.filter(({ unit, amount }) => unit !== null || (isTable && isTelling(amount)));
  return { quantities, readings, percentages, dates: readDates([...dates, ...away]) };
}

/**
 * Looks up a claimed quantity in a passage. Two quantities agree if their values do, once scale and unit are applied. They also
 * agree if the claim's value is the passage's value, rounded to the digits that the claim shows. Units must be the same or
 * convert exactly. A bare number goes with any unit, but with percent only in a passage that speaks of it. Years are never
 * rounded.
 *
 * @returns the best place; null if the passage doesn't hold it.
 */
export function matchNumber(claimed: Quantity, passage: PassageNumbers): NumberMatch | null {
  if (claimed.kind === 'date') return matchDate(claimed, passage.dates) ?? yearAsNumber(claimed, passage);
  return matchAmount(claimed, readingsFor(claimed, passage)) ?? numberAsDate(claimed, passage.dates);
}

/** True for the decimals of a table: 57.5 may be a percentage there, although no head says so. */
function isTelling({ step, surface }: Amount): boolean {
  return step > 0 && step < 1 && /\d{2}[.,]\d/.test(surface);
}

/** Finds a claimed year among the numbers of a passage, because it's a guess whether four digits are a year. */
function yearAsNumber(claimed: CalendarDate, passage: PassageNumbers): NumberMatch | null {
  if (!/^(?:\d{4}|\d{3}X|\d{2}XX)$/.test(claimed.value)) return null;
  const [first, last] = ['0', '9'].map((digit) => Number(claimed.value.replaceAll('X', digit)));
  for (const { amount, unit, from } of between(passage.readings, first ?? 0, last ?? 0)) {
    if (unit === null && from === 'said' && LIKE_A_YEAR.test(amount.surface))
      return { ...amount.span, exact: first === last };
  }
  return null;
}

/** Finds a claimed number among the dates of a passage: 2019, "the 15th" and 2500年 may be read as dates there. */
function numberAsDate({ kind, surface, unit, low, high }: Amount, dates: PassageDates): NumberMatch | null {
  if (low !== high || (unit !== null && unit !== 'year')) return null;
  const isYear = kind !== 'ordinal' && LIKE_A_YEAR.test(surface);
  const text = kind === 'ordinal' ? dayOfMonth(low) : isYear ? String(low) : null;
  const date = text === null ? undefined : dates.byText.get(text);
  if (date) return { ...date.span, exact: true };
  const inYear = isYear && unit === null ? dates.years.get(String(low)) : undefined;
  return inYear ? { ...inYear.span, exact: false } : null;
}

/** Four digits without a separator: 2,019 counts something. */
const LIKE_A_YEAR = /^\p{Nd}{4}(?!\p{Nd}|[.,]\p{Nd})/u;

/** Returns the amounts of a passage that would support a claimed one, each by itself. */
export function amountsThatHold(claimed: Amount, passage: PassageNumbers): ReadonlySet<Amount> {
  return matchingAmounts(claimed, readingsFor(claimed, passage));
}

function readingsFor({ kind }: Amount, { readings, percentages }: PassageNumbers): readonly Reading[] {
  return kind === 'percent' ? percentages : readings;
}
