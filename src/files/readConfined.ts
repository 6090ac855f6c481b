/**
 * The one way to a file that a brief names. A brief is a stranger's text: a path in it may reach nothing outside the
 * folder that it was opened in, no device, no network share, and nothing may change between the check and the read.
 */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface Confinement {
  /** The folder that paths are relative to: the brief's own. */
  readonly folder: string;
  /** Nothing outside of it is read: the workspace's root, or the brief's folder. */
  readonly root: string;
  /** Lower case, with their dot. */
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  /** The state of the file when it was read before: it is not read again as long as it has not changed. */
  readonly known?: FileState;
}

/** What changes whenever a file is written. */
export interface FileState {
  readonly file: string;
  readonly size: number;
  readonly inode: number;
  readonly modified: number;
  readonly changed: number;
}

export type ConfinedRead =
  | {
      readonly text: string;
      /** Some bytes are no text in its encoding; U+FFFD stands for them. */
      readonly garbled: boolean;
      readonly state: FileState;
    }
  | { readonly unchanged: true }
  | { readonly refused: string };

/** Why a file that is not there was not read. */
export const NO_SUCH_FILE = 'There is no such file.';

/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/**
 * Why a path that a brief names may not be used, as a sentence; null if nothing in its form is wrong. Looks at the text
 * only and touches no file: even a look at a network share tells its owner who is there.
 */
export function refusalOf(path: string, extensions: readonly string[]): string | null {
  if (path.trim() === '' || path.endsWith('/')) return 'It is no path.';
  const refused = refusalOfForm(path);
  if (refused) return refused;
  if (!extensions.includes(extname(path).toLowerCase())) return `Only ${extensions.join(', ')} files are read here.`;
  return null;
}

/** The same for a path of a folder, or of any file. */
export function refusalOfForm(path: string): string | null {
  if (/\p{Cc}/u.test(path)) return 'It is no path.';
  const decoded = decode(path);
  for (const form of [path, decoded]) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(form)) return 'Name a file beside the brief, not an address or a drive.';
    if (form.includes('\\')) return 'Write folders with "/".';
    if (/^[/~]/.test(form)) return 'Name it relative to the brief.';
    const parts = form.split('/');
    if (parts.includes('..')) return 'It leaves the folder of the brief.';
    if (parts.some((part) => DEVICE.test(part.trim()) || /^\.git$/i.test(part.trim()))) return 'It is no file to read.';
  }
  return null;
}

/** Whether a path, both of them real ones, is that of something below a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Reads a text file that a brief names, if it is a regular file inside the root and no larger than allowed. */
export async function readConfined(
  path: string,
  { folder, root, extensions, maxBytes, known }: Confinement,
): Promise<ConfinedRead> {
  const refused = refusalOf(path, extensions);
  if (refused) return { refused };
  try {
    const real = await realpath(join(folder, path));
    const realRoot = await realpath(root);
    if (!isBelow(real, realRoot)) return { refused: 'It leads out of the folder of the brief.' };
    const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { refused: 'It is no regular file.' };
      if (stat.size > maxBytes) return { refused: `It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.` };
      const { size, ino: inode, mtimeMs: modified, ctimeMs: changed } = stat;
      const state: FileState = { file: real, size, inode, modified, changed };
      if (known && isSame(known, state)) return { unchanged: true };
      const decoded = decodeText(await handle.readFile());
      return decoded
        ? { ...decoded, state }
        : { refused: `It is no text. Save what it says as ${listOf(extensions)}.` };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/** ".txt, .md or .html" */
function listOf(extensions: readonly string[]): string {
  return extensions.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function isSame(a: FileState, b: FileState): boolean {
  return (
    a.file === b.file &&
    a.size === b.size &&
    a.inode === b.inode &&
    a.modified === b.modified &&
    a.changed === b.changed
  );
}

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark. The mark is no part of the text, as in an editor.
 *
 * @returns null for what is no text: a PDF, or what holds a NUL
 */
function decodeText(bytes: Buffer): { text: string; garbled: boolean } | null {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (bytes.subarray(0, 1024).includes('%PDF-') || (utf16 === null && bytes.includes(0))) return null;
  const encoding = utf16 ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), garbled: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), garbled: true };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return NO_SUCH_FILE;
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read.';
  if (code === 'ELOOP') return 'It is a link.';
  return 'It could not be read.';
}
