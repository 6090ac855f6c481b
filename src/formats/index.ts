/** Reading what other programs write. A bundle of its own, loaded only when a brief names such a file, or it is pasted. */
import type { Bibliography } from './bibliography';
import type { EntryDetails } from './details';
import { inSlices } from './steps';

export { readArticle } from './article';
export { readAtomEntry } from './atom';
export { readDocument } from './documents';
export { isoDate } from './isoDate';
export { readPageDetails } from './pageDetails';
export { markdownOfHtml } from './pastedHtml';
export { plainWords } from './plainWords';
export { readRows } from './rows';
export { type SourceDocument, sourceOfWebPage, sourceOfWordDocument } from './sourceDocument';
export type { DocumentSource } from './trusted';
export { type ReadReport, readWebPage } from './webPage';
export { readWordDocument } from './wordDocument';

/** As in `details.ts`. */
export async function readDetails(
  text: string,
  path: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, EntryDetails>> {
  const details = await import('./details');
  return details.readDetails(text, path, ids);
}

/** As in `bibliography.ts`, which is set up when it is first needed: that takes ten times as long as the rest. Others have their turn meanwhile. */
export async function readBibliography(text: string, path: string): Promise<Bibliography> {
  const bibliography = await import('./bibliography');
  return inSlices(bibliography.bibliographySteps(text, path));
}
