/** The model's types for sources. Spans are UTF-16 offsets of the brief, but for those of a bibliography's entries. */
import type { FrontMatterError, Suppression, UnknownKey } from '../../base/problem';
import type { SourceTextName } from '../../base/sourceFields';
import type { Field, LineIndex, Range, Span } from '../../base/text';

export type DeclaredIn = 'front-matter' | 'bibliography' | 'definition' | 'footnote' | 'section' | 'inline';

/** A stretch of text of a source, as a reader sees it. */
export interface Passage {
  readonly text: string;
  readonly from: 'title' | 'quote' | 'text';
  /** Its place in the brief, or in the file `uri`. */
  readonly span?: Span;
  /** The stretches that `text` is made of, in order, where a local copy does not hold it verbatim at `span`. */
  readonly pieces?: readonly Piece[];
  /** The file that `span` speaks of, where it is not the brief itself. */
  readonly uri?: string;
  /** The path of the local copy that it was read from, as the brief writes it. */
  readonly path?: string;
  readonly page?: string;
  readonly url?: string;
  /** What stands around it and is needed to read it, such as "in millions" over a table. No part of `text`. */
  readonly context?: string;
}

/** A part of a passage's text: verbatim if it is as long as what it comes from, else it stands for the whole of that. */
export interface Piece {
  /** Its offset in the passage's text; it ends where the next one starts. */
  readonly at: number;
  /** What it comes from, in the passage's document. */
  readonly span: Span;
}

/** The local copy of a source that its `text` names, as far as it could be read. */
export interface SourceText {
  /** As the brief writes it, or the file that declares the source. */
  readonly path: string;
  /** The file that declares the source, where it is not the brief itself. */
  readonly namedIn?: string;
  readonly uri?: string;
  /** Its paragraphs, list items and table rows, in order. */
  readonly passages: readonly Passage[];
  /** To turn spans of the passages into positions of that file. */
  readonly lines?: LineIndex;
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
}

/** What is known of a source, wherever it is declared. */
export interface SourceFields extends Readonly<Partial<Record<SourceTextName, Field>>> {
  readonly authors: readonly Field[];
  /** The path of a local copy, as written. */
  readonly textPath?: Field;
  /** `passages`: plain numbers cite its numbered passages. */
  readonly cite?: Field;
  /** `abstract` or `excerpt`: the local copy is only that part of the source. */
  readonly copy?: Field;
  /** What a person wrote about it, in Markdown. No passage: the source does not say it. */
  readonly notes?: Field;
}

/**
 * What a source says, as texts, as the format has it (docs/format.md); each goes on one line. Dates are ISO 8601, to the year,
 * month or day. `text` is the path of a local copy, relative to the brief.
 */
export interface SourceTexts extends Readonly<Partial<Record<SourceTextName, string>>> {
  readonly authors?: readonly string[];
  readonly text?: string;
}

/** What one place says about a source. */
export interface SourceDeclaration extends SourceFields {
  readonly id: string;
  readonly idSpan: Span;
  /** The whole entry. */
  readonly span: Span;
  readonly declaredIn: DeclaredIn;
  readonly quotes: readonly Passage[];
  /** The file that the spans speak of, where it is not the brief itself. */
  readonly uri?: string;
  /** Its YAML did not parse: only the id is known. */
  readonly broken?: boolean;
  /** In an ordered list of a sources section: the number that readers see, where it is not the typed one. */
  readonly shownNumber?: number;
  /** Of a work: the numbers behind it in its list, which other works have too, or which are several. */
  readonly numbers?: readonly string[];
  /** What its entry in the text says besides these fields: stretches of Markdown, which lists show behind the entry. */
  readonly besides?: readonly Field[];
}

/** A file that the front matter's `bibliography` names, as far as it could be read. */
export interface BibliographyFile {
  /** As the front matter writes it. */
  readonly path: string;
  readonly uri?: string;
  readonly declarations: readonly SourceDeclaration[];
  /** To turn spans of the declarations into positions of that file. */
  readonly lines?: LineIndex;
  /** What it holds, to change it. */
  readonly text?: string;
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** What is wrong inside, each with its place in that file. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** A file of a library folder: one source. */
export interface SourceFile extends BibliographyFile {
  readonly uri: string;
  /** Without what leads to it, in the bytes that the file system has. */
  readonly name: string;
  readonly lines: LineIndex;
  /** The text. */
  readonly written: string;
  /** Where its id stands; null where the name of the file says it. */
  readonly writtenId: Field | null;
  readonly yamlErrors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly suppressions: readonly Suppression[];
  /** Why its local copy cannot be read, as a sentence. */
  readonly copyUnreadable?: string;
  /** Another file that declares the same id: that one counts. */
  readonly twin?: SourceFile;
}

/** A folder of sources that a configuration names, as far as it could be read. */
export interface SourceFolder {
  /** The URI of the folder that `path` is relative to: that of the configuration. */
  readonly base: string;
  /** As the configuration writes it, without a slash at its end. */
  readonly path: string;
  readonly uri?: string;
  /** In the order of their names. */
  readonly files: readonly SourceFile[];
  /** The names of all regular files in it that may be sources, even if they turn out not to be. */
  readonly names: ReadonlySet<string>;
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** What is past a limit and was left out: a sentence. */
  readonly leftOut?: string;
}

/** A style of lists of sources (`.csl`) that a brief or a configuration names, as far as it could be read. */
export interface StyleFile {
  /** As it is written where it is named. */
  readonly path: string;
  readonly uri?: string;
  readonly text?: string;
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** Why it cannot be used, with the place in that file. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** How sources are listed. `name` is one of `STYLE_NAMES`, or the path of a file. */
export interface StyleChoice {
  readonly name: string;
  /** Null if the name is not a path, or the file is not read yet. */
  readonly file: StyleFile | null;
}

export type Cell = string | number | null;
export type DataRow = Readonly<Record<string, Cell>>;

/** A file of rows that a figure names, as far as it could be read. */
export interface DataFile {
  /** As the brief writes it. */
  readonly path: string;
  readonly uri?: string;
  /** The names of its columns, in order. */
  readonly columns: readonly string[];
  /** Without prototypes: any name may be one of a column. */
  readonly rows: readonly DataRow[];
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
}

/** The files that a brief names, as far as they were read. */
export interface NamedFiles {
  readonly bibliography: readonly BibliographyFile[];
  readonly texts: readonly SourceText[];
  readonly data: readonly DataFile[];
  /** The style that the front matter names by its path. */
  readonly styles?: readonly StyleFile[];
  /** The images that the brief shows, as far as they were looked for. */
  readonly images?: readonly ImageFile[];
}

/** An image that a brief shows. What is in it is not read. */
export interface ImageFile {
  /** As {@link imagesOf} gives it. */
  readonly path: string;
  /** Why it cannot be read: a sentence. */
  readonly unreadable?: string;
}

/** A source: its declarations merged, the first to name a field winning. */
export interface Source extends SourceFields {
  readonly id: string;
  /** At least one, in document order. */
  readonly declarations: readonly SourceDeclaration[];
  readonly passages: readonly Passage[];
  /** Of a numbered passage: the id of its source. It is found by its number, and listed nowhere. */
  readonly partOf?: string;
}
