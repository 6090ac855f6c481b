/** Requests of the extension to the language server. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ACCEPT_PROBLEMS_REQUEST,
  type AcceptProblemsParams,
  type AcceptProblemsResult,
  ADD_QUOTES_REQUEST,
  ADD_SOURCE_REQUEST,
  type AddQuotesParams,
  type AddQuotesResult,
  type AddSourceParams,
  type AddSourceResult,
  ARTICLE_TEXT_REQUEST,
  type ArticleTextParams,
  type ArticleTextResult,
  CANDIDATES_REQUEST,
  CARD_REQUEST,
  type CandidatesParams,
  type CandidatesResult,
  type CardParams,
  type CardResult,
  CHANGE_DETAILS_REQUEST,
  CHECK_REQUEST,
  type ChangeDetailsParams,
  type ChangeDetailsResult,
  type CheckParams,
  type CheckResult,
  COMPARE_REQUEST,
  COPIES_REQUEST,
  type CompareParams,
  type CompareResult,
  type CopiesParams,
  type CopiesResult,
  DETAILS_REQUEST,
  type DetailChange,
  type DetailsParams,
  type DetailsResult,
  EDIT_THREAD_REQUEST,
  type EditThreadParams,
  type EditThreadResult,
  EXPORT_REQUEST,
  EXTRACT_REQUEST,
  type ExportParams,
  type ExportResult,
  type ExtractParams,
  type ExtractResult,
  IMPORT_REQUEST,
  type ImportParams,
  type ImportResult,
  LINKS_REQUEST,
  type LinksParams,
  type LinksResult,
  MARK_VERIFIED_REQUEST,
  MARKDOWN_REQUEST,
  MARKS_REQUEST,
  type MarkdownParams,
  type MarkdownResult,
  type MarksParams,
  type MarksResult,
  type MarkVerifiedParams,
  type MarkVerifiedResult,
  NAME_COPIES_REQUEST,
  type NameCopiesParams,
  type NameCopiesResult,
  type NewCopy,
  ORIGINAL_REQUEST,
  type OriginalParams,
  type OriginalResult,
  PASTE_URL_REQUEST,
  type PasteUrlParams,
  type PasteUrlResult,
  PRINT_TROUBLE_REQUEST,
  RENDER_REQUEST,
  RENUMBER_REQUEST,
  type RenderParams,
  type RenderResult,
  type RenumberParams,
  type RenumberResult,
  SOURCES_REQUEST,
  type SourcesParams,
  type SourcesResult,
  type SourceTexts,
  THREADS_REQUEST,
  type ThreadsParams,
  type ThreadsResult,
  type ToolAnswer,
  UNCITED_REQUEST,
  UNCITED_STATEMENTS_REQUEST,
  type UncitedParams,
  type UncitedResult,
  type UncitedStatementsParams,
  type UncitedStatementsResult,
  WORKSPACE_SOURCES_REQUEST,
  WORKSPACE_THREADS_REQUEST,
  type WorkspaceSourcesResult,
  type WorkspaceThreadsResult,
} from '../../server/protocol';
import { type ReaderRequests, readerRequests } from './readerRequests';
import { about, at, positionOf, rangeOf } from './requestParams';

/** Each request waits until the server has been started. */
export interface ClientRequests extends ReaderRequests {
  /** Checks an open Markdown file as a brief. Returns true if the server has it. */
  check(uri: vscode.Uri, stop?: boolean): Promise<boolean>;
  /** The page of a brief. Null if the server doesn't have the document open. */
  render(uri: vscode.Uri, review: boolean, have: string | null): Promise<RenderResult | null>;
  /** The chips, verdicts and tags of a page that VS Code makes. Null if the server doesn't have the document open. */
  marks(uri: vscode.Uri): Promise<MarksResult | null>;
  /** The card of a citation in a preview; null if its brief no longer has it. */
  card(uri: vscode.Uri, id: string): Promise<CardResult | null>;
  /**
   * The place outside a brief of what it cites. Null if nothing is cited there, or the server doesn't have the document
   * open.
   */
  original(uri: vscode.Uri, of: OriginalParams['of']): Promise<OriginalResult | null>;
  /** The reason why no PDF can be made here, in sentences; null if it can. */
  printTrouble(): Promise<string | null>;
  /** A brief as a file for others. Null if the server doesn't have the document open. */
  exportAs(uri: vscode.Uri, how: ExportChoices, token?: vscode.CancellationToken): Promise<ExportResult | null>;
  /** The sources found by a search that can be cited at a place. Null if the server doesn't have the document open. */
  candidates(uri: vscode.Uri, place: vscode.Range, search: string): Promise<CandidatesResult | null>;
  /**
   * The statements that need a source and have none; with `suggest`, also their likeliest sources. Null if the server
   * doesn't have the document open.
   */
  uncitedStatements(uri: vscode.Uri, suggest: boolean): Promise<UncitedStatementsResult | null>;
  /** The edits that sort sources by first use and renumber them. Null if the server doesn't have the document open. */
  renumber(uri: vscode.Uri): Promise<RenumberResult | null>;
  /** The edits that mark the selected text as verified. */
  markVerified(
    uri: vscode.Uri,
    selections: readonly vscode.Range[],
    reviewer: string,
  ): Promise<MarkVerifiedResult | null>;
  /** The threads of a brief, and where new ones can start. Null if the server doesn't have the document open. */
  threads(uri: vscode.Uri): Promise<ThreadsResult | null>;
  /** The edits for an action on its comments. Null if the server doesn't have the document open. */
  editThread(
    uri: vscode.Uri,
    range: vscode.Range,
    what: Pick<EditThreadParams, 'action' | 'text' | 'author'>,
  ): Promise<EditThreadResult | null>;
  /** The threads of all briefs of the workspace. */
  workspaceThreads(): Promise<WorkspaceThreadsResult>;
  /** The next claim without a citation from a place. Null if the server doesn't have the document open. */
  uncited(
    uri: vscode.Uri,
    place: vscode.Position,
    direction: UncitedParams['direction'],
  ): Promise<UncitedResult | null>;
  /** The differences between a brief and an earlier text of it. Null if the server doesn't have the document open. */
  compare(uri: vscode.Uri, earlier: string): Promise<CompareResult | null>;
  /** The baseline with today's problems. Null if the server doesn't have the document open. */
  acceptProblems(
    uri: vscode.Uri,
    scope: AcceptProblemsParams['scope'],
    folder: vscode.Uri,
  ): Promise<AcceptProblemsResult | null>;
  /** A new source, by its address or title, or with other known details. Null if the server doesn't have the document open. */
  addSource(
    uri: vscode.Uri,
    written: string,
    source?: SourceTexts,
    selection?: vscode.Range,
  ): Promise<AddSourceResult | null>;
  /** The edits that add passages, and a local copy, to a source. Null if the server doesn't have the document open. */
  addQuotes(uri: vscode.Uri, added: Omit<AddQuotesParams, 'textDocument'>): Promise<AddQuotesResult | null>;
  /** The sources of a brief and what rests on them. Null if the server doesn't have the document open. */
  sources(uri: vscode.Uri): Promise<SourcesResult | null>;
  /** The contents of a form for the front matter of a brief. Null if the server doesn't have the document open. */
  details(uri: vscode.Uri): Promise<DetailsResult | null>;
  /** The edits for a change in that form. Null if the server doesn't have the document open. */
  changeDetails(uri: vscode.Uri, change: DetailChange): Promise<ChangeDetailsResult | null>;
  /** The web pages that a brief names. Null if the server doesn't have the document open. */
  links(uri: vscode.Uri): Promise<LinksResult | null>;
  /** The sources of all briefs of the workspace. */
  workspaceSources(): Promise<WorkspaceSourcesResult>;
  /** The possible forms of an address that is pasted at a place. Null if the server doesn't have the document open. */
  pasteUrl(uri: vscode.Uri, place: vscode.Range, url: string): Promise<PasteUrlResult | null>;
  /** Rich text as Markdown; null if it is no more than plain text. */
  markdownOf(html: string): Promise<string | null>;
  /** The answer to a request of a tool for language models. Null if the server doesn't have the document open. */
  tool(method: string, params: object, uri: vscode.Uri, token: vscode.CancellationToken): Promise<ToolAnswer | null>;
  /** Turns a report into the text of a brief. Also returns what was done. */
  importReport(report: ImportParams): Promise<ImportResult>;
  /**
   * The copy of the article that a brief sums up, and the edits that name it. Null if the server doesn't have the document
   * open.
   */
  articleText(uri: vscode.Uri, article: Omit<ArticleTextParams, 'textDocument'>): Promise<ArticleTextResult | null>;
  /** The sources whose text is missing here. Null if the server doesn't have the document open. */
  copies(uri: vscode.Uri): Promise<CopiesResult | null>;
  /** The edits that name copies. Null if the server doesn't have the document open. */
  nameCopies(uri: vscode.Uri, copies: readonly NewCopy[]): Promise<NameCopiesResult | null>;
  /** The document of a source as the text of its local copy. */
  extract(document: ExtractParams): Promise<ExtractResult>;
}

