import { derive } from '../../core/base/derive';
import type { SourceFile, SourceFolder } from '../../core/checking';
import { decoded } from '../documents/uris';

/** The file of a library folder that has a URI, in whatever way that is written. */
export function sourceFileIn(folder: SourceFolder, uri: string): SourceFile | undefined {
  return filesByUri(folder).get(decoded(uri));
}

const filesByUri = derive(
  (folder: SourceFolder): ReadonlyMap<string, SourceFile> =>
    new Map(folder.files.map((file) => [decoded(file.uri), file])),
);
