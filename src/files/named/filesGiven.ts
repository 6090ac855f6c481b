import type { Brief, NamedFiles } from '../../core/checking';
import { noSuchFile, noSuchFolder, REFUSAL, refusalOf } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
import { createNamedFilesReader, pathsNamedBy } from './readNamedFiles';

/**
 * The files that a brief names, read by whoever has them. The paths are held to the rules of all others. Whether images are there is
 * not asked.
 *
 * @param read gives the text of a path below the brief's folder, or null
 */
export function filesOf(
  brief: Brief,
  read: (path: string) => string | null | Promise<string | null>,
): Promise<NamedFiles> {
  const paths = { ...pathsNamedBy(brief), images: [] };
  return createNamedFilesReader(systemOf(read)).read(paths, { folder: '', root: '' });
}

function systemOf(read: (path: string) => string | null | Promise<string | null>): FileSystem {
  return {
    read: async (path, { extensions, maxBytes }) => {
      const refused = refusalOf(path, extensions);
      if (refused !== null) return { refused };
      const text = await read(path);
      if (text === null) return { refused: noSuchFile() };
      if (text.length > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
      return { text, garbled: false, state: { uri: path, size: text.length, version: '' } };
    },
    entries: async () => ({ refused: noSuchFolder() }),
    placeOf: () => null,
    uriOf: (place) => place,
    folderOf: () => '',
    nameOf: (place) => place,
    join: (folder, path) => (folder === '' ? path : `${folder}/${path}`),
    isInside: () => true,
    folderState: async () => null,
    list: async () => [],
  };
}
