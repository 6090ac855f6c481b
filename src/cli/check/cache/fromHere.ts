/**
 * Names of files as they are from the working folder. Results of a check are kept with these, so that they hold in a copy of
 * the folder, as in a fresh checkout on another machine.
 */
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const MARK = 'here:';

/** Returns the URI of a file as it is from the working folder; another URI as it is. */
export function uriFromHere(uri: string): string {
  const here = uriOfHere();
  if (uri.startsWith(here)) return MARK + uri.slice(here.length);
  const [from, to] = [here.split('/'), uri.split('/')];
  const shared = from.findIndex((part, i) => part !== to[i]);
  // `file:`, nothing, and the host.
  if (shared < SHARED_BY_ALL) return uri;
  return `${MARK}${'../'.repeat(from.length - 1 - shared)}${to.slice(shared).join('/')}`;
}

const SHARED_BY_ALL = 3;

/** Returns the URI that {@link uriFromHere} was given. */
export function uriToHere(written: string): string {
  return written.startsWith(MARK) ? new URL(written.slice(MARK.length), uriOfHere()).href : written;
}

/** Returns a path as it is from the working folder: '' for that folder itself. */
export function pathFromHere(path: string): string {
  return relative('', path);
}

let here = { folder: '', uri: '' };

/** Returns the URI of the working folder, with a slash at its end. */
function uriOfHere(): string {
  const folder = process.cwd();
  if (here.folder !== folder) here = { folder, uri: pathToFileURL(`${folder}/`).href };
  return here.uri;
}
