/** Prepares the markup from the extension for a page with a host, which can load images and lead to the source text. */
import { nodesOf } from './sanitize';

/**
 * @param resourceRoot the folder for the paths of images; null if no images can be loaded
 * @param article has in its attributes the words shown instead of an image from the web; null if the page may load these
 * @param part names the part of the page in the ids of its blocks
 */
export function prepare(
  html: string,
  resourceRoot: string | null,
  article: Element | null,
  part: number,
): DocumentFragment {
  const content = nodesOf(html);
  for (const image of content.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    const source = resolve(image.getAttribute('data-src') ?? '', resourceRoot);
    if (source !== null) image.src = source;
  }
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a.web-image'))
    link.replaceWith(article ? inPlaceOf(link, article) : imageOf(link));
  for (const chip of content.querySelectorAll('.chip[data-card]')) chip.setAttribute('aria-expanded', 'false');
  for (const tag of content.querySelectorAll<HTMLElement>('[data-line] .tag-missing')) {
    tag.tabIndex = 0;
    tag.setAttribute('role', 'button');
  }
  for (const box of content.querySelectorAll<HTMLInputElement>('.task input[data-at]')) box.disabled = false;
  nameBlocks(content, part);
  return content;
}

function imageOf(link: HTMLAnchorElement): HTMLImageElement {
  // Made in the document of the link, so that it loads no earlier than it is shown.
  const image = link.ownerDocument.createElement('img');
  image.referrerPolicy = 'no-referrer';
  image.alt = link.textContent ?? '';
  image.title = link.title;
  image.className = link.className.replace(/^web-image ?/, '');
  for (const side of ['width', 'height']) {
    const size = link.getAttribute(`data-${side}`);
    if (size !== null) image.setAttribute(side, size);
  }
  image.src = link.href;
  return image;
}

/**
 * Makes the replacement of an image from the web: its host, the link to it with its words, and a button that loads all such
 * images.
 */
function inPlaceOf(link: HTMLAnchorElement, article: Element): HTMLElement {
  const place = document.createElement('span');
  place.className = 'web-image-place';
  const says = document.createElement('span');
  says.className = 'web-image-says';
  const [before = '', after = ''] = (article.getAttribute('data-web-image') ?? '{host}').split('{host}');
  const host = document.createElement('bdi');
  host.textContent = link.hostname;
  says.append(before, host, after);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'web-image-load';
  button.textContent = article.getAttribute('data-load-web-images');
  place.append(says, link.cloneNode(true), button);
  return place;
}

/**
 * Names the blocks of a part by their first words, so that a block that only moves within it, such as an item of a list, is
 * recognized.
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

/** The address of a file below the brief's folder; null if there is no folder, or the path leaves it. */
function resolve(path: string, root: string | null): string | null {
  if (root === null || !URL.canParse(path, root)) return null;
  const { href } = new URL(path, root);
  // Both are compared as a browser writes them: the host of a remote folder comes with an escaped plus sign.
  return href.startsWith(new URL(root).href) ? href : null;
}
