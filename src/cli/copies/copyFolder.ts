import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyFolder } from '../../copies';
import { say } from '../../core/base/say';
import { removeLeft } from '../../files/confined/temporary';
import { CommandError } from '../commandError';
import { readFileBytes } from '../io/readText';
import { tryToWrite } from '../io/writeFile';

/**
 * Opens the folder of copies on this machine. It must not be a link, and nothing in it is overwritten but the record.
 *
 * @throws CommandError if there is something else of that name
 */
export function copyFolderAt(path: string): CopyFolder {
  isFolder(path);
  return {
    names: async () => new Set(isFolder(path) ? readdirSync(path).map((name) => name.toLowerCase()) : []),
    read: async (name) => {
      if (!isFolder(path) || !isFile(join(path, name))) return null;
      const read = readFileBytes(join(path, name));
      return 'error' in read ? null : read.bytes.toString('utf8');
    },
    writeNew: async (name, text) => write(path, name, text, true),
    replace: async (name, text) => write(path, name, text, false),
  };
}

function write(folder: string, name: string, text: string, isNew: boolean): void {
  if (!isFolder(folder)) mkdirSync(folder);
  removeLeft(folder);
  const trouble = tryToWrite(join(folder, name), text, { isNew });
  if (trouble !== null) throw new Error(trouble);
}

/**
 * True if the folder exists.
 *
 * @throws CommandError if something else has its name
 */
function isFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return false;
  if (stat.isDirectory()) return true;
  const why = stat.isSymbolicLink() ? say('it is a symbolic link') : say('it is not a folder');
  throw new CommandError(say('cannot keep copies in "{0}": {1}.', path, why));
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
