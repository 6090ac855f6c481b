/** What a link of a brief may do when it is clicked. */
export type LinkTarget =
  /** Handed to the system. */
  | { readonly kind: 'external'; readonly url: string }
  /** A file below the brief's folder: the names that lead to it. */
  | { readonly kind: 'file'; readonly path: readonly string[] };

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/**
 * Decides on a link as a browser would read it: controls and spaces around it, and tabs and line breaks in it, do
 * not count, and a backslash is a slash (URL Standard, basic URL parser).
 *
 * Web addresses with a host and without user information, `mailto:` and files below the brief's own folder pass.
 * All else is refused, above all `command:` and `vscode:`, which would make the editor act.
 *
 * @returns null for a link that is refused.
 */
export function linkTarget(href: string): LinkTarget | null {
  const url = href
    .replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '')
    .replace(/[\t\r\n]/g, '')
    .replace(/\\/g, '/');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return webTarget(url);
  if (scheme === 'mailto') return /^mailto:[^\s/?#@]+@[^\s/?#@]+/i.test(url) ? { kind: 'external', url } : null;
  return scheme === undefined ? fileTarget(url) : null;
}

function webTarget(url: string): LinkTarget | null {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return null;
  const { username, password, href } = new URL(url);
  return username === '' && password === '' ? { kind: 'external', url: href } : null;
}

function fileTarget(url: string): LinkTarget | null {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
  if (path === '' || /^[/~]|[\\:%\p{Cc}]/u.test(path)) return null;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const refused = (name: string) => /^\.\.[ .]*$/.test(name) || /^\.git[ .]*$/i.test(name) || DEVICE.test(name);
  return names.length === 0 || names.some(refused) ? null : { kind: 'file', path: names };
}
