import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { entriesConfined, folderState } from './entriesConfined';
import type { FileSystem } from './fileSystem';
import { listConfined } from './listConfined';
import { readConfined } from './readConfined';

/** The files of this machine. Places are paths. */
export const LOCAL_FILES: FileSystem = {
  placeOf: pathOf,
  uriOf: (path) => pathToFileURL(path).href,
  folderOf: dirname,
  nameOf: basename,
  join,
  isInside,
  read: readConfined,
  entries: entriesConfined,
  folderState,
  list: listConfined,
};

/** Returns the path of a file on this machine; null for other URIs and for network shares, which are never touched. */
export function pathOf(uri: string): string | null {
  try {
    const url = new URL(uri);
    const isHere = url.protocol === 'file:' && url.host === '' && !url.pathname.startsWith('//');
    return isHere ? fileURLToPath(url) : null;
  } catch {
    return null;
  }
}

/** True if a folder is the root or below it. */
export function isInside(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === resolve(folder));
}

/** Returns the folder that the paths in a brief are relative to, and the folder outside of which nothing is read. */
export function confinedTo(brief: string, root: string): { readonly folder: string; readonly root: string } {
  const folder = dirname(brief);
  return { folder, root: isInside(folder, root) ? root : folder };
}
