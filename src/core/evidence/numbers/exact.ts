import type { Numeral } from './quantity';

/** A numeral that says its value to the full: "two-thirds", 3/5, ½. */
export function fractionAt(start: number, end: number, form: Numeral['form'], value: number): Numeral {
  return { start, end, form, low: value, high: value, step: 0, scaled: false, exponent: 0, fraction: true };
}

/** A numeral that says a place in an order: "third", 21st. */
export function ordinalAt(start: number, end: number, form: Numeral['form'], value: number): Numeral {
  return { start, end, form, low: value, high: value, step: 1, scaled: false, exponent: 0, kind: 'ordinal' };
}
