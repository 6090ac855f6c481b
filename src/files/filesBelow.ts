import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrontMatter, NamedFiles } from '../core';
import { readColumns } from './dataColumns';
import { listConfined } from './listConfined';
import { isInside } from './parseBriefFile';
import { createNamedFilesReader, namesFiles } from './readNamedFiles';

/**
 * Access to the files that briefs name, confined to the roots that are open; for a brief outside of them, to its own
 * folder. A file that several briefs name is read once.
 *
 * @param roots URIs of folders; those that are no `file:` are of no use here
 */
export function filesBelow(roots: readonly string[]) {
  const folders = roots.flatMap((uri) => pathOf(uri) ?? []);
  const reader = createNamedFilesReader();
  const briefs = new Map<string, { readonly frontMatter: FrontMatter; readonly place: Place }>();
  /** Null for an untitled brief, or one of a virtual file system: it has nothing beside it that could be read here. */
  const placeOf = (uri: string): Place | null => {
    const path = pathOf(uri);
    if (path === null) return null;
    const folder = dirname(path);
    return { folder, root: folders.find((root) => isInside(folder, root)) ?? folder };
  };
  return {
    read: async (uri: string, frontMatter: FrontMatter): Promise<NamedFiles> => {
      const place = placeOf(uri);
      if (!place || !namesFiles(frontMatter)) return { bibliography: [], texts: [] };
      briefs.set(uri, { frontMatter, place });
      return reader.read(frontMatter, place);
    },
    list: async (uri: string, folder: string, extensions: readonly string[]): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? listConfined(folder, { ...place, extensions }) : [];
    },
    columns: async (uri: string, path: string): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? readColumns(path, place) : [];
    },
    forget: (uri: string): void => {
      if (briefs.delete(uri)) reader.keepOnly(briefs.values());
    },
  };
}

interface Place {
  readonly folder: string;
  readonly root: string;
}

/** The path of a file on this machine; null for other URIs and for network shares, which are never touched. */
export function pathOf(uri: string): string | null {
  try {
    const url = new URL(uri);
    return url.protocol === 'file:' && url.host === '' ? fileURLToPath(url) : null;
  } catch {
    return null;
  }
}
