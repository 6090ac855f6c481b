import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Returns the paths that programs of these names would have in the folders of the `PATH`, in its order. Relative folders are
 * left out: they may be an author's.
 */
export function placesOnPath(names: readonly string[], { PATH = '' }: NodeJS.ProcessEnv): readonly string[] {
  const folders = PATH.split(delimiter).filter((folder) => isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** True if there is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
