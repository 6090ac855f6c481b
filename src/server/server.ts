import { say, speak } from '../core/base/say';
import type { FileReads } from '../files/confined/fileSystem';
import { type Agreement, agreeOn, resultFor } from './agreement';
import { capabilitiesOf, FEATURES } from './features';
import { createHost, type FeatureHost } from './features/feature';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from './lsp';
import type { Machine } from './machine';
import { guarding, type Log, traceOf } from './messages/answers';
import { createDeferred, type Deferred } from './messages/deferred';
import { assertTexts } from './messages/readParams';
import { send } from './messages/send';
import { breathe } from './messages/turns';
import { type Charts, createCharts } from './pages/charts';
import { createFormulas, type Formulas } from './pages/formulas';
import { createWordsOfPage, wordsFor } from './pages/words';
import { part } from './part';
import type { ReadFileParams, ReadFileResult, ReadFolderParams, ReadFolderResult } from './protocol';
import type { Session, Surroundings } from './session';

type AccessFor = (
  roots: readonly string[],
  reads: FileReads | null,
) => Promise<Pick<Surroundings, 'files' | 'workspace'>>;

/** The parts of the server. */
interface Server {
  readonly connection: Connection;
  readonly accessFor: AccessFor;
  readonly machine: Machine;
  readonly log: Log;
  readonly formulas: Formulas;
  readonly charts: Charts | null;
  /** The options that client and server agreed on. */
  agreement: Agreement;
  /** Null until the code that reads and checks briefs is loaded. */
  session: Session | null;
  readonly starting: Deferred<Session>;
}

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 *
 * @param accessFor gives access to the files that briefs name, and to the briefs of the workspace and their
 *   configurations, confined to the roots (URIs) that the client has open; `reads` reads through the client, where it does
 * @param machine what the machine that the server runs on can do besides
 */
export function createServer(connection: Connection, accessFor: AccessFor, machine = NO_MACHINE): void {
  const log = (line: string) => connection.console.error(line);
  const server: Server = {
    connection,
    accessFor,
    machine,
    log,
    formulas: createFormulas((reason) => log(`Formulas are not written. ${traceOf(reason)}`)),
    charts: machine.draw && createCharts(machine.draw),
    agreement: agreeOn({ capabilities: {}, processId: null, rootUri: null }),
    session: null,
    starting: createDeferred(),
  };
  const host = createHost(connection, log, () => server.agreement, server.starting.promise);
  hearOfStart(server, host);
  hearOfChanges(server);
  for (const feature of FEATURES) feature.register(host);
}

function hearOfStart(server: Server, host: FeatureHost): void {
  const { connection } = server;
  connection.onInitialize((params) => {
    server.agreement = agreeOn(params);
    server.starting.resolve(start(server, params));
    return resultFor(server.agreement, capabilitiesOf(FEATURES, server.agreement));
  });
  connection.onInitialized(() => {
    const { registersSettings, watchesFiles, answersSettings } = server.agreement;
    if (registersSettings)
      send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'brief' }));
    if (watchesFiles)
      send(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: WATCHED_FILES }],
        }),
      );
    for (const feature of FEATURES) feature.initialized?.(host);
    if (answersSettings) askSettings(server);
  });
}

