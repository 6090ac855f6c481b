import { atOnce, type Steps } from '../steps';
import { bibtexSteps } from './bibtex';
import { cslSteps } from './csl';
import type { Bibliography } from './declarations';
import { risSteps } from './ris';

/**
 * Reads a bibliography: BibTeX or BibLaTeX (`.bib`), RIS (`.ris`), CSL-JSON (`.json`), CSL-YAML (`.yaml`, `.yml`).
 *
 * @param path as the brief names it; its extension tells the format
 * @returns its entries and its errors. An entry that can't be read doesn't affect the others.
 */
export function bibliographySteps(text: string, path: string): Steps<Bibliography> {
  if (/\.ris$/i.test(path)) return risSteps(text);
  return /\.bib$/i.test(path) ? bibtexSteps(text) : cslSteps(text);
}

/** Reads a bibliography like `bibliographySteps`, but at once. */
export function readBibliography(text: string, path: string): Bibliography {
  return atOnce(bibliographySteps(text, path));
}
