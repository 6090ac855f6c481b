import type { Bound } from '../numbers';

/** The values that support a claimed one, both ends included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A value as a claim gives it. */
export interface Claimed {
  /** Value without its sign. */
  readonly value: number;
  /** One unit in the last digit that the claim shows; 0 for an exact fraction. */
  readonly step: number;
  readonly approximate: boolean;
  readonly bound: Bound | null;
  /** True if digits may be cut off instead of rounded, as in sums of yen: 2,028億円 for 202,873百万円. */
  readonly cutsOff: boolean;
}

/**
 * Returns the values that a claim may stand for. Any number may be rounded by half a unit of the last digit that it shows, to
 * either side. "About" leaves out the noughts at its end: "about 500" is 450 to 550. "More than" and "less than" reach on their
 * side to the next number that is as round: 523 is "more than 500", and 5,000 isn't. "At least" and "up to" report a bound,
 * which the passage must say as well.
 */
export function windowOf(claimed: Claimed): Window {
  const { value, step, approximate, bound, cutsOff } = claimed;
  const rounded = step / 2;
  if (bound !== 'moreThan' && bound !== 'lessThan' && !approximate)
    return widened(value - rounded, value + (cutsOff ? Math.max(rounded, step * SHORT_OF_NEXT) : rounded));
  const unit = lastUnit(value);
  const about = Math.min(unit / 2, value * ABOUT);
  if (bound === 'moreThan' || bound === 'lessThan') {
    const reach = approximate ? about : Math.min(unit * SHORT_OF_NEXT, value * BEYOND);
    return bound === 'moreThan' ? widened(value, value + reach) : widened(value - reach, value);
  }
  const slack = Math.max(rounded, about);
  return widened(value - slack, value + (cutsOff ? Math.max(slack, step * SHORT_OF_NEXT) : slack));
}

/** True if a claim shows the digits of a value, rounded, or cut off where that is usual. */
export function isShortened({ value, step, cutsOff }: Claimed, whole: number): boolean {
  return Math.abs(whole - value) <= step / 2 || (cutsOff && whole >= value && whole < value + step);
}

/** Largest reach of "about" to either side, as a share of the value. */
const ABOUT = 0.1;
/** Largest reach of "more than" and "less than", as a share of the value. */
const BEYOND = 0.4;
const SHORT_OF_NEXT = 0.999;
/** Relative difference that binary fractions can't tell apart. */
const SAME = 1e-9;

const widened = (from: number, to: number): Window => ({ from: from - Math.abs(from) * SAME, to: to + to * SAME });

/** True if two values differ at most by the rounding of binary fractions. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

/** Returns one unit in the last digit that isn't nought: 100 for 500, 10 for 1230. */
function lastUnit(value: number): number {
  if (value === 0) return 0;
  const [digits = '', exponent = '0'] = value.toExponential(11).split('e');
  const shown = digits.replace(/\.?0+$/, '');
  return Number(`1e${Number(exponent) - Math.max(0, shown.length - 2)}`);
}
