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

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 *
 * @param filesFor gives access to files, confined to the roots (URIs) that the client has open
 */
export function createServer(
  connection: Connection,
  filesFor: (roots: readonly string[]) => Files | null = () => null,
): void {
  const log = (line: string) => connection.console.error(line);
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  let session = createSession(connection, agreement, log, null);

  const askSettings = () => {
    const settings = connection.workspace.getConfiguration('brief');
    send(settings.then(session.useSettings, () => log('The settings could not be read.')));
  };

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    session = createSession(connection, agreement, log, filesFor(rootsOf(params)));
    session.useSettings(params.initializationOptions);
    return resultFor(agreement, capabilitiesOf(FEATURES, agreement));
  });
  connection.onInitialized(() => {
    if (agreement.registersSettings)
      send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'brief' }));
    if (agreement.watchesFiles)
      send(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: NAMED_FILES }],
        }),
      );
    if (agreement.answersSettings) askSettings();
  });
  connection.onDidChangeWatchedFiles(() => session.filesChanged());
  connection.onDidSaveTextDocument(() => session.filesChanged());
  connection.onDidChangeConfiguration(({ settings }) => {
    if (agreement.answersSettings) askSettings();
    else session.useSettings(part(settings, 'brief'));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => session.open(uri, version, text));
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

/** What a `bibliography`, or the `text` of a source, can be. */
const NAMED_FILES = '**/*.{bib,json,yaml,yml,txt,md,html,htm}';

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
