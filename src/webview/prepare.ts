/** The markup that the extension sends, with what only a page with a host can do: load images, and lead to the source text. */
import { nodesOf } from './sanitize';

/**
 * @param resourceRoot what the paths of images are relative to; null: there is no folder to load any from
 * @param part names the part of the page that the markup is, in the ids of its blocks
 */
export function prepare(html: string, resourceRoot: string | null, part: number): DocumentFragment {
  const content = nodesOf(html);
  for (const image of content.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    const source = resolve(image.getAttribute('data-src') ?? '', resourceRoot);
    if (source !== null) image.src = source;
  }
  for (const chip of content.querySelectorAll('.chip[data-card]')) chip.setAttribute('aria-expanded', 'false');
  for (const tag of content.querySelectorAll<HTMLElement>('[data-line] .tag-missing')) {
    tag.tabIndex = 0;
    tag.setAttribute('role', 'button');
  }
  nameBlocks(content, part);
  return content;
}

/**
 * Names the blocks of a part by how they start, so that one that only moves within it, such as an item of a list, is known
 * again.
 */
function nameBlocks(content: DocumentFragment, part: number): void {
  const counts = new Map<string, number>();
  for (const block of content.querySelectorAll('[data-line]:not([id])')) {
    const name = `block-${part}-${(block.textContent ?? '').trim().slice(0, 48).replace(/\s+/g, '_')}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    block.id = count === 0 ? name : `${name}-${count}`;
  }
}

/** The address of a file below the brief's folder; null where there is no folder, or the path leaves it. */
function resolve(path: string, root: string | null): string | null {
  if (root === null || !URL.canParse(path, root)) return null;
  const { href } = new URL(path, root);
  // Both are compared as a browser writes them: the host of a remote folder comes with an escaped plus sign.
  return href.startsWith(new URL(root).href) ? href : null;
}
