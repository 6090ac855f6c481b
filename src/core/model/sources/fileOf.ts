import type { BibliographyFile, Brief } from '../../brief';

const byUri = new WeakMap<readonly BibliographyFile[], ReadonlyMap<string, BibliographyFile>>();

/** The bibliography, or the file of a library folder, that has a URI: of thousands, it is not looked for one by one. */
export function bibliographyAt(
  { bibliography }: Pick<Brief, 'bibliography'>,
  uri: string,
): BibliographyFile | undefined {
  const known = byUri.get(bibliography) ?? indexed(bibliography);
  byUri.set(bibliography, known);
  return known.get(uri);
}

/** Of two with one URI, the first counts. */
function indexed(files: readonly BibliographyFile[]): ReadonlyMap<string, BibliographyFile> {
  const index = new Map<string, BibliographyFile>();
  for (const file of files) if (file.uri !== undefined && !index.has(file.uri)) index.set(file.uri, file);
  return index;
}