function hearOfChanges(server: Server): void {
  const { connection } = server;
  /** Makes a handler of notifications, which get no answer. */
  const heard =
    <P>(method: string, handler: (session: Session, params: P) => void) =>
    (params: P) =>
      soon(server, method, (session) => handler(session, params));
  connection.onDidChangeWatchedFiles(
    heard('workspace/didChangeWatchedFiles', (session, { changes }) =>
      session.filesChanged(changes.map(({ uri }) => uri)),
    ),
  );
  connection.onDidSaveTextDocument(
    heard('textDocument/didSave', (session, { textDocument: { uri } }) => session.filesChanged([uri])),
  );
  connection.onDidChangeConfiguration((params) => {
    if (server.agreement.answersSettings) askSettings(server);
    else
      soon(server, 'workspace/didChangeConfiguration', (session) =>
        session.useSettings(part(part(params, 'settings'), 'brief')),
      );
  });
  connection.onDidOpenTextDocument(
    heard('textDocument/didOpen', (session, { textDocument: { uri, languageId, version, text } }) => {
      assertTexts(uri, languageId, text);
      session.open(uri, languageId, version, text);
    }),
  );
  connection.onDidChangeTextDocument(
    heard('textDocument/didChange', (session, { textDocument: { uri, version }, contentChanges }) => {
      assertTexts(...contentChanges.map(({ text }) => text));
      session.change(uri, version, contentChanges);
    }),
  );
  connection.onDidCloseTextDocument(
    heard('textDocument/didClose', (session, { textDocument: { uri } }) => session.close(uri)),
  );
}

/** Starts the session. The code that reads and checks briefs is loaded while the client takes in what the server can do. */
async function start(server: Server, params: InitializeParams): Promise<Session> {
  const { connection, accessFor, machine, log, charts, formulas, agreement } = server;
  const { list, printer, readPdf, imagesOf, wordsOfChinese } = machine;
  // The answer goes out first, between these two turns.
  await breathe();
  await breathe();
  const roots = rootsOf(params);
  // Nothing outside of a brief's own folder is read in a workspace that the user doesn't trust.
  const trusted = agreement.trusted ? roots : [];
  const [words, { createSession }, access] = await Promise.all([
    wordsFor(params, wordsOfChinese).catch((reason) => {
      log(`What is said is English. ${traceOf(reason)}`);
      return null;
    }),
    import('./session'),
    accessFor(trusted, agreement.readsFiles ? readsOfClient(server) : null),
  ]);
  speak(words);
  const session = createSession(connection, agreement, log, {
    ...access,
    charts,
    list,
    printer,
    readPdf,
    imagesOf: (uri) => imagesOf?.(uri, trusted) ?? (async () => null),
    wordsOfPage: createWordsOfPage(wordsOfChinese),
    formulas,
    roots,
  });
  session.useSettings(params.initializationOptions);
  server.session = session;
  return session;
}

/**
 * Runs `work` with the session, in the order of the calls: at once, or as soon as there is a session. An error becomes a line
 * in the log.
 */
function soon({ session, starting, log }: Server, what: string, work: (session: Session) => void): void {
  const guarded = (there: Session) => guarding(what, () => work(there), log);
  if (session) guarded(session);
  else send(starting.promise.then(guarded));
}

function askSettings(server: Server): void {
  const { connection, log } = server;
  const settings = connection.workspace.getConfiguration('brief');
  send(
    settings
      .then(
        (value) => soon(server, 'The settings', (session) => session.useSettings(value)),
        () => log('The settings could not be read.'),
      )
      .finally(() => soon(server, 'The settings', (session) => session.settled())),
  );
}

function readsOfClient({ connection, agreement }: Server): FileReads {
  return {
    read: (path, { root: _, ...rest }) => {
      const params: ReadFileParams = { path, ...rest };
      return connection.sendRequest<ReadFileResult>('brief/readFile', params);
    },
    entries: async (path, { root: _, ...rest }) => {
      if (!agreement.readsFolders) return { refused: say('This editor does not list the files of folders.') };
      const params: ReadFolderParams = { path, ...rest };
      return connection.sendRequest<ReadFolderResult>('brief/readFolder', params);
    },
  };
}

const NO_MACHINE: Machine = {
  draw: null,
  list: null,
  printer: null,
  readPdf: null,
  imagesOf: null,
  wordsOfChinese: null,
};

/**
 * Files to watch: briefs, configurations, images, and what a `bibliography`, a `style`, the `text` of a source or the `data` of
 * a figure can name.
 */
const WATCHED_FILES =
  '**/*.{brief,markdown,bib,csl,csv,tsv,json,yaml,yml,Rmd,qmd,txt,md,html,htm,png,jpg,jpeg,gif,webp,svg,avif}';

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
