import type { ConfigFile } from '../../core';
import type { FileSystem } from '../confined/fileSystem';
import { createConfigReader } from './configFiles';

/**
 * Access to the configurations of briefs below the roots that are open; for a brief outside of them, to that in its own
 * folder.
 *
 * @param roots URIs of folders; those that are not in the file system are of no use here
 */
export function configsBelow(system: FileSystem, roots: readonly string[]) {
  const folders = roots.flatMap((uri) => system.placeOf(uri) ?? []);
  const configs = createConfigReader(system);
  const rootOf = (folder: string) => folders.find((root) => system.isInside(folder, root));
  const configIn = (folder: string): Promise<ConfigFile | null> => configs.find(folder, rootOf(folder) ?? folder);
  return {
    /** The root that a folder is in. */
    rootOf,
    configIn,
    config: async (uri: string): Promise<ConfigFile | null> => {
      const place = system.placeOf(uri);
      return place === null ? null : configIn(system.folderOf(place));
    },
    overlay: (uri: string, text: string | null): void => {
      const place = system.placeOf(uri);
      if (place !== null) configs.overlay(place, text);
    },
    changed: (uris: readonly string[] | null): void =>
      configs.changed(uris?.flatMap((uri) => system.placeOf(uri) ?? []) ?? null),
  };
}
