/** Parts of a pasted text, before it is written as a brief. */

export interface Header {
  readonly title?: string;
  readonly subtitle?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly tags: readonly string[];
}

export const EMPTY_HEADER: Header = { authors: [], tags: [] };

export type Piece =
  /** `isNested`: it stands below one that is over all others. */
  | { readonly kind: 'heading'; readonly text: string; readonly isNested?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  /**
   * A list item; `marker` is `-`, or the typed number with a full stop. `below`: the lines in it after the first, kept as they
   * are.
   */
  | {
      readonly kind: 'item';
      readonly text: string;
      readonly marker: string;
      readonly indent: number;
      readonly below?: readonly string[];
    }
  /** Lines that are Markdown of their own (code, tables, quotations, HTML): kept as they are. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] };
