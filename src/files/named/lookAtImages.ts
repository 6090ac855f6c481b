import type { ImageFile } from '../../core/checking';
import type { NamedPath } from '../confined/cachedFiles';
import { extensionOf } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';

/** What an image file may be. */
export const IMAGE = {
  extensions: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'],
  maxBytes: 20 * 1024 * 1024,
};

/** Of a brief with more images than these, the others are not looked for. */
const MOST = 500;

/**
 * Looks whether the images that a brief shows are there and may be read, by the rules for all files that it names. None is read.
 *
 * @param paths as the brief means them; of other kinds of files nothing is found out
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

/** Whether two looks found the same. */
export function sameImages(one: readonly ImageFile[] = [], other: readonly ImageFile[] = []): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, unreadable }, i) => path === other[i]?.path && unreadable === other[i]?.unreadable)
  );
}
