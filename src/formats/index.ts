/** Reads the files of other programs. A bundle of its own, loaded only when a brief names such a file, or it is pasted. */
import type { Bibliography } from './bibliography/declarations';
import type { EntryDetails } from './bibliography/entryDetails';
import { inSlices } from './steps';

export { isoDate } from './bibliography/isoDate';
export { readDocument } from './documents';
export { readArticle } from './pages/article';
export { readAtomEntry } from './pages/atom';
export { decodePage } from './pages/encoding';
export { type KeptPage, type PageState, readKeptPage } from './pages/keptPage';
export { readPageDetails } from './pages/pageDetails';
export { plainWords } from './pages/plainWords';
export { type ReadReport, readWebPage } from './pages/webPage';
export { markdownOfHtml } from './pastedHtml';
export { readRows } from './rows';
export { type SourceDocument, sourceOfWebPage, sourceOfWordDocument } from './sourceDocument';
export type { DocumentSource } from './trusted';
export { readWordDocument } from './wordDocument';

/** Reads the details of some sources, as in `bibliography/details.ts`. */
export async function readDetails(
  text: string,
  path: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, EntryDetails>> {
  const details = await import('./bibliography/details');
  return details.readDetails(text, path, ids);
}

/**
 * Reads a bibliography, as in `bibliography/index.ts`, which is set up when it is first needed: that takes ten times as long as
 * the rest. The work is done in slices, so that other work has its turn meanwhile.
 */
export async function readBibliography(text: string, path: string): Promise<Bibliography> {
  const bibliography = await import('./bibliography');
  return inSlices(bibliography.bibliographySteps(text, path));
}
