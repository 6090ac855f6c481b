import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type InitializeParams,
} from 'vscode-languageserver';
import { agreeOn, capabilitiesFor } from './agreement';
import { answering } from './answers';
import { candidatesAt, readCandidatesParams } from './candidates';
import type { OpenDocument } from './document';
import {
  codeActionsAt,
  definitionsOf,
  hoverOver,
  importAsBrief,
  outlineOf,
  renderDocument,
  reportOn,
} from './handlers';
import type { Files } from './namedFiles';
import { CANDIDATES_REQUEST, IMPORT_REQUEST, RENDER_REQUEST, type RenderParams } from './protocol';
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
    return capabilitiesFor(agreement);
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

  /** Answers a request about an open document; about one that is not open, with null. */
  const about = <P extends Located, R>(method: string, handler: (document: OpenDocument, params: P) => R) =>
    answering<P, R | null>(
      method,
      (params) => {
        const document = session.document(params.textDocument.uri);
        return document ? handler(document, params) : null;
      },
      log,
    );

  connection.onDocumentSymbol(about('textDocument/documentSymbol', outlineOf));
  connection.onHover(about('textDocument/hover', (document, { position }) => hoverOver(document, position, agreement)));
  connection.onDefinition(
    about('textDocument/definition', (document, { position }) => definitionsOf(document, position, agreement)),
  );
  connection.onCodeAction(
    about('textDocument/codeAction', (document, params) => codeActionsAt(document, session.problems(document), params)),
  );
  connection.languages.diagnostics.on(
    answering<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      ({ textDocument, previousResultId }) => {
        const document = session.document(textDocument.uri);
        if (!document) return { kind: 'full', items: [] };
        const { problems, resultId } = session.visible(document);
        return reportOn(document, problems, resultId, previousResultId);
      },
      log,
    ),
  );
  connection.onRequest(
    RENDER_REQUEST,
    answering(
      RENDER_REQUEST,
      ({ uri }: RenderParams) => {
        const document = session.document(uri);
        return document ? renderDocument(document) : null;
      },
      log,
    ),
  );
  connection.onRequest(
    CANDIDATES_REQUEST,
    answering(
      CANDIDATES_REQUEST,
      (params: unknown) => {
        const { textDocument, range } = readCandidatesParams(params);
        const document = session.document(textDocument.uri);
        return document ? candidatesAt(document, range, agreement.encoding) : null;
      },
      log,
    ),
  );
  connection.onRequest(IMPORT_REQUEST, answering(IMPORT_REQUEST, importAsBrief, log));
}

/** What a `bibliography`, or the `text` of a source, can be. */
const NAMED_FILES = '**/*.{bib,json,yaml,yml,txt,md,html,htm}';

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

interface Located {
  readonly textDocument: { readonly uri: string };
}
