/** The image files that a brief shows. */

import { decoded, meantAddress } from '../../base/urls';
import { movedSpan } from '../../document/moved';
import { declaredFiguresOf } from '../queries/blocks';
import { meaningsWith } from '../queries/finders';
import { imagesIn } from '../queries/targets';
import type { Brief, Field, ImageFile } from '../types';

/**
 * The images of figures and of the text that are files: their paths as a file system has them, where they are named. Whether
 * such a path may be looked at is for others to decide.
 */
export function imagesOf(brief: Brief): Field[] {
  const images: Field[] = [];
  const add = (written: string, { span }: Pick<Field, 'span'>) => {
    const path = imagePathOf(written);
    if (path !== null) images.push({ value: path, span });
  };
  for (const { content } of declaredFiguresOf(brief))
    if (content?.kind === 'image') add(content.path.value, content.path);
  for (const { meaning, at } of showingImages(brief))
    for (const { url } of imagesIn(meaning.dependencies.reading)) {
      const span = movedSpan(url, at);
      const address = meantAddress(brief.content.slice(span.start, span.end));
      if (!isElsewhere(address)) add(address, { span });
    }
  return images;
}

/** Returns the images among these whose files could not be read, each with its file. Most briefs show none. */
export function missingImagesOf(brief: Brief): readonly { readonly name: Field; readonly file: ImageFile }[] {
  const missing = new Map(brief.images.flatMap((file) => (file.unreadable === undefined ? [] : [[file.path, file]])));
  if (missing.size === 0) return [];
  return imagesOf(brief).flatMap((name) => {
    const file = missing.get(name.value);
    return file ? [{ name, file }] : [];
  });
}

const showingImages = meaningsWith(
  ({ dependencies: { reading } }) =>
    reading.htmlImages.length > 0 || reading.leaves.some(({ facts }) => facts.images.length > 0),
);

/** True for an address from the root of a site: other programs show it, and pages of briefs never do. */
function isElsewhere(address: string): boolean {
  return /^\s*\//.test(address);
}

/** The path that an address of an image means; null where it is an address of the web, or holds the image itself. */
export function imagePathOf(address: string): string | null {
  const path = address.trim().replace(/[?#].*$/s, '');
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(path)?.[1]?.toLowerCase();
  if (path === '' || path.startsWith('//') || (scheme !== undefined && scheme !== 'file')) return null;
  return decoded(path);
}
