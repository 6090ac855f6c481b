/** The nodes that CSL is read as, from JSON or YAML. */
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
  /** Values by their keys. If a key is there twice, the first counts. */
  readonly pairs: ReadonlyMap<string, CslNode>;
  readonly span: Span;
}

/** Deepest nesting of nodes that is read. */
export const DEEPEST = 100;

/** Thrown for a text that can't be read, with a sentence that says why, and the place. */
export class CslError extends Error {
  readonly at: number;

  /** @param at a UTF-16 offset */
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
