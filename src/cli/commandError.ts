/** Errors of a user or of the machine, reported in one line with exit status 2. */
import { say } from '../core/base/say';

export class CommandError extends Error {}

/** Returns the reason of an error of the operating system, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS.get(code)?.() ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: ReadonlyMap<string, () => string> = new Map([
  ['ENOENT', () => say('it does not exist')],
  ['ENOTDIR', () => say('a part of its path is not a folder')],
  ['EISDIR', () => say('it is a folder')],
  ['EACCES', () => say('permission is denied')],
  ['EPERM', () => say('permission is denied')],
  ['ELOOP', () => say('its symbolic links form a loop')],
  ['ENAMETOOLONG', () => say('its name is too long')],
  ['EMFILE', () => say('too many files are open')],
  ['ENOSPC', () => say('the disk is full')],
  ['EDQUOT', () => say('the quota of the disk is used up')],
  ['EROFS', () => say('the disk is read-only')],
  ['EIO', () => say('the disk reports an error')],
]);
