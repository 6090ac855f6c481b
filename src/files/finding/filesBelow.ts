import type { NamedFiles } from '../../core';
import type { FileSystem } from '../confined/fileSystem';
import type { NamedPath } from '../confined/keptFiles';
import { readColumns } from '../named/dataColumns';
import {
  createNamedFilesReader,
  type Naming,
  namesFiles,
  type PathsNamed,
  pathsNamedBy,
} from '../named/readNamedFiles';

/**
 * Access to the files that briefs name, confined to the roots that are open; for a brief outside of them, to its own
 * folder. A file that several briefs name is read once.
 *
 * @param roots URIs of folders; those that are not in the file system are of no use here
 */
export function filesBelow(system: FileSystem, roots: readonly string[]) {
  const folders = roots.flatMap((uri) => system.placeOf(uri) ?? []);
  const reader = createNamedFilesReader(system);
  const briefs = new Map<string, { readonly paths: PathsNamed; readonly place: Place }>();
  /** Null for an untitled brief, or one of another file system: it has nothing beside it that could be read here. */
  const placeOf = (uri: string): Place | null => {
    const place = system.placeOf(uri);
    if (place === null) return null;
    const folder = system.folderOf(place);
    return { folder, root: folders.find((root) => system.isInside(folder, root)) ?? folder, brief: place };
  };
  return {
    read: async (uri: string, naming: Naming): Promise<NamedFiles> => {
      const place = placeOf(uri);
      if (!place || !namesFiles(naming)) return { bibliography: [], texts: [], data: [] };
      briefs.set(uri, { paths: pathsNamedBy(naming), place });
      return reader.read(naming, place);
    },
    list: async (uri: string, folder: string, extensions: readonly string[]): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? system.list(folder, { ...place, extensions }) : [];
    },
    columns: async (uri: string, path: string): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? readColumns(path, place, system) : [];
    },
    forget: (uri: string): void => {
      if (briefs.delete(uri)) reader.keepOnly(briefs.values());
    },
  };
}

type Place = Required<Omit<NamedPath, 'path'>>;
