/**
 * The one way to a file of this machine that a brief names. Nothing may change between the check and the read.
 */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ConfinedRead,
  type Confinement,
  decodeText,
  type FileState,
  isSameState,
  NO_SUCH_FILE,
  REFUSAL,
  refusalOf,
} from './confinement';

/** Whether a path, both of them real ones, is that of something below a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Reads a text file that a brief names, if it is a regular file inside the root and no larger than allowed. */
export async function readConfined(path: string, confinement: Confinement): Promise<ConfinedRead> {
  const read = await readConfinedBytes(path, confinement);
  if (!('bytes' in read)) return read;
  const decoded = decodeText(read.bytes);
  return decoded ? { ...decoded, state: read.state } : { refused: REFUSAL.noText(confinement.extensions) };
}

/** The same for a file of any kind, such as an image. */
export async function readConfinedBytes(
  path: string,
  { folder, root, extensions, maxBytes, known }: Confinement,
): Promise<ConfinedBytes> {
  const refused = refusalOf(path, extensions);
  if (refused) return { refused };
  try {
    const real = await realpath(join(folder, path));
    const realRoot = await realpath(root);
    if (!isBelow(real, realRoot)) return { refused: REFUSAL.outside };
    const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { refused: REFUSAL.irregular };
      if (stat.size > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
      const { size, ino, mtimeMs, ctimeMs } = stat;
      const state: FileState = { uri: pathToFileURL(real).href, size, version: `${ino} ${mtimeMs} ${ctimeMs}` };
      if (known && isSameState(known, state)) return { unchanged: true };
      return { bytes: await handle.readFile(), state };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

type ConfinedBytes =
  | { readonly bytes: Uint8Array; readonly state: FileState }
  | { readonly unchanged: true }
  | { readonly refused: string };

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return NO_SUCH_FILE;
  if (code === 'EACCES' || code === 'EPERM') return REFUSAL.forbidden;
  if (code === 'ELOOP') return REFUSAL.link;
  return REFUSAL.unreadable;
}
