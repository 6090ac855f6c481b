import type { Numeral } from './quantity';
import { powerOfTen, scaleOf } from './scales';

/** A numeral that says its value to the full: "two-thirds", 3/5, ½. */
export function fractionAt(start: number, end: number, form: Numeral['form'], value: number): Numeral {
  return { start, end, form, low: value, high: value, step: 0, scaled: false, exponent: 0, fraction: true };
}

/** A numeral that says a round number in words that hold no digits: "doubled". */
export function wholeAt(start: number, end: number, form: Numeral['form'], value: number): Numeral {
  return { start, end, form, low: value, high: value, step: 0, scaled: false, exponent: 0 };
}

/** A numeral that says a place in an order: "third", 21st. */
export function ordinalAt(start: number, end: number, form: Numeral['form'], value: number): Numeral {
  return { start, end, form, low: value, high: value, step: 1, scaled: false, exponent: 0, kind: 'ordinal' };
}

const OF_SCALE = / of (?:a|one) (hundred|thousand|million|billion|trillion)(?![\p{L}\d])/uy;

/** "Two-thirds of a million" is a number of things and no share: the numeral as such, else the fraction as it is. */
export function withScale(text: string, fraction: Numeral): Numeral {
  OF_SCALE.lastIndex = fraction.end;
  const exponent = scaleOf(OF_SCALE.exec(text)?.[1] ?? '', 'en');
  if (exponent === undefined) return fraction;
  const { start, form, low } = fraction;
  const value = low * powerOfTen(exponent);
  const step = powerOfTen(exponent - 1);
  return { start, end: OF_SCALE.lastIndex, form, low: value, high: value, step, scaled: true, exponent };
}
