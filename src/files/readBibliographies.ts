import { pathToFileURL } from 'node:url';
import { type BibliographyFile, type FrontMatter, indexLines } from '../core';
import { readConfined } from './readConfined';

const EXTENSIONS = ['.bib', '.json', '.yaml', '.yml'];
const MAX_BYTES = 32 * 1024 * 1024;
/** A brief that names more files than this is up to no good. */
const MOST_FILES = 20;

/**
 * Reads the bibliography files that a front matter names. What reads the formats is loaded only if there is one.
 *
 * @param folder the brief's folder
 * @param root nothing outside of it is read
 */
export async function readBibliographies(
  frontMatter: FrontMatter,
  folder: string,
  root: string,
): Promise<BibliographyFile[]> {
  const paths = [...new Set(frontMatter.bibliography.map((field) => field.value))];
  if (paths.length === 0) return [];
  const { readBibliography } = await import('../formats');
  return Promise.all(
    paths.slice(0, MOST_FILES).map(async (path): Promise<BibliographyFile> => {
      const read = await readConfined(path, { folder, root, extensions: EXTENSIONS, maxBytes: MAX_BYTES });
      if ('refused' in read) return { path, declarations: [], errors: [], unreadable: read.refused };
      const uri = pathToFileURL(read.file).href;
      const { declarations, errors } = readBibliography(read.text, path);
      const lines = indexLines(read.text);
      return {
        path,
        uri,
        declarations: declarations.map((declaration) => ({ ...declaration, uri })),
        errors: errors.map(({ value, span }) => ({ message: value, range: lines.rangeOf(span) })),
      };
    }),
  );
}
