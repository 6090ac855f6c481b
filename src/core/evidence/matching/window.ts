import type { Bound } from '../numbers';

/** The values that support a claimed one. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What the claim says of a value. */
export interface Claimed {
  /** Not negative. */
  readonly value: number;
  /** One unit in the last digit that the claim shows; 0 for an exact fraction. */
  readonly step: number;
  readonly approximate: boolean;
  readonly bound: Bound | null;
}

/**
 * The values that a claim may stand for: half a unit of its last digit to either side, as for any rounded number; with
 * "about" half a unit of its last digit that is not nought; with "more than" and its like up to one such unit on the
 * side that is meant. So 523 is "more than 500" and "about 500", and 5,000 is neither.
 */
export function windowOf({ value, step, approximate, bound }: Claimed): Window {
  const slack = step > 0 ? step / 2 : value * EXACT;
  const unit = lastUnit(value);
  if (bound !== null) {
    const reach = approximate ? Math.min(unit / 2, value * ABOUT) : Math.min(unit, value * BEYOND);
    const beyond = Math.max(reach, value * EXACT);
    const isAbove = bound === 'moreThan' || bound === 'atLeast';
    return isAbove ? widened(value, value + beyond) : widened(value - beyond, value);
  }
  const reach = approximate ? Math.max(slack, Math.min(unit / 2, value * ABOUT)) : slack;
  return widened(value - reach, value + reach);
}

/** How much of a value "about" reaches to either side at most, and "more than" to one. */
const ABOUT = 0.1;
const BEYOND = 0.5;
/** What binary fractions cannot tell apart. */
const EXACT = 1e-9;

const widened = (from: number, to: number): Window => ({ from: from - from * EXACT, to: to + to * EXACT });

/** Whether two values are the same but for how binary fractions are rounded. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= EXACT * Math.max(Math.abs(a), Math.abs(b));
}

/** One unit in the last digit that is not nought: 100 for 500, 10 for 1230. */
function lastUnit(value: number): number {
  if (value === 0) return 0;
  const [digits = '', exponent = '0'] = value.toExponential(11).split('e');
  const shown = digits.replace(/\.?0+$/, '');
  return Number(`1e${Number(exponent) - Math.max(0, shown.length - 2)}`);
}
