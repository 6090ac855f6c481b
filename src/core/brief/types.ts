/**
 * The model of a brief: flat lists with spans, all in UTF-16 offsets of the document. Checks and features read
 * this and nothing else; the syntax tree stays behind it. What each part means is in docs/format.md.
 */

import type { Content } from '../base/content';
import type { FrontMatterError, Suppression, UnknownKey } from '../base/problem';
import type { Field, LineIndex, Span } from '../base/text';
import type { CitationForm } from '../document/citations/types';
import type { CitedVia, Figure } from '../document/types/figure';
import type { FrontMatter } from '../document/types/frontMatter';
import type {
  BibliographyFile,
  DataFile,
  ImageFile,
  Source,
  SourceDeclaration,
  SourceFolder,
  SourceText,
  StyleChoice,
} from '../document/types/source';
import type { Because, Level } from './needs/because';

export type { FrontMatterError, Suppression, UnknownKey } from '../base/problem';
export type { Field } from '../base/text';
export type { CitationForm } from '../document/citations/types';
export type * from '../document/types/figure';
export type * from '../document/types/frontMatter';
export type * from '../document/types/source';

export interface Brief {
  /** All of it: of a long brief, `content` gives a part without putting all together. */
  readonly text: string;
  readonly content: Content;
  readonly lines: LineIndex;
  /** BCP 47, from the front matter, else guessed from the script of the text. */
  readonly language: string;
  readonly frontMatter: FrontMatter | null;
  /** Without front matter, where one seems to be meant: what `---` is to take the place of, from the start of the text. */
  readonly misspeltFence: Span | null;
  /** The front matter's title, else the first level-1 heading. */
  readonly title: Field | null;
  readonly sections: readonly Section[];
  readonly insights: readonly Insight[];
  /** Every citation of the body in document order, those in exempt sections included. */
  readonly citations: readonly Citation[];
  /** Runs of citations with nothing but white space or a comma between them, in document order. */
  readonly clusters: readonly (readonly Citation[])[];
  /** The bibliography files that were read for this brief. */
  readonly bibliography: readonly BibliographyFile[];
  /** The folder of its workspace that keeps a file for each source; its files are among `bibliography`. */
  readonly library: SourceFolder | null;
  /** The local copies of sources that were read for this brief, each once. */
  readonly texts: readonly SourceText[];
  /** The files of rows that were read for this brief, each once. */
  readonly data: readonly DataFile[];
  /** The images that were looked for, each once. */
  readonly images: readonly ImageFile[];
  /** How its sources are listed, by the front matter, else by the configuration; null where neither says. */
  readonly style: StyleChoice | null;
  /** One for each id, in order of first declaration; those that a sources section lists, in its order. */
  readonly sources: readonly Source[];
  /** Works that a list of sources names without a number, in document order, each once: nothing can cite them by a name. */
  readonly works: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureReferences: readonly FigureReference[];
  /** Web links of the body outside sources sections that are not citations. */
  readonly links: readonly InlineLink[];
  /** Text that looks like a citation but is not one. */
  readonly slips: readonly Slip[];
  readonly suppressions: readonly Suppression[];
  /** Review marks that belong to no insight, in document order. */
  readonly idleMarks: readonly IdleMark[];
  /** The comments that are to mark a section as the author's own judgement, in document order. */
  readonly ownComments: readonly OwnComment[];
  /** The top-level blocks of the body, in order and without gaps in meaning: what a renderer goes through. */
  readonly blocks: readonly Block[];
  /** Errors and unknown keys of `figure` blocks in the body; those of the front matter are in `frontMatter`. */
  readonly blockErrors: readonly FrontMatterError[];
  readonly blockUnknownKeys: readonly UnknownKey[];
  /** What is past a size limit, and was left out. */
  readonly limits: readonly Limit[];
}

/** In words, and why: nested too deep, too long a text, too many citations in it, too many blocks in a list, too large a brief. */
export interface Limit extends Field {
  readonly why: 'deep' | 'long' | 'cites' | 'blocks' | 'size';
}

export type SectionKind = 'content' | 'summary' | 'sources' | 'exempt';

export interface Section {
  /** Plain text, without emphasis marks and a closing `#`. */
  readonly heading: string;
  readonly level: number;
  readonly kind: SectionKind;
  /** `<!-- brief: own -->` under its heading, or under that of a section around it, marks it as the author's own judgement. */
  readonly own: boolean;
  /** The heading's text, without comments at its end. */
  readonly headingSpan: Span;
  /** From the heading to the end of its last block, subsections included. */
  readonly span: Span;
  /** Index in `sections` of the section that holds it. */
  readonly parent: number | null;
  /** Neither content nor subsection. */
  readonly empty: boolean;
}

