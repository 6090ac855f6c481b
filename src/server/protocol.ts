/** Requests and notifications of our own, beyond LSP 3.17. Types only: clients import this file. */

import type { Position, Range } from '../core/base/text';
import type { ToldThread } from '../core/brief/config/workspace';
import type { SourceTexts } from '../core/document/types/source';
import type { DetailChange, Details } from '../core/editor/details/types';
import type { OutputFormat } from '../core/page/exporting/outputs';
import type { ConfinedRead, Confinement, FolderRead } from '../files/confined/confinement';

export type { Position } from '../core/base/text';
export type { ToldComment, ToldThread } from '../core/brief/config/workspace';
export type { SourceTexts } from '../core/document/types/source';
export type { DetailChange, DetailEntry, DetailField, DetailList, Details } from '../core/editor/details/types';

/** Client to server: the preview of an open document. Null where the document is not open. */
export const RENDER_REQUEST = 'brief/render';
export interface RenderParams {
  readonly uri: string;
  /** Claims beside what their sources say, in place of the body. */
  readonly review?: boolean;
  /**
   * The `id` of what the client shows, which it was given before; null: it shows nothing. A client that says it is given
   * what has changed since, in `changes`, and an empty `html`.
   */
  readonly have?: string | null;
}
export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  readonly title: string;
  readonly language: string;
  /** The page's content, safe to put into the page's root element. */
  readonly html: string;
  /** Where the client has said what it shows. */
  readonly changes?: RenderChanges;
}

/** How the page becomes another one, part by part. */
export interface RenderChanges {
  /** Names the page that comes of it. */
  readonly id: string;
  /** The page that it is for; null: an empty one, as what the client shows is not known (any more). */
  readonly base: string | null;
  /** The `<article>` around all parts, without its content. */
  readonly frame: string;
  /** By index among the parts of the page before, in that order; those do not overlap. */
  readonly splices: readonly RenderSplice[];
  /** Parts that stay and start at another line: so many from an index among the parts of the new page, by so many lines. */
  readonly moves: readonly (readonly [from: number, count: number, lines: number])[];
}
export interface RenderSplice {
  readonly start: number;
  readonly removed: number;
  readonly parts: readonly RenderedPart[];
}
/**
 * A part of the page: its head, a block or a figure of the body, one of the notes, of the sources or of the rows of a
 * review. The parts of a slot follow each other; those of `head` stand in the article, all others in its
 * `<div class="body">`: those of `body` in it, and those of another slot in one list, `<ol class="SLOT" role="list">`.
 */
export interface RenderedPart {
  readonly slot: 'head' | 'body' | 'notes' | 'sources' | 'review';
  /** The zero-based line of the text from which `data-line` and `data-at` in its HTML count. */
  readonly line: number;
  readonly html: string;
}

/**
 * Client to server: the chips, verdicts and tags of an open document, for a page that another program makes of its Markdown. Null
 * where the document is not open. An error answer (`InvalidParams`) where the parameters are not these.
 */
export const MARKS_REQUEST = 'brief/marks';
export interface MarksParams {
  readonly textDocument: { readonly uri: string };
}
export interface MarksResult {
  /** The version of the document that the ranges are for. */
  readonly version: number;
  /** In the order of the text. Marks are in each other only where the outer one keeps its text. */
  readonly marks: readonly RenderedMark[];
  /** The cards that chips open without a script, for the end of the page. */
  readonly cards: string;
}
export interface RenderedMark {
  /** Empty where a tag is added. */
  readonly range: Range;
  /** Whether the text stays, between `opening` and `closing`. */
  readonly keeps: boolean;
  /** Safe HTML. Where a mark keeps its text, its elements end in `closing`. */
  readonly opening: string;
  readonly closing: string;
}

/**
 * Client to server: an open document as a file for others, with its charts drawn. Null where the document is not open; an
 * error answer (`InvalidParams`) where the parameters are not these.
 */
export const EXPORT_REQUEST = 'brief/export';
/**
 * - `content`: the content of the page with its images, without style and evidence;
 * - others: as `brief export` writes them. `html` is one page that loads nothing, `pdf` is printed by a browser of the server's
 *   machine.
 */
