/**
 * The model of a brief: flat lists with spans, all in UTF-16 offsets of the document. Checks and features read
 * this and nothing else; the syntax tree stays behind it. What each part means is in docs/format.md.
 */

import type { Content } from '../base/content';
import type { FrontMatterError, Suppression, UnknownKey } from '../base/problem';
import type { Field, LineIndex, Local, Span } from '../base/text';
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
import type { Wording } from './needs/wording';

export type { FrontMatterError, Suppression, UnknownKey } from '../base/problem';
export type { Field } from '../base/text';
export type { CitationForm } from '../document/citations/types';
export type * from '../document/types/figure';
export type * from '../document/types/frontMatter';
export type * from '../document/types/source';

export interface Brief {
  /** The whole text. For a part of a long brief, use `content`, which doesn't put all of it together. */
  readonly text: string;
  readonly content: Content;
  readonly lines: LineIndex;
  /** BCP 47, from the front matter, else guessed from the script of the text. */
  readonly language: string;
  readonly frontMatter: FrontMatter | null;
  /** The span at the start of the text to replace with `---`, if it looks like a misspelt start of front matter; else null. */
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
  /** The style of its list of sources, from the front matter, else from the configuration; null if neither names one. */
  readonly style: StyleChoice | null;
  /** One for each id, in order of first declaration; those that a sources section lists, in its order. */
  readonly sources: readonly Source[];
  /** Works that a list of sources names without a number, in document order, each once: nothing can cite them by a name. */
  readonly works: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureReferences: readonly FigureReference[];
  /** Web links of the body outside sources sections that aren't citations. */
  readonly links: readonly InlineLink[];
  /** Text that looks like a citation but isn't one. */
  readonly slips: readonly Slip[];
  readonly suppressions: readonly Suppression[];
  /** Review marks that belong to no insight, in document order. */
  readonly idleMarks: readonly IdleMark[];
  /** The comments that are to mark a section as the author's own judgement, in document order. */
  readonly ownComments: readonly OwnComment[];
  /** The top-level blocks of the body, in order and without gaps in meaning: what a renderer goes through. */
  readonly blocks: readonly Block[];
  /** Errors and unknown keys of `figure` blocks in the body; `frontMatter` has its own. */
  readonly blockErrors: readonly FrontMatterError[];
  readonly blockUnknownKeys: readonly UnknownKey[];
  /** Parts past a size limit, which were left out. */
  readonly limits: readonly Limit[];
}

/** A part that was left out, in words, and why: nested too deep, a text or brief too long, too many citations or blocks. */
export interface Limit extends Field {
  readonly why: 'deep' | 'long' | 'cites' | 'blocks' | 'size';
}

export type SectionKind = 'content' | 'summary' | 'sources' | 'exempt';

export interface Section {
  /** Plain text, without emphasis marks and a closing `#`. */
  readonly heading: string;
  readonly level: number;
  readonly kind: SectionKind;
  /** True if `<!-- brief: own -->` under its heading, or the heading of a section around it, marks it as own judgement. */
  readonly own: boolean;
  /** The heading's text, without comments at its end. */
  readonly headingSpan: Span;
  /** The section from its heading to the end of its last block, subsections included. */
  readonly span: Span;
  /** Index in `sections` of the section that holds it. */
  readonly parent: number | null;
  /** True if it has neither content nor subsections. */
  readonly empty: boolean;
}

export interface Insight {
  readonly kind: 'item' | 'paragraph';
  /** Its own text, without list marker and nested items. */
  readonly span: Span;
  /** The text of `span`, verbatim, but with blanks instead of comments of threads. */
  readonly text: string;
  /** Index in `sections`. */
  readonly section: number | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  /** The ids that it rests on, each once, in order: its own, or the ids of its lead-in or children if these cover it. */
  readonly cites: readonly string[];
  readonly citedVia: CitedVia | null;
  /** The severity that `citation/missing` would have if it had no citation; null if it need not be cited. */
  readonly mustCite: Level;
  /** The reason for `mustCite`. */
  readonly because: Because;
  /** True if it states something to be cited and cites nothing, whether it is warned of or not. */
  readonly isUncited: boolean;
  /** What its words tell of whether its author would cite it. */
  readonly wording: Wording;
  /** True for a fragment, with neither a verb nor a sign of a claim. False for an insight that need not be cited. */
  readonly isFragment: boolean;
  /** The words in it that need a source the most; empty if it has one. */
  readonly point: Span;
  /** True if a comment, the front matter or the configuration turns `citation/missing` off here. */
  readonly excused: boolean;
  /** True if it is marked `[own]`, or in a section that is marked as the author's own judgement. */
  readonly own: boolean;
  /** True if it is its author's own judgement by its section alone. */
  readonly ownBySection: boolean;
  /** True if one of its sentences is computed. */
  readonly computed: boolean;
  /** The mark of the person who compared it with its sources; null if there is no readable mark. */
  readonly review: ReviewMark | null;
  /** Its comments of threads, within it and behind it. `text` has blanks instead. */
  readonly comments: readonly Span[];
  /** Index in `insights` of the item that this item is nested in. */
  readonly parent: number | null;
}

/** An insight without the surroundings of its block: `because` is the reason by its words and its section alone. */
export type Origin = Local<Omit<Insight, 'mustCite' | 'isUncited' | 'excused'>>;

/** `<!-- brief: verified 2025-08-07 AZ 3f9a1c -->` */
export interface ReviewMark {
  /** The comment. */
  readonly span: Span;
  /** ISO 8601. */
  readonly date: string;
  /** The initials of that person. */
  readonly reviewer: string;
  /** Hash of the claim and its passages by `evidence/reviews.ts`: six hexadecimal digits in small letters. */
  readonly hash: string;
}

/** A review mark that says nothing. */
export interface IdleMark {
  readonly span: Span;
  /**
   * - `words`: it doesn't have exactly three words.
   * - `date`, `hash`: this word is invalid.
   * - `place`: it isn't behind an insight, or another mark follows it.
   */
  readonly fault: 'words' | 'date' | 'hash' | 'place';
  /** The word at fault. */
  readonly written: string;
}

/** `<!-- brief: own -->` */
export interface OwnComment {
  readonly span: Span;
  /** True if it stands under the heading of a section, or in its line. Elsewhere it says nothing. */
  readonly marksSection: boolean;
}

export interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly cites: readonly string[];
  /** True if it states something that can be checked. */
  readonly needsCitation: boolean;
  /** True if `<!-- brief: computed -->` stands behind it: the author derived its numbers. */
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
  /** Index in `insights` of the insight that it stands in; null if it isn't in one. */
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
  /** The fault, for a message: `the range runs backwards`. */
  readonly reason: string;
  /** A plain text that says what its author wanted to write, if that is certain. */
  readonly replacement?: string;
  readonly insight: number | null;
}

export interface FigureReference {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  /** `value`: `{{id}}` puts the value there; `mention`: `@fig:id` becomes "Figure 2". */
  readonly kind: 'value' | 'mention';
  /** The `90%` of `[90%]{{share}}`: the text that stays readable elsewhere. */
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
