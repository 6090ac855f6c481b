import { decoded } from '../documents/uris';

/** A file or folder that is moved. Both are URIs. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Maps files to their places after some moves, in decoded URIs. */
export interface Moves {
  /** The old names of the moved files and folders, without the folders that lead to them. */
  readonly names: readonly string[];
  /** Returns the URI of a file after the moves. The URI changes if the file or a folder above it is moved. */
  after(uri: string): string;
  /**
   * Returns the path that leads to a file after the moves.
   *
   * @param from the file that names it, as it was before
   * @param path relative to the folder of `from`
   * @returns null where the path leads to it still
   */
  path(from: string, path: string): string | null;
}

export function movesOf(moves: readonly Move[]): Moves {
  const plain = moves.map(({ oldUri, newUri }) => ({ before: trimmed(oldUri), now: trimmed(newUri) }));
  const after = (uri: string): string => {
    for (const { before, now } of plain) {
      if (uri === before) return now;
      if (uri.startsWith(`${before}/`)) return now + uri.slice(before.length);
    }
    return uri;
  };
  return {
    names: plain.map(({ before }) => before.slice(before.lastIndexOf('/') + 1)),
    after: (uri) => after(decoded(uri)),
    path: (from, path) => {
      const base = decoded(from);
      const target = resolve(base, path);
      const newBase = after(base);
      const newTarget = after(target);
      if (newBase === base && newTarget === target) return null;
      const now = relative(newBase, newTarget);
      return resolve(newBase, path) === newTarget ? null : now;
    },
  };
}

function trimmed(uri: string): string {
  return decoded(uri).replace(/\/$/, '');
}

/** Returns the URI that a relative path leads to from the folder of `base`. */
function resolve(base: string, path: string): string {
  const parts = base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The path from the folder of one file to another. */
function relative(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let same = 0;
  while (same < folder.length && same < parts.length - 1 && folder[same] === parts[same]) same++;
  return [...folder.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
}
