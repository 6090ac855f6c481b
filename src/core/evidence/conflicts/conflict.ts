import type { Span } from '../../base/text';
import type { Amount } from '../numbers';

/** A number of an insight, and another one that the brief gives of the same thing. */
export interface Conflict {
  /** In the document. */
  readonly span: Span;
  readonly amount: Amount;
  readonly other: OtherNumber;
}

export interface OtherNumber {
  /** In the document. */
  readonly span: Span;
  /** As it is written. */
  readonly surface: string;
  /** What it comes to, in the unit of the first. */
  readonly value: number;
  /** What its row and its column are called; null where it is one of another insight. */
  readonly head: string | null;
}
