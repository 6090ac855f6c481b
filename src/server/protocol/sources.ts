import type { Range } from '../../core/base/text';
import type { OverviewSource } from '../../core/editor/overview/sourceOverview';
import type { MadeCopy, WantedCopy } from '../../core/editor/sources/keepCopies';
import type { Edit, OfDocument } from './common';

/** Requests about sources, their copies and their addresses. */
export interface SourceRequests {
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
  /** The web pages that an open document names. */
  'brief/links': [OfDocument, LinksResult | null];
  /** The sources of all briefs of the workspace. The first request reads all briefs. */
  'brief/workspaceSources': [object, WorkspaceSourcesResult];
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
