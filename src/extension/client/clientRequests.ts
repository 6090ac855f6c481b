/** What the extension asks the language server. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ACCEPT_PROBLEMS_REQUEST,
  type AcceptProblemsParams,
  type AcceptProblemsResult,
  ADD_SOURCE_REQUEST,
  type AddSourceParams,
  type AddSourceResult,
  CANDIDATES_REQUEST,
  CARD_REQUEST,
  type CandidatesParams,
  type CandidatesResult,
  type CardParams,
  type CardResult,
  CHECK_REQUEST,
  type CheckParams,
  type CheckResult,
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
  type MarkdownParams,
  type MarkdownResult,
  type MarkVerifiedParams,
  type MarkVerifiedResult,
  PASTE_URL_REQUEST,
  type PasteUrlParams,
  type PasteUrlResult,
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
  type ToolAnswer,
  UNCITED_REQUEST,
  UNCITED_STATEMENTS_REQUEST,
  type UncitedParams,
  type UncitedResult,
  type UncitedStatementsParams,
  type UncitedStatementsResult,
  WORKSPACE_SOURCES_REQUEST,
  type WorkspaceSourcesResult,
} from '../../server/protocol';

/** Each request waits until the server has been started. */
export interface ClientRequests {
  /** Checks an open Markdown file as a brief. Returns whether the server has it. */
  check(uri: vscode.Uri): Promise<boolean>;
  /** Null where the server does not have the document open. */
  render(uri: vscode.Uri, review: boolean, have: string | null): Promise<RenderResult | null>;
  /** The card of a citation in a preview; null where its brief has it no more. */
  card(uri: vscode.Uri, id: string): Promise<CardResult | null>;
  /** A brief as a file for others. Null where the server does not have the document open. */
  exportAs(uri: vscode.Uri, how: ExportChoices, token?: vscode.CancellationToken): Promise<ExportResult | null>;
  /** What can be cited at a place, of what a search finds. Null where the server does not have the document open. */
  candidates(uri: vscode.Uri, place: vscode.Range, search: string): Promise<CandidatesResult | null>;
  /** The statements that need a source and have none, with their likeliest sources where these are wanted. Null where the server does not have the document open. */
  uncitedStatements(uri: vscode.Uri, suggest: boolean): Promise<UncitedStatementsResult | null>;
  /** Sources sorted by first use and counted anew. Null where the server does not have the document open. */
  renumber(uri: vscode.Uri): Promise<RenumberResult | null>;
  /** The edits that mark what is selected as verified. */
  markVerified(
    uri: vscode.Uri,
    selections: readonly vscode.Range[],
    reviewer: string,
  ): Promise<MarkVerifiedResult | null>;
  /** The claim without a citation that comes next from a place. Null where the server does not have the document open. */
  uncited(
    uri: vscode.Uri,
    place: vscode.Position,
    direction: UncitedParams['direction'],
  ): Promise<UncitedResult | null>;
  /** The baseline that has the problems of today. Null where the server does not have the document open. */
  acceptProblems(
    uri: vscode.Uri,
    scope: AcceptProblemsParams['scope'],
    folder: vscode.Uri,
  ): Promise<AcceptProblemsResult | null>;
  /** A new source, by its address or title, or with what else is known of it. Null where the server does not have the document open. */
  addSource(
    uri: vscode.Uri,
    written: string,
    source?: SourceTexts,
    selection?: vscode.Range,
  ): Promise<AddSourceResult | null>;
  /** The sources of a brief and what rests on them. Null where the server does not have the document open. */
  sources(uri: vscode.Uri): Promise<SourcesResult | null>;
  /** The web pages that a brief names. Null where the server does not have the document open. */
  links(uri: vscode.Uri): Promise<LinksResult | null>;
  /** The sources of all briefs of the workspace. */
  workspaceSources(): Promise<WorkspaceSourcesResult>;
  /** What an address can become that is pasted at a place. Null where the server does not have the document open. */
  pasteUrl(uri: vscode.Uri, place: vscode.Range, url: string): Promise<PasteUrlResult | null>;
  /** Rich text as Markdown; null where nothing in it is more than plain text. */
  markdownOf(html: string): Promise<string | null>;
  /** What a tool for language models asks of a brief. Null where the server does not have the document open. */
  tool(method: string, params: object, uri: vscode.Uri, token: vscode.CancellationToken): Promise<ToolAnswer | null>;
  /** Turns a report into the text of a brief, and says what was done. */
  importReport(report: ImportParams): Promise<ImportResult>;
  /** The document of a source as the text of its local copy. */
  extract(document: ExtractParams): Promise<ExtractResult>;
}

/** What to export a brief as. */
export type ExportChoices = Omit<ExportParams, 'textDocument'>;

/** Of work that is never cancelled. */
const NEVER = new vscode.CancellationTokenSource().token;

