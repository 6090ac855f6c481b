import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path, or the URI of a file, as output shows it. */
export function shownPath(place: string): string {
  const path = place.startsWith('file:') ? fileURLToPath(place) : place;
  return relative(process.cwd(), resolve(path)).split(sep).join('/') || '.';
}
