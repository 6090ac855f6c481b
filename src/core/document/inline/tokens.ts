/** The tokens of inline text, before it becomes nodes. All offsets count in that text. */

/** A node without children, or with children that are known at once. */
export interface Leaf {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parts?: readonly Leaf[];
}

/** A text between two marks: emphasis or strikethrough. */
export interface Pair {
  readonly name: string;
  readonly mark: string;
  readonly from: number;
  readonly innerFrom: number;
  readonly innerTo: number;
  readonly to: number;
}

/** A run of marks that may open and close pairs. Pairs are closed from its start on, and opened from its end back. */
export interface Delimiter {
  readonly sign: '*' | '_' | '~';
  /** The part of the run that no pair has taken yet. */
  from: number;
  to: number;
  /** Length of the whole run in the text. */
  readonly size: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Pairs that the run closes and opens, inner ones first. */
  readonly closed: Pair[];
  readonly opened: Pair[];
}

/** A link or an image. */
export interface Link {
  readonly name: 'Link' | 'Image';
  readonly from: number;
  readonly to: number;
  /** The parts after its text. */
  readonly tail: readonly Leaf[];
}

/** `[` or `![`, and the link that it starts, once that is known. */
export interface Opening {
  readonly from: number;
  readonly to: number;
  link: Link | null;
}

export type Token =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly kind: 'opening'; readonly opening: Opening }
  | { readonly kind: 'closing'; readonly link: Link };
