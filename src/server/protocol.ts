/** Requests and notifications of our own, beyond LSP 3.17: their names and types. Clients import this file, so it imports types only. */

import type { Position, Range } from '../core/base/text';
import type { ToldThread } from '../core/brief/config/workspace';
import type { SourceTexts } from '../core/document/types/source';
import type { ChangeKind } from '../core/editor/comparing/change';
import type { DetailChange, Details } from '../core/editor/details/types';
import type {
  CitationChoices,
  LikelyChoice,
  SourceChoice,
  SuggestedChoice,
} from '../core/editor/editing/citationChoices';
import type { PasteChoice } from '../core/editor/editing/pasteUrl';
import type { OverviewSource } from '../core/editor/overview/sourceOverview';
import type { UncitedStatement as Uncited } from '../core/editor/overview/uncitedStatements';
import type { ReaderKind, ReaderQuestion, Reading } from '../core/editor/reading/types';
import type { MadeCopy, WantedCopy } from '../core/editor/sources/keepCopies';
import type { OutputFormat } from '../core/page/exporting/outputs';
import type { ConfinedRead, Confinement, FolderRead } from '../files/confined/confinement';

export type { Position } from '../core/base/text';
export type { ToldComment, ToldThread } from '../core/brief/config/workspace';
export type { SourceTexts } from '../core/document/types/source';
export type { DetailChange, DetailEntry, DetailField, DetailList, Details } from '../core/editor/details/types';
export type { ReaderKind, Reading } from '../core/editor/reading/types';
export type { MadeCopy } from '../core/editor/sources/keepCopies';

/** Parameters of a request about one open document. */
interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * The requests of a client: the parameters and the result of each. A result of null says that the document isn't open; wrong
 * parameters get an error answer (`InvalidParams`).
 */
