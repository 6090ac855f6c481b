/** The only filter for addresses in a page: every link must pass it, wherever in the brief it comes from. */

/**
 * Decides on the address as a browser would read it. Control characters and spaces at its ends are dropped, tabs and line
 * breaks are dropped everywhere, and a backslash is a slash (URL Standard, basic URL parser).
 *
 * Let through are `http:` and `https:` with a host and without user information, `mailto:`, a fragment, and a relative path
 * that stays below the brief's own folder.
 *
 * @returns the normalised address, or null where it is refused.
 */
export function safeUrl(written: string): string | null {
  const url = normalize(written);
  if (url === '' || /\p{Cc}/u.test(url)) return null;
  if (url.startsWith('#')) return url;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return hostOf(url) === null ? null : url;
  if (scheme === 'mailto') return /^mailto:[^\s/?#@]+@[^\s/?#@]+(?:\?[^\s#]*)?$/i.test(url) ? url : null;
  return scheme === undefined && isConfined(url) ? url : null;
}

/**
 * Matches characters that no browser accepts in a host, or that are invisible in one (URL Standard, forbidden domain code
 * points).
 */
const NO_HOST = /[\s%<>^|"`{}\p{C}\p{Z}]/u;

/**
 * Returns the host that an `http` or `https` address leads to, in lower case and without port.
 *
 * @returns null if there is none, or user information hides it (`https://usgs.gov@example.com`).
 */
export function hostOf(url: string): string | null {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (authority === undefined || authority.includes('@') || NO_HOST.test(authority)) return null;
  const host = authority.startsWith('[')
    ? /^\[[0-9a-f:.]+\](?=:\d*$|$)/i.exec(authority)?.[0]
    : authority.replace(/:\d*$/, '');
  return host && (host.startsWith('[') || !host.includes(':')) ? host.toLowerCase() : null;
}

/** Names that don't exist in public: of this machine (RFC 6761), of its network (RFC 6762, 8375), or without a domain. */
const PRIVATE_NAME = /^[^.]*$|\.(?:localhost|local|internal|home\.arpa|lan|home|corp|intranet|private)$/i;

/**
 * True if a name belongs to a private network by its form, whatever it leads to: a proxy looks names up where we can't see it.
 *
 * @param host of a URL, in lower case, that isn't an IPv6 address
 */
export function isPrivateName(host: string): boolean {
  return PRIVATE_NAME.test(host.replace(/\.$/, ''));
}

/** Returns the address of a DOI, given bare, with `doi:`, or as a link of a resolver; null if it is not a DOI. */
export function doiUrl(written: string): string | null {
  const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?\s*(10\.\d{4,9}\/\S+)$/i.exec(written.trim())?.[1];
  return doi === undefined ? null : `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}

/** Returns an address as people read it, without scheme and `www.`, cut where it gets long. The link has the whole address. */
export function shortUrl(url: string): string {
  const plain = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return plain.length > 60 ? `${plain.slice(0, 58)}…` : plain;
}

function normalize(written: string): string {
  return written
    .replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '')
    .replace(/[\t\r\n]/g, '')
    .replace(/\\/g, '/');
}

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** True if a relative path stays below where it starts, also after percent-decoding. */
function isConfined(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  if (decoded === '' || /^[/~]|[\\:%\p{Cc}]/u.test(decoded)) return false;
  return !decoded
    .split('/')
    .some((name) => /^\.\.[ .]*$/.test(name) || /^\.git[ .]*$/i.test(name) || DEVICE.test(name));
}
