import type { Span } from '../../base/text';
import { findNumbers } from '../numbers';

export interface NumberTerm extends Span {
  readonly value: string;
}

/**
 * The quantities of a text by value, so that `5亿` and `$500 million` are both `500000000`. A range is found by either
 * of its ends, a stretch of time by the two dates that it lies between.
 */
export function* numbersIn(text: string, language: string): Iterable<NumberTerm> {
  for (const quantity of findNumbers(text, language)) {
    const ends = quantity.kind === 'date' ? quantity.value.split('/') : [quantity.low, quantity.high].map(String);
    for (const value of new Set(ends)) yield { value, ...quantity.span };
  }
}
