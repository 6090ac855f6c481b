import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import type { FileSystem } from '../files/fileSystem';
import { agreeOn, resultFor } from './agreement';
import { traceOf } from './answers';
import { createCharts } from './charts';
import { capabilitiesOf, FEATURES } from './features';
import { createHost } from './features/feature';
import { createFormulas } from './formulas';
import type { Machine } from './machine';
import { READ_FILE_REQUEST, type ReadFileParams, type ReadFileResult } from './protocol';
import { createSession, type Surroundings, send } from './session';
import { part } from './settings';

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 *
 * @param accessFor gives access to the files that briefs name, and to the briefs of the workspace and their
 *   configurations, confined to the roots (URIs) that the client has open; `read` reads through the client, where it does
 * @param machine what the machine that the server runs on can do besides
 */
export function createServer(
  connection: Connection,
  accessFor: (roots: readonly string[], read: FileSystem['read'] | null) => Pick<Surroundings, 'files' | 'workspace'>,
  { draw, print, imagesOf: images }: Machine = { draw: null, print: null, imagesOf: null },
): void {
  const charts = draw && createCharts(draw);
  const log = (line: string) => connection.console.error(line);
  const formulas = createFormulas((reason) => log(`Formulas are not written. ${traceOf(reason)}`));
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  const imagesOf = (roots: readonly string[]) => (uri: string) => images?.(uri, roots) ?? (async () => null);
  const none = { files: null, workspace: null, charts: null, print: null, imagesOf: imagesOf([]), formulas, roots: [] };
  let session = createSession(connection, agreement, log, none);

  const askSettings = () => {
    const settings = connection.workspace.getConfiguration('brief');
    send(settings.then(session.useSettings, () => log('The settings could not be read.')));
  };

  const readThroughClient: FileSystem['read'] = (path, { root: _, ...rest }) => {
    const params: ReadFileParams = { path, ...rest };
    return connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, params);
  };

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    const roots = rootsOf(params);
    session = createSession(connection, agreement, log, {
      // Nothing outside of a brief's own folder is read in a workspace that the user does not trust.
      ...accessFor(agreement.trusted ? roots : [], agreement.readsFiles ? readThroughClient : null),
      charts,
      print,
      imagesOf: imagesOf(agreement.trusted ? roots : []),
      formulas,
      roots,
    });
    session.useSettings(params.initializationOptions);
    return resultFor(agreement, capabilitiesOf(FEATURES, agreement));
  });
  connection.onInitialized(() => {
    if (agreement.registersSettings)
      send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'brief' }));
    if (agreement.watchesFiles)
      send(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: WATCHED_FILES }],
        }),
      );
    for (const feature of FEATURES) feature.initialized?.(host);
    if (agreement.answersSettings) askSettings();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes.map(({ uri }) => uri)));
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => session.filesChanged([uri]));
  connection.onDidChangeConfiguration(({ settings }) => {
    if (agreement.answersSettings) askSettings();
    else session.useSettings(part(settings, 'brief'));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    session.open(uri, languageId, version, text),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    session.change(uri, version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => session.close(uri));

  const host = createHost(
    connection,
    log,
    () => agreement,
    () => session,
  );
  for (const feature of FEATURES) feature.register(host);
}

/** Briefs, configurations, and what a `bibliography`, the `text` of a source or the `data` of a figure can be. */
const WATCHED_FILES = '**/*.{brief,markdown,bib,csv,tsv,json,yaml,yml,txt,md,html,htm}';

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
