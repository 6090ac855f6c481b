import type { TextEdit } from 'vscode-languageserver';
import { indexLines, parseBrief } from '../../core/checking';
import { movedPathEdits } from '../../core/editor';
import { toTextEdits } from '../diagnostics/toLsp';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import { decoded } from '../documents/uris';
import type { Session } from '../session';
import { wholeWorkspace } from '../workspace/briefsSharing';
import type { Change, Changes } from './changes';
import { type Moves, movesOf } from './movedUris';
import { changesOfSources } from './renamedSources';

/** Collects the edits for a move of files or folders: in briefs, in files of library folders and in configurations. */
export async function changesOnMove(
  files: Parameters<typeof movesOf>[0],
  session: Session,
  encoding: PositionEncoding,
): Promise<Changes> {
  const moves = movesOf(files);
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
  await wholeWorkspace(session);
  for (const uri of mayChange(moves, session)) {
    const read = open.has(uri) ? null : await session.workspace?.read(uri);
    if (read && read !== 'unchanged') add(uri, null, read.text);
  }
  const ofSources = await changesOfSources(files, session, encoding);
  return { changes: joined([...changes, ...ofSources.changes]), missed: ofSources.missed };
}

/** Joins the changes to each file into one. Edits made for different reasons don't overlap. */
function joined(changes: readonly Change[]): Change[] {
  const byUri = new Map<string, Change>();
  for (const change of changes) {
    const before = byUri.get(change.uri);
    byUri.set(change.uri, before ? { ...before, edits: [...before.edits, ...change.edits] } : change);
  }
  return [...byUri.values()];
}

/** Finds moved briefs, and briefs that may hold the name of a moved file or folder: each path to it has that name. */
function mayChange(moves: Moves, { index }: Session): ReadonlySet<string> {
  const moved = index.uris().filter((uri) => moves.after(uri) !== decoded(uri));
  // A name with other characters may be written in several ways.
  return new Set([...moved, ...moves.names.flatMap((name) => index.holding(/^[\w.-]+$/.test(name) ? name : ''))]);
}

function editsIn(uri: string, text: string, moves: Moves, encoding: PositionEncoding): TextEdit[] {
  const edits = movedPathEdits(parseBrief(text), (path) => moves.path(uri, path));
  if (edits.length === 0) return [];
  return toTextEdits(positionsIn(text, indexLines(text), encoding), edits);
}
