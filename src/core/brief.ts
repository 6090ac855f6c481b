/**
 * The model of a brief: flat lists with spans, all in UTF-16 offsets of the document. Checks and features read
 * this and nothing else; the syntax tree stays behind it. What each part means is in docs/format.md.
 */
import type { RuleSetting } from './problem';
import type { LineIndex, Range, Span } from './text';

/** A value with the place it was read from. */
export interface Field<T = string> {
  readonly value: T;
  readonly span: Span;
}

export interface Brief {
  readonly text: string;
  readonly lines: LineIndex;
  /** BCP 47, from the front matter, else guessed from the script of the text. */
  readonly language: string;
  readonly frontMatter: FrontMatter | null;
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
  /** One for each id, in order of first declaration. */
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
  readonly figureReferences: readonly FigureReference[];
  /** Web links of the body that are no citation yet and stand outside sources sections. */
  readonly links: readonly InlineLink[];
  /** What looks like a citation and is none. */
  readonly slips: readonly Slip[];
  readonly suppressions: readonly Suppression[];
  /** The top-level blocks of the body, in order and without gaps in meaning: what a renderer goes through. */
  readonly blocks: readonly Block[];
  /** Errors and unknown keys of `figure` blocks in the body; those of the front matter are in `frontMatter`. */
  readonly blockErrors: readonly FrontMatterError[];
  readonly blockUnknownKeys: readonly UnknownKey[];
  /** Past a size limit: what was left out, in words. */
  readonly limits: readonly Field[];
}

// ── Front matter ────────────────────────────────────────────────────────────────────────────────────────────

export interface FrontMatter {
  /** From the opening fence to the end of the closing one (or of the text, where it is not closed). */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly yaml: Span;
  readonly closed: boolean;
  readonly title?: Field;
  readonly subtitle?: Field;
  readonly publisher?: Field;
  readonly url?: Field;
  readonly summary?: Field;
  readonly authors: readonly Field[];
  readonly tags: readonly Field[];
  readonly published?: Field;
  readonly updated?: Field;
  readonly language?: Field;
  readonly bibliography: readonly Field[];
  readonly rules: readonly RuleOverride[];
  readonly sources: readonly SourceDeclaration[];
  /** The indentation of the `- ` of the entries of `sources`, and where a new entry goes; null without the key. */
  readonly sourcesList: EntryList | null;
  readonly figures: readonly Figure[];
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
  /** `# brief-disable-next-line …` comments. */
  readonly suppressions: readonly Suppression[];
}

/** A list of entries in the front matter. */
export interface EntryList {
  readonly key: Span;
  /** Where a new entry is inserted: the end of the last entry's text, or of the key's line. */
  readonly insertAt: number;
  /** Columns before the `- ` of an entry. */
  readonly indent: number;
}

export interface RuleOverride {
  readonly code: Field;
  readonly setting: Field<RuleSetting>;
}

/** A YAML or schema error, on the node that is wrong. */
export interface FrontMatterError {
  readonly span: Span;
  readonly message: string;
  /** Where quoting this value mends it: its span, and its text in quotes. */
  readonly quote?: { readonly span: Span; readonly newText: string };
}

export interface UnknownKey {
  readonly key: string;
  readonly span: Span;
  /** `front matter`, `source`, `figure`, `quote`. */
  readonly owner: string;
  /** The known key that it is likely meant to be, and null where none is near. */
  readonly nearest: string | null;
}

// ── Sources ─────────────────────────────────────────────────────────────────────────────────────────────────

export type DeclaredIn = 'front-matter' | 'bibliography' | 'definition' | 'footnote' | 'section' | 'inline';

/** A stretch of text of a source, verbatim. */
export interface Passage {
  readonly text: string;
  readonly from: 'title' | 'quote' | 'text';
  readonly span?: Span;
  readonly path?: string;
  readonly page?: string;
  readonly url?: string;
}

/** What one place says about a source. */
export interface SourceDeclaration {
  readonly id: string;
  readonly idSpan: Span;
  /** The whole entry. */
  readonly span: Span;
  readonly declaredIn: DeclaredIn;
  readonly title?: Field;
  readonly authors: readonly Field[];
  readonly publisher?: Field;
  readonly published?: Field;
  readonly accessed?: Field;
  readonly url?: Field;
  readonly doi?: Field;
  readonly type?: Field;
  readonly language?: Field;
  readonly quotes: readonly Passage[];
  /** The path of a local copy, as written. */
  readonly textPath?: Field;
  /** The file that the spans speak of, where it is not the brief itself. */
  readonly uri?: string;
  /** Its YAML did not parse: only the id is known. */
  readonly broken?: boolean;
  /** In an ordered list of a sources section: the number that readers see, where it is not the typed one. */
  readonly shownNumber?: number;
}

