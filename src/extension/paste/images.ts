/** Images that may be saved beside a brief, told by their first bytes and not by what they are called. */

/** 20 MB: a larger figure is of no use. */
export const MOST_BYTES = 20 * 1024 * 1024;

/**
 * The extension for a saved image; null if it is not an image of a known kind. SVG does not count, because it may have scripts.
 */
export function imageExtension(bytes: Uint8Array): 'png' | 'jpg' | 'gif' | 'webp' | null {
  const starts = (signature: string, at = 0) => [...signature].every((c, i) => bytes[at + i] === c.charCodeAt(0));
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('\xff\xd8\xff')) return 'jpg';
  if (starts('GIF87a') || starts('GIF89a')) return 'gif';
  return starts('RIFF') && starts('WEBP', 8) ? 'webp' : null;
}

/** A name of letters, digits and hyphens, safe in every file system and in YAML: `price-of-ore`. */
export function safeStem(name: string): string {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(stem);
  return stem === '' || isDevice ? 'figure' : stem;
}

/** The path of a file below a folder, relative to it; null where it is not there. Both are paths with slashes. */
export function relativePath(folder: string, file: string): string | null {
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  if (!file.startsWith(root)) return null;
  const path = file.slice(root.length);
  return path === '' || path.split('/').some((part) => part === '..' || part === '.git') ? null : path;
}
