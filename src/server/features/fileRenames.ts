import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { indexLines, movedPathEdits, parseBrief } from '../../core';
import type { Agreement } from '../agreement';
import { type Moves, movesOf } from '../movedUris';
import { type PositionEncoding, positionsIn } from '../positions';
import type { Session } from '../session';
import type { Feature } from './feature';

/** When files or folders are moved, the briefs that name them, or are moved themselves, are changed along. */
export const fileRenames: Feature = {
  capabilities: ({ client }) =>
    client.workspace?.fileOperations?.willRename
      ? { workspace: { fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } } } }
      : {},
  register: ({ connection, answer, session, agreement }) => {
    connection.workspace.onWillRenameFiles(
      answer('workspace/willRenameFiles', async ({ files }) => {
        const changes = await changesFor(movesOf(files), session(), agreement().encoding);
        return changes.length > 0 ? toEdit(changes, agreement()) : null;
      }),
    );
  },
};

/** What is to be changed in a brief, at its address before the move. */
interface Change {
  readonly uri: string;
  /** Null for one that is not open. */
  readonly version: number | null;
  readonly edits: TextEdit[];
}

async function changesFor(moves: Moves, session: Session, encoding: PositionEncoding): Promise<Change[]> {
  const changes: Change[] = [];
  const add = (uri: string, version: number | null, text: string) => {
    const edits = editsIn(uri, text, moves, encoding);
    if (edits.length > 0) changes.push({ uri, version, edits });
  };
  const open = new Set<string>();
  for (const { uri, text, version } of session.documents()) {
    open.add(uri);
    add(uri, version, text);
  }
  await session.index.ready();
  for (const { uri } of session.index.summaries()) {
    const read = open.has(uri) ? null : await session.workspace?.read(uri);
    if (read && read !== 'unchanged') add(uri, null, read.text);
  }
  return changes;
}

function editsIn(uri: string, text: string, moves: Moves, encoding: PositionEncoding): TextEdit[] {
  const edits = movedPathEdits(parseBrief(text), (path) => moves.path(uri, path));
  if (edits.length === 0) return [];
  const positions = positionsIn(text, indexLines(text), encoding);
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}

function toEdit(changes: readonly Change[], { client }: Agreement): WorkspaceEdit {
  if (!client.workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}
