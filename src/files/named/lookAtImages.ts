import type { ImageFile } from '../../core/checking';
import type { NamedPath } from '../confined/cachedFiles';
import { extensionOf } from '../confined/confinement';
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
    const looked = await system.read(path, { folder, root, ...IMAGE, looks: true });
    images.push('refused' in looked ? { path, unreadable: looked.refused } : { path });
  }
  return images;
}

/** True if two looks found the same. */
export function sameImages(one: readonly ImageFile[] = [], other: readonly ImageFile[] = []): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, unreadable }, i) => path === other[i]?.path && unreadable === other[i]?.unreadable)
  );
}
