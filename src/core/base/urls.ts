/** Functions about addresses, for rules. Whether one may be followed at all is decided by `base/safeUrl.ts`. */

import type { Field } from './text';

/** Parameters that only tell the site where its reader came from. Without them the address leads to the same page. */
const TRACKING =
  /^(?:utm_[a-z_]+|gclid|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi)$/i;

/** Returns the URL without its tracking parameters; the rest is untouched. */
export function withoutTracking(url: string): string {
  const match = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(url);
  if (!match) return url;
  const [, path = '', query = '', fragment = ''] = match;
  const kept = query.split('&').filter((parameter) => !TRACKING.test(parameter.replace(/=.*$/s, '')));
  return `${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}

/** True if a URL has a tracking parameter. */
export function isTracked(url: string): boolean {
  return withoutTracking(url) !== url;
}

/**
 * Returns the address that a link in the body stands for. Markdown has escapes (CommonMark 0.31.2, 2.4) and character
 * references (2.5); of these, only `&amp;` is usual in addresses. An address in angle brackets may have spaces.
 */
export function meantAddress(written: string): string {
  return written
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]/g, '%20');
}

/**
 * Returns one form for all ways to write a web address that lead to one page, to compare addresses. A fragment is a place on
 * the page and is dropped, unless it is a path: some sites have all their pages behind `#/` or `#!`.
 */
export function comparableUrl(url: string): string {
  return withoutTracking(url.trim())
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
    .replace(/#(?![/!]).*$/s, '')
    .replace(/^[^/?]*/, (host) => host.toLowerCase())
    .replace(/\/$/, '');
}

/** Returns one form for all ways to write an address that lead to one place of a page: `comparableUrl` with its fragment. */
export function comparablePlace(url: string): string {
  const place = placeOnPage(url);
  const page = comparableUrl(url);
  return place === '' || page.includes('#') ? page : `${page}#${place}`;
}

/** True if an address leads to the same page as `url`, and to the same place on it if `url` names one. */
export function leadsAsFar(other: string, url: string): boolean {
  return comparableUrl(other) === comparableUrl(url) && ['', placeOnPage(other)].includes(placeOnPage(url));
}

/** Returns the fragment of an address, without words to be marked on the page; empty if it has none. */
function placeOnPage(url: string): string {
  return /#(.*)$/s.exec(url)?.[1]?.replace(/:~:.*$/s, '') ?? '';
}

/** Returns the addresses by which a source may be found, in the form of `comparableUrl`: its URL and its DOI. */
export function addressesOf({ url, doi }: { readonly url?: string; readonly doi?: string }): string[] {
  const written = [url, doi && `doi.org/${doi.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`];
  // A DOI is the same in capitals and in small letters (DOI Handbook, 2.4).
  return written.flatMap((one) =>
    one
      ? [comparableUrl(one).replace(/^(?:dx\.)?doi\.org\/.*/is, (found) => found.toLowerCase().replace(/^dx\./, ''))]
      : [],
  );
}

/** True if a declaration of a source has one of these addresses, which are in the form of `addressesOf`. */
export function hasAddress(
  { url, doi }: { readonly url?: Field; readonly doi?: Field },
  wanted: readonly string[],
): boolean {
  const addresses = addressesOf({ ...(url ? { url: url.value } : {}), ...(doi ? { doi: doi.value } : {}) });
  return addresses.some((address) => wanted.includes(address));
}

/** Returns the host of a web address as people name the site, `reuters.com`; null for other addresses. */
export function siteOf(url: string): string | null {
  return /^https?:\/\/(?:www\.)?([^/?#:@\s]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** Decodes the escapes of a URL or a path; returns it as it is if they are wrong. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
