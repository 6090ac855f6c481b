/**
 * What the walk over one top-level block gathers, before it is known which ids are declared. It depends on the block's
 * own text and on whether that stands in a sources section, and on nothing else; all offsets are relative to the
 * block's start. So it holds as long as the block's tree is the same, wherever edits before it move the block to.
 */

import type { Span } from '../../base/text';
import type { OurComment } from '../comments';
import type { Field, Figure, FrontMatterError, Limit, ReviewMark, SourceDeclaration, UnknownKey } from '../types';
import type { ImageSyntax, LeafFacts } from './leafFacts';

/** A leaf block with the offset that its facts are relative to. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly facts: LeafFacts;
  /** The insight that it is text of. */
  readonly draft: InsightDraft | null;
  /** The table that it is a cell of. */
  readonly table: TableDraft | null;
  /** In an entry of a sources section: only what stands after this offset is read, and only citations. */
  readonly entryContent: ReadonlyMap<number, number> | null;
  /** Index in `footnotes` of the definition that it is in. */
  readonly footnote: number | null;
}

/** A comment of a thread (docs/format.md, "Comments"). */
export interface ThreadDraft {
  readonly span: Span;
  /** What it stands behind: the insight that it is in; alone in a paragraph, the one before it; else no insight. */
  readonly behind: 'own' | 'before' | null;
}

/** The text that leads into a block from outside of it, if there is one: it is not known while the block is read. */
export const OUTSIDE = 'outside';

export interface InsightDraft {
  /** Among the insights of its block. */
  readonly index: number;
  readonly kind: 'item' | 'paragraph';
  span: Span;
  readonly parent: InsightDraft | null;
  readonly task: boolean;
  /** The text before a list, table, code or figure that leads into it; this draft stands in what follows. */
  readonly leadIn: InsightDraft | typeof OUTSIDE | null;
  /** Ends with a colon directly before a list, table, code or figure of the same block. */
  leadsInto: boolean;
  readonly children: InsightDraft[];
  leaves: LeafFacts[];
  /** Where `<!-- brief: computed -->` stands. */
  readonly computedAt: number[];
  /** The last mark of a review that speaks of it and can be read. */
  review: ReviewMark | null;
  /** Its comments of threads. */
  readonly comments: Span[];
}

export interface TableDraft {
  readonly span: Span;
  /** Its cells as they are written; the first row is the head. */
  readonly rows: readonly (readonly Field[])[];
  /** Lead-in, caption and source line around it, as far as they are in the same block. */
  readonly neighbors: (InsightDraft | typeof OUTSIDE)[];
  /** Where `<!-- brief: computed -->` stands in its cells. */
  readonly computedAt: number[];
}

export interface FootnoteDraft {
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
  /** What it declares; null where it is a remark. */
  readonly source: SourceDeclaration | null;
  /** The ids that it cites itself, each once. */
  readonly cited: readonly string[];
}

/** A link definition: `[1]: https://…`. */
export interface Definition {
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly url: Span;
  /** The text of `url`. */
  readonly target: string;
  /** Without its quotation marks. */
  readonly title: { readonly value: string; readonly span: Span } | null;
}

/** A stretch in which nothing is read: it is nested too deep, or one text that is too long or cites too much. */
export interface Unread {
  readonly span: Span;
  readonly why: Exclude<Limit['why'], 'size'>;
}

export interface BlockReading {
  readonly drafts: readonly InsightDraft[];
  readonly leaves: readonly Leaf[];
  readonly tables: readonly TableDraft[];
  readonly footnotes: readonly FootnoteDraft[];
  readonly definitions: readonly Definition[];
  readonly entries: readonly SourceDeclaration[];
  /** Works that a list of sources names without a number: nothing can cite them by a name. */
  readonly works: readonly SourceDeclaration[];
  /** `[1](https://…)`, each of which declares 1. */
  readonly inline: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly threads: readonly ThreadDraft[];
  /** Formulas on lines of their own. */
  readonly formulaBlocks: readonly Span[];
  /** The images of blocks of HTML, of which nothing else is read. */
  readonly htmlImages: readonly ImageSyntax[];
  /** What is past a limit, and was left out. */
  readonly unread: readonly Unread[];
  /** It has anything but texts and tables. */
  readonly declares: boolean;
  /** It cites in brackets, `[1]` or `[@usgs]`, other than in an entry of a list of sources. */
  readonly citesInBrackets: boolean;
  /** It has an author and a year that may cite a work. */
  readonly citesByYear: boolean;
  /** The insight, where the block is a paragraph of the author's. */
  readonly paragraph: InsightDraft | null;
  /** That paragraph ends with a colon, citations after it aside. */
  readonly endsWithColon: boolean;
  /** That paragraph may be the caption of a table after it, by its insight's text; or of one before it, by all of it. */
  readonly isCaption: { readonly ofNext: boolean; readonly ofPrevious: boolean };
}

/** What stands around a node while a block is walked. */
export interface Surroundings {
  readonly item: InsightDraft | null;
  readonly leadIn: InsightDraft | typeof OUTSIDE | null;
  /** In a block quotation: its text is not the author's. */
  readonly quoted: boolean;
  /** Index in `footnotes` of the definition that is walked. */
  readonly footnote: number | null;
}
