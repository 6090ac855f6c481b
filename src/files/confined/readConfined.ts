/**
 * Reads the files of this machine that a brief names; no other code does. Nothing may change between the check and the read.
 */
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ConfinedRead,
  type Confinement,
  decodeText,
  type FileState,
  isSameState,
  noSuchFile,
  REFUSAL,
  refusalOf,
} from './confinement';

/** True if a path is below a folder. Both must be real paths. */
function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Reads a text file that a brief names, if it is a regular file inside the root and no larger than allowed. */
export async function readConfined(path: string, confinement: Confinement): Promise<ConfinedRead> {
  const read = await readConfinedBytes(path, confinement);
  if (!('bytes' in read)) return read;
  const decoded = decodeText(read.bytes);
  return decoded ? { ...decoded, state: read.state } : { refused: REFUSAL.noText(confinement.extensions) };
}

/** Reads a file of any kind, such as an image, by the same rules as `readConfined`. */
export async function readConfinedBytes(
  path: string,
  { folder, root, extensions, maxBytes, known, looks }: Confinement,
): Promise<ConfinedBytes> {
  const refused = refusalOf(path, extensions);
  if (refused) return { refused };
  try {
    const opened = await openBelow(path, { folder, root });
    if (opened === null) return { refused: REFUSAL.outside() };
    const { handle, real, stat } = opened;
    try {
      if (!stat.isFile()) return { refused: REFUSAL.irregular() };
      if (stat.size > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
      const { size, ino, mtimeMs, ctimeMs } = stat;
      const state: FileState = { uri: pathToFileURL(real).href, size, version: `${ino} ${mtimeMs} ${ctimeMs}` };
      if (looks || (known && isSameState(known, state))) return { unchanged: true };
      return { bytes: await readUpTo(handle, size), state };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/** Most attempts to open a file. Programs may replace it meanwhile when they save it. */
const MOST_ATTEMPTS = 3;

/** Opens the file that a brief names, without waiting for it; null if it is outside of the root. */
async function openBelow(path: string, place: Pick<Confinement, 'folder' | 'root'>): Promise<Opened | null> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const way = await realPathBelow(path, place);
    if (way === null) return null;
    const { real } = way;
    const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (await isWhatWasMeant(handle, stat, way)) return { handle, real, stat };
    await handle.close();
  }
  throw new Error('Something else is at this path each time.');
}

interface Opened {
  readonly handle: FileHandle;
  readonly real: string;
  readonly stat: Stats;
}

/** Most links on the way to a file, as in operating systems. */
const MOST_LINKS = 40;

/**
 * Returns the real path of a file that a brief names; null if it is outside of the root. Links on the way are followed by their
 * text, so that nothing outside is touched, be it a device or a network share.
 *
 * @param path of a form that isn't refused
 * @throws Error of the file system, for instance if nothing is there
 */
export async function realPathBelow(
  path: string,
  { folder, root }: Pick<Confinement, 'folder' | 'root'>,
): Promise<RealPath | null> {
  const realRoot = await realpath(root);
  const isWithin = (place: string) => [root, realRoot].some((each) => place === each || isBelow(place, each));
  const partsOf = (way: string) => way.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  let at = folder;
  let links = 0;
  const ahead = partsOf(path);
  for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
    const next = join(at, part);
    if (!isWithin(next)) return null;
    if (!(await lstat(next)).isSymbolicLink()) {
      at = next;
      continue;
    }
    if (++links > MOST_LINKS) throw Object.assign(new Error('Links go round in a circle.'), { code: 'ELOOP' });
    const target = await readlink(next);
    const way = resolve(at, target);
    // After a link, `..` may lead to another folder than it seems to. So the link's target is walked part by part, too.
    if (!isWithin(way) || /^[/\\]{2}/.test(target)) return null;
    const start = [root, realRoot].find((each) => way === each || isBelow(way, each)) ?? root;
    at = isAbsolute(target) ? start : at;
    ahead.unshift(...partsOf(isAbsolute(target) ? way.slice(start.length) : target));
  }
  const real = await realpath(at);
  return real === realRoot || isBelow(real, realRoot) ? { real, realRoot } : null;
}

interface RealPath {
  readonly real: string;
  readonly realRoot: string;
}

/**
 * True if an opened file is inside of the root, even if a folder on the way was replaced meanwhile. Linux tells where an opened
 * file is. Elsewhere its path is looked at again, before and after it is compared with the file.
 */
async function isWhatWasMeant(handle: FileHandle, opened: Stats, { real, realRoot }: RealPath): Promise<boolean> {
  try {
    if (process.platform === 'linux') return isBelow(await readlink(`/proc/self/fd/${handle.fd}`), realRoot);
  } catch {
    // There is no /proc.
  }
  try {
    const before = await realpath(real);
    const there = await lstat(real);
    const after = await realpath(real);
    return before === real && after === real && there.ino === opened.ino && there.dev === opened.dev;
  } catch {
    return false;
  }
}

/** Reads a file, but no more bytes than it had when it was looked at. */
async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

type ConfinedBytes =
  | { readonly bytes: Uint8Array; readonly state: FileState }
  | { readonly unchanged: true }
  | { readonly refused: string };

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return noSuchFile();
  if (code === 'EACCES' || code === 'EPERM') return REFUSAL.forbidden();
  if (code === 'ELOOP') return REFUSAL.link();
  return REFUSAL.unreadable();
}
