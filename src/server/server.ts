import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { agreeOn, capabilitiesFor } from './agreement';
import { answering } from './answers';
import type { OpenDocument } from './document';
import { codeActionsAt, importAsBrief, outlineOf, renderDocument, reportOn } from './handlers';
import { IMPORT_REQUEST, RENDER_REQUEST, type RenderParams } from './protocol';
import { createSession, send } from './session';
import { part } from './settings';

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 */
export function createServer(connection: Connection): void {
  const log = (line: string) => connection.console.error(line);
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  let session = createSession(connection, agreement, log);

  const askSettings = () => {
    const settings = connection.workspace.getConfiguration('brief');
    send(settings.then(session.useSettings, () => log('The settings could not be read.')));
  };

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    session = createSession(connection, agreement, log);
    session.useSettings(params.initializationOptions);
    return capabilitiesFor(agreement);
  });
  connection.onInitialized(() => {
    if (agreement.registersSettings)
      send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'brief' }));
    if (agreement.answersSettings) askSettings();
  });
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
  connection.onRequest(IMPORT_REQUEST, answering(IMPORT_REQUEST, importAsBrief, log));
}

interface Located {
  readonly textDocument: { readonly uri: string };
}
