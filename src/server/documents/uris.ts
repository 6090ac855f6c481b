import { decoded } from '../../files/confined/confinement';

export { decoded };
/** Returns the URI of a file's folder, without a slash at the end. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** True if a file or folder is in a folder, at any depth. */
export function isBelow(uri: string, folder: string): boolean {
  return decoded(uri).startsWith(`${decoded(folder).replace(/\/$/, '')}/`);
}