export type ExportFormat = OutputFormat | 'content';
export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  /** Without it, `html`. */
  readonly format?: ExportFormat;
  /**
   * For `html` and `pdf`: the style sheet to put into the file, `dist/webview/preview-style.css`, which the server may have
   * no way to.
   */
  readonly style?: string;
  /** For `html` and `pdf`: false leaves out what the sources say. */
  readonly evidence?: boolean;
  /** True has the comments of people in it; never in `content`. */
  readonly comments?: boolean;
}
export type ExportResult = {
  readonly version: number;
  /** The URIs of the files that were read for the brief: no export may take the place of one. */
  readonly reads: readonly string[];
} & (
  | { readonly html: string }
  /** The file, for formats that are text and no HTML. */
  | { readonly text: string }
  /** The bytes of the file, for all others. */
  | { readonly base64: string }
  /** Why there is no file, and what to do: sentences for people. */
  | { readonly error: string }
);

/** Client to server: why the server's machine exports no PDF, in sentences for people; null where it does. No parameters. */
export const PRINT_TROUBLE_REQUEST = 'brief/printTrouble';

/** Server to client: the preview of an open document may show something else, though its text did not change. */
export const PREVIEW_NOTIFICATION = 'brief/preview';
export interface PreviewParams {
  readonly uri: string;
}

/**
 * Client to server: where what a brief cites stands outside it. Null where the document is not open, and where nothing is cited
 * there (any more).
 */
export const ORIGINAL_REQUEST = 'brief/original';
export interface OriginalParams {
  readonly textDocument: { readonly uri: string };
  /** What stands at a place, a passage that a page shows, or a source. */
  readonly of:
    | { readonly position: Position }
    | { readonly source: string; readonly passage: number; readonly start: number; readonly end: number }
    | { readonly source: string };
}
export interface OriginalResult {
  /** The source as it is cited: `[3]`. */
  readonly citation: string;
  /** A web address, which leads to the words where these are known; null: it has none. */
  readonly url: string | null;
  /** Opens it in Zotero; null: nothing says that it is there. */
  readonly zotero: string | null;
  /** The passage in the local copy, and the words in it; null: it has none. */
  readonly copy: { readonly uri: string; readonly range: Range; readonly words: Range } | null;
}

/** Client to server: the card of a citation in a preview. Null where the text has no such citation any more. */
export const CARD_REQUEST = 'brief/card';
export interface CardParams {
  readonly uri: string;
  /** As the page names it, in `data-card`. */
  readonly id: string;
}
export interface CardResult {
  readonly html: string;
}

/**
 * Client to server: a report turned into a brief, a pasted text or a file with its name. An error answer
 * (`InvalidParams`) where the parameters are not these.
 */
export const IMPORT_REQUEST = 'brief/import';
export type ImportParams = { readonly text: string } | { readonly name: string; readonly base64: string };
/** A brief that an import made. */
export interface ImportedText {
  readonly text: string;
  /** Of the brief, on one line; empty if it has none. */
  readonly title: string;
  /** What was done, in sentences. */
  readonly summary: string;
  /** The same in full, as Markdown. */
  readonly report: string;
  /** Its numbers cite passages of one article, whose text is missing: the title of that; else null. */
  readonly article: string | null;
  /** Its numbers cite sources of which nothing is known: they may as well cite passages of one article. */
  readonly mayCitePassages: boolean;
}
export type ImportResult =
  /** The other summaries of a text that holds several, in their order. */
  | (ImportedText & { readonly others: readonly ImportedText[] })
  /** Why it cannot be imported, as a clause. */
  | { readonly error: string };

/**
 * Client to server: the article that a brief sums up, as the copy that its source is to name. An error answer (`InvalidParams`)
 * where the parameters are not these.
 */