/** A file that the front matter's `bibliography` names, as far as it could be read. */
export interface BibliographyFile {
  /** As the front matter writes it. */
  readonly path: string;
  readonly uri?: string;
  readonly declarations: readonly SourceDeclaration[];
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** What is wrong inside, each with its place in that file. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** A source: its declarations merged, the first to name a field winning. */
export interface Source {
  readonly id: string;
  /** At least one, in document order. */
  readonly declarations: readonly SourceDeclaration[];
  readonly title?: Field;
  readonly authors: readonly Field[];
  readonly publisher?: Field;
  readonly published?: Field;
  readonly accessed?: Field;
  readonly url?: Field;
  readonly doi?: Field;
  readonly type?: Field;
  readonly language?: Field;
  readonly textPath?: Field;
  readonly passages: readonly Passage[];
}

// ── Body ────────────────────────────────────────────────────────────────────────────────────────────────────

export type SectionKind = 'content' | 'summary' | 'sources' | 'exempt';

export interface Section {
  /** Plain text, without emphasis marks and a closing `#`. */
  readonly heading: string;
  readonly level: number;
  readonly kind: SectionKind;
  /** The heading's text. */
  readonly headingSpan: Span;
  /** From the heading to the end of its last block, subsections included. */
  readonly span: Span;
  /** Index in `sections` of the section that holds it. */
  readonly parent: number | null;
  /** Neither content nor subsection. */
  readonly empty: boolean;
}

export type CitedVia = 'text' | 'lead-in' | 'children' | 'link' | 'textual' | 'own';

export interface Insight {
  readonly kind: 'item' | 'paragraph';
  /** Its own text, without list marker and nested items. */
  readonly span: Span;
  /** The text of `span`, verbatim. */
  readonly text: string;
  /** Index in `sections`. */
  readonly section: number | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  /** The ids it rests on, each once, in order; those of its lead-in or children where these cover it. */
  readonly cites: readonly string[];
  readonly citedVia: CitedVia | null;
  /** How `citation/missing` would speak if it had no citation; null: it need not be cited. */
  readonly mustCite: 'warning' | 'hint' | null;
  /** A comment or the front matter turns `citation/missing` off here: a missing citation is meant. */
  readonly excused: boolean;
  /** Marked `[own]`. */
  readonly own: boolean;
  /** Marked `<!-- brief: computed -->`. */
  readonly computed: boolean;
  /** Index in `insights` of the item that this item is nested in. */
  readonly parent: number | null;
}

export interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly cites: readonly string[];
  /** It states something checkable. */
  readonly needsCitation: boolean;
}

export type CitationForm =
  | 'numbered' // [1]  [1, 3]  [5-7]  [1]–[3]
  | 'keyed' // [@usgs-2024, p. 3; @doe]
  | 'narrative' // @usgs-2024
  | 'superscript' // ¹  <sup>1</sup>
  | 'footnote' // [^1]
  | 'full-width' // 【1】 ［1］
  | 'inline-link' // [1](https://…)  [[1]](https://…)
  | 'reference-link' // [text][1]
  | 'key-number'; // {{share}}, which brings the figure's cites along

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
  /** What it shows; null where its entry is broken or says nothing. */
  readonly content: FigureContent | null;
  readonly section: number | null;
}

export type Cell = string | number | null;
export type ChartKind = 'bar' | 'line' | 'area' | 'point' | 'pie' | 'table';

export type FigureContent =
  | { readonly kind: 'value'; readonly value: Field; readonly unit?: Field }
  | {
      readonly kind: 'data';
      readonly chart: ChartKind;
      readonly x?: Field;
      readonly y?: Field;
      readonly series?: Field;
      /** Inline rows, or the path of a file. */
      readonly data: { readonly rows: readonly Readonly<Record<string, Cell>>[] } | { readonly path: Field };
    }
  | { readonly kind: 'vega-lite'; readonly spec: unknown; readonly span: Span }
  | { readonly kind: 'image'; readonly path: Field }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

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

/** A comment that turns rules off. */
export interface Suppression {
  readonly span: Span;
  /** Empty: all rules. */
  readonly codes: readonly Field[];
  /** What it covers. */
  readonly covers: Span;
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
  /** Index in `sections` of the section it is in (for a heading, the one that it starts). */
  readonly section: number | null;
}
