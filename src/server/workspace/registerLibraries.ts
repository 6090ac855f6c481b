import type { Agreement } from '../agreement';
import { decoded } from '../documents/uris';
import {
  BulkRegistration,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
  TextDocumentSyncKind,
} from '../lsp';
import { send } from '../messages/send';

/**
 * Has the client ask about the files in YAML of library folders, and about no others: what they are it is told when the first
 * brief of a library is opened. Own notes are Markdown, about which it asks anyway.
 *
 * @returns takes the URIs of libraries that there are now
 */
export function registersLibraries(
  connection: Connection,
  { client }: Agreement,
): (folders: readonly string[]) => void {
  const { synchronization, hover, references, rename } = client.textDocument ?? {};
  const can = [synchronization, hover, references, rename].every((part) => part?.dynamicRegistration === true);
  const registered = new Set<string>();
  return (folders) => {
    const patterns = new Set(folders.map(patternOf));
    const documentSelector = [...patterns]
      .filter((pattern) => !registered.has(pattern))
      .map((pattern) => ({ pattern }));
    if (!can || documentSelector.length === 0) return;
    for (const { pattern } of documentSelector) registered.add(pattern);
    const bulk = BulkRegistration.create();
    bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
    bulk.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
    bulk.add(HoverRequest.type, { documentSelector });
    bulk.add(ReferencesRequest.type, { documentSelector });
    bulk.add(RenameRequest.type, { documentSelector, prepareProvider: rename?.prepareSupport === true });
    send(connection.client.register(bulk));
  };
}

/** The end of its path is enough: what else it fits is no file of a library, which is looked at then. */
function patternOf(folder: string): string {
  const names = decoded(folder)
    .split('/')
    .filter((name) => name !== '')
    .slice(-2);
  const plain = names.map((name) => name.replace(/[[\]{}*?!\\]/g, '?'));
  return ['**', ...plain, '*.{yaml,yml}'].join('/');
}
