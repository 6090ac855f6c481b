/** The files that this run has read, so that no output takes the place of one. */
import { type BigIntStats, fstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../core/base/say';
import type { FileSystem } from '../../files/confined/fileSystem';
import { CommandError } from '../commandError';

/** Paths and descriptors. */
const inputs = new Set<string | number>();

/** Begins a run, which has read nothing. */
export function forgetInputs(): void {
  inputs.clear();
}

/** Notes that a file was read, by its path or its descriptor. */
export function noteInput(file: string | number): void {
  inputs.add(file);
}

/** The same for a file by its URI. */
export function noteInputUri(uri: string): void {
  noteInput(fileURLToPath(uri));
}

/** A file system of this machine that notes what is read through it. */
export function notingInputs(system: FileSystem): FileSystem {
  return {
    ...system,
    read: async (path, confinement) => {
      const read = await system.read(path, confinement);
      if ('state' in read) noteInputUri(read.state.uri);
      return read;
    },
  };
}

/**
 * Holds that files may be written to: none of them was read in this run, whatever its name and the links to it, and each is
 * another one.
 *
 * @throws CommandError for the first that is not
 */
export function refuseInputs(outputs: readonly string[]): void {
  const taken = new Set([...inputs].map(placeOf));
  for (const output of outputs) {
    const place = placeOf(output);
    if (taken.has(place))
      throw new CommandError(
        say('cannot write "{0}": {1}.', output, say('this command already uses it; name another file')),
      );
    taken.add(place);
  }
}

/** The same for all names of one file; of what is no file yet, where it would be. */
function placeOf(file: string | number): string {
  const stat = statOf(file);
  // Some file systems number no files.
  if (stat && stat.ino !== 0n) return `${stat.dev} ${stat.ino}`;
  if (typeof file === 'number') return '';
  try {
    return stat ? realpathSync.native(file) : join(realpathSync.native(dirname(file)), basename(file));
  } catch {
    return resolve(file);
  }
}

function statOf(file: string | number): BigIntStats | null {
  try {
    return typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
  } catch {
    return null;
  }
}
