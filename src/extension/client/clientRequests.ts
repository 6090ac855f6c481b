/** Requests of the extension to the language server. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DetailChange, MadeCopy, Params, Reading, Requests, Result, SourceTexts } from '../../server/protocol';
import { about, at, positionOf, rangeOf } from './requestParams';

/** The requests of `server/protocol`, which documents them. Each waits until the server has been started. */
export type ClientRequests = ReturnType<typeof requestsOf>;

/** The format and options of an export. */
export type ExportChoices = More<'brief/export'>;

/** Parameters of a request, besides its document. */
type More<Method extends keyof Requests> = Omit<Params<Method>, 'textDocument'>;

/** Requests of tools for language models. */
export type ToolRequest = keyof Requests & `brief/tool${string}`;

/** Token for work that is never cancelled. */
const NEVER = new vscode.CancellationTokenSource().token;

/** @param connected returns the client that is connected to the server */
export function requestsOf(connected: () => Promise<BaseLanguageClient>) {
  // An undefined token would be sent as a second parameter.
  const ask = async <Method extends keyof Requests>(
    method: Method,
    params: Params<Method>,
    ...token: [] | [vscode.CancellationToken]
  ): Promise<Result<Method>> => (await connected()).sendRequest<Result<Method>>(method, params, ...token);
  return {
    /** Returns true if the server has the document. */
    check: async (uri: vscode.Uri, stop = false) => (await ask('brief/check', { uri: uri.toString(), stop })).open,
    marks: (uri: vscode.Uri) => ask('brief/marks', about(uri)),
    card: (uri: vscode.Uri, id: string) => ask('brief/card', { uri: uri.toString(), id }),
    original: (uri: vscode.Uri, of: Params<'brief/original'>['of']) => ask('brief/original', { ...about(uri), of }),
    render: (uri: vscode.Uri, review: boolean, have: string | null) =>
      ask('brief/render', { uri: uri.toString(), review, have }),
    printTrouble: () => ask('brief/printTrouble', {}),
    exportAs: (uri: vscode.Uri, how: ExportChoices, token = NEVER) =>
      ask('brief/export', { ...about(uri), ...how }, token),
    candidates: (uri: vscode.Uri, place: vscode.Range, search: string) =>
      ask('brief/candidates', { ...at(uri, place), search }),
    uncitedStatements: (uri: vscode.Uri, suggest: boolean) =>
      ask('brief/uncitedStatements', { ...about(uri), suggest }),
    renumber: (uri: vscode.Uri) => ask('brief/renumber', about(uri)),
    markVerified: (uri: vscode.Uri, selections: readonly vscode.Range[], reviewer: string) =>
      ask('brief/markVerified', { ...about(uri), ranges: selections.map(rangeOf), reviewer }),
    threads: (uri: vscode.Uri) => ask('brief/threads', about(uri)),
    editThread: (uri: vscode.Uri, range: vscode.Range, what: Omit<More<'brief/editThread'>, 'range'>) =>
      ask('brief/editThread', { ...at(uri, range), ...what }),
    workspaceThreads: () => ask('brief/workspaceThreads', {}),
    uncited: (uri: vscode.Uri, place: vscode.Position, direction: Params<'brief/uncited'>['direction']) =>
      ask('brief/uncited', { ...about(uri), position: positionOf(place), direction }),
    details: (uri: vscode.Uri) => ask('brief/details', about(uri)),
    changeDetails: (uri: vscode.Uri, change: DetailChange) => ask('brief/changeDetails', { ...about(uri), change }),
    compare: (uri: vscode.Uri, earlier: string) => ask('brief/compare', { ...about(uri), earlier }),
    acceptProblems: (uri: vscode.Uri, scope: Params<'brief/acceptProblems'>['scope'], folder: vscode.Uri) =>
      ask('brief/acceptProblems', { ...about(uri), scope, folder: folder.toString() }),
    addSource: (uri: vscode.Uri, written: string, source?: SourceTexts, selection?: vscode.Range) =>
      ask('brief/addSource', {
        ...(selection ? at(uri, selection) : about(uri)),
        written,
        ...(source ? { source } : {}),
      }),
    addQuotes: (uri: vscode.Uri, added: More<'brief/addQuotes'>) => ask('brief/addQuotes', { ...about(uri), ...added }),
    sources: (uri: vscode.Uri) => ask('brief/sources', about(uri)),
    links: (uri: vscode.Uri) => ask('brief/links', about(uri)),
    readerQuestions: (uri: vscode.Uri, place: vscode.Range, model: string) =>
      ask('brief/readerQuestions', { ...at(uri, place), model }),
    readerNotes: (uri: vscode.Uri, readings: readonly Reading[]) =>
      ask('brief/readerNotes', { ...about(uri), readings }),
    readerReport: (uri: vscode.Uri, run: More<'brief/readerReport'>) =>
      ask('brief/readerReport', { ...about(uri), ...run }),
    workspaceSources: () => ask('brief/workspaceSources', {}),
    pasteUrl: (uri: vscode.Uri, place: vscode.Range, url: string) => ask('brief/pasteUrl', { ...at(uri, place), url }),
    markdownOf: async (html: string) => (await ask('brief/markdown', { html })).markdown,
    tool: <Method extends ToolRequest>(
      method: Method,
      params: More<Method>,
      uri: vscode.Uri,
      token: vscode.CancellationToken,
    ) => ask(method, { ...about(uri), ...params }, token),
    copies: (uri: vscode.Uri) => ask('brief/copies', about(uri)),
    nameCopies: (uri: vscode.Uri, copies: readonly MadeCopy[]) => ask('brief/nameCopies', { ...about(uri), copies }),
    articleText: (uri: vscode.Uri, article: More<'brief/articleText'>) =>
      ask('brief/articleText', { ...about(uri), ...article }),
    extract: (document: Params<'brief/extract'>) => ask('brief/extract', document),
    importReport: (report: Params<'brief/import'>) => ask('brief/import', report),
  };
}
