/** The folder of the cache. Errors in it are never reported: the check is then only slower. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { removeLeft, temporaryName } from '../confined/temporary';

const MB = 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
const EXTENSION = '.cache';
const MOST_BYTES_OF_FILE = 64 * MB;

export interface CacheLimits {
  readonly bytes: number;
  /** Time that an unused file is kept, in milliseconds. */
  readonly unusedMs: number;
}

const LIMITS: CacheLimits = { bytes: 512 * MB, unusedMs: 30 * DAY_MS };

/** Returns the cache folder of this system; null if it isn't known. */
export function userCacheFolder(env: NodeJS.ProcessEnv, platform = process.platform): string | null {
  const base = baseFolder(env, platform);
  return base !== undefined && isAbsolute(base) ? join(base, 'research-briefs') : null;
}

function baseFolder({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: NodeJS.ProcessEnv, platform: string) {
  if (xdg !== undefined && isAbsolute(xdg)) return xdg;
  if (platform === 'win32') return local;
  try {
    return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
  } catch {
    return undefined;
  }
}

/** Returns the name of the file for a key. */
export function cacheFileName(key: string): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 40)}${EXTENSION}`;
}

/** Reads a file of the cache, unless it is a link, another user's, no regular file or too large. */
export function readCacheFile(folder: string, name: string): Buffer | null {
  try {
    const file = openSync(
      join(folder, name),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stat = fstatSync(file);
      const isOwn = stat.uid === (process.getuid?.() ?? stat.uid);
      if (!stat.isFile() || stat.size > MOST_BYTES_OF_FILE || !isOwn) return null;
      const bytes = readFileSync(file);
      noteUse(file, stat.mtimeMs);
      return bytes;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** Sets the time of a file to now if it is a day old or older, so that it shows the day of the last use. */
function noteUse(file: number, mtimeMs: number): void {
  const now = Date.now();
  if (now - mtimeMs < DAY_MS) return;
  try {
    futimesSync(file, now / 1000, now / 1000);
  } catch {}
}

/** Writes a file of the cache as a whole or not at all, for this user alone. */
export function writeCacheFile(folder: string, name: string, bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES_OF_FILE) return;
  const temporary = join(folder, temporaryName(name));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOther(join(folder, name))) return;
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, join(folder, name));
  } catch {
    removeQuietly(temporary);
  }
}

/** True if something has the name that is no regular file of ours. */
function isOther(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

/** Removes a file. It may be gone already. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {}
}

/** Removes long unused files, leftovers of killed programs, and the oldest files above the size limit. */
export function pruneCache(folder: string, { bytes, unusedMs }: CacheLimits = LIMITS, now = Date.now()): void {
  let total = 0;
  for (const { path, size, mtimeMs, isWhole } of filesIn(folder)) {
    total += size;
    if (total <= bytes && now - mtimeMs < (isWhole ? unusedMs : DAY_MS)) continue;
    try {
      unlinkSync(path);
      total -= size;
    } catch {}
  }
}

/** Lists the files of the cache, the last used first. */
function filesIn(folder: string) {
  try {
    const names = readdirSync(folder);
    removeLeft(folder, names);
    return names
      .filter((name) => /\.(?:cache|tmp)$/.test(name))
      .flatMap((name) => {
        const path = join(folder, name);
        const { size, mtimeMs } = lstatSync(path);
        return { path, size, mtimeMs, isWhole: name.endsWith(EXTENSION) };
      })
      .sort((a, b) => b.mtimeMs - a.mtimeMs);
  } catch {
    return [];
  }
}
