import { type Confinement, extensionOf } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';

const MAX_BYTES = 1024 * 1024;
const MOST_COLUMNS = 200;
const MOST_ROWS = 100;

/** The names of the columns of a `.csv`, `.tsv` or `.json` file that a figure names; none where there is none such. */
export async function readColumns(
  path: string,
  place: Pick<Confinement, 'folder' | 'root'>,
  system: FileSystem,
): Promise<string[]> {
  const read = await system.read(path, { ...place, extensions: ['.csv', '.tsv', '.json'], maxBytes: MAX_BYTES });
  if (!('text' in read)) return [];
  const extension = extensionOf(path);
  const names = extension === '.json' ? keysOf(read.text) : headerOf(read.text, extension === '.tsv' ? '\t' : ',');
  return [...new Set(names)].filter((name) => name !== '' && !/\p{Cc}/u.test(name)).slice(0, MOST_COLUMNS);
}

/** The keys of the first of a list of rows. */
function keysOf(text: string): string[] {
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) return [];
    return rows.slice(0, MOST_ROWS).flatMap((row: unknown) => (typeof row === 'object' && row ? Object.keys(row) : []));
  } catch {
    return [];
  }
}

/** The fields of the first line (RFC 4180): in quotation marks, two of them stand for one. */
function headerOf(text: string, separator: ',' | '\t'): string[] {
  const [line = ''] = text.split(/\r\n|\r|\n/, 1);
  const field = separator === ',' ? /"((?:[^"]|"")*)"[^,]*(?:,|$)|([^,]*)(?:,|$)/g : /([^\t]*)(?:\t|$)/g;
  return [...line.matchAll(field)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('""', '"').trim());
}