export interface Requests {
  /** The preview of an open document. */
  'brief/render': [
    {
      readonly uri: string;
      /** True shows claims beside what their sources say, instead of the body. */
      readonly review?: boolean;
      /**
       * The `id` of the page that the client shows; null if it shows none. A client that sends it, even null, gets `changes` and an
       * empty `html`.
       */
      readonly have?: string | null;
    },
    RenderResult | null,
  ];
  /** The chips, verdicts and tags of an open document, for a page that another program makes of its Markdown. */
  'brief/marks': [OfDocument, MarksResult | null];
  /** An open document as a file for others, with its charts drawn. */
  'brief/export': [
    OfDocument & {
      /** Without it, `html`. */
      readonly format?: ExportFormat;
      /**
       * For `html` and `pdf`: the style sheet to put into the file, `dist/webview/preview-style.css`. The server may be unable to
       * read it itself.
       */
      readonly style?: string;
      /** For `html` and `pdf`: true shows what the sources say, and how much is cited and found. */
      readonly evidence?: boolean;
      /** True keeps the comments of people in the file; `content` never has them. */
      readonly comments?: boolean;
    },
    ExportResult | null,
  ];
  /** The reason why the server's machine exports no PDF, in sentences for people; null if it does. */
  'brief/printTrouble': [object, string | null];
  /**
   * The original of what a brief cites, which stands outside the brief. Null also if nothing is cited there (any more).
   */
  'brief/original': [OriginalParams, OriginalResult | null];
  /** The card of a citation in a preview. Null where the text has no such citation any more. */
  'brief/card': [
    {
      readonly uri: string;
      /** The id of the card, which the page has in `data-card`. */
      readonly id: string;
    },
    CardResult | null,
  ];
  /** A report turned into a brief, a pasted text or a file with its name. */
  'brief/import': [ImportParams, ImportResult];
  /** The article that a brief sums up, as the copy that its source is to name. */
  'brief/articleText': [
    OfDocument & {
      /**
       * The path of the copy to be made, relative to the brief: `sources/article.txt`, or with a number, `sources/article-2.txt`.
       */
      readonly path: string;
      /** The name of the article's file, without folders. */
      readonly name: string;
      readonly base64: string;
    },
    ArticleTextResult | null,
  ];
  /** The document of a source as the text of its local copy. */
  'brief/extract': [
    {
      /** The name of the file, without folders. */
      readonly name: string;
      readonly base64: string;
    },
    ExtractResult,
  ];
  /** The sources that can be cited at a place of an open document. */
  'brief/candidates': [
    OfDocument & {
      /** The selection; an empty range is the cursor. */
      readonly range: Range;
      /**
       * Words that a source must have, each in its id, title, publisher, date or authors, or in its likeliest passage. `others`
       * then has the first 300 sources with these words; without a search, it has all.
       */
      readonly search?: string;
    },
    CandidatesResult | null,
  ];
  /** The statements of an open document that need a source and have none. */
  'brief/uncitedStatements': [
    OfDocument & {
      /** True also looks for the likeliest sources of each statement. The default is false. */
      readonly suggest?: boolean;
    },
    UncitedStatementsResult | null,
  ];
  /** An open document with its sources sorted by first use and its numbered ones renumbered. */
  'brief/renumber': [OfDocument, RenumberResult | null];
  /** A new source for an open document. */
  'brief/addSource': [
    OfDocument & {
      /** The address or the title of the source. Not read where `source` has a title, an address or a DOI. */
      readonly written: string;
      /** Other details that are known about the source. */
      readonly source?: SourceTexts;
      /**
       * The selection; an empty range is the cursor. A source is cited in an empty bracket there, a library's source in any
       * insight.
       */
      readonly range?: Range;
    },
    AddSourceResult | null,
  ];
  /** The edits that mark insights as verified on this day. */
  'brief/markVerified': [
    OfDocument & {
      /** The selections; an empty range is a cursor. */
      readonly ranges: readonly Range[];
      /** The reviewer's initials, in a form that `isReviewer` accepts. */
      readonly reviewer: string;
    },
    MarkVerifiedResult | null,
  ];
  /** The threads of an open document, and the places where new ones can start. */
  'brief/threads': [OfDocument, ThreadsResult | null];
  /** The threads of all briefs of the workspace. */
  'brief/workspaceThreads': [object, WorkspaceThreadsResult];
  /** The edits that change the comments of a document, signed with this day. */
  'brief/editThread': [EditThreadParams, EditThreadResult | null];
  /**
   * The next or the previous claim without a citation from a position of an open document. The claims are those that
   * `brief/status` counts as not cited. After the last one comes the first, and before the first one the last.
   */
  'brief/uncited': [UncitedParams, UncitedResult | null];
  /**
   * The differences in numbers, quotations, citations, names, hedges and causal words between an open document and an
   * earlier version, without mere rewording.
   */
  'brief/compare': [
    OfDocument & {
      /** The whole text of the earlier version. */
      readonly earlier: string;
    },
    CompareResult | null,
  ];
  /** The baseline that has all problems of today, which the client then writes. */
  'brief/acceptProblems': [AcceptProblemsParams, AcceptProblemsResult | null];
  /** Begins to check an open Markdown file as a brief until it is closed, or stops it. */
  'brief/check': [
    {
      readonly uri: string;
      /** True: the file isn't checked until it is closed, whatever includes it. */
      readonly stop?: boolean;
    },
    CheckResult,
  ];
  /** The sources of an open document, and the claims that rest on them. */
  'brief/sources': [OfDocument, SourcesResult | null];
  /** The edits that add passages to a source, and a local copy. */
  'brief/addQuotes': [
    OfDocument & {
      /** The id of the source. */
      readonly source: string;
      readonly quotes: readonly NewQuote[];
      /** The path of a local copy that it gets, relative to the brief. */
      readonly text?: string;
    },
    AddQuotesResult | null,
  ];
  /** The sources of an open document that have no local text. */
  'brief/copies': [OfDocument, CopiesResult | null];
  /** The edits that name new copies. */
  'brief/nameCopies': [OfDocument & { readonly copies: readonly MadeCopy[] }, NameCopiesResult | null];
  /** What a second reader is asked about an open document. The server itself asks nobody, and holds no answers. */
  'brief/readerQuestions': [
    OfDocument & {
      /** The place that `scope` is seen from. */
      readonly range: Range;
      /** The name of the model, which tells how it answers. */
      readonly model: string;
    },
    ReaderQuestionsResult | null,
  ];
  /** What answers of second readers say of an open document as it is now. */
  'brief/readerNotes': [OfDocument & { readonly readings: readonly Reading[] }, ReaderNotesResult | null];
  /** A report, in Markdown, on questions that were asked. */
  'brief/readerReport': [
    OfDocument & {
      readonly model: string;
      /** The host or the program that it was asked through. */
      readonly host: string;
      /** ISO 8601. */
      readonly day: string;
      /** Hashes of the questions. */
      readonly asked: readonly string[];
      readonly readings: readonly Reading[];
      /** The reasons why there is no answer, by hash. */
      readonly failed: Readonly<Record<string, 'busy' | 'silent' | 'damaged'>>;
    },
    ReaderReportResult | null,
  ];
  /** The web pages that an open document names. */
  'brief/links': [OfDocument, LinksResult | null];
  /** The sources of all briefs of the workspace. The first request reads all briefs. */
  'brief/workspaceSources': [object, WorkspaceSourcesResult];
  /** The fields of the front matter of an open document, for a form. */
  'brief/details': [OfDocument, DetailsResult | null];
  /** The edits for a change in that form. They change nothing else. */
  'brief/changeDetails': [OfDocument & { readonly change: DetailChange }, ChangeDetailsResult | null];
  /** The ways to paste an address, or several lines behind a key of the front matter, into an open document. */
  'brief/pasteUrl': [
    OfDocument & {
      /** The selection; an empty range is the cursor. */
      readonly range: Range;
      /** The address, or the lines. */
      readonly url: string;
    },
    PasteUrlResult | null,
  ];
  /** Rich text as Markdown. */
  'brief/markdown': [{ readonly html: string }, MarkdownResult];
  /**
   * For a language model: the problems of an open document.
   */
  'brief/toolCheck': [
    OfDocument & {
      /** `error`, `warning`, `information` or `hint`: milder problems are left out. Without it, all problems are given. */
      readonly least?: string | undefined;
    },
    ToolAnswer | null,
  ];
  /** For a language model: the passages of its sources that support a claim. */
  'brief/toolEvidence': [OfDocument & { readonly claim: string }, ToolAnswer | null];
  /**
   * For a language model: the edit that cites a source for an insight, which is named by its words, its line, or both.
   */
  'brief/toolCite': [
    OfDocument & {
      readonly insight?: string | undefined;
      /** Counted from 1. */
      readonly line?: number | undefined;
      /** The id of the source; without it, the likeliest. */
      readonly source?: string | undefined;
    },
    ToolAnswer | null,
  ];
  /** For a language model: the differences between an open document and an earlier version. */
  'brief/toolCompare': [
    OfDocument & {
      /** The whole text of the earlier version. */
      readonly earlier: string;
    },
    ToolAnswer | null,
  ];
  /** For a language model: what second readers said of an open document. It sends nothing. */
  'brief/toolReading': [OfDocument & { readonly readings: readonly Reading[] }, ToolAnswer | null];
}

