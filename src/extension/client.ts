import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
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
  type ExportParams,
  type ExportResult,
  IMPORT_REQUEST,
  type ImportParams,
  type ImportResult,
  MARK_VERIFIED_REQUEST,
  MARKDOWN_REQUEST,
  type MarkdownParams,
  type MarkdownResult,
  type MarkVerifiedParams,
  type MarkVerifiedResult,
  NO_BRIEF_NOTIFICATION,
  type NoBriefParams,
  PASTE_URL_REQUEST,
  type PasteUrlParams,
  type PasteUrlResult,
  PREVIEW_NOTIFICATION,
  type PreviewParams,
  READ_FILE_REQUEST,
  RENDER_REQUEST,
  RENUMBER_REQUEST,
  type ReadFileResult,
  type RenderParams,
  type RenderResult,
  type RenumberParams,
  type RenumberResult,
  SOURCES_REQUEST,
  type SourcesParams,
  type SourcesResult,
  STATUS_NOTIFICATION,
  type StatusParams,
  type ToolAnswer,
  WORKSPACE_SOURCES_REQUEST,
  type WorkspaceSourcesResult,
} from '../server/protocol';
import { MARK_VERIFIED } from './commands/markVerified';
import { IMPORT_REPORT } from './commands/showImported';
import { SHOW_REFERENCES } from './commands/showReferences';
import { readFile } from './readFile';
import { createRestarts, MOST_RESTARTS } from './restarts';
import { traceChannel } from './traceChannel';

/** The language server, as the rest of the extension sees it. */
export interface Client extends vscode.Disposable {
  /** Starts the server, unless it was started; settles when that has succeeded or failed. A failure has been said then. */
  start(): Promise<void>;
  /** Fires each time that the server has become ready. */
  readonly onReady: vscode.Event<void>;
  readonly onStatus: vscode.Event<StatusParams>;
  /** Fires when the preview of a document may show something else, though its text did not change. */
  readonly onPreview: vscode.Event<vscode.Uri>;
  /** Fires when an open Markdown file is a brief no more. */
  readonly onNoBrief: vscode.Event<vscode.Uri>;
  /** Checks an open Markdown file as a brief. Returns whether the server has it. */
  check(uri: vscode.Uri): Promise<boolean>;
  /** Null where the server does not have the document open. */
  render(uri: vscode.Uri, review: boolean, have: string | null): Promise<RenderResult | null>;
  /** The card of a citation in a preview; null where its brief has it no more. */
  card(uri: vscode.Uri, id: string): Promise<CardResult | null>;
  /** A brief as a file for others. Null where the server does not have the document open. */
  exportAs(uri: vscode.Uri, how: ExportChoices, token?: vscode.CancellationToken): Promise<ExportResult | null>;
  /** What can be cited at a place. Null where the server does not have the document open. */
  candidates(uri: vscode.Uri, place: vscode.Range): Promise<CandidatesResult | null>;
  /** Sources sorted by first use and counted anew. Null where the server does not have the document open. */
  renumber(uri: vscode.Uri): Promise<RenumberResult | null>;
  /** The edits that mark what is selected as verified. */
  markVerified(
    uri: vscode.Uri,
    selections: readonly vscode.Range[],
    reviewer: string,
  ): Promise<MarkVerifiedResult | null>;
  /** A new source, by its address or title. Null where the server does not have the document open. */
  addSource(uri: vscode.Uri, written: string): Promise<AddSourceResult | null>;
  /** The sources of a brief and what rests on them. Null where the server does not have the document open. */
  sources(uri: vscode.Uri): Promise<SourcesResult | null>;
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
  restart(): Promise<void>;
}

/** What to export a brief as. */
export type ExportChoices = Omit<ExportParams, 'textDocument'>;

/** Of work that is never cancelled. */
const NEVER = new vscode.CancellationTokenSource().token;

/** Makes the client of a server that runs where the entry says: in a process of its own, or in a web worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export function createClient(createLanguageClient: CreateLanguageClient, output: vscode.LogOutputChannel): Client {
  const ready = new vscode.EventEmitter<void>();
  const status = new vscode.EventEmitter<StatusParams>();
  const preview = new vscode.EventEmitter<vscode.Uri>();
  const noBrief = new vscode.EventEmitter<vscode.Uri>();
  const restarts = createRestarts(Date.now);
  const trace = traceChannel(output);
  let disposed = false;

  const restart = async () => {
    restarts.forget();
    output.info('The language server is started again on request.');
    const languageClient = await connected();
    if (languageClient.isRunning())
      await languageClient.stop().catch(() => output.warn('The language server did not stop by itself and is ended.'));
    await languageClient.start();
  };

  /** Says what happened, and offers what can be done. Nobody waits for the answer. */
  const say = async (message: string, show: typeof vscode.window.showErrorMessage, ...offers: 'Restart'[]) => {
    output.warn(message);
    const chosen = await show(message, ...offers, 'Show Output');
    if (chosen === 'Show Output') output.show();
    if (chosen === 'Restart') await vscode.commands.executeCommand('brief.restartServer');
  };

  /** What speaks with the server is loaded with the first brief. */
  const create = async (): Promise<BaseLanguageClient> => {
    const { CloseAction, ErrorAction, State } = await import('./clientActions');
    const closed = () => {
      const verdict = restarts.stopped();
      if (verdict === 'give up') {
        const message = `The language server stopped ${MOST_RESTARTS + 1} times in 3 minutes and is not started again. Briefs are not checked until you restart it.`;
        say(message, vscode.window.showErrorMessage, 'Restart');
        return { action: CloseAction.DoNotRestart, message, handled: true };
      }
      const message = 'The language server stopped unexpectedly and was started again.';
      if (verdict === 'say') say(message, vscode.window.showWarningMessage);
      return { action: CloseAction.Restart, message, handled: true };
    };

    const languageClient = await createLanguageClient({
      // Of Markdown files the server leaves alone those that are no briefs; a configuration counts while it is typed.
      documentSelector: [{ language: 'brief' }, { language: 'markdown' }, { pattern: '**/brief.config.yaml' }],
      initializationOptions: () => ({
        diagnostics: 'push',
        readsFiles: true,
        trusted: vscode.workspace.isTrusted,
        suggestCommand: 'editor.action.triggerSuggest',
        referencesCommand: SHOW_REFERENCES,
        verifyCommand: MARK_VERIFIED,
      }),
      diagnosticCollectionName: 'brief',
      outputChannel: output,
      traceOutputChannel: trace,
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed,
      },
      middleware: {
        didOpen: async (document, next) => {
          if (isOwnText(document)) await next(document);
        },
      },
    });
    languageClient.onRequest<ReadFileResult, void>(READ_FILE_REQUEST, readFile);
    languageClient.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => status.fire(params));
    languageClient.onNotification(PREVIEW_NOTIFICATION, ({ uri }: PreviewParams) =>
      preview.fire(vscode.Uri.parse(uri)),
    );
    languageClient.onNotification(NO_BRIEF_NOTIFICATION, ({ uri }: NoBriefParams) =>
      noBrief.fire(vscode.Uri.parse(uri)),
    );
    languageClient.onDidChangeState(({ newState }) => {
      if (newState === State.Running) ready.fire();
    });
    return languageClient;
  };
  let creating: Promise<BaseLanguageClient> | undefined;
  const connected = () => {
    creating ??= create();
    return creating;
  };

  // What may be read is agreed on at the start.
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(async () => {
    if ((await creating)?.isRunning()) await restart();
  });

  let starting: Promise<void> | undefined;
  const start = async () => {
    try {
      await (await connected()).start();
    } catch (error) {
      if (disposed) return;
      output.error(error instanceof Error ? error.message : String(error));
      say(
        'The language server could not be started. Briefs are not checked.',
        vscode.window.showErrorMessage,
        'Restart',
      );
    }
  };

  return {
    start: () => {
      starting ??= start();
      return starting;
    },
    onReady: ready.event,
    onStatus: status.event,
    onPreview: preview.event,
    onNoBrief: noBrief.event,
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
    candidates: async (uri, { start, end }) => {
      const languageClient = await connected();
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const range = { start: asPosition(start), end: asPosition(end) };
      const params: CandidatesParams = { textDocument: { uri: asUri(uri) }, range };
      return languageClient.sendRequest<CandidatesResult | null>(CANDIDATES_REQUEST, params);
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
    addSource: async (uri, written) => {
      const languageClient = await connected();
      const textDocument = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      const params: AddSourceParams = { textDocument, written };
      return languageClient.sendRequest<AddSourceResult | null>(ADD_SOURCE_REQUEST, params);
    },
    sources: async (uri) => {
      const languageClient = await connected();
      const params: SourcesParams = { textDocument: { uri: languageClient.code2ProtocolConverter.asUri(uri) } };
      return languageClient.sendRequest<SourcesResult | null>(SOURCES_REQUEST, params);
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
    importReport: async (report) => (await connected()).sendRequest<ImportResult>(IMPORT_REQUEST, report),
    restart,
    dispose: () => {
      disposed = true;
      creating?.then((languageClient) => languageClient.dispose()).catch(() => undefined);
      trust.dispose();
      trace.dispose();
      ready.dispose();
      status.dispose();
      preview.dispose();
      noBrief.dispose();
    },
  };
}

/**
 * Whether a document is the user's text, and not an older version of it that a file system for reading only shows in
 * a comparison, a cell of a notebook, or what we say of an import. Untitled and virtual documents have no such file system.
 */
function isOwnText(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const isText = scheme !== 'vscode-notebook-cell' && scheme !== IMPORT_REPORT;
  return isText && vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
}
