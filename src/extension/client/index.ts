import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  NO_BRIEF_NOTIFICATION,
  type NoBriefParams,
  PREVIEW_NOTIFICATION,
  type PreviewParams,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileResult,
  type ReadFolderResult,
  STATUS_NOTIFICATION,
  type StatusParams,
} from '../../server/protocol';
import { IMPORT_REPORT } from '../commands/showImported';
import { type ClientRequests, requestsOf } from './clientRequests';
import { watchFolders } from './folderWatcher';
import { readFile, readFolder } from './readFile';
import { createRestarts, MOST_RESTARTS } from './restarts';
import { IMPORT_FILE, MARK_VERIFIED, SHOW_REFERENCES, SHOW_UNCITED, SUGGEST_SOURCES } from './serverCommands';
import { traceChannel } from './traceChannel';

/** The language server, as the rest of the extension sees it. */
export interface Client extends ClientRequests, vscode.Disposable {
  /** Starts the server, unless it was started; settles when that has succeeded or failed. A failure has been said then. */
  start(): Promise<void>;
  /** Fires each time that the server has become ready. */
  readonly onReady: vscode.Event<void>;
  readonly onStatus: vscode.Event<StatusParams>;
  /** Fires when the preview of a document may show something else, though its text did not change. */
  readonly onPreview: vscode.Event<vscode.Uri>;
  /** Fires when an open Markdown file is a brief no more. */
  readonly onNoBrief: vscode.Event<vscode.Uri>;
  restart(): Promise<void>;
}

/** Its messages in the language of the window, by the English ones; undefined where there are none, or it reads them itself. */
export type ReadWords = () => Promise<unknown>;

/** Makes the client of a server that runs where the entry says: in a process of its own, or in a web worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** @param readWords gives what the server says in another language than English, where it can not read that itself */
export function createClient(
  createLanguageClient: CreateLanguageClient,
  output: vscode.LogOutputChannel,
  readWords: ReadWords,
): Client {
  const ready = new vscode.EventEmitter<void>();
  const status = new vscode.EventEmitter<StatusParams>();
  const preview = new vscode.EventEmitter<vscode.Uri>();
  const noBrief = new vscode.EventEmitter<vscode.Uri>();
  const restarts = createRestarts(Date.now);
  const trace = traceChannel(output);
  const folders = watchFolders();
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
  const say = async (message: string, show: typeof vscode.window.showErrorMessage, offer?: 'restart') => {
    output.warn(message);
    const restartNow = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show Output');
    const chosen = await show(message, ...(offer ? [restartNow] : []), showOutput);
    if (chosen === showOutput) output.show();
    if (chosen === restartNow) await vscode.commands.executeCommand('brief.restartServer');
  };

  /** What speaks with the server is loaded with the first brief. */
  const create = async (): Promise<BaseLanguageClient> => {
    const { CloseAction, ErrorAction, State } = await import('./clientActions');
    const closed = () => {
      const verdict = restarts.stopped();
      if (verdict === 'give up') {
        const message = vscode.l10n.t(
          'The language server stopped {0} times in 3 minutes and is not started again. Briefs are not checked until you restart it.',
          MOST_RESTARTS + 1,
        );
        say(message, vscode.window.showErrorMessage, 'restart');
        return { action: CloseAction.DoNotRestart, message, handled: true };
      }
      const message = vscode.l10n.t('The language server stopped unexpectedly and was started again.');
      if (verdict === 'say') say(message, vscode.window.showWarningMessage);
      return { action: CloseAction.Restart, message, handled: true };
    };

    const words = await readWords();
    const languageClient = await createLanguageClient({
      // Of Markdown files the server leaves alone those that are no briefs; a configuration counts while it is typed.
      documentSelector: [{ language: 'brief' }, { language: 'markdown' }, { pattern: '**/brief.config.yaml' }],
      initializationOptions: () => ({
        diagnostics: 'push',
        readsFiles: true,
        readsFolders: true,
        trusted: vscode.workspace.isTrusted,
        suggestCommand: 'editor.action.triggerSuggest',
        referencesCommand: SHOW_REFERENCES,
        verifyCommand: MARK_VERIFIED,
        showUncitedCommand: SHOW_UNCITED,
        suggestSourcesCommand: SUGGEST_SOURCES,
        importFileCommand: IMPORT_FILE,
        words,
      }),
      diagnosticCollectionName: 'brief',
      // Files the server has watched itself.
      synchronize: { fileEvents: folders },
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
    languageClient.onRequest<ReadFolderResult, void>(READ_FOLDER_REQUEST, readFolder);
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
        vscode.l10n.t('The language server could not be started. Briefs are not checked.'),
        vscode.window.showErrorMessage,
        'restart',
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
    ...requestsOf(connected),
    restart,
    dispose: () => {
      disposed = true;
      creating?.then((languageClient) => languageClient.dispose()).catch(() => undefined);
      trust.dispose();
      trace.dispose();
      folders.dispose();
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