/** The requests of the server: the parameters and the result of each. */
export interface ServerRequests {
  /**
   * If the client's initialization options say `"readsFiles": true`: a text file that a brief names, on a file system
   * that the server can't reach. The client holds the path to the rules of `files/confined/confinement.ts`. It reads
   * nothing outside of the workspace folder that contains `folder`; without such a folder, nothing outside of `folder`.
   */
  'brief/readFile': [ReadFileParams, ReadFileResult];
  /**
   * For clients with `"readsFolders": true`: the regular files of a folder that have one of the extensions and aren't
   * links.
   */
  'brief/readFolder': [ReadFolderParams, ReadFolderResult];
}

/** The notifications of the server, and their parameters. */
export interface Notifications {
  /** The preview of an open document may show something else, though its text did not change. */
  'brief/preview': { readonly uri: string };
  /** How much of a document is cited, when it was opened and after each check that changes any of it. */
  'brief/status': StatusParams;
  /** An open Markdown file is no longer a brief. */
  'brief/noBrief': { readonly uri: string };
}

type AnyRequests = Requests & ServerRequests;
export type Params<Method extends keyof AnyRequests> = AnyRequests[Method][0];
export type Result<Method extends keyof AnyRequests> = AnyRequests[Method][1];

export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  readonly title: string;
  readonly language: string;
  /** The page's content, safe to put into the page's root element. */
  readonly html: string;
  /** The changes to the page that the client shows; only for a request with `have`. */
  readonly changes?: RenderChanges;
}

