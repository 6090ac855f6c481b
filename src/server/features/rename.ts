import {
  LSPErrorCodes,
  type TextEdit as LspTextEdit,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { indexLines, type Renamed, renamableAt, renameAt, type TextEdit } from '../../core';
import type { Agreement } from '../agreement';
import type { OpenDocument } from '../document';
import { type Positions, positionsIn } from '../positions';
import type { Feature } from './feature';

/** Renames a source, a footnote, a figure or a heading everywhere, as one change. */
export const rename: Feature = {
  capabilities: ({ client }) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  register: ({ connection, about, agreement }) => {
    connection.onPrepareRename(
      about('textDocument/prepareRename', ({ brief, positions }, { position }) => {
        const found = renamableAt(brief(), positions.offsetAt(position));
        return found && { range: positions.rangeOf(found.span), placeholder: found.name };
      }),
    );
    connection.onRenameRequest(
      about('textDocument/rename', (document, { position, newName }) => {
        const found = renameAt(document.brief(), document.positions.offsetAt(position), newName);
        // The client shows the reason to whoever wanted it.
        if (found && 'refused' in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.refused);
        return found && toEdit(document, found, agreement());
      }),
    );
  },
};

/** All of it as one edit, that of the document for the version which it was made from. */
function toEdit(
  { uri, version, positions }: OpenDocument,
  { edits, elsewhere }: Renamed,
  { encoding, client }: Agreement,
): WorkspaceEdit {
  const others = elsewhere.map(({ uri: file, text, edits: changes }) => ({
    uri: file,
    version: null,
    edits: toEdits(positionsIn(text, indexLines(text), encoding), changes),
  }));
  const all = [{ uri, version, edits: toEdits(positions, edits) }, ...others];
  if (client.workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries(all.map(({ uri: file, edits: changes }) => [file, changes])) };
  const documentChanges = all.map(
    ({ uri: file, version: of, edits: changes }): TextDocumentEdit => ({
      textDocument: { uri: file, version: of },
      edits: changes,
    }),
  );
  return { documentChanges };
}

function toEdits(positions: Positions, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}
