import { firstWhere } from '../../base/ordered';
import { type Amount, inBaseUnit } from '../numbers';
import { type UnitSaid, unitSaid } from './unitsAgree';

/** One way to take an amount of a passage as a value with a unit. An amount may have several. */
export interface Reading {
  readonly amount: Amount;
  /** Without its sign: "fell by 5 %" and "-5 %" say the same. */
  readonly value: number;
  readonly unit: UnitSaid | null;
  /** Which end of a range it is. */
  readonly end: 'low' | 'high' | 'both';
  /** As it stands there; in the unit that it converts to; or in the scale that its table's header says. */
  readonly from: 'said' | 'converted' | 'header';
}

/** The ways to read an amount, but for those that a table's header adds. */
export function readingsOf(amount: Amount): Reading[] {
  if (amount.low === amount.high) return ofValue(amount, amount.low, 'both');
  return [...ofValue(amount, amount.low, 'low'), ...ofValue(amount, amount.high, 'high')];
}

function ofValue(amount: Amount, signed: number, end: Reading['end']): Reading[] {
  const value = Math.abs(signed);
  const unit = unitSaid(amount);
  const said: Reading = { amount, value, unit, end, from: 'said' };
  if (isShare(amount, value)) {
    return [said, { ...said, value: value * 100, unit: PERCENT, from: 'converted' }];
  }
  if (unit === null) return [said];
  const whole = unit.unit === 'cent' || unit.unit === 'penny' ? coinOf(unit.unit) : null;
  if (whole) return [said, { ...said, value: value / 100, unit: whole, from: 'converted' }];
  const base = inBaseUnit(unit.unit);
  if (base.factor === 1) return [said];
  return [said, { ...said, value: value * base.factor, unit: { unit: base.unit, open: null }, from: 'converted' }];
}

/** Several currencies have cents and pennies. */
const coinOf = (coin: 'cent' | 'penny'): UnitSaid =>
  coin === 'cent' ? { unit: 'USD', open: CENTS } : { unit: 'GBP', open: PENNIES };
const CENTS: ReadonlySet<string> = new Set('USD EUR CAD AUD NZD HKD SGD'.split(' '));
const PENNIES: ReadonlySet<string> = new Set(['GBP', 'USD', 'EUR']);

const PERCENT: UnitSaid = { unit: '%', open: null };

/** "half", "two-thirds", "nine in ten": shares, which others write in percent. */
export function isShare({ kind, unit, step }: Amount, value: number): boolean {
  return kind === 'number' && unit === null && step === 0 && value > 0 && value < 1;
}

/** The two numbers that a share such as "3 out of 5" or 10人中9人 is written with; a claim may say them one by one. */
export function partsOfShare(amount: Amount): Reading[] {
  if (amount.low !== amount.high || !isShare(amount, amount.low) || !/\p{L}/u.test(amount.surface)) return [];
  const digits = amount.surface.match(/\d+/g) ?? [];
  return digits.map((value) => ({ amount, value: Number(value), unit: null, end: 'both', from: 'said' }));
}

/**
 * What a bare number or a sum of money in a table comes to in full, where the header says "in thousands" (3) or the
 * like; ordinals, shares and what has a scale of its own are not meant.
 */
export function inHeaderScale(amount: Amount, exponent: number): Reading[] {
  const isBare = amount.kind === 'number' ? amount.unit === null : amount.kind === 'currency';
  // What says "million" itself has been scaled.
  if (!isBare || amount.step > 1 || amount.step === 0) return [];
  const said = readingsOf(amount).filter(({ from }) => from === 'said');
  return said.map((reading) => ({ ...reading, value: Number(`${reading.value}e${exponent}`), from: 'header' }));
}

/** The readings whose value lies in `[from, to]`. */
export function* between(sorted: readonly Reading[], from: number, to: number): Iterable<Reading> {
  const first = firstWhere(sorted.length, (index) => (sorted[index]?.value ?? Number.POSITIVE_INFINITY) >= from);
  for (let i = first; i < sorted.length; i++) {
    const reading = sorted[i];
    if (!reading || reading.value > to) return;
    yield reading;
  }
}