export const ARTICLE_TEXT_REQUEST = 'brief/articleText';
export interface ArticleTextParams {
  readonly textDocument: { readonly uri: string };
  /** Where the copy comes to be, relative to the brief: `sources/article.txt`, or with a number, `sources/article-2.txt`. */
  readonly path: string;
  /** Of the document of the article, without folders. */
  readonly name: string;
  readonly base64: string;
}
export type ArticleTextResult =
  | {
      readonly version: number;
      readonly edits: readonly Edit[];
      /** What the copy holds. */
      readonly text: string;
      readonly passages: number;
      /** How many numbers and quotations stand in the passage that they cite, in another one, in none. */
      readonly fit: { readonly found: number; readonly elsewhere: number; readonly notFound: number };
      /**
       * The text shows that the numbers cite sources, and no passages of it: one is higher than the last passage (`beyond`), or
       * facts stand in other passages. The edits make them cite sources; the copy is then of no use. Absent: they fit.
       */
      readonly misfit?: { readonly why: 'beyond' | 'misfit'; readonly edits: readonly Edit[] };
    }
  /** The numbers of the brief cite no passages. */
  | { readonly version: number; readonly none: true }
  /** Why it cannot be read, as a clause. */
  | { readonly error: string };

/**
 * Client to server: the document of a source as the text of its local copy. An error answer (`InvalidParams`) where the
 * parameters are not these.
 */
export const EXTRACT_REQUEST = 'brief/extract';
export interface ExtractParams {
  /** Of the file, without folders. */
  readonly name: string;
  readonly base64: string;
}
export type ExtractResult =
  | {
      readonly text: string;
      /** The extension that the copy takes. */
      readonly extension: '.txt' | '.md';
      /** How many pages it marks; null: none. */
      readonly pages: number | null;
      /** What the document says of itself, as far as its text bears it out. */
      readonly source: SourceTexts;
    }
  /** Why it cannot be read and what to do, as a clause. */
  | { readonly error: string };

/**
 * Client to server: what can be cited at a place of an open document. Null where the document is not open; an error
 * answer (`InvalidParams`) where the parameters are not these.
 */
export const CANDIDATES_REQUEST = 'brief/candidates';
export interface CandidatesParams {
  readonly textDocument: { readonly uri: string };
  /** Where the cursor is, or what is selected. */
  readonly range: Range;
  /**
   * Words that a source must have, each in its id, title, publisher, date or authors, or in the passage that it is likely
   * for: the first 300 of the others that have them are given. Without it, all are.
   */
  readonly search?: string;
}
export interface CandidatesResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  /** Null if there is no insight. */
  readonly offer: CitationOffer | null;
}
export interface CitationOffer {
  /** The words that are to be cited. */
  readonly claim: string;
  /** The sources whose passages are most like the claim, best first. */
  readonly likely: readonly LikelySource[];
  /** All others, in the order of the brief; those that a search found. */
  readonly others: readonly CitableSource[];
  /** There are more than these. */
  readonly more: boolean;
  /** Null where the brief has no place for one. */
  readonly newSource: NewSource | null;
}
/** A source, for people: each field on one line, empty where nothing says it. */
export interface CitableSource {
  readonly id: string;
  /** As it is written: `[3]`, `[@usgs-2024]`. */
  readonly citation: string;
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly year: string;
  /** The insight rests on it already. */
  readonly cited: boolean;
  /** Cites it; none where it stands there already. */
  readonly edits: readonly Edit[];
}
export interface LikelySource extends CitableSource {
  /** The words of its likeliest passage around what is shared; empty where that is its title or publisher. */
  readonly passage: string;
  /** `number 90%`, `term Mountain Pass`. */
  readonly why: readonly string[];
}
/** A source that a claim may rest on, by its best passage. */
export interface SuggestedSource extends LikelySource {
  /** How likely it is that the claim rests on it, from 0 to 1. */
  readonly score: number;
  /** Where the passage stands: in the local copy, or where a quote or a title is written; null where that is not known. */
  readonly at: { readonly uri: string; readonly range: Range } | null;
}
export interface NewSource {
  readonly citation: string;
  /** Declares the source and cites it. */
  readonly edits: readonly Edit[];
  /** The words that stand for its title, in the text after these edits; of a source in a file of its own, its citation. */
  readonly title: Range;
  /** Where the folder of briefs has a library, the file that is to be made in it; the edits then cite the source. */
  readonly file?: NewSourceFile;
}
/** A file to be created together with edits, as one change. The server knows no file of that name. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** The words in it that stand for its title, for its author to write; null where the title is known. */
  readonly title: Range | null;
  /** The local copy of the source, which goes to the library with it, and which the file names there; null: nothing is moved. */
  readonly copy: { readonly from: string; readonly to: string } | null;
}