/** @param connected gives what speaks with the server */
export function requestsOf(connected: () => Promise<BaseLanguageClient>): ClientRequests {
  return {
    check: async (uri) => {
      const languageClient = await connected();
      const params: CheckParams = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      return (await languageClient.sendRequest<CheckResult>(CHECK_REQUEST, params)).open;
    },
    card: async (uri, id) => {
      const languageClient = await connected();
      const params: CardParams = { uri: languageClient.code2ProtocolConverter.asUri(uri), id };
      return languageClient.sendRequest<CardResult | null>(CARD_REQUEST, params);
    },
    render: async (uri, review, have) => {
      const languageClient = await connected();
      const params: RenderParams = { uri: languageClient.code2ProtocolConverter.asUri(uri), review, have };
      // Without a token: one that is undefined would be sent as a second parameter.
      return languageClient.sendRequest<RenderResult | null>(RENDER_REQUEST, params);
    },
    exportAs: async (uri, how, token = NEVER) => {
      const languageClient = await connected();
      const textDocument = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      const params: ExportParams = { textDocument, ...how };
      return languageClient.sendRequest<ExportResult | null>(EXPORT_REQUEST, params, token);
    },
    candidates: async (uri, { start, end }, search) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const range = { start: asPosition(start), end: asPosition(end) };
      const params: CandidatesParams = { textDocument: { uri: asUri(uri) }, range, search };
      return languageClient.sendRequest<CandidatesResult | null>(CANDIDATES_REQUEST, params);
    },
    uncitedStatements: async (uri, suggest) => {
      const languageClient = await connected();
      const textDocument = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      const params: UncitedStatementsParams = { textDocument, suggest };
      return languageClient.sendRequest<UncitedStatementsResult | null>(UNCITED_STATEMENTS_REQUEST, params);
    },
    renumber: async (uri) => {
      const languageClient = await connected();
      const params: RenumberParams = { textDocument: { uri: languageClient.code2ProtocolConverter.asUri(uri) } };
      return languageClient.sendRequest<RenumberResult | null>(RENUMBER_REQUEST, params);
    },
    markVerified: async (uri, selections, reviewer) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const ranges = selections.map(({ start, end }) => ({ start: asPosition(start), end: asPosition(end) }));
      const params: MarkVerifiedParams = { textDocument: { uri: asUri(uri) }, ranges, reviewer };
      return languageClient.sendRequest<MarkVerifiedResult | null>(MARK_VERIFIED_REQUEST, params);
    },
    uncited: async (uri, place, direction) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const params: UncitedParams = { textDocument: { uri: asUri(uri) }, position: asPosition(place), direction };
      return languageClient.sendRequest<UncitedResult | null>(UNCITED_REQUEST, params);
    },
    acceptProblems: async (uri, scope, folder) => {
      const languageClient = await connected();
      const { asUri } = languageClient.code2ProtocolConverter;
      const params: AcceptProblemsParams = { textDocument: { uri: asUri(uri) }, scope, folder: asUri(folder) };
      return languageClient.sendRequest<AcceptProblemsResult | null>(ACCEPT_PROBLEMS_REQUEST, params);
    },
    addSource: async (uri, written, source, selection) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const params: AddSourceParams = {
        textDocument: { uri: asUri(uri) },
        written,
        ...(source ? { source } : {}),
        ...(selection ? { range: { start: asPosition(selection.start), end: asPosition(selection.end) } } : {}),
      };
      return languageClient.sendRequest<AddSourceResult | null>(ADD_SOURCE_REQUEST, params);
    },
    sources: async (uri) => {
      const languageClient = await connected();
      const params: SourcesParams = { textDocument: { uri: languageClient.code2ProtocolConverter.asUri(uri) } };
      return languageClient.sendRequest<SourcesResult | null>(SOURCES_REQUEST, params);
    },
    links: async (uri) => {
      const languageClient = await connected();
      const params: LinksParams = { textDocument: { uri: languageClient.code2ProtocolConverter.asUri(uri) } };
      return languageClient.sendRequest<LinksResult | null>(LINKS_REQUEST, params);
    },
    workspaceSources: async () =>
      (await connected()).sendRequest<WorkspaceSourcesResult>(WORKSPACE_SOURCES_REQUEST, {}),
    pasteUrl: async (uri, { start, end }, url) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const range = { start: asPosition(start), end: asPosition(end) };
      const params: PasteUrlParams = { textDocument: { uri: asUri(uri) }, range, url };
      return languageClient.sendRequest<PasteUrlResult | null>(PASTE_URL_REQUEST, params);
    },
    markdownOf: async (html) => {
      const languageClient = await connected();
      const params: MarkdownParams = { html };
      return (await languageClient.sendRequest<MarkdownResult>(MARKDOWN_REQUEST, params)).markdown;
    },
    tool: async (method, params, uri, token) => {
      const languageClient = await connected();
      const textDocument = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      return languageClient.sendRequest<ToolAnswer | null>(method, { textDocument, ...params }, token);
    },
    extract: async (document) => (await connected()).sendRequest<ExtractResult>(EXTRACT_REQUEST, document),
    importReport: async (report) => (await connected()).sendRequest<ImportResult>(IMPORT_REQUEST, report),
  };
}
