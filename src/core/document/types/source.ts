/** The model's types for sources. Spans are UTF-16 offsets of the brief, except in entries of a bibliography. */
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
  /** The file that `span` belongs to, if it isn't the brief itself. */
  readonly uri?: string;
  /** The path of the local copy that it was read from, as the brief writes it. */
  readonly path?: string;
  readonly page?: string;
  readonly url?: string;
  /** Text around the passage that is needed to read it, such as "in millions" over a table. Not part of `text`. */
  readonly context?: string;
}

/** A part of a passage's text. It is verbatim if it is as long as `span`; else it stands for all of `span`. */
export interface Piece {
  /** Its offset in the passage's text; it ends where the next one starts. */
  readonly at: number;
  /** The text that it comes from, in the passage's document. */
  readonly span: Span;
}

/** The local copy of a source that its `text` names, as far as it could be read. */
export interface SourceText {
  /** The path as the brief writes it, or as the file that declares the source does. */
  readonly path: string;
  /** The file that declares the source, where it is not the brief itself. */
  readonly namedIn?: string;
  readonly uri?: string;
  /** Its paragraphs, list items and table rows, in order. */
  readonly passages: readonly Passage[];
  /** Turns spans of the passages into positions of that file. */
  readonly lines?: LineIndex;
  /** The reason why it could not be read: a sentence. */
  readonly unreadable?: string;
}

/** The fields of a source, wherever it is declared. */
export interface SourceFields extends Readonly<Partial<Record<SourceTextName, Field>>> {
  readonly authors: readonly Field[];
  /** The path of a local copy, as written. */
  readonly textPath?: Field;
  /** `passages`: plain numbers cite its numbered passages. */
  readonly cite?: Field;
  /** `abstract` or `excerpt`: the local copy is only that part of the source. */
  readonly copy?: Field;
  /** Notes that a person wrote about it, in Markdown. They are no passage: the source doesn't say them. */
  readonly notes?: Field;
}

/**
 * The fields of a source as texts, as the format has them (docs/format.md). Each goes on one line. Dates are ISO 8601, to the
 * year, month or day. `text` is the path of a local copy, relative to the brief.
 */
export interface SourceTexts extends Readonly<Partial<Record<SourceTextName, string>>> {
  readonly authors?: readonly string[];
  readonly text?: string;
}

/** A declaration of a source in one place. */
export interface SourceDeclaration extends SourceFields {
  readonly id: string;
  readonly idSpan: Span;
  /** The whole entry. */
  readonly span: Span;
  readonly declaredIn: DeclaredIn;
  readonly quotes: readonly Passage[];
  /** The file that the spans belong to, if it isn't the brief itself. */
  readonly uri?: string;
  /** True if its YAML did not parse: only the id is known. */
  readonly broken?: boolean;
  /** The number that readers see in an ordered list of a sources section, if it isn't the typed one. */
  readonly shownNumber?: number;
  /** True if its list has no numbers: its place in the list is its number. */
  readonly byPlace?: true;
  /**
   * The numbers behind a work in its list, if other works have them too, or if there are several; the further numbers of an
   * entry that starts with several.
   */
  readonly numbers?: readonly string[];
  /** The rest of its entry in the text, besides these fields: pieces of Markdown, which lists show behind the entry. */
  readonly besides?: readonly Field[];
}

/** A file that the front matter's `bibliography` names, as far as it could be read. */
export interface BibliographyFile {
  /** The path as the front matter writes it. */
  readonly path: string;
  readonly uri?: string;
  readonly declarations: readonly SourceDeclaration[];
  /** Turns spans of the declarations into positions of that file. */
  readonly lines?: LineIndex;
  /** The text of the file, which is needed to change it. */
  readonly text?: string;
  /** The reason why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** The errors in the file, each with its place. A note changes nothing in what is read. */
  readonly errors: readonly { readonly message: string; readonly range: Range; readonly isNote?: true }[];
}

/** A file of a library folder: one source. */
export interface SourceFile extends BibliographyFile {
  readonly uri: string;
  /** The file's name without the path, in the bytes that the file system has. */
  readonly name: string;
  readonly lines: LineIndex;
  /** The text of the file. */
  readonly written: string;
  /** The id as the file writes it; null if the file's name is the id. */
  readonly writtenId: Field | null;
  readonly yamlErrors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly suppressions: readonly Suppression[];
  /** The reason why its local copy can't be read: a sentence. */
  readonly copyUnreadable?: string;
  /** Another file that declares the same id: that one counts. */
  readonly twin?: SourceFile;
}

/** A folder of sources that a configuration names, as far as it could be read. */
export interface SourceFolder {
  /** The URI of the folder that `path` is relative to: the configuration's own folder. */
  readonly base: string;
  /** The path as the configuration writes it, without a slash at its end. */
  readonly path: string;
  readonly uri?: string;
  /** The files, in the order of their names. */
  readonly files: readonly SourceFile[];
  /** The names of all regular files in it that may be sources, even if they turn out not to be. */
  readonly names: ReadonlySet<string>;
  /** The reason why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** A sentence about files that are past a limit and were left out. */
  readonly leftOut?: string;
}

/** A style of lists of sources (`.csl`) that a brief or a configuration names, as far as it could be read. */
export interface StyleFile {
  /** The path as it is written where the style is named. */
  readonly path: string;
  readonly uri?: string;
  readonly text?: string;
  /** The reason why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** The reasons why it can't be used, each with its place in that file. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** The style in which sources are listed. `name` is one of `STYLE_NAMES`, or the path of a file. */
export interface StyleChoice {
  readonly name: string;
  /** Null if the name is not a path, or the file is not read yet. */
  readonly file: StyleFile | null;
}

export type Cell = string | number | null;
export type DataRow = Readonly<Record<string, Cell>>;

/** A file of rows that a figure names, as far as it could be read. */
export interface DataFile {
  /** The path as the brief writes it. */
  readonly path: string;
  readonly uri?: string;
  /** The names of its columns, in order. */
  readonly columns: readonly string[];
  /** Rows without prototypes, since a column may have any name. */
  readonly rows: readonly DataRow[];
  /** The reason why it could not be read: a sentence. */
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

/** An image that a brief shows. Its content isn't read. */
export interface ImageFile {
  /** The path as {@link imagesOf} gives it. */
  readonly path: string;
  /** The reason why it can't be read: a sentence. */
  readonly unreadable?: string;
  /** True if its path leads out of the workspace. Other programs may show it. */
  readonly isOutside?: true;
}

/** A source: its declarations merged, the first to name a field winning. */
export interface Source extends SourceFields {
  readonly id: string;
  /** At least one, in document order. */
  readonly declarations: readonly SourceDeclaration[];
  readonly passages: readonly Passage[];
  /** The id of the source that a numbered passage belongs to. Such a passage is found by its number, and listed nowhere. */
  readonly partOf?: string;
}
