import type { TextSpan } from '../../base/text';

export type CitationForm =
  | 'numbered' // [1]  [1, 3]  [5-7]  [1]–[3]
  | 'keyed' // [@usgs-2024, p. 3; @doe]
  | 'narrative' // @usgs-2024
  | 'superscript' // ¹  <sup>1</sup>
  | 'footnote' // [^1]
  | 'full-width' // 【1】 ［1］
  | 'inline-link' // [1](https://…)  [[1]](https://…)
  | 'reference-link' // [text][1]
  | 'author-year' // (Schulz 2009, p. 3)  Parker et al. (2016)
  | 'key-number'; // {{share}}, which brings the figure's cites along

/** One source that a citation names, as written. */
export interface ItemSyntax {
  readonly id: string;
  readonly span: TextSpan;
  readonly prefix?: string;
  readonly locator?: string;
}

/** A citation, figure reference or marker that the grammar finds. */
export type CitationSyntax =
  | {
      readonly kind: 'citation';
      readonly form: Exclude<CitationForm, 'key-number' | 'reference-link'>;
      readonly span: TextSpan;
      readonly items: readonly ItemSyntax[];
      /** The target of `[1](https://…)`. */
      readonly url?: { readonly value: string; readonly span: TextSpan };
      /** The text in parentheses or brackets is a range, such as `[5-7]`, which must not be too wide. */
      readonly range?: boolean;
      /** True for a form that may be something else: it is a citation only if all its ids are declared. */
      readonly ifDeclared?: true;
      /**
       * True if the form is a citation only in a text without citations in brackets. Authors who use brackets write it for
       * other reasons.
       */
      readonly ifNoBrackets?: true;
      /**
       * A number without brackets: `glued` to the mark before it, or `apart` from a word in the middle of a sentence or at its
       * end. The latter is a citation only in a text that cites by glued numbers. At the end of a `cell`, most cells of its
       * column must end so, too.
       */
      readonly bare?: 'glued' | 'apart' | 'cell';
      /** The artifact or the source in words that it is if it isn't a citation. */
      readonly otherwise?: Extract<CitationSyntax, { kind: 'artifact' | 'textual' }>;
      /** A plainer form of the same citation, if one exists: `[1]` for `【1】`. */
      readonly plain?: string;
    }
  | {
      readonly kind: 'figure-value';
      readonly span: TextSpan;
      readonly id: string;
      readonly idSpan: TextSpan;
      readonly shown?: TextSpan;
    }
  | { readonly kind: 'figure-mention'; readonly span: TextSpan; readonly id: string; readonly idSpan: TextSpan }
  | { readonly kind: 'own'; readonly span: TextSpan }
  | {
      readonly kind: 'gap' | 'malformed';
      readonly span: TextSpan;
      readonly reason: string;
      readonly replacement?: string;
    }
  | {
      readonly kind: 'artifact' | 'textual';
      readonly span: TextSpan;
      readonly reason: string;
      readonly replacement?: undefined;
    };
