/** What inline text is cut into, before it becomes nodes. All offsets are those of the text. */

/** A node without others in it, or with such as are known at once. */
export interface Leaf {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parts?: readonly Leaf[];
}

/** A stretch between two marks: emphasis, what is struck out. */
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
  /** What no pair has taken yet. */
  from: number;
  to: number;
  /** How long it is in the text. */
  readonly size: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Inner ones first. */
  readonly closed: Pair[];
  readonly opened: Pair[];
}

/** A link or an image. */
export interface Link {
  readonly name: 'Link' | 'Image';
  readonly from: number;
  readonly to: number;
  /** What comes after its text. */
  readonly tail: readonly Leaf[];
}

/** `[` or `![`, and what it starts, once that is known. */
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
