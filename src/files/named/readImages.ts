import { dirname, resolve } from 'node:path';
import { decoded } from '../confined/confinement';
import { isInside, pathOf } from '../confined/localFiles';
import { readConfinedBytes } from '../confined/readConfined';
import { IMAGE } from './lookAtImages';

/**
 * Reads images that a brief names, by the rules for all files that it names.
 *
 * @param file where the brief lies; paths are relative to its folder
 * @param root nothing outside of it is read; where the brief itself lies outside, its folder is the root
 * @param onRead is told the URI of each image that was read
 * @returns null for an image that is not there or may not be read
 */
export function imageReader(
  file: string,
  root: string,
  onRead: (uri: string) => void = () => {},
): (path: string) => Promise<Uint8Array | null> {
  const folder = dirname(resolve(file));
  const within = isInside(folder, root) ? root : folder;
  return async (path) => {
    const read = await readConfinedBytes(decoded(path), { folder, root: within, ...IMAGE });
    if (!('bytes' in read)) return null;
    onRead(read.state.uri);
    return read.bytes;
  };
}

/**
 * The same for a brief by its URI.
 *
 * @param roots URIs of the folders in which may be read
 */
export function imagesBeside(uri: string, roots: readonly string[]): (path: string) => Promise<Uint8Array | null> {
  const file = pathOf(uri);
  if (file === null) return async () => null;
  const folder = dirname(file);
  const root = roots.flatMap((each) => pathOf(each) ?? []).find((each) => isInside(folder, each));
  return imageReader(file, root ?? folder);
}
