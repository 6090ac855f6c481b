import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BibliographyFile, FrontMatter } from '../core';
import { isInside } from './parseBriefFile';
import { readBibliographies } from './readBibliographies';

/**
 * Access to the files that briefs name, confined to the roots that are open; for a brief outside of them, to its own
 * folder.
 *
 * @param roots URIs of folders; those that are no `file:` are of no use here
 */
export function filesBelow(roots: readonly string[]) {
  const folders = roots.flatMap((uri) => pathOf(uri) ?? []);
  return {
    readBibliographies: async (uri: string, frontMatter: FrontMatter): Promise<readonly BibliographyFile[]> => {
      const path = pathOf(uri);
      // An untitled brief, or one of a virtual file system, has nothing beside it that could be read here.
      if (path === null) return [];
      const folder = dirname(path);
      return readBibliographies(frontMatter, folder, folders.find((root) => isInside(folder, root)) ?? folder);
    },
  };
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
