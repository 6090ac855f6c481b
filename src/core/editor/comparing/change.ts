import type { Span } from '../../base/text';

/** The kinds of changes, in the order in which the changes of one place are told. */
export const CHANGE_KINDS = [
  'number',
  'quotation',
  'citation',
  'name',
  'hedge',
  'causal',
  'direction',
  'negation',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One version's side of a change. */
export interface Side {
  /** The words; null where this version lacks them. */
  readonly text: string | null;
  /** Their place in the document; the claim's place where this version lacks them. */
  readonly span: Span;
  /** The insight, row or figure that they stand in, or would stand in. */
  readonly claim: Span;
}

/** Something that one version of a brief says and the other does not. One of the two texts is not null. */
export interface Change {
  readonly kind: ChangeKind;
  /** Null where the version has no such claim. */
  readonly old: Side | null;
  readonly now: Side | null;
}
