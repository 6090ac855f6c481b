import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say } from '../../core/base/say';
import { removeLeft, temporaryName } from '../../files/confined/temporary';
import { removeQuietly } from '../../files/kept/cacheFolder';
import { CommandError, reasonOf } from '../commandError';

/**
 * Writes a file as {@link tryToWrite} does, and removes what killed writes have left beside it.
 *
 * @throws CommandError with what stood in the way
 */
export function writeWholeFile(path: string, text: string | Uint8Array | Iterable<string>): void {
  const trouble = tryToWrite(path, text);
  if (trouble !== null) throw new CommandError(say('cannot write "{0}": {1}.', path, trouble));
  removeLeft(dirname(path));
}

export interface WriteOptions {
  /** Mode of a new file, before the process masks it. */
  readonly mode?: number;
  /** True if there must be no file of that name, not even one that is made meanwhile. */
  readonly isNew?: boolean;
}

/**
 * Writes a file as a whole or not at all: to a new file beside it, which then replaces it. An existing file keeps its mode.
 * Nothing is written through a symbolic link, to a folder or to a device.
 *
 * @returns the reason of a failure in one clause, and null on success; after a failure, the old file is as it was
 */
export function tryToWrite(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  { mode = 0o666, isNew = false }: WriteOptions = {},
): string | null {
  const old = statOf(path);
  if (old?.isSymbolicLink()) return say('it is a symbolic link; name its target');
  if (old && isNew) return say('there is another file of this name');
  if (old && !old.isFile()) return say('it is not a regular file');
  const temporary = join(dirname(path), temporaryName(basename(path)));
  let made = false;
  try {
    if (old) accessSync(path, constants.W_OK);
    const file = openSync(temporary, 'wx', mode);
    made = true;
    try {
      if (typeof text === 'string' || text instanceof Uint8Array) writeFileSync(file, text);
      else for (const piece of text) writeFileSync(file, piece);
      if (old) fchmodSync(file, old.mode & 0o7777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) renameToNew(temporary, path);
    else renameSync(temporary, path);
    return null;
  } catch (error) {
    if (made) removeQuietly(temporary);
    return whyNotWritten(path, error);
  }
}

/** Gives a file its name only if nothing has it. On file systems without hard links, it is only checked just before. */
function renameToNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    unlinkSync(temporary);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST' || statOf(path)) throw error;
    renameSync(temporary, path);
  }
}

/** Returns what is at a path, without following a link; null if nothing is there. */
export function statOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function whyNotWritten(path: string, error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return say('there is no folder "{0}"', dirname(path));
  }
  return reasonOf(error);
}