/**
 * Client to server: the statements of an open document that need a source and have none. Null where the document is not
 * open; an error answer (`InvalidParams`) where the parameters are not these.
 */
export const UNCITED_STATEMENTS_REQUEST = 'brief/uncitedStatements';
export interface UncitedStatementsParams {
  readonly textDocument: { readonly uri: string };
  /** Whether the likeliest sources of each are looked for as well. Without it, they are not. */
  readonly suggest?: boolean;
}
export interface UncitedStatementsResult {
  /** The version of the document that all ranges and edits are for. */
  readonly version: number;
  /** How many such statements the document has. */
  readonly total: number;
  /** Those that need a source the most first, others in document order; at most 1,000. */
  readonly statements: readonly UncitedStatement[];
  /** From this score on, a source is the right one so often that it may be cited without a look. */
  readonly sure: number;
  /** Whether an import of the document (`brief/import`) would find sources that it does not declare. */
  readonly imports: boolean;
}
export interface UncitedStatement {
  readonly range: Range;
  /** Its words on one line, without marks of Markdown, at most 200 characters. */
  readonly text: string;
  /** The heading of its section; empty where it is in none. */
  readonly section: string;
  /** Its likeliest source, where they were asked for; null where none is likely. Its edits cite it. */
  readonly likely?: LikelySource | null;
  /** The sources that it may rest on, where they were asked for: the likeliest first, at most five. */
  readonly suggested?: readonly SuggestedSource[];
}

/**
 * Client to server: an open document with its sources sorted by first use and its numbered ones renumbered. Null if the
 * document is not open.
 */
export const RENUMBER_REQUEST = 'brief/renumber';
export interface RenumberParams {
  readonly textDocument: { readonly uri: string };
}
export interface RenumberResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** Why there are no edits: all is in order, no source has a number, or the meaning of the text would change. */
  readonly outcome: 'done' | 'in order' | 'no numbers' | 'not possible';
  /** How many sources and footnotes the edits give another number; the others only move. */
  readonly renumbered: number;
  readonly edits: readonly Edit[];
}

/** Client to server: a new source for an open document. Null where the document is not open. */
export const ADD_SOURCE_REQUEST = 'brief/addSource';
export interface AddSourceParams {
  readonly textDocument: { readonly uri: string };
  /** The address or the title of the source. Not read where `source` has a title, an address or a DOI. */
  readonly written: string;
  /** What else is known of it. */
  readonly source?: SourceTexts;
  /** Where the cursor is, or what is selected. A source is cited in an empty bracket there; one of a library, in any insight. */
  readonly range?: Range;
}
export type AddSourceResult =
  | { readonly kind: 'added'; readonly version: number; readonly source: NewSource }
  /** A source with this address or DOI is there already, in the brief or in the file `uri` of its library. */
  | {
      readonly kind: 'known';
      readonly citation: string;
      readonly range: Range;
      readonly uri?: string;
      /** What cites it where the cursor is in an empty bracket. */
      readonly cite?: { readonly version: number; readonly edits: readonly Edit[] };
    }
  /** The brief has no place for one. */
  | { readonly kind: 'no place' };

/** Client to server: the edits that mark insights as verified on this day. Null where the document is not open. */
export const MARK_VERIFIED_REQUEST = 'brief/markVerified';
export interface MarkVerifiedParams {
  readonly textDocument: { readonly uri: string };
  /** What is selected; an empty one is a cursor. */
  readonly ranges: readonly Range[];
  /** As `isReviewer` wants it. */
  readonly reviewer: string;
}
export interface MarkVerifiedResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly Edit[];
  readonly marked: number;
  /** The insights at which a mark would change what the text means. */
  readonly refused: number;
}

/** Client to server: the threads of an open document, and where new ones can start. Null where it is not open. */
export const THREADS_REQUEST = 'brief/threads';
export interface ThreadsParams {
  readonly textDocument: { readonly uri: string };
}
export interface ThreadsResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** In document order. */
  readonly threads: readonly ToldThread[];
  /** The insights and the rows of tables, in document order. */
  readonly commentable: readonly Range[];
}

