import { safeUrl } from '../../core/base/safeUrl';

/** What a link of a brief may do when it is clicked. */
export type LinkTarget =
  /** Handed to the system. */
  | { readonly kind: 'external'; readonly url: string }
  /** A file below the brief's folder: the names that lead to it. */
  | { readonly kind: 'file'; readonly path: readonly string[] };

/**
 * Decides on a link by the one gate for addresses. What comes from the page is as little believed as what the author
 * wrote.
 *
 * @returns null for a link that is refused, or that leads to a place of the page itself.
 */
export function linkTarget(href: string): LinkTarget | null {
  const url = safeUrl(href);
  if (url === null || url.startsWith('#')) return null;
  if (/^mailto:/i.test(url)) return { kind: 'external', url };
  if (/^https?:/i.test(url)) return URL.canParse(url) ? { kind: 'external', url: new URL(url).href } : null;
  const names = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  return names.length === 0 ? null : { kind: 'file', path: names };
}