/** Changes that turn one page into another, part by part. */
export interface RenderChanges {
  /** The id of the new page. */
  readonly id: string;
  /** The id of the page that changes; null: an empty page, as the server doesn't know (any more) what the client shows. */
  readonly base: string | null;
  /** The `<article>` around all parts, without its content. */
  readonly frame: string;
  /** Replacements of parts, by their index in the old page. They are in the order of the page and don't overlap. */
  readonly splices: readonly RenderSplice[];
  /** Parts that stay but at another line: index of the first in the new page, their number, and the lines they move by. */
  readonly moves: readonly (readonly [from: number, count: number, lines: number])[];
}
export interface RenderSplice {
  readonly start: number;
  readonly removed: number;
  readonly parts: readonly RenderedPart[];
}
/**
 * A part of the page: its head, a block or a figure of the body, a note, a source, or a row of a review. The parts of a slot
 * follow each other. Parts of `head` stand in the article, all others in its `<div class="body">`: parts of `body` directly,
 * and parts of each other slot in one list, `<ol class="SLOT" role="list">`.
 */
export interface RenderedPart {
  readonly slot: 'head' | 'body' | 'notes' | 'sources' | 'review';
  /** The zero-based line of the text from which `data-line` and `data-at` in its HTML count. */
  readonly line: number;
  readonly html: string;
}

export interface MarksResult {
  /** The version of the document that the ranges are for. */
  readonly version: number;
  /** Marks in the order of the text. A mark contains others only if it keeps its text. */
  readonly marks: readonly RenderedMark[];
  /** The cards that chips open without a script, for the end of the page. */
  readonly cards: string;
}
export interface RenderedMark {
  /** The range in the text; empty if the mark adds a tag. */
  readonly range: Range;
  /** True if the text stays, between `opening` and `closing`. */
  readonly keeps: boolean;
  /** Safe HTML. Where a mark keeps its text, its elements end in `closing`. */
  readonly opening: string;
  readonly closing: string;
}

/**
 * - `content`: the content of the page with its images, without style and evidence;
 * - others: as `brief export` writes them. `html` is one page that loads nothing, `pdf` is printed by a browser of the server's
 *   machine.
 */
export type ExportFormat = OutputFormat | 'content';
export type ExportResult = {
  readonly version: number;
  /** The URIs of the files that were read for the brief. An export must not overwrite any of them. */
  readonly reads: readonly string[];
} & (
  | { readonly html: string }
  /** The file, for formats that are text and no HTML. */
  | { readonly text: string }
  /** The bytes of the file, for all others. */
  | { readonly base64: string }
  /** Sentences for people that say why there is no file, and what to do. */
  | { readonly error: string }
);

