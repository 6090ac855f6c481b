/** What the walk over the tree gathers, before it is known which ids are declared. */
import type { Block, Figure, FrontMatterError, Section, SourceDeclaration, UnknownKey } from '../brief';
import type { Span } from '../text';
import type { OurComment } from './comments';
import type { LeafFacts } from './leafFacts';

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
  /** In the definition of this footnote. */
  readonly footnote: FootnoteDraft | null;
}

export interface InsightDraft {
  readonly kind: 'item' | 'paragraph';
  span: Span;
  readonly section: number | null;
  readonly parent: InsightDraft | null;
  readonly task: boolean;
  /** The text before a list, table, code or figure that leads into it; this draft stands in what follows. */
  readonly leadIn: InsightDraft | null;
  /** Ends with a colon directly before a list, table, code or figure. */
  leadsInto: boolean;
  readonly children: InsightDraft[];
  readonly leaves: LeafFacts[];
  /** Where `<!-- brief: computed -->` stands. */
  readonly computedAt: number[];
}

export interface TableDraft {
  readonly span: Span;
  readonly section: number | null;
  readonly rows: readonly (readonly string[])[];
  /** Lead-in, caption and source line around it. */
  readonly neighbors: InsightDraft[];
}

export interface FootnoteDraft {
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly content: Span;
}

/** A link definition: `[1]: https://…`. */
export interface Definition {
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly url: Span;
  readonly title: Span | null;
}

export interface BodyReading {
  readonly titleHeading: { readonly text: string; readonly span: Span } | null;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly drafts: readonly InsightDraft[];
  readonly leaves: readonly Leaf[];
  readonly tables: readonly TableDraft[];
  readonly footnotes: readonly FootnoteDraft[];
  readonly definitions: readonly Definition[];
  readonly entries: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  /** Nested so deep that the rest was left out. */
  readonly tooDeep: readonly Span[];
}

/** What stands around a node while the tree is walked. */
export interface Surroundings {
  readonly item: InsightDraft | null;
  readonly leadIn: InsightDraft | null;
  /** In a block quotation: its text is not the author's. */
  readonly quoted: boolean;
  readonly footnote: FootnoteDraft | null;
  readonly depth: number;
  /** A level-1 heading that repeats it is the title; null: the first one is. */
  readonly frontMatterTitle: string | null;
}
