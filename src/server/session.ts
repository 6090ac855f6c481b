import type { Connection } from 'vscode-languageserver';
import { type Brief, checkBrief, type Problem } from '../core';
import type { Agreement } from './agreement';
import { guarding, type Log } from './answers';
import { createDiagnostics, PATIENCE } from './diagnostics';
import { type ContentChange, changeDocument, type OpenDocument, openDocument } from './document';
import { createFilesOfDocuments, type Files } from './namedFiles';
import { STATUS_NOTIFICATION } from './protocol';
import { DEFAULT_SETTINGS, readSettings } from './settings';
import { statusOf } from './status';
import { toDiagnostic } from './toLsp';

/** What the server knows between messages: the open documents, the settings, and what the checks found. */
export interface Session {
  /** What may be read besides open documents; null: nothing. */
  readonly files: Files | null;
  document(uri: string): OpenDocument | undefined;
  open(uri: string, version: number, text: string): void;
  change(uri: string, version: number, changes: readonly ContentChange[]): void;
  close(uri: string): void;
  /** Takes the value of the setting `brief`, and checks all documents again. */
  useSettings(value: unknown): void;
  /** Reads the files that open documents name again. */
  filesChanged(): void;
  /** All problems of a document. */
  problems(document: OpenDocument): readonly Problem[];
  /** The problems of a brief that no document holds, such as one after fixes, as the settings want them. */
  check(brief: Brief): readonly Problem[];
  /** Those to show at this moment, with a name for this state of them. */
  visible(document: OpenDocument): { readonly problems: readonly Problem[]; readonly resultId: string };
}

/** @param files what may be read besides open documents; null: nothing */
export function createSession(connection: Connection, agreement: Agreement, log: Log, files: Files | null): Session {
  const { encoding, pulls, refreshes } = agreement;
  const documents = new Map<string, OpenDocument>();
  let settings = DEFAULT_SETTINGS;
  let settingsRead = 0;
  /** What the checks found, by document: a document never changes, only the settings do. */
  let found = new WeakMap<OpenDocument, readonly Problem[]>();

  const check = (document: OpenDocument): readonly Problem[] => {
    const problems = found.get(document) ?? checkBrief(document.brief(), settings);
    found.set(document, problems);
    named.update(document);
    return problems;
  };

  const show = (document: OpenDocument, problems: readonly Problem[], late: boolean) => {
    const { uri, version } = document;
    if (!pulls) {
      const shown = problems.map((problem) => toDiagnostic(document, problem));
      send(connection.sendDiagnostics({ uri, version, diagnostics: shown }));
    } else if (late && refreshes) send(connection.languages.diagnostics.refresh());
    send(connection.sendNotification(STATUS_NOTIFICATION, statusOf(document)));
  };

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => guarding('The check of a document', work, log), milliseconds);
    return () => clearTimeout(timer);
  };

  // What is held back from a client that asks only once would never be shown.
  const diagnostics = createDiagnostics({ check, show, later }, pulls && !refreshes ? 0 : PATIENCE);

  const named = createFilesOfDocuments(files, (uri) => {
    const document = documents.get(uri);
    if (!document) return;
    const { version, text } = document;
    const previous = document.lastBrief();
    const renewed = openDocument(uri, version, text, encoding, { previous, files: named.of(uri) });
    documents.set(uri, renewed);
    guarding('The check of a document', () => diagnostics.refresh(renewed), log);
  });

  return {
    files,
    document: (uri) => documents.get(uri),
    open: (uri, version, text) => {
      const document = openDocument(uri, version, text, encoding);
      documents.set(uri, document);
      diagnostics.opened(document);
    },
    change: (uri, version, changes) => {
      const before = documents.get(uri);
      // A change that comes twice, or after a later one, does not speak of the text that is here.
      if (!before || version <= before.version) return;
      const { document, edits } = changeDocument(before, version, changes, encoding, named.of(uri));
      documents.set(uri, document);
      diagnostics.changed(document, edits);
    },
    close: (uri) => {
      if (!documents.delete(uri)) return;
      named.forget(uri);
      diagnostics.closed(uri);
      if (!pulls) send(connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
    useSettings: (value) => {
      const read = readSettings(value);
      for (const warning of read.warnings) connection.console.warn(warning);
      settings = read.settings;
      settingsRead++;
      found = new WeakMap();
      for (const document of documents.values())
        guarding('The check of a document', () => diagnostics.refresh(document), log);
    },
    filesChanged: () => {
      for (const document of documents.values()) named.reread(document);
    },
    problems: check,
    check: (brief) => checkBrief(brief, settings),
    visible: (document) => {
      const problems = diagnostics.visible(document);
      return { problems, resultId: `${document.version}.${settingsRead}.${problems.length}` };
    },
  };
}

/** Sends what nobody waits for. That a client went away is noticed by the connection itself. */
export function send(sending: Promise<unknown>): void {
  sending.catch(() => undefined);
}
