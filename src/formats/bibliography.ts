import type { BibliographyFile } from '../core/brief';
import { readBibtex } from './bibtex';
import { readCsl } from './csl';

/**
 * Reads a bibliography: BibTeX or BibLaTeX (`.bib`), CSL-JSON (`.json`), CSL-YAML (`.yaml`, `.yml`).
 *
 * @param path as the brief names it; its extension tells the format
 * @param uri of the file, for what points into it
 * @returns its entries and what is wrong in it. An entry that can not be read costs itself only.
 */
export function readBibliography(text: string, path: string, uri: string): BibliographyFile {
  const read = /\.bib$/i.test(path) ? readBibtex(text) : readCsl(text);
  return { path, uri, errors: read.errors, declarations: read.declarations.map((entry) => ({ ...entry, uri })) };
}
