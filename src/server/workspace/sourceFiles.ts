import type { SourceFile, SourceFolder } from '../../core/checking';
import { decoded } from '../documents/uris';

const byUri = new WeakMap<SourceFolder, ReadonlyMap<string, SourceFile>>();

/** The file of a library folder that has a URI, in whatever way that is written. */
export function sourceFileIn(folder: SourceFolder, uri: string): SourceFile | undefined {
  const known = byUri.get(folder) ?? new Map(folder.files.map((file) => [decoded(file.uri), file]));
  byUri.set(folder, known);
  return known.get(decoded(uri));
}
