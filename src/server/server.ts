import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { agreeOn, resultFor } from './agreement';
import { capabilitiesOf, FEATURES } from './features';
import { createHost } from './features/feature';
import type { Files } from './namedFiles';
import { createSession, send } from './session';
import { part } from './settings';
import type { WorkspaceFiles } from './workspaceFiles';

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 *
 * @param filesFor gives access to the files that briefs name, confined to the roots (URIs) that the client has open
 * @param workspaceFor the same for the briefs of the workspace and their configurations
 */
export function createServer(
  connection: Connection,
  filesFor: (roots: readonly string[]) => Files | null = () => null,
  workspaceFor: (roots: readonly string[]) => WorkspaceFiles | null = () => null,
): void {
  const log = (line: string) => connection.console.error(line);
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  let session = createSession(connection, agreement, log, { files: null, workspace: null, roots: [] });

  const askSettings = () => {
    const settings = connection.workspace.getConfiguration('brief');
    send(settings.then(session.useSettings, () => log('The settings could not be read.')));
  };

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    const roots = rootsOf(params);
    session = createSession(connection, agreement, log, {
      files: filesFor(roots),
      workspace: workspaceFor(roots),
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

/** Briefs, configurations, and what a `bibliography` or the `text` of a source can be. */
const WATCHED_FILES = '**/*.{brief,markdown,bib,json,yaml,yml,txt,md,html,htm}';

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
