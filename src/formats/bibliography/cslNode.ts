/** What CSL is read as, from JSON or YAML. */
import type { Span } from '../../core/base/text';

export type CslNode = CslText | CslList | CslMap;

export interface CslText {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
}

export interface CslList {
  readonly kind: 'list';
  readonly items: readonly CslNode[];
  readonly span: Span;
}

export interface CslMap {
  readonly kind: 'map';
  /** The first of those with one key. */
  readonly pairs: ReadonlyMap<string, CslNode>;
  readonly span: Span;
}

/** Deeper ones are not read. */
export const DEEPEST = 100;

/** Why a text cannot be read, as a sentence, and where. */
export class CslError extends Error {
  readonly at: number;

  /** @param at a UTF-16 offset */
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