export interface OriginalParams {
  readonly textDocument: { readonly uri: string };
  /** A position in the text, a stretch of a passage (by its index in the source and offsets in its text), or a source. */
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

export interface CardResult {
  readonly html: string;
}

export type ImportParams = { readonly text: string } | { readonly name: string; readonly base64: string };
/** A brief that an import made. */
export interface ImportedText {
  readonly text: string;
  /** The title of the brief, on one line; empty if it has none. */
  readonly title: string;
  /** Sentences that say what the import did. */
  readonly summary: string;
  /** The full report of the import, as Markdown. */
  readonly report: string;
  /** The title of the one article whose passages the numbers cite, if its text is missing; null otherwise. */
  readonly article: string | null;
  /** True if the numbers cite sources that nothing is known about. They may cite passages of one article instead. */
  readonly mayCitePassages: boolean;
}
export type ImportResult =
  /** The other summaries of a text that holds several, in their order. */
  | (ImportedText & { readonly others: readonly ImportedText[] })
  /** A clause that says why the text can't be imported. */
  | { readonly error: string };

export type ArticleTextResult =
  | {
      readonly version: number;
      readonly edits: readonly Edit[];
      /** The text of the copy. */
      readonly text: string;
      readonly passages: number;
      /** Counts of the numbers and quotations that stand in the passage they cite, in another one, or nowhere. */
      readonly fit: { readonly found: number; readonly elsewhere: number; readonly notFound: number };
      /**
       * Set if the text shows that the numbers cite sources, not its passages. Either a number is higher than the last passage
       * (`beyond`), or facts stand in other passages (`misfit`). These edits make the numbers cite sources; the copy is then of
       * no use.
       */
      readonly misfit?: { readonly why: 'beyond' | 'misfit'; readonly edits: readonly Edit[] };
    }
  /** The numbers of the brief cite no passages. */
  | { readonly version: number; readonly none: true }
  /** A clause that says why the article can't be read. */
  | { readonly error: string };

export type ExtractResult =
  | {
      readonly text: string;
      /** The extension that the copy takes. */
      readonly extension: '.txt' | '.md';
      /** The number of pages that the text marks; null if it marks no pages. */
      readonly pages: number | null;
      /** Details of the source that the document states, as far as its text bears them out. */
      readonly source: SourceTexts;
    }
  /** A clause that says why the file can't be read, and what to do. */
  | { readonly error: string };

export interface CandidatesResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  /** Null if there is no insight. */
  readonly offer: CitationOffer | null;
}
export interface CitationOffer extends Pick<CitationChoices, 'claim' | 'more'> {
  readonly likely: readonly LikelySource[];
  /** All other sources, in the order of the brief; with a search, the sources that it found. */
  readonly others: readonly CitableSource[];
  /** Null where the brief has no place for one. */
  readonly newSource: NewSource | null;
}
export interface CitableSource extends Omit<SourceChoice, 'edits'> {
  /** Edits that cite the source; empty if the citation stands there already. */
  readonly edits: readonly Edit[];
}
export interface LikelySource extends CitableSource, Pick<LikelyChoice, 'passage' | 'why'> {}
/** A source that a claim may rest on, by its best passage. */
export interface SuggestedSource extends LikelySource, Pick<SuggestedChoice, 'score'> {
  /** The place of the passage: in the local copy, or where a quote or a title is written; null if it isn't known. */
  readonly at: { readonly uri: string; readonly range: Range } | null;
}
export interface NewSource {
  readonly citation: string;
  /** Declares the source and cites it. */
  readonly edits: readonly Edit[];
  /** What to select in the text after these edits: the place behind its citation, or the words that stand for its title. */
  readonly title: Range;
  /** The file to create in the library, if the folder of briefs has one. The edits then cite the source. */
  readonly file?: NewSourceFile;
}
/** A file to be created together with edits, as one change. The server knows no file of that name. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** The words in it that stand for its title, for its author to write; null where the title is known. */
  readonly title: Range | null;
  /**
   * The local copy of the source, which moves to the library with it; null if no copy moves. The new file names the copy there.
   */
  readonly copy: { readonly from: string; readonly to: string } | null;
}