/** Client to server: the threads of all briefs of the workspace. No parameters. */
export const WORKSPACE_THREADS_REQUEST = 'brief/workspaceThreads';
export interface WorkspaceThreadsResult {
  /** Briefs with threads. */
  readonly briefs: readonly { readonly uri: string; readonly threads: readonly ToldThread[] }[];
}

/**
 * Client to server: the edits that do something to the comments of a document, signed with this day. Null where the document is
 * not open; an error answer (`InvalidParams`) where the parameters are not these.
 */
export const EDIT_THREAD_REQUEST = 'brief/editThread';
export interface EditThreadParams {
  readonly textDocument: { readonly uri: string };
  /** Where: for `add` an insight or a cell, for the others a comment. */
  readonly range: Range;
  /** - `add`, `reply`: a new comment; `edit`: another text; `delete-thread`, `resolve`, `reopen`: all of the thread. */
  readonly action: (typeof THREAD_ACTIONS)[number];
  /** Of the comment, for `add`, `reply` and `edit`. */
  readonly text?: string;
  /** As `isReviewer` wants it, for `add` and `reply`. */
  readonly author?: string;
}
export const THREAD_ACTIONS = ['add', 'reply', 'edit', 'delete', 'delete-thread', 'resolve', 'reopen'] as const;
export type EditThreadResult =
  | { readonly version: number; readonly edits: readonly Edit[] }
  /** Why there are none, and what to do: sentences for people. */
  | { readonly refused: string };

/** Whether a text can stand for a person in a review mark: one word of at most 32 characters that ends no comment. */
export function isReviewer(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'’-]{0,31}$/u.test(text) && !text.includes('--');
}

/** As LSP's `TextEdit`. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** Server to client: how much of a document is cited, when it was opened and after each check that changes any of it. */
export const STATUS_NOTIFICATION = 'brief/status';
export interface StatusParams {
  readonly uri: string;
  /** Of the document since when it is so. */
  readonly version: number;
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  /** What the sources say to its numbers and quotations. */
  readonly evidence: Readonly<Record<'found' | 'differs' | 'elsewhere' | 'notFound' | 'uncheckable', number>>;
  /** How many sources it lists, and how many of them have a quote or a local copy. */
  readonly sources: number;
  readonly texts: number;
  /** Those that a person has verified: as they were then, and changed since. */
  readonly verified: number;
  readonly stale: number;
  /** Whether hints are among its problems: the setting `showHints`. */
  readonly showsHints: boolean;
  /** The insights that are not cited and must be, in document order, at most 100. */
  readonly uncited: readonly Range[];
}

/**
 * Client to server: the claim without a citation that comes next from a position of an open document, of all that
 * `brief/status` counts as not cited. After the last one comes the first, and before the first one the last. Null where the
 * document is not open. An error answer (`InvalidParams`) where the parameters are not these.
 */
export const UNCITED_REQUEST = 'brief/uncited';
export interface UncitedParams {
  readonly textDocument: { readonly uri: string };
  /** Where the cursor is. A claim that starts there is not the next one. */
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}
export interface UncitedResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** Null if there is none. */
  readonly claim: {
    readonly range: Range;
    /** Which one it is, counted from 1, and how many there are. */
    readonly number: number;
    readonly of: number;
  } | null;
}

/**
 * Client to server: the numbers, quotations, citations, names, hedges and causal words of an open document that an earlier version
 * lacks, and the other way round, without mere rewording. Null where the document is not open. An error answer (`InvalidParams`)
 * where the parameters are not these.
 */
export const COMPARE_REQUEST = 'brief/compare';
export interface CompareParams {
  readonly textDocument: { readonly uri: string };
  /** The whole text of the earlier version. */
  readonly earlier: string;
}
export interface CompareResult {
  /** The version of the document that all ranges are for. */
  readonly version: number;
  /** In document order. */
  readonly changes: readonly ComparedChange[];
}
export interface ComparedChange {
  readonly kind: 'number' | 'quotation' | 'citation' | 'name' | 'hedge' | 'causal' | 'direction' | 'negation';
  /** The kind, in the language of the client. */
  readonly name: string;
  /** What changed, in that language: `4.2 million → 4.7 million`, `lost: [4]`; at most 200 characters. */
  readonly words: string;
  /** The claim that it is in, on one line; at most 200 characters. */
  readonly claim: string;
  /** Where it is in the document, or the claim that lacks it; null where there is no such claim any more. */
  readonly range: Range | null;
  /** The same in the earlier text. */
  readonly old: Range | null;
}

