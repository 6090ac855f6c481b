/**
 * Results of the walk over one top-level block, before it is known which ids are declared. They depend only on the block's own
 * text and on whether it is in a sources section. So they hold as long as the block's tree is the same, even if it moves.
 */

import type { Local, LocalSpan, Span } from '../../base/text';
import type { OurComment } from '../comments';
import type { Field, Figure, FrontMatterError, Limit, ReviewMark, SourceDeclaration, UnknownKey } from '../types';
import type { ImageSyntax, LeafFacts } from './leafFacts';

/** A leaf of a block, such as a paragraph or a cell, with its place in the block. Its facts count from its start. */
export interface Leaf extends LocalSpan {
  readonly facts: LeafFacts;
  /** The insight that its text belongs to. */
  readonly draft: InsightDraft | null;
  /** The table that it is a cell of. */
  readonly table: TableDraft | null;
  /** Set in an entry of a sources section: only the text after this offset is read, and only for citations. */
  readonly entryContent: ReadonlyMap<number, number> | null;
  /** Index in `footnotes` of the definition that it is in. */
  readonly footnote: number | null;
}

/** A comment of a thread (docs/format.md, "Comments"). */
export interface ThreadDraft {
  readonly span: Span;
  /**
   * Insight that it stands behind: the one that it is in (`own`), or, alone in a paragraph, the one before it (`before`); null
   * for none.
   */
  readonly behind: 'own' | 'before' | null;
}

/** The text before a block that leads into it, if there is one. It is not known while the block is read. */
export const OUTSIDE = 'outside';

export interface InsightDraft {
  /** Index among the insights of its block. */
  readonly index: number;
  readonly kind: 'item' | 'paragraph';
  span: LocalSpan;
  readonly parent: InsightDraft | null;
  readonly task: boolean;
  /** The text that leads into the list, table, code or figure that this draft is in. */
  readonly leadIn: InsightDraft | typeof OUTSIDE | null;
  /** True if it ends with a colon directly before a list, table, code or figure of the same block. */
  leadsInto: boolean;
  readonly children: InsightDraft[];
  leaves: LeafFacts[];
  /** Offsets of its comments `<!-- brief: computed -->`. */
  readonly computedAt: number[];
  /** The last readable mark of a review of this insight. */
  review: Local<ReviewMark> | null;
  /** Its comments of threads. */
  readonly comments: LocalSpan[];
}

export interface TableDraft {
  readonly span: LocalSpan;
  /** Its cells as they are written; the first row is the head. */
  readonly rows: readonly (readonly Local<Field>[])[];
  /** Lead-in, caption and source line around it, as far as they are in the same block. */
  readonly neighbors: (InsightDraft | typeof OUTSIDE)[];
  /** Offsets of `<!-- brief: computed -->` in its cells. */
  readonly computedAt: number[];
}

export interface FootnoteDraft {
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
  /** Source that it declares; null for a remark. */
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
  /** Title without its quotation marks. */
  readonly title: Field | null;
}

/** A stretch in which nothing is read: it is nested too deep, or one text that is too long or cites too much. */
export interface Unread {
  readonly span: Span;
  readonly why: Exclude<Limit['why'], 'size'>;
}

/** A heading or a bold line in a list of sources. With the blocks below it, it may be an entry: see `joinHeaded`. */
export interface EntryHead extends SourceDeclaration {
  /** The level of the heading; 7 for a bold line, 8 for an item. */
  readonly level: number;
  /** True for a number in brackets, which is that of an entry whatever stands below. */
  readonly isMarked: boolean;
  /** True if its words head a list of sources or a part of one. */
  readonly isOfList: boolean;
}

/** A block whose lines are fields of one source, each behind its name: `- **URL**: https://…`. */
export interface FieldsBlock extends SourceDeclaration {
  /** The number of its fields. */
  readonly count: number;
}

/** The declarations, figures and comments of a block. */
export interface PlacedReading {
  readonly entries: readonly SourceDeclaration[];
  /** Works that a list of sources names without a number: nothing can cite them by a name. */
  readonly works: readonly SourceDeclaration[];
  readonly heads: readonly EntryHead[];
  /** Blocks of fields. Their lines are read as works, too, which count if the fields have no head. */
  readonly fields: readonly FieldsBlock[];
  /** `[1](https://…)`, each of which declares 1. */
  readonly inline: readonly SourceDeclaration[];
  readonly footnotes: readonly FootnoteDraft[];
  readonly definitions: readonly Definition[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  /** Parts past a limit, which were left out. */
  readonly unread: readonly Unread[];
}

/** What the walk over a block gathers. */
export interface GatheredParts extends Omit<Local<PlacedReading>, 'inline'> {
  readonly drafts: readonly InsightDraft[];
  readonly leaves: readonly Leaf[];
  readonly tables: readonly TableDraft[];
  readonly threads: readonly Local<ThreadDraft>[];
  /** Formulas on lines of their own. */
  readonly formulaBlocks: readonly LocalSpan[];
  /** The images of blocks of HTML, of which nothing else is read. */
  readonly htmlImages: readonly ImageSyntax<'block'>[];
}

export interface BlockReading extends GatheredParts, Pick<Local<PlacedReading>, 'inline'> {
  /** True if it has anything but texts and tables. */
  readonly declares: boolean;
  /** True if it cites in brackets, `[1]` or `[@usgs]`, outside of entries of a list of sources. */
  readonly citesInBrackets: boolean;
  /** True if it may cite by a number glued to the mark before it: `rose.36 Next`. */
  readonly citesGlued: boolean;
  /** True if it has an author and a year that may cite a work. */
  readonly citesByYear: boolean;
  /** True if it has a link whose words are the number of a source. */
  readonly citesByLink: boolean;
  /** The insight, if the block is a paragraph of the author's. */
  readonly paragraph: InsightDraft | null;
  /** True if that paragraph ends with a colon, apart from citations after it. */
  readonly endsWithColon: boolean;
  /**
   * True if that paragraph may be the caption of a table after it, by its insight's text; or of one before it, by all of its
   * text.
   */
  readonly isCaption: { readonly ofNext: boolean; readonly ofPrevious: boolean };
}

/** Context of a node while a block is walked. */
export interface Surroundings {
  readonly item: InsightDraft | null;
  readonly leadIn: InsightDraft | typeof OUTSIDE | null;
  /** True in a block quotation: its text is not the author's. */
  readonly quoted: boolean;
  /** Index in `footnotes` of the definition that is walked. */
  readonly footnote: number | null;
}