export interface Insight {
  readonly kind: 'item' | 'paragraph';
  /** Its own text, without list marker and nested items. */
  readonly span: Span;
  /** The text of `span`, verbatim but for blanks in the place of comments of threads. */
  readonly text: string;
  /** Index in `sections`. */
  readonly section: number | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  /** The ids it rests on, each once, in order; those of its lead-in or children where these cover it. */
  readonly cites: readonly string[];
  readonly citedVia: CitedVia | null;
  /** How `citation/missing` would speak if it had no citation; null: it need not be cited. */
  readonly mustCite: Level;
  /** Why so. */
  readonly because: Because;
  /** The words in it that need a source the most; empty where nothing asks for one, and where it has one. */
  readonly point: Span;
  /** A comment or the front matter turns `citation/missing` off here: a missing citation is meant. */
  readonly excused: boolean;
  /** Marked `[own]`, or in a section that is marked as the author's own judgement. */
  readonly own: boolean;
  /** It is so by its section alone. */
  readonly ownBySection: boolean;
  /** One of its sentences is. */
  readonly computed: boolean;
  /** The mark of the person who compared it with its sources; null if there is no readable mark. */
  readonly review: ReviewMark | null;
  /** Its comments of threads, within it and behind it: `text` has blanks in their place. */
  readonly comments: readonly Span[];
  /** Index in `insights` of the item that this item is nested in. */
  readonly parent: number | null;
}

/** An insight before it is known what stands around its block: `because` speaks of its words and its section alone. */
export type Origin = Omit<Insight, 'mustCite' | 'excused'>;

/** `<!-- brief: verified 2025-08-07 AZ 3f9a1c -->` */
export interface ReviewMark {
  /** The comment. */
  readonly span: Span;
  /** ISO 8601. */
  readonly date: string;
  /** Their initials. */
  readonly reviewer: string;
  /** What `evidence/reviews.ts` makes of the claim and its passages: six hexadecimal digits in small letters. */
  readonly hash: string;
}

/** A review mark that says nothing. */
export interface IdleMark {
  readonly span: Span;
  /**
   * - `words`: it does not have exactly three words.
   * - `date`, `hash`: this word is invalid.
   * - `place`: it is not behind an insight, or another mark follows it.
   */
  readonly fault: 'words' | 'date' | 'hash' | 'place';
  /** The word at fault. */
  readonly written: string;
}

/** `<!-- brief: own -->` */
export interface OwnComment {
  readonly span: Span;
  /** It stands under the heading of a section, or in its line; elsewhere it says nothing. */
  readonly marksSection: boolean;
}

export interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly cites: readonly string[];
  /** It states something checkable. */
  readonly needsCitation: boolean;
  /** `<!-- brief: computed -->` stands behind it: the author derived its numbers. */
  readonly computed: boolean;
}

export interface CitationItem {
  readonly id: string;
  /** The id as written: `usgs-2024` of `@usgs-2024`, `5` of `[5-7]`; for the 6 of `[5-7]`, the whole range. */
  readonly span: Span;
  readonly prefix?: string;
  readonly locator?: string;
}

export interface Citation {
  readonly form: CitationForm;
  /** Brackets included. */
  readonly span: Span;
  readonly items: readonly CitationItem[];
  /** The URL of an `inline-link`. */
  readonly url?: Field;
  /** Index in `insights`, where it stands in one. */
  readonly insight: number | null;
}

export interface InlineLink {
  readonly span: Span;
  readonly text: string;
  readonly url: Field;
  readonly insight: number | null;
}

export type SlipKind = 'gap' | 'malformed' | 'artifact' | 'textual' | 'undeclared-mention';

/** A citation that the author marked as needed, mistyped, or that an assistant left behind. */
export interface Slip {
  readonly kind: SlipKind;
  readonly span: Span;
  /** What is wrong, for a message: `the range runs backwards`. */
  readonly reason: string;
  /** A plain text that says what was meant, where that is certain. */
  readonly replacement?: string;
  readonly insight: number | null;
}

export interface FigureReference {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  /** `value`: `{{id}}` puts the value there; `mention`: `@fig:id` becomes "Figure 2". */
  readonly kind: 'value' | 'mention';
  /** Of `[90%]{{share}}`: the text that stays readable elsewhere. */
  readonly shown?: Field;
  readonly insight: number | null;
}

export type BlockKind =
  | 'heading'
  | 'list'
  | 'paragraph'
  | 'table'
  | 'code'
  | 'figure'
  | 'quote'
  | 'html'
  | 'rule'
  | 'definition';

/** A top-level block of the body. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Index in `sections` of its section; for a heading, the section that it starts. */
  readonly section: number | null;
}
