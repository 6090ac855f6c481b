import { say, speak } from '../core/base/say';
import type { FileReads } from '../files/confined/fileSystem';
import { agreeOn, resultFor } from './agreement';
import { capabilitiesOf, FEATURES } from './features';
import { createHost } from './features/feature';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from './lsp';
import type { Machine } from './machine';
import { guarding, traceOf } from './messages/answers';
import { assertTexts } from './messages/readParams';
import { send } from './messages/send';
import { createCharts } from './pages/charts';
import { createFormulas } from './pages/formulas';
import { createWordsOfPage, wordsFor } from './pages/words';
import { part } from './part';
import {
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from './protocol';
import type { Session, Surroundings } from './session';

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 *
 * @param accessFor gives access to the files that briefs name, and to the briefs of the workspace and their
 *   configurations, confined to the roots (URIs) that the client has open; `reads` reads through the client, where it does
 * @param machine what the machine that the server runs on can do besides
 */
export function createServer(
  connection: Connection,
  accessFor: (roots: readonly string[], reads: FileReads | null) => Promise<Pick<Surroundings, 'files' | 'workspace'>>,
  { draw, list, print, readPdf, imagesOf: images, wordsOfChinese }: Machine = NO_MACHINE,
): void {
  const charts = draw && createCharts(draw);
  const log = (line: string) => connection.console.error(line);
  const formulas = createFormulas((reason) => log(`Formulas are not written. ${traceOf(reason)}`));
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  const imagesOf = (roots: readonly string[]) => (uri: string) => images?.(uri, roots) ?? (async () => null);

  // What reads and checks briefs is loaded while the client takes in what the server can do.
  let begin: (starting: Promise<Session>) => void = () => undefined;
  const starting = new Promise<Session>((resolve) => {
    begin = resolve;
  });
  let session: Session | null = null;
  /**
   * Calls in their order; what is wanted before there is a session is done as soon as there is. When it throws, that is a
   * line in the log.
   */
  const soon = (what: string, work: (session: Session) => void) => {
    const guarded = (now: Session) => guarding(what, () => work(now), log);
    if (session) guarded(session);
    else send(starting.then(guarded));
  };
  /** Makes a handler of notifications, of which nobody waits for an answer. */
  const heard =
    <P>(method: string, handler: (session: Session, params: P) => void) =>
    (params: P) =>
      soon(method, (now) => handler(now, params));

  const start = async (params: InitializeParams): Promise<Session> => {
    // First the answer goes out, which it does between two turns.
    await nextTurn();
    await nextTurn();
    const roots = rootsOf(params);
    const [words, { createSession }, access] = await Promise.all([
      wordsFor(params, wordsOfChinese).catch((reason) => {
        log(`What is said is English. ${traceOf(reason)}`);
        return null;
      }),
      import('./session'),
      // Nothing outside of a brief's own folder is read in a workspace that the user does not trust.
      accessFor(agreement.trusted ? roots : [], agreement.readsFiles ? readsOfClient : null),
    ]);
    speak(words);
    const started = createSession(connection, agreement, log, {
      ...access,
      charts,
      list,
      print,
      readPdf,
      imagesOf: imagesOf(agreement.trusted ? roots : []),
      wordsOfPage: createWordsOfPage(wordsOfChinese),
      formulas,
      roots,
    });
    started.useSettings(params.initializationOptions);
    session = started;
    return started;
  };

  const askSettings = () => {
    const settings = connection.workspace.getConfiguration('brief');
    send(
      settings
        .then(
          (value) => soon('The settings', ({ useSettings }) => useSettings(value)),
          () => log('The settings could not be read.'),
        )
        .finally(() => soon('The settings', ({ settled }) => settled())),
    );
  };

  const readsOfClient: FileReads = {
    read: (path, { root: _, ...rest }) => {
      const params: ReadFileParams = { path, ...rest };
      return connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, params);
    },
    entries: async (path, { root: _, ...rest }) => {
      if (!agreement.readsFolders) return { refused: say('This editor does not say what is in a folder.') };
      const params: ReadFolderParams = { path, ...rest };
      return connection.sendRequest<ReadFolderResult>(READ_FOLDER_REQUEST, params);
    },
  };

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    begin(start(params));
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
  connection.onDidChangeWatchedFiles(
    heard('workspace/didChangeWatchedFiles', (now, { changes }) => now.filesChanged(changes.map(({ uri }) => uri))),
  );
  connection.onDidSaveTextDocument(
    heard('textDocument/didSave', (now, { textDocument: { uri } }) => now.filesChanged([uri])),
  );
  connection.onDidChangeConfiguration((params) => {
    if (agreement.answersSettings) askSettings();
    else
      soon('workspace/didChangeConfiguration', ({ useSettings }) =>
        useSettings(part(part(params, 'settings'), 'brief')),
      );
  });

  connection.onDidOpenTextDocument(
    heard('textDocument/didOpen', (now, { textDocument: { uri, languageId, version, text } }) => {
      assertTexts(uri, languageId, text);
      now.open(uri, languageId, version, text);
    }),
  );
  connection.onDidChangeTextDocument(
    heard('textDocument/didChange', (now, { textDocument: { uri, version }, contentChanges }) => {
      assertTexts(...contentChanges.map(({ text }) => text));
      now.change(uri, version, contentChanges);
    }),
  );
  connection.onDidCloseTextDocument(heard('textDocument/didClose', (now, { textDocument: { uri } }) => now.close(uri)));

  const host = createHost(connection, log, () => agreement, starting);
  for (const feature of FEATURES) feature.register(host);
}

const NO_MACHINE: Machine = {
  draw: null,
  list: null,
  print: null,
  readPdf: null,
  imagesOf: null,
  wordsOfChinese: null,
};

/** Briefs, configurations, images, and what a `bibliography`, a `style`, the `text` of a source or the `data` of a figure can be. */
const WATCHED_FILES =
  '**/*.{brief,markdown,bib,csl,csv,tsv,json,yaml,yml,Rmd,qmd,txt,md,html,htm,png,jpg,jpeg,gif,webp,svg,avif}';

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
