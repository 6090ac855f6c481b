import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkBrief, type Problem } from '../core';
import { type Agreement, agreeOn, capabilitiesFor } from './agreement';
import { answering, guarding } from './answers';
import { createDiagnostics, type Diagnostics, PATIENCE } from './diagnostics';
import { changeDocument, type OpenDocument, openDocument } from './document';
import { codeActionsAt, importAsBrief, outlineOf, renderDocument, reportOn, statusOf } from './handlers';
import { IMPORT_REQUEST, RENDER_REQUEST, type RenderParams, STATUS_NOTIFICATION } from './protocol';
import { DEFAULT_SETTINGS, part, readSettings } from './settings';
import { toDiagnostic } from './toLsp';

/**
 * Serves briefs over a connection, whatever carries it: standard streams, a Node channel, a web worker. The caller
 * makes the connection, and lets it listen afterwards.
 */
export function createServer(connection: Connection): void {
  const log = (line: string) => connection.console.error(line);
  /** For what nobody waits for. That a client went away is noticed by the connection itself. */
  const send = (sending: Promise<unknown>) => void sending.catch(() => undefined);

  const documents = new Map<string, OpenDocument>();
  let agreement = agreeOn({ capabilities: {}, processId: null, rootUri: null });
  let settings = DEFAULT_SETTINGS;
  /** What the checks found, by document: a document never changes, only the settings do. */
  let found = new WeakMap<OpenDocument, readonly Problem[]>();
  let settingsRead = 0;

  const check = (document: OpenDocument): readonly Problem[] => {
    const problems = found.get(document) ?? checkBrief(document.brief(), settings);
    found.set(document, problems);
    return problems;
  };

  const show = (document: OpenDocument, problems: readonly Problem[], late: boolean) => {
    const { uri, version } = document;
    if (!agreement.pulls) {
      const shown = problems.map((problem) => toDiagnostic(document, problem));
      send(connection.sendDiagnostics({ uri, version, diagnostics: shown }));
    } else if (late && agreement.refreshes) send(connection.languages.diagnostics.refresh());
    send(connection.sendNotification(STATUS_NOTIFICATION, statusOf(document)));
  };

  const diagnosticsFor = ({ pulls, refreshes }: Agreement): Diagnostics => {
    const later = (milliseconds: number, work: () => void) => {
      const timer = setTimeout(() => guarding('The check of a document', work, log), milliseconds);
      return () => clearTimeout(timer);
    };
    // What is held back from a client that asks only once would never be shown.
    return createDiagnostics({ check, show, later }, pulls && !refreshes ? 0 : PATIENCE);
  };
  let diagnostics = diagnosticsFor(agreement);

  const useSettings = (value: unknown) => {
    const read = readSettings(value);
    for (const warning of read.warnings) connection.console.warn(warning);
    settings = read.settings;
    settingsRead++;
    found = new WeakMap();
    for (const document of documents.values())
      guarding('The check of a document', () => diagnostics.refresh(document), log);
  };
  const askSettings = () =>
    connection.workspace.getConfiguration('brief').then(useSettings, () => log('The settings could not be read.'));

  connection.onInitialize((params) => {
    agreement = agreeOn(params);
    diagnostics = diagnosticsFor(agreement);
    useSettings(params.initializationOptions);
    return capabilitiesFor(agreement);
  });

  connection.onInitialized(() => {
    if (agreement.registersSettings)
      send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'brief' }));
    if (agreement.answersSettings) send(askSettings());
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (agreement.answersSettings) send(askSettings());
    else useSettings(part(sent, 'brief'));
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const document = openDocument(uri, version, text, agreement.encoding);
    documents.set(uri, document);
    diagnostics.opened(document);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const before = documents.get(uri);
    // A change that comes twice, or after a later one, does not speak of the text that is here.
    if (!before || version <= before.version) return;
    const { document, edits } = changeDocument(before, version, contentChanges, agreement.encoding);
    documents.set(uri, document);
    diagnostics.changed(document, edits);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!documents.delete(uri)) return;
    diagnostics.closed(uri);
    if (!agreement.pulls) send(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  /** Answers a request about an open document; about one that is not open, with null. */
  const about = <P extends Located, R>(method: string, handler: (document: OpenDocument, params: P) => R) =>
    answering<P, R | null>(
      method,
      (params) => {
        const document = documents.get(params.textDocument.uri);
        return document ? handler(document, params) : null;
      },
      log,
    );

  connection.onDocumentSymbol(about('textDocument/documentSymbol', outlineOf));
  connection.onCodeAction(
    about('textDocument/codeAction', (document, params) => codeActionsAt(document, check(document), params)),
  );
  connection.languages.diagnostics.on(
    answering<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      ({ textDocument, previousResultId }) => {
        const document = documents.get(textDocument.uri);
        if (!document) return { kind: 'full', items: [] };
        const problems = diagnostics.visible(document);
        return reportOn(document, problems, `${document.version}.${settingsRead}.${problems.length}`, previousResultId);
      },
      log,
    ),
  );
  connection.onRequest(
    RENDER_REQUEST,
    answering(
      RENDER_REQUEST,
      ({ uri }: RenderParams) => {
        const document = documents.get(uri);
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