/** The format and options of an export. */
export type ExportChoices = Omit<ExportParams, 'textDocument'>;

/** Token for work that is never cancelled. */
const NEVER = new vscode.CancellationTokenSource().token;

/** @param connected returns the client that is connected to the server */
export function requestsOf(connected: () => Promise<BaseLanguageClient>): ClientRequests {
  // An undefined token would be sent as a second parameter.
  const ask = async <Params extends object, Result>(
    request: string,
    params: Params,
    ...token: [] | [vscode.CancellationToken]
  ): Promise<Result> => (await connected()).sendRequest<Result>(request, params, ...token);
  return {
    check: async (uri, stop = false) =>
      (await ask<CheckParams, CheckResult>(CHECK_REQUEST, { uri: uri.toString(), stop })).open,
    marks: (uri) => ask<MarksParams, MarksResult | null>(MARKS_REQUEST, about(uri)),
    card: (uri, id) => ask<CardParams, CardResult | null>(CARD_REQUEST, { uri: uri.toString(), id }),
    original: (uri, of) => ask<OriginalParams, OriginalResult | null>(ORIGINAL_REQUEST, { ...about(uri), of }),
    render: (uri, review, have) =>
      ask<RenderParams, RenderResult | null>(RENDER_REQUEST, { uri: uri.toString(), review, have }),
    printTrouble: () => ask<object, string | null>(PRINT_TROUBLE_REQUEST, {}),
    exportAs: (uri, how, token = NEVER) =>
      ask<ExportParams, ExportResult | null>(EXPORT_REQUEST, { ...about(uri), ...how }, token),
    candidates: (uri, place, search) =>
      ask<CandidatesParams, CandidatesResult | null>(CANDIDATES_REQUEST, { ...at(uri, place), search }),
    uncitedStatements: (uri, suggest) =>
      ask<UncitedStatementsParams, UncitedStatementsResult | null>(UNCITED_STATEMENTS_REQUEST, {
        ...about(uri),
        suggest,
      }),
    renumber: (uri) => ask<RenumberParams, RenumberResult | null>(RENUMBER_REQUEST, about(uri)),
    markVerified: (uri, selections, reviewer) =>
      ask<MarkVerifiedParams, MarkVerifiedResult | null>(MARK_VERIFIED_REQUEST, {
        ...about(uri),
        ranges: selections.map(rangeOf),
        reviewer,
      }),
    threads: (uri) => ask<ThreadsParams, ThreadsResult | null>(THREADS_REQUEST, about(uri)),
    editThread: (uri, range, what) =>
      ask<EditThreadParams, EditThreadResult | null>(EDIT_THREAD_REQUEST, { ...at(uri, range), ...what }),
    workspaceThreads: () => ask<object, WorkspaceThreadsResult>(WORKSPACE_THREADS_REQUEST, {}),
    uncited: (uri, place, direction) =>
      ask<UncitedParams, UncitedResult | null>(UNCITED_REQUEST, {
        ...about(uri),
        position: positionOf(place),
        direction,
      }),
    details: (uri) => ask<DetailsParams, DetailsResult | null>(DETAILS_REQUEST, about(uri)),
    changeDetails: (uri, change) =>
      ask<ChangeDetailsParams, ChangeDetailsResult | null>(CHANGE_DETAILS_REQUEST, { ...about(uri), change }),
    compare: (uri, earlier) => ask<CompareParams, CompareResult | null>(COMPARE_REQUEST, { ...about(uri), earlier }),
    acceptProblems: (uri, scope, folder) =>
      ask<AcceptProblemsParams, AcceptProblemsResult | null>(ACCEPT_PROBLEMS_REQUEST, {
        ...about(uri),
        scope,
        folder: folder.toString(),
      }),
    addSource: (uri, written, source, selection) =>
      ask<AddSourceParams, AddSourceResult | null>(ADD_SOURCE_REQUEST, {
        ...(selection ? at(uri, selection) : about(uri)),
        written,
        ...(source ? { source } : {}),
      }),
    addQuotes: (uri, added) =>
      ask<AddQuotesParams, AddQuotesResult | null>(ADD_QUOTES_REQUEST, { ...about(uri), ...added }),
    sources: (uri) => ask<SourcesParams, SourcesResult | null>(SOURCES_REQUEST, about(uri)),
    links: (uri) => ask<LinksParams, LinksResult | null>(LINKS_REQUEST, about(uri)),
    ...readerRequests(ask),
    workspaceSources: () => ask<object, WorkspaceSourcesResult>(WORKSPACE_SOURCES_REQUEST, {}),
    pasteUrl: (uri, place, url) =>
      ask<PasteUrlParams, PasteUrlResult | null>(PASTE_URL_REQUEST, { ...at(uri, place), url }),
    markdownOf: async (html) => (await ask<MarkdownParams, MarkdownResult>(MARKDOWN_REQUEST, { html })).markdown,
    tool: (method, params, uri, token) => ask<object, ToolAnswer | null>(method, { ...about(uri), ...params }, token),
    copies: (uri) => ask<CopiesParams, CopiesResult | null>(COPIES_REQUEST, about(uri)),
    nameCopies: (uri, copies) =>
      ask<NameCopiesParams, NameCopiesResult | null>(NAME_COPIES_REQUEST, { ...about(uri), copies }),
    articleText: (uri, article) =>
      ask<ArticleTextParams, ArticleTextResult | null>(ARTICLE_TEXT_REQUEST, { ...about(uri), ...article }),
    extract: (document) => ask<ExtractParams, ExtractResult>(EXTRACT_REQUEST, document),
    importReport: (report) => ask<ImportParams, ImportResult>(IMPORT_REQUEST, report),
  };
}
