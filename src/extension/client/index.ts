import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';
import type { Notifications, ReadFileResult, ReadFolderResult, StatusParams } from '../../server/protocol';
import { type ClientRequests, requestsOf } from './clientRequests';
import { clientOptions } from './options';
import { readFile, readFolder } from './readFile';
import { createStops, tell } from './stops';
import { traceChannel } from './traceChannel';

/** The language server, as the rest of the extension sees it. */
export interface Client extends ClientRequests, vscode.Disposable {
  /** Starts the server, unless it was started. Settles when that has succeeded or failed; the user is informed of a failure. */
  start(): Promise<void>;
  /** Fires each time that the server has become ready. */
  readonly onReady: vscode.Event<void>;
  readonly onStatus: vscode.Event<StatusParams>;
  /** Fires when the preview of a document may show something else, though its text did not change. */
  readonly onPreview: vscode.Event<vscode.Uri>;
  /** Fires when an open Markdown file is no longer a brief. */
  readonly onNoBrief: vscode.Event<vscode.Uri>;
  restart(): Promise<void>;
}

/**
 * Reads the server's messages in the window's language, by the English ones. Undefined if there are none, or the server
 * reads them itself.
 */
export type ReadWords = () => Promise<unknown>;

/** Makes the client of a server in a process of its own or in a web worker, as the entry decides. */
export type CreateLanguageClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * @param readWords returns the server's messages in another language than English, if it can't read them itself
 * @param extensionId `publisher.name`
 */
export function createClient(
  createLanguageClient: CreateLanguageClient,
  output: vscode.LogOutputChannel,
  readWords: ReadWords,
  extensionId: string,
): Client {
  const events = createEvents();
  const stops = createStops(output);
  const trace = traceChannel(output);
  const folders = watchFolders();
  let disposed = false;

  /** Makes the client. Its code is loaded with the first brief. */
  const create = async (): Promise<BaseLanguageClient> => {
    const names = await import('./clientActions');
    const errorHandler = stops.handler(names);
    const words = await readWords();
    const options = clientOptions({ output, trace, folders, errorHandler, words, extensionId });
    const languageClient = await createLanguageClient(options);
    answer(languageClient);
    pass(languageClient, events, names.State.Running);
    return languageClient;
  };
  let creating: Promise<BaseLanguageClient> | undefined;
  const connected = () => {
    creating ??= create();
    return creating;
  };

  const restart = async () => {
    stops.forget();
    output.info('The language server is started again on request.');
    const languageClient = await connected();
    if (languageClient.isRunning())
      await languageClient.stop().catch(() => output.warn('The language server did not stop by itself and is ended.'));
    await languageClient.start();
  };
  // Client and server agree at the start on what may be read.
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
      const message = vscode.l10n.t('The language server could not be started. Briefs are not checked.');
      tell(output, message, vscode.window.showErrorMessage, 'restart');
    }
  };

  return {
    start: () => {
      starting ??= start();
      return starting;
    },
    onReady: events.ready.event,
    onStatus: events.status.event,
    onPreview: events.preview.event,
    onNoBrief: events.noBrief.event,
    ...requestsOf(connected),
    restart,
    dispose: () => {
      disposed = true;
      creating?.then((languageClient) => languageClient.dispose()).catch(() => undefined);
      vscode.Disposable.from(trust, trace, folders, ...Object.values(events)).dispose();
    },
  };
}

type Events = ReturnType<typeof createEvents>;

function createEvents() {
  return {
    ready: new vscode.EventEmitter<void>(),
    status: new vscode.EventEmitter<StatusParams>(),
    preview: new vscode.EventEmitter<vscode.Uri>(),
    noBrief: new vscode.EventEmitter<vscode.Uri>(),
  };
}

/** Answers the requests of the server. */
function answer(languageClient: BaseLanguageClient): void {
  languageClient.onRequest<ReadFileResult, void>('brief/readFile', readFile);
  languageClient.onRequest<ReadFolderResult, void>('brief/readFolder', readFolder);
}

/** Passes on the notifications of the server. */
function pass(languageClient: BaseLanguageClient, { ready, status, preview, noBrief }: Events, running: State): void {
  languageClient.onNotification('brief/status', (params: StatusParams) => status.fire(params));
  languageClient.onNotification('brief/preview', ({ uri }: Notifications['brief/preview']) =>
    preview.fire(vscode.Uri.parse(uri)),
  );
  languageClient.onNotification('brief/noBrief', ({ uri }: Notifications['brief/noBrief']) =>
    noBrief.fire(vscode.Uri.parse(uri)),
  );
  languageClient.onDidChangeState(({ newState }) => {
    if (newState === running) ready.fire();
  });
}

/**
 * Watches folders that are made and removed; a moved folder is both. A file watcher reports only the folder, and nothing in
 * it. It doesn't say whether a removed path was a folder, so files without an extension are reported too.
 */
function watchFolders(): vscode.FileSystemWatcher {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const ofFolders = (event: vscode.Event<vscode.Uri>): vscode.Event<vscode.Uri> => {
    return (listener, self, disposables) =>
      event((uri) => (mayBeFolder(uri) ? listener.call(self, uri) : undefined), undefined, disposables);
  };
  return {
    ignoreCreateEvents: false,
    ignoreChangeEvents: true,
    ignoreDeleteEvents: false,
    onDidCreate: ofFolders(watcher.onDidCreate),
    onDidChange: watcher.onDidChange,
    onDidDelete: ofFolders(watcher.onDidDelete),
    dispose: () => watcher.dispose(),
  };
}

function mayBeFolder({ path }: vscode.Uri): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
