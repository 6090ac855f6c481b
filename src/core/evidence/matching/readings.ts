import { firstWhere } from '../../base/ordered';
import { NONE } from '../../base/same';
import { type Amount, inBaseUnit } from '../numbers';
import { type UnitSaid, unitSaid } from './unitsAgree';

/** One way to take an amount of a passage as a value with a unit. An amount may have several. */
export interface Reading {
  readonly amount: Amount;
  /** Value without its sign: "fell by 5 %" and "-5 %" say the same. */
  readonly value: number;
  readonly unit: UnitSaid | null;
  /** End of a range that it is; `both` if the amount isn't a range. */
  readonly end: 'low' | 'high' | 'both';
  /** Origin of the value: as written, in the unit that it converts to, or in the scale or unit of its table's header. */
  readonly from: 'said' | 'converted' | 'header';
}

/** Returns the readings of an amount, except the ones that a table's header adds. */
export function readingsOf(amount: Amount): Reading[] {
  if (amount.low === amount.high) return readingsOfEnd(amount, amount.low, 'both');
  return [...readingsOfEnd(amount, amount.low, 'low'), ...readingsOfEnd(amount, amount.high, 'high')];
}

/** Returns the readings of an amount as if one value were all of it. */
export function readingsOfEnd(amount: Amount, signed: number, end: Reading['end']): Reading[] {
  const value = Math.abs(signed);
  const unit = unitSaid(amount);
  const said: Reading = { amount, value, unit, end, from: 'said' };
  if (isShare(amount, value) || isDecimalShare(amount, value)) return [said, converted(said, value * 100, PERCENT)];
  if (unit === null) return [said];
  const whole = unit.unit === 'cent' || unit.unit === 'penny' ? coinOf(unit.unit) : null;
  if (whole) return [said, converted(said, value / 100, whole)];
  const base = inBaseUnit(unit.unit);
  if (base.factor === 1) return [said];
  return [said, converted(said, value * base.factor, { unit: base.unit, open: null })];
}

function converted({ amount, end }: Reading, value: number, unit: UnitSaid): Reading {
  return { amount, value, unit, end, from: 'converted' };
}

/** Several currencies have cents and pennies. */
const coinOf = (coin: 'cent' | 'penny'): UnitSaid =>
  coin === 'cent' ? { unit: 'USD', open: CENTS } : { unit: 'GBP', open: PENNIES };
const CENTS: ReadonlySet<string> = new Set('USD EUR CAD AUD NZD HKD SGD'.split(' '));
const PENNIES: ReadonlySet<string> = new Set(['GBP', 'USD', 'EUR']);

const PERCENT: UnitSaid = { unit: '%', open: null };

/** True for shares, which other texts write in percent: "half", "two-thirds", "nine in ten". */
export function isShare({ kind, unit, step }: Amount, value: number): boolean {
  return kind === 'number' && unit === null && step === 0 && value > 0 && value < 1;
}

/** True for a decimal such as 0.963, which other texts write as 96.3 %. */
function isDecimalShare({ kind, unit, step }: Amount, value: number): boolean {
  return kind === 'number' && unit === null && value > 0 && value < 1 && step > 0 && step <= LARGEST_STEP;
}

/** Last digit of such a decimal. */
const LARGEST_STEP = 0.001;

/**
 * Returns the two numbers of a share such as "3 out of 5", 10人中9人 or 4/127; a claim may name them one by one. Fractions such as 2/3
 * have none.
 */
export function partsOfShare(amount: Amount): readonly Reading[] {
  if (amount.low !== amount.high || !isShare(amount, amount.low)) return NONE;
  const digits = amount.surface.match(/\d+/g) ?? [];
  if (!/\p{L}/u.test(amount.surface) && !(Number(digits[1]) > LARGEST_DENOMINATOR)) return NONE;
  return digits.map((value) => ({ amount, value: Number(value), unit: null, end: 'both', from: 'said' }));
}

const LARGEST_DENOMINATOR = 12;

/** True if a header may add to an amount: it's a number without a unit, or a sum of money. */
export function isBare({ kind, unit }: Amount): boolean {
  return kind === 'number' ? unit === null : kind === 'currency';
}

/**
 * Returns the full values of a bare number or a sum of money in a table whose header gives a scale, such as "in thousands" (3).
 * Ordinals, shares and numbers with a scale of their own have none.
 */
export function inHeaderScale(amount: Amount, exponent: number): Reading[] {
  // An amount with "million" is scaled already.
  if (!isBare(amount) || amount.step > 1 || amount.step === 0) return [];
  const said = readingsOf(amount).filter(({ from }) => from === 'said');
  return said.map((reading) => ({ ...reading, value: Number(`${reading.value}e${exponent}`), from: 'header' }));
}

/** Returns the readings whose value lies in `[from, to]`. */
export function between(sorted: readonly Reading[], from: number, to: number): readonly Reading[] {
  const first = firstWhere(sorted.length, (index) => (sorted[index]?.value ?? Number.POSITIVE_INFINITY) >= from);
  let end = first;
  while (end < sorted.length && (sorted[end]?.value ?? Number.POSITIVE_INFINITY) <= to) end++;
  return end > first ? sorted.slice(first, end) : NONE;
}
