import type { ImageFile } from '../../core/checking';
import type { NamedPath } from '../confined/cachedFiles';
import { extensionOf, REFUSAL } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';

/** The extensions and the largest size in bytes of an image file. */
export const IMAGE = {
  extensions: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'],
  maxBytes: 20 * 1024 * 1024,
};

/** Most images of a brief that are looked for. */
const MOST = 500;

/**
 * Looks whether the images of a brief are there and may be read, by the rules for all files that it names. Doesn't read them.
 *
 * @param paths relative to the brief's folder; other kinds of files are left out
 */
export async function lookAtImages(
  paths: readonly string[],
  { folder, root }: Omit<NamedPath, 'path'>,
  system: FileSystem,
): Promise<ImageFile[]> {
  const images: ImageFile[] = [];
  const wanted = new Set(paths.filter((path) => IMAGE.extensions.includes(extensionOf(path))));
  for (const path of [...wanted].slice(0, MOST)) {
    if (path.includes('..')) {
      // Nothing is asked about a path that leads up.
      const level = levelOf(path, folder.slice(root.length));
      if (level === 'inside') images.push({ path });
      if (level === 'outside') images.push({ path, unreadable: REFUSAL.outside(), isOutside: true });
      if (level !== 'below') continue;
    }
    const looked = await system.read(path, { folder, root, ...IMAGE, looks: true });
    images.push('refused' in looked ? { path, unreadable: looked.refused } : { path });
  }
  return images;
}

/**
 * Tells where a path leads by its words alone: to the brief's folder and what is below it, elsewhere inside the workspace, or
 * outside.
 *
 * @param folder the brief's folder, from the root of the workspace
 */
function levelOf(path: string, folder: string): 'below' | 'inside' | 'outside' {
  const depth = folder.split(/[/\\]/).filter((name) => name !== '').length;
  let level = 0;
  let highest = 0;
  for (const name of path.split('/')) {
    if (name === '..') level--;
    else if (name !== '' && name !== '.') level++;
    highest = Math.min(highest, level);
  }
  if (highest === 0) return 'below';
  return highest + depth < 0 ? 'outside' : 'inside';
}

/** True if two looks found the same. */
export function sameImages(one: readonly ImageFile[] = [], other: readonly ImageFile[] = []): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, unreadable }, i) => path === other[i]?.path && unreadable === other[i]?.unreadable)
  );
}