/**
 * Client to server: the baseline that has all problems of today, which the client then writes. Null where the document is not
 * open. An error answer (`InvalidParams`) where the parameters are not these.
 */
export const ACCEPT_PROBLEMS_REQUEST = 'brief/acceptProblems';
export interface AcceptProblemsParams {
  readonly textDocument: { readonly uri: string };
  /** Of this brief alone, or of all briefs of the folder that its configuration holds for. */
  readonly scope: 'file' | 'workspace';
  /** The URI of the open folder. If it has no configuration, one is created there. */
  readonly folder: string;
}
export type AcceptProblemsResult =
  /** Why not, in sentences. */
  | { readonly refused: string }
  | {
      readonly baseline: NewText;
      /** The configuration as it names the baseline; null where it does already. */
      readonly config: NewText | null;
      /** How many problems were found, in how many files. */
      readonly accepted: number;
      readonly files: number;
    };
/** The whole text of a file, and what it is made from. */
export interface NewText {
  readonly uri: string;
  readonly text: string;
  /** Null where no such file is known. A configuration that is empty may be missing. */
  readonly before: string | null;
}

/** Server to client: an open Markdown file is no longer a brief. */
export const NO_BRIEF_NOTIFICATION = 'brief/noBrief';
export interface NoBriefParams {
  readonly uri: string;
}

/**
 * Client to server: check an open Markdown file as a brief until it is closed, or stop to. An error answer (`InvalidParams`) where
 * the parameters are not these.
 */
export const CHECK_REQUEST = 'brief/check';
export interface CheckParams {
  readonly uri: string;
  /** True: it is not checked until it is closed, whatever includes it. */
  readonly stop?: boolean;
}
export interface CheckResult {
  /** Whether the server has the document. */
  readonly open: boolean;
}

/** Client to server: the sources of an open document and what rests on them. Null where it is not open. */
export const SOURCES_REQUEST = 'brief/sources';
export interface SourcesParams {
  readonly textDocument: { readonly uri: string };
}
export interface SourcesResult {
  readonly version: number;
  /** Those that are declared, in the order of the brief, then those that are only cited; of a library folder, those cited. */
  readonly sources: readonly ListedSource[];
  /** What the author marked as lacking a source. */
  readonly gaps: readonly Mention[];
}
/** A source, for people: each text on one line, empty where nothing says it. */
export interface ListedSource {
  readonly id: string;
  /** As it is written: `[3]`, `[@usgs-2024]`. */
  readonly citation: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  /** A web page that may be opened, or null. */
  readonly url: string | null;
  /** How much of it a local copy holds. */
  readonly textState: 'whole' | 'abstract' | 'excerpt' | 'none' | 'paywall' | 'scripts';
  /** The key of its item in Zotero; null: nothing says it. */
  readonly zotero: string | null;
  /** Where it is declared first, perhaps in a bibliography; null: nowhere. */
  readonly declared: { readonly uri: string; readonly range: Range } | null;
  readonly citedBy: readonly Mention[];
  /** How many verified claims that cite it have changed since, or have sources that have. */
  readonly stale: number;
}
/** A citation, or the mark of a gap, with the words around it. */
export interface Mention {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
}

/** Client to server: the edits that add passages to a source, and a local copy. Null where the document is not open. */
export const ADD_QUOTES_REQUEST = 'brief/addQuotes';
export interface AddQuotesParams {
  readonly textDocument: { readonly uri: string };
  /** The id of the source. */
  readonly source: string;
  readonly quotes: readonly NewQuote[];
  /** The path of a local copy that it gets, relative to the brief. */
  readonly text?: string;
}
export interface NewQuote {
  readonly text: string;
  readonly page?: string;
  readonly url?: string;
}
export type AddQuotesResult =
  | { readonly kind: 'added'; readonly version: number; readonly edits: readonly Edit[]; readonly count: number }
  /** It has all of them already; or its entry is written in a way that takes none. */
  | { readonly kind: 'known' | 'no place' };
