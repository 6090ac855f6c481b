import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrontMatter, NamedFiles } from '../core';
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
  return {
    read: async (uri: string, frontMatter: FrontMatter): Promise<NamedFiles> => {
      const path = pathOf(uri);
      // An untitled brief, or one of a virtual file system, has nothing beside it that could be read here.
      if (path === null || !namesFiles(frontMatter)) return { bibliography: [], texts: [] };
      const folder = dirname(path);
      const place = { folder, root: folders.find((root) => isInside(folder, root)) ?? folder };
      briefs.set(uri, { frontMatter, place });
      return reader.read(frontMatter, place);
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
function pathOf(uri: string): string | null {
  try {
    const url = new URL(uri);
    return url.protocol === 'file:' && url.host === '' ? fileURLToPath(url) : null;
  } catch {
    return null;
  }
}
