import type { Span } from '../../base/text';
import type { Amount } from '../numbers';

/** A number of an insight, and another one that the brief gives for the same thing. */
export interface Conflict {
  readonly span: Span;
  readonly amount: Amount;
  readonly other: OtherNumber;
}

export interface OtherNumber {
  readonly span: Span;
  /** The number as written. */
  readonly surface: string;
  /** Its value, in the unit of the insight's number. */
  readonly value: number;
  /** The names of its row and its column; null for a number of another insight. */
  readonly head: string | null;
}