/** Client to server: the sources of an open document whose text is not here. Null where it is not open. */
export const COPIES_REQUEST = 'brief/copies';
export interface CopiesParams {
  readonly textDocument: { readonly uri: string };
}
export interface CopiesResult {
  /** By the folder that their copies come to. */
  readonly parts: readonly CopiesPart[];
  /** Those that nothing could name a copy of. */
  readonly unplaced: readonly WantedSource[];
}
export interface CopiesPart {
  /** The URI of the folder. */
  readonly folder: string;
  /** What stands before the names of its files where they are named: `sources/`. */
  readonly prefix: string;
  readonly sources: readonly WantedSource[];
}
export interface WantedSource {
  readonly id: string;
  readonly title: string;
  /** Null: it has none that leads to the web. */
  readonly url: string | null;
  /** When it was read, in ISO 8601. */
  readonly accessed?: string;
}

/** Client to server: the edits that name copies which were made. Null where the document is not open. */
export const NAME_COPIES_REQUEST = 'brief/nameCopies';
export interface NameCopiesParams {
  readonly textDocument: { readonly uri: string };
  readonly copies: readonly NewCopy[];
}
export interface NewCopy {
  readonly id: string;
  /** As it is to be written: the prefix of its part, and the name of its file. Null: there is no copy, as `part` says. */
  readonly path: string | null;
  /** What part of the source it is; null: all of it. */
  readonly part: 'abstract' | 'excerpt' | 'paywall' | 'scripts' | null;
}
export interface NameCopiesResult {
  readonly version: number;
  readonly edits: readonly Edit[];
  /** The files of a library that name copies, too. */
  readonly files: readonly { readonly uri: string; readonly edits: readonly Edit[] }[];
  /** The ids of sources that cannot be named any more. */
  readonly unnamed: readonly string[];
}

/** Client to server: the web pages that an open document names. Null where it is not open. */
export const LINKS_REQUEST = 'brief/links';
export interface LinksParams {
  readonly textDocument: { readonly uri: string };
}
export interface LinksResult {
  readonly version: number;
  /** Each page once, by its absolute address without fragment. Mailboxes are among them. */
  readonly links: readonly LinkedPage[];
}
export interface LinkedPage {
  readonly url: string;
  readonly places: readonly LinkedPlace[];
  /** When a source was read there, as it is written; absent where none says so. */
  readonly accessed?: string;
}
export interface LinkedPlace {
  /** The document, or a bibliography of it. */
  readonly uri: string;
  readonly range: Range;
  /** What stands there, if another address may be written in its place; null otherwise. */
  readonly written: string | null;
}

/** Client to server, with empty parameters: the sources of all briefs of the workspace. At first all are read for it. */
export const WORKSPACE_SOURCES_REQUEST = 'brief/workspaceSources';
export interface WorkspaceSourcesResult {
  /** Those that most briefs cite first; of a library folder also those that none cites. */
  readonly sources: readonly WorkspaceSource[];
}
export interface WorkspaceSource {
  readonly title: string;
  readonly publisher: string;
  /** Where a library folder has it: its id, and its file. Null: none has it. */
  readonly library: { readonly id: string; readonly uri: string; readonly range: Range } | null;
  readonly briefs: readonly CitingBrief[];
}
/** A brief that cites a source. */
export interface CitingBrief {
  readonly uri: string;
  /** Of the brief; may be empty. */
  readonly title: string;
  readonly times: number;
  /** Of the first citation. */
  readonly range: Range;
}

/** Client to server: what a form shows of the front matter of an open document. Null where it is not open. */
export const DETAILS_REQUEST = 'brief/details';
export interface DetailsParams {
  readonly textDocument: { readonly uri: string };
}
export type DetailsResult = Details & { readonly version: number };

/**
 * Client to server: the edits for a change in that form. They change nothing else. Null where the document is not open; an error
 * answer (`InvalidParams`) where the parameters are not these.
 */
export const CHANGE_DETAILS_REQUEST = 'brief/changeDetails';
export interface ChangeDetailsParams {
  readonly textDocument: { readonly uri: string };
  readonly change: DetailChange;
}
export type ChangeDetailsResult = { readonly version: number } & (
  | { readonly edits: readonly Edit[] }
  /** Why it is not changed, in a sentence for people. */
  | { readonly refused: string }
);