export interface UncitedStatementsResult {
  /** The version of the document that all ranges and edits are for. */
  readonly version: number;
  /** The number of such statements in the document. */
  readonly total: number;
  /** At most 1,000 statements, in descending order of their need for a source; equal ones in document order. */
  readonly statements: readonly UncitedStatement[];
  /** The score from which on a source is right so often that it may be cited without a look. */
  readonly sure: number;
  /** True if an import of the document (`brief/import`) would find sources that it doesn't declare. */
  readonly imports: boolean;
}
export interface UncitedStatement extends Pick<Uncited, 'text' | 'section'> {
  readonly range: Range;
  /** Its likeliest source, with edits that cite it; null if none is likely. Only for a request with `suggest`. */
  readonly likely?: LikelySource | null;
  /** The sources that it may rest on, the likeliest first, at most five. Only for a request with `suggest`. */
  readonly suggested?: readonly SuggestedSource[];
}

export interface RenumberResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** `done`, or why there are no edits: all is in order, no source has a number, or the text would get another meaning. */
  readonly outcome: 'done' | 'in order' | 'no numbers' | 'not possible';
  /** The number of sources and footnotes that get another number. The others only move. */
  readonly renumbered: number;
  readonly edits: readonly Edit[];
}

export type AddSourceResult =
  | { readonly kind: 'added'; readonly version: number; readonly source: NewSource }
  /** A source with this address or DOI is there already, in the brief or in the file `uri` of its library. */
  | {
      readonly kind: 'known';
      readonly citation: string;
      readonly range: Range;
      readonly uri?: string;
      /** Edits that cite it, if the cursor is in an empty bracket. */
      readonly cite?: { readonly version: number; readonly edits: readonly Edit[] };
    }
  /** The brief has no place for one. */
  | { readonly kind: 'no place' };

export interface MarkVerifiedResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly Edit[];
  readonly marked: number;
  /** The insights at which a mark would change what the text means. */
  readonly refused: number;
}

export interface ThreadsResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** Threads in document order. */
  readonly threads: readonly ToldThread[];
  /** The insights and the rows of tables, in document order. */
  readonly commentable: readonly Range[];
}

export interface WorkspaceThreadsResult {
  /** Briefs with threads. */
  readonly briefs: readonly { readonly uri: string; readonly threads: readonly ToldThread[] }[];
}

export interface EditThreadParams {
  readonly textDocument: { readonly uri: string };
  /** The range of an insight or a cell for `add`, of a comment for all other actions. */
  readonly range: Range;
  /** - `add`, `reply`: a new comment; `edit`: another text; `delete-thread`, `resolve`, `reopen`: all of the thread. */
  readonly action: (typeof THREAD_ACTIONS)[number];
  /** The text of the comment, for `add`, `reply` and `edit`. */
  readonly text?: string;
  /** The author's initials, in a form that `isReviewer` accepts, for `add` and `reply`. */
  readonly author?: string;
}
export const THREAD_ACTIONS = ['add', 'reply', 'edit', 'delete', 'delete-thread', 'resolve', 'reopen'] as const;
export type EditThreadResult =
  | { readonly version: number; readonly edits: readonly Edit[] }
  /** Sentences for people that say why there are no edits, and what to do. */
  | { readonly refused: string };

/** True if a text can name a person in a review mark: one word of at most 32 characters that doesn't end a comment. */
export function isReviewer(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'’-]{0,31}$/u.test(text) && !text.includes('--');
}

/** A `TextEdit` of LSP. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface StatusParams {
  readonly uri: string;
  /** The version of the document from which on the status holds. */
  readonly version: number;
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  /** Counts of the verdicts of the sources on its numbers and quotations. */
  readonly evidence: Readonly<Record<'found' | 'differs' | 'elsewhere' | 'notFound' | 'uncheckable', number>>;
  /** The number of its sources (`sources`), and of those with a quote or a local copy (`texts`). */
  readonly sources: number;
  readonly texts: number;
  /**
   * Words of its body, with each character of Han or Kana as one (`words`), these characters alone (`characters`), and minutes of
   * reading (`minutes`).
   */
  readonly length: Readonly<Record<'words' | 'characters' | 'minutes', number>>;
  /** The number of insights that a person has verified: unchanged since (`verified`), or outdated by a change (`stale`). */
  readonly verified: number;
  readonly stale: number;
  /** True if hints are among its problems: the setting `showHints`. */
  readonly showsHints: boolean;
  /** The insights that must be cited and aren't, in document order, at most 100. */
  readonly uncited: readonly Range[];
}

