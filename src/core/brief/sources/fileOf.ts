import { derive } from '../../base/derive';
import type { BibliographyFile, Brief } from '../types';

/** The bibliography, or the file of a library folder, that has a URI: of thousands, it is not looked for one by one. */
export function bibliographyAt(
  { bibliography }: Pick<Brief, 'bibliography'>,
  uri: string,
): BibliographyFile | undefined {
  return byUri(bibliography).get(uri);
}

/** Of two with one URI, the first counts. */
const byUri = derive((files: readonly BibliographyFile[]): ReadonlyMap<string, BibliographyFile> => {
  const index = new Map<string, BibliographyFile>();
  for (const file of files) if (file.uri !== undefined && !index.has(file.uri)) index.set(file.uri, file);
  return index;
});
