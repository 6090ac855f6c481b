import { derive } from '../../base/derive';
import type { BibliographyFile, Brief } from '../types';

/** Finds the bibliography, or the file of a library folder, with a URI. Uses an index, as there may be thousands of files. */
export function bibliographyAt(
  { bibliography }: Pick<Brief, 'bibliography'>,
  uri: string,
): BibliographyFile | undefined {
  return byUri(bibliography).get(uri);
}

/** Files by their URI. If two files have one URI, the first counts. */
const byUri = derive((files: readonly BibliographyFile[]): ReadonlyMap<string, BibliographyFile> => {
  const index = new Map<string, BibliographyFile>();
  for (const file of files) if (file.uri !== undefined && !index.has(file.uri)) index.set(file.uri, file);
  return index;
});
