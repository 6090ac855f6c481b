/** The model's types for figures: charts, images, tables and key numbers. */

import type { Field, Span, TextSpan } from '../../base/text';
import type { DataRow } from './source';

export type CitedVia = 'text' | 'lead-in' | 'children' | 'link' | 'textual' | 'own';

export interface Figure {
  /** Null for a Markdown table. */
  readonly id: Field | null;
  readonly span: Span;
  readonly declaredIn: 'front-matter' | 'block' | 'table';
  readonly title?: Field;
  readonly caption?: Field;
  readonly alt?: Field;
  readonly asOf?: Field;
  readonly cites: readonly Field[];
  readonly own: boolean;
  /** For a table of the body: a link or a citation in words in or around it, where `cites` is empty. */
  readonly citedVia?: CitedVia;
  /** The content that it shows; null if its entry is broken or has no content. */
  readonly content: FigureContent | null;
  readonly section: number | null;
}

export type ChartKind = 'bar' | 'line' | 'area' | 'point' | 'pie' | 'table';

/** Rows that stand in the figure's entry. */
export interface InlineRows {
  readonly rows: readonly DataRow[];
  /** For each row, the places of its cells, from the figure's start. */
  readonly places: readonly Readonly<Record<string, CellPlace>>[];
}

export interface CellPlace {
  readonly key: TextSpan;
  /** Null where the cell is empty. */
  readonly value: TextSpan | null;
}

export type FigureContent =
  | { readonly kind: 'value'; readonly value: Field; readonly unit?: Field }
  | {
      readonly kind: 'data';
      readonly chart: ChartKind;
      readonly x?: Field;
      readonly y?: Field;
      readonly series?: Field;
      /** Inline rows, or the path of a file. */
      readonly data: InlineRows | { readonly path: Field };
    }
  | { readonly kind: 'vega-lite'; readonly spec: unknown; readonly span: Span }
  | { readonly kind: 'image'; readonly path: Field }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };
