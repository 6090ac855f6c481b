import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import {
  ADD_SOURCE_REQUEST,
  type AddSourceParams,
  type AddSourceResult,
  CANDIDATES_REQUEST,
  type CandidatesParams,
  type CandidatesResult,
  IMPORT_REQUEST,
  type ImportResult,
  RENDER_REQUEST,
  RENUMBER_REQUEST,
  type RenumberParams,
  type RenumberResult,
  type RenderResult,
  STATUS_NOTIFICATION,
  type StatusParams,
} from '../server/protocol';
import { SHOW_REFERENCES } from './commands/showReferences';
import { createRestarts, MOST_RESTARTS } from './restarts';
import { traceChannel } from './traceChannel';

/** The language server, as the rest of the extension sees it. */
export interface Client extends vscode.Disposable {
  /** Settles when the first start has succeeded or failed; a failure has been said then. */
  readonly started: Promise<void>;
  /** Fires each time that the server has become ready. */
  readonly onReady: vscode.Event<void>;
  readonly onStatus: vscode.Event<StatusParams>;
  /** Null where the server does not have the document open. */
  render(uri: vscode.Uri): Promise<RenderResult | null>;
  /** What can be cited at a place. Null where the server does not have the document open. */
  candidates(uri: vscode.Uri, place: vscode.Range): Promise<CandidatesResult | null>;
  /** Sources sorted by first use and counted anew. Null where the server does not have the document open. */
  renumber(uri: vscode.Uri): Promise<RenumberResult | null>;
  /** A new source, by its address or title. Null where the server does not have the document open. */
  addSource(uri: vscode.Uri, written: string): Promise<AddSourceResult | null>;
  /** Turns pasted text into the text of a brief. */
  importText(text: string): Promise<string>;
  restart(): Promise<void>;
}

/** Makes the client of a server that runs where the entry says: in a process of its own, or in a web worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient;

export function startClient(createLanguageClient: CreateLanguageClient, output: vscode.LogOutputChannel): Client {
  const ready = new vscode.EventEmitter<void>();
  const status = new vscode.EventEmitter<StatusParams>();
  const restarts = createRestarts(Date.now);
  const trace = traceChannel(output);
  let disposed = false;

  const restart = async () => {
    restarts.forget();
    output.info('The language server is started again on request.');
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

  const languageClient = createLanguageClient({
    documentSelector: [{ language: 'brief' }],
    initializationOptions: {
      diagnostics: 'push',
      suggestCommand: 'editor.action.triggerSuggest',
      referencesCommand: SHOW_REFERENCES,
    },
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
  languageClient.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => status.fire(params));
  languageClient.onDidChangeState(({ newState }) => {
    if (newState === State.Running) ready.fire();
  });

  const started = languageClient.start().catch((error: unknown) => {
    if (disposed) return;
    output.error(error instanceof Error ? error.message : String(error));
    say('The language server could not be started. Briefs are not checked.', vscode.window.showErrorMessage, 'Restart');
  });

  return {
    started,
    onReady: ready.event,
    onStatus: status.event,
    render: (uri) => {
      const params = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      // Without a token: one that is undefined would be sent as a second parameter.
      return languageClient.sendRequest<RenderResult | null>(RENDER_REQUEST, params);
    },
    candidates: (uri, { start, end }) => {
      const { asUri, asPosition } = languageClient.code2ProtocolConverter;
      const range = { start: asPosition(start), end: asPosition(end) };
      const params: CandidatesParams = { textDocument: { uri: asUri(uri) }, range };
      return languageClient.sendRequest<CandidatesResult | null>(CANDIDATES_REQUEST, params);
    },
    renumber: (uri) => {
      const params: RenumberParams = { textDocument: { uri: languageClient.code2ProtocolConverter.asUri(uri) } };
      return languageClient.sendRequest<RenumberResult | null>(RENUMBER_REQUEST, params);
    },
    addSource: (uri, written) => {
      const textDocument = { uri: languageClient.code2ProtocolConverter.asUri(uri) };
      const params: AddSourceParams = { textDocument, written };
      return languageClient.sendRequest<AddSourceResult | null>(ADD_SOURCE_REQUEST, params);
    },
    importText: async (text) => (await languageClient.sendRequest<ImportResult>(IMPORT_REQUEST, { text })).text,
    restart,
    dispose: () => {
      disposed = true;
      languageClient.dispose().catch(() => undefined);
      trace.dispose();
      ready.dispose();
      status.dispose();
    },
  };
}

/**
 * Whether a document is the user's text, and not an older version of it that a file system for reading only shows in
 * a comparison. Untitled and virtual documents have no such file system.
 */
function isOwnText(document: vscode.TextDocument): boolean {
  return vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
}