/** Client to server: what an address can become that is pasted into an open document. Null where it is not open. */
export const PASTE_URL_REQUEST = 'brief/pasteUrl';
export interface PasteUrlParams {
  readonly textDocument: { readonly uri: string };
  /** Where the cursor is, or what is selected. */
  readonly range: Range;
  readonly url: string;
}
export interface PasteUrlResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  readonly choices: readonly UrlPaste[];
}
export interface UrlPaste {
  /** `link`: its one edit replaces what is selected. */
  readonly kind: 'link' | 'entry' | 'cite';
  /** What it does, as a command. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Where the folder of briefs has a library, the file that is to be made in it; the edits then cite the source. */
  readonly file?: NewSourceFile;
  /** Whether it is what most people mean there, rather than the bare address. */
  readonly preferred: boolean;
}

/** Client to server: rich text as Markdown. */
export const MARKDOWN_REQUEST = 'brief/markdown';
export interface MarkdownParams {
  readonly html: string;
}
export interface MarkdownResult {
  /** Null where nothing in it is more than plain text. */
  readonly markdown: string | null;
}

/**
 * Client to server, for a language model: what is wrong in an open document; null where it is not open. Those of what
 * follows have an error answer (`InvalidParams`) where the parameters are not these.
 */
export const TOOL_CHECK_REQUEST = 'brief/toolCheck';
export interface ToolCheckParams {
  readonly textDocument: { readonly uri: string };
  /** `error`, `warning`, `information` or `hint`: what is less grave is left out. Without it, nothing is. */
  readonly least?: string;
}

/** The same: which passages of its sources support a claim. */
export const TOOL_EVIDENCE_REQUEST = 'brief/toolEvidence';
export interface ToolEvidenceParams {
  readonly textDocument: { readonly uri: string };
  readonly claim: string;
}

/** The same: the edit that cites a source for an insight, which is named by its words, its line, or both. */
export const TOOL_CITE_REQUEST = 'brief/toolCite';
export interface ToolCiteParams {
  readonly textDocument: { readonly uri: string };
  readonly insight?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** The id of the source; without it, the likeliest. */
  readonly source?: string;
}

/** The same: what it says that an earlier version does not, and the other way round. */
export const TOOL_COMPARE_REQUEST = 'brief/toolCompare';
export interface ToolCompareParams {
  readonly textDocument: { readonly uri: string };
  /** The whole text of the earlier version. */
  readonly earlier: string;
}

/** The answer to each of the four. */
export type ToolAnswer =
  | {
      /** The version of the document that it is about, and that the edits are for. */
      readonly version: number;
      /** For the model: JSON on one line. */
      readonly text: string;
      /** None for what only reads. */
      readonly edits: readonly Edit[];
    }
  /** Why there is nothing, in sentences. */
  | { readonly refused: string };

/**
 * Server to client, where the client's initialization options say `"readsFiles": true`: a text file that a brief names,
 * on a file system that the server does not have. The client holds the path to the rules of `files/confined/confinement.ts`, and
 * reads nothing outside of the workspace folder that `folder` is in; where it is in none, outside of `folder`.
 */
export const READ_FILE_REQUEST = 'brief/readFile';
export interface ReadFileParams extends Omit<Confinement, 'root'> {
  /** Relative to `folder`, which is a URI. */
  readonly path: string;
}
export type ReadFileResult = ConfinedRead;

/**
 * The same, for clients with `"readsFolders": true`: the regular files of a folder that have one of the extensions and are
 * not links.
 */
export const READ_FOLDER_REQUEST = 'brief/readFolder';
export interface ReadFolderParams extends Omit<Confinement, 'root' | 'maxBytes' | 'known' | 'looks'> {
  /** Relative to `folder`, which is a URI. */
  readonly path: string;
}
export type ReadFolderResult = FolderRead;

/** The first message to a server in a web worker, before any of LSP. */
export interface WorkerStart {
  /** The address of the folder that holds what is loaded only when it is needed, with its last slash. */
  readonly bundles: string;
}