export interface UncitedParams {
  readonly textDocument: { readonly uri: string };
  /** The position of the cursor. A claim that starts there isn't the next one. */
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}
export interface UncitedResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** Null if there is none. */
  readonly claim: {
    readonly range: Range;
    /** The number of the claim, counted from 1 (`number`), and the number of all such claims (`of`). */
    readonly number: number;
    readonly of: number;
  } | null;
}

export interface CompareResult {
  /** The version of the document that all ranges are for. */
  readonly version: number;
  /** Changes in document order. */
  readonly changes: readonly ComparedChange[];
}
export interface ComparedChange {
  readonly kind: ChangeKind;
  /** The kind, in the language of the client. */
  readonly name: string;
  /** The words that changed, in that language: `4.2 million → 4.7 million`, `lost: [4]`; at most 200 characters. */
  readonly words: string;
  /** The claim that it is in, on one line; at most 200 characters. */
  readonly claim: string;
  /** Its range in the document, or the range of the claim that lacks it; null if there is no such claim any more. */
  readonly range: Range | null;
  /** Its range in the earlier text, or the range of the claim that lacks it there; null if there is no such claim. */
  readonly old: Range | null;
}

export interface AcceptProblemsParams {
  readonly textDocument: { readonly uri: string };
  /** The briefs whose problems are accepted: this one alone, or all briefs of the folder that its configuration holds for. */
  readonly scope: 'file' | 'workspace';
  /** The URI of the open folder. If it has no configuration, one is created there. */
  readonly folder: string;
}
export type AcceptProblemsResult =
  /** Sentences that say why the problems can't be accepted. */
  | { readonly refused: string }
  | {
      readonly baseline: NewText;
      /** The configuration as it names the baseline; null if it already does. */
      readonly config: NewText | null;
      /** The number of problems that were found (`accepted`), and of the files that have them (`files`). */
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

export interface CheckResult {
  /** True if the document is open. */
  readonly open: boolean;
}

export interface SourcesResult {
  readonly version: number;
  /** Declared sources in the order of the brief, then sources that are only cited. Of a library folder, only the cited ones. */
  readonly sources: readonly ListedSource[];
  /** The places that the author marked as lacking a source. */
  readonly gaps: readonly Mention[];
}
export interface ListedSource extends Omit<OverviewSource, 'declared' | 'citedBy'> {
  /** Its first declaration, perhaps in a bibliography; null if it has none. */
  readonly declared: { readonly uri: string; readonly range: Range } | null;
  readonly citedBy: readonly Mention[];
}
/** A citation, or the mark of a gap, with the words around it. */
export interface Mention {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
}

export interface NewQuote {
  readonly text: string;
  readonly page?: string;
  readonly url?: string;
}
export type AddQuotesResult =
  | { readonly kind: 'added'; readonly version: number; readonly edits: readonly Edit[]; readonly count: number }
  /** `known`: the source has all of the passages already. `no place`: its entry is written in a form that can't take any. */
  | { readonly kind: 'known' | 'no place' };
export interface CopiesResult {
  /** Sources that need a copy, by the folder that the copies go to. */
  readonly parts: readonly CopiesPart[];
  /** Sources whose copy couldn't be named anywhere. */
  readonly unplaced: readonly WantedSource[];
}
export interface CopiesPart {
  /** The URI of the folder. */
  readonly folder: string;
  /** The text before a file's name in a path to one of its files: `sources/`. */
  readonly prefix: string;
  readonly sources: readonly WantedSource[];
}
export type WantedSource = Omit<WantedCopy, 'inLibrary'>;

export interface NameCopiesResult {
  readonly version: number;
  readonly edits: readonly Edit[];
  /** The files of a library that name copies, too. */
  readonly files: readonly { readonly uri: string; readonly edits: readonly Edit[] }[];
  /** The ids of sources that can't be named any more. */
  readonly unnamed: readonly string[];
}

export interface ReaderQuestionsResult {
  readonly version: number;
  readonly kind: ReaderKind;
  /** The version of the prompts. Answers to others don't count. */
  readonly prompts: number;
  readonly questions: readonly AskedQuestion[];
}
export interface AskedQuestion extends Pick<ReaderQuestion, 'hash' | 'language'> {
  readonly range: Range;
  /** The place of its claim: at the range, in the section around it, or elsewhere. */
  readonly scope: 'claim' | 'section' | 'brief';
  /** The text that the model gets; `system` is empty if it takes none. */
  readonly prompt: { readonly system: string; readonly user: string };
  /** About how many tokens that is. */
  readonly tokens: number;
}

export interface ReaderNotesResult {
  readonly version: number;
  readonly notes: readonly ReaderNote[];
}
/** A note of severity information, or a hint by a reader that says only yes or no. */
export interface ReaderNote {
  readonly hash: string;
  readonly code: string;
  readonly isHint: boolean;
  readonly message: string;
  readonly range: Range;
  /** The place of the passage's words; null if nobody can open it. */
  readonly passage: { readonly uri: string; readonly range: Range; readonly message: string } | null;
  /** The edits that give the claim the wording of the passage; empty if it has to be done by hand. */
  readonly edits: readonly Edit[];
}

export interface ReaderReportResult {
  readonly text: string;
  /** The counts, in a line. */
  readonly summary: string;
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
  /** The text in the range, if another address may replace it; null otherwise. */
  readonly written: string | null;
}

export interface WorkspaceSourcesResult {
  /** Sources in descending order of the briefs that cite them. Sources of a library folder are there even if uncited. */
  readonly sources: readonly WorkspaceSource[];
}
export interface WorkspaceSource {
  readonly title: string;
  readonly publisher: string;
  /** Its address without scheme, or DOI, if another source has its title and publisher; else empty. */
  readonly address: string;
  /** Its id and its place in the file of a library folder; null if no library has it. */
  readonly library: { readonly id: string; readonly uri: string; readonly range: Range } | null;
  readonly briefs: readonly CitingBrief[];
}
/** A brief that cites a source. */
export interface CitingBrief {
  readonly uri: string;
  /** The title of the brief; may be empty. */
  readonly title: string;
  readonly times: number;
  /** The range of the first citation. */
  readonly range: Range;
}

export type DetailsResult = Details & { readonly version: number };

export type ChangeDetailsResult = { readonly version: number } & (
  | { readonly edits: readonly Edit[] }
  /** A sentence for people that says why nothing is changed. */
  | { readonly refused: string }
);

export interface PasteUrlResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  readonly choices: readonly UrlPaste[];
}
export interface UrlPaste extends Omit<PasteChoice, 'edits' | 'file'> {
  readonly edits: readonly Edit[];
  /** The file to create in the library, if the folder of briefs has one. The edits then cite the source. */
  readonly file?: NewSourceFile;
}

export interface MarkdownResult {
  /** Null where nothing in it is more than plain text. */
  readonly markdown: string | null;
}

/** The answer to each of the five requests for a language model. */
export type ToolAnswer =
  | {
      /** The version of the document that it is about, and that the edits are for. */
      readonly version: number;
      /** For the model: JSON on one line. */
      readonly text: string;
      /** Empty for a request that only reads. */
      readonly edits: readonly Edit[];
    }
  /** Sentences that say why there is no answer. */
  | { readonly refused: string };

export interface ReadFileParams extends Omit<Confinement, 'root'> {
  /** Relative to `folder`, which is a URI. */
  readonly path: string;
}
export type ReadFileResult = ConfinedRead;

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
