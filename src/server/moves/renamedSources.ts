import {
  agrees,
  type Field,
  idOfFile,
  indexLines,
  mayBeSourceFile,
  type SourceFile,
  type TextEdit,
} from '../../core/checking';
import { renameInYaml, renameName } from '../../core/editor';
import { toTextEdits } from '../diagnostics/toLsp';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import { decoded, folderOf } from '../documents/uris';
import type { Session } from '../session';
import { briefsSharing } from '../workspace/briefsSharing';
import { configsOf, sourcesIn } from '../workspace/libraries';
import type { Change, Changes } from './changes';
import { wasHanded } from './handedRenames';
import { type Move, type Moves, movesOf } from './movedUris';

/**
 * Collects the edits for moves that concern sources:
 * - a file of a library folder is renamed: its source's id changes too, in the file and in the briefs that cite it;
 * - a local copy is moved: the file of its source gets the new path;
 * - a library is moved: its configuration gets the new path.
 */
export async function changesOfSources(
  files: readonly Move[],
  session: Session,
  encoding: PositionEncoding,
): Promise<Changes> {
  const changes: Change[] = [];
  const missed: string[] = [];
  const add = (uri: string, version: number | null, text: string, edits: readonly TextEdit[]) => {
    if (edits.length > 0)
      changes.push({ uri, version, edits: toTextEdits(positionsIn(text, indexLines(text), encoding), edits) });
  };
  const moves = movesOf(files);
  const configs = await configsOf(
    session,
    files.map(({ oldUri }) => oldUri),
  );
  for (const { uri, text, config } of configs) add(uri, null, text, libraryEdits(uri, text, config.library, moves));
  for (const file of sourcesIn(configs)) {
    const edits = copyEdits(file, moves);
    const id = idAfter(file, moves.after(file.uri));
    const [declared] = file.declarations;
    if (declared && id !== null && !file.twin && !wasHanded(session, file.uri)) {
      if (file.writtenId) edits.push(renameInYaml(file.written, file.writtenId.span, id));
      if (session.unread(file.uri)) missed.push(declared.id);
      const source = { id: declared.id, files: new Set([file.uri]) };
      for (const { uri, version, brief } of await briefsSharing(session, source, file.uri, false)) {
        const renamed = renameName(brief, { kind: 'source', id: declared.id }, id);
        if (!('refused' in renamed)) add(uri, version, brief.text, renamed.edits);
      }
    }
    add(file.uri, null, file.written, edits);
  }
  return { changes, missed };
}

/** Returns the edit of the path of a library in its configuration, if the library is moved. */
function libraryEdits(uri: string, text: string, library: Field | null, moves: Moves): TextEdit[] {
  const path = library?.value.replace(/\/+$/, '') ?? '';
  const now = path === '' ? null : moves.path(uri, path);
  if (!library || now === null || now.startsWith('../')) return [];
  return [renameInYaml(text, library.span, now + library.value.slice(path.length))];
}

/** Returns the id that a file has under another name in the same folder; null if the id stays as it is. */
function idAfter({ uri, name, declarations: [declared], writtenId }: SourceFile, after: string): string | null {
  const before = decoded(uri);
  if (!declared || after === before || folderOf(after) !== folderOf(before)) return null;
  const next = after.slice(after.lastIndexOf('/') + 1);
  const id = idOfFile(next);
  // An id that no file can be called by stays, whatever the file is called.
  const isFree = writtenId !== null && agrees(writtenId.value, next);
  return !mayBeSourceFile(next) || isFree || id === idOfFile(name) || id === declared.id ? null : id;
}

function copyEdits({ uri, written, declarations: [declared] }: SourceFile, moves: Moves): TextEdit[] {
  const copy = declared?.textPath;
  const now = copy && moves.path(uri, copy.value);
  return copy && now && !now.startsWith('../') ? [renameInYaml(written, copy.span, now)] : [];
}
