/** The URI of the folder that a file is in, without a slash behind. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Whether a file or folder is in a folder. */
export function isBelow(uri: string, folder: string): boolean {
  return decoded(uri).startsWith(`${decoded(folder).replace(/\/$/, '')}/`);
}

/** A URI with its escapes read, to compare it with others. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
