import { safeUrl } from '../../core/base/safeUrl';

/** The target of a clicked link, if the link is allowed. */
export type LinkTarget =
  /** An address that the system opens. */
  | { readonly kind: 'external'; readonly url: string }
  /** A file below the brief's folder, with the names of the folders and the file on the way. */
  | { readonly kind: 'file'; readonly path: readonly string[] };

/**
 * Returns the target of a link that the gate for addresses lets through. Addresses from the page are trusted as little as the
 * author's text.
 *
 * @returns null for a link that is refused, or that leads to a place in the page itself.
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
