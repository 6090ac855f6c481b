import type { NamedFiles } from '../../core';
import type { NamedPath } from '../confined/cachedFiles';
import { type Confinement, extensionOf } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
import { createNamedFilesReader, keptPaths, namesFiles, type PathsNamed } from '../named/readNamedFiles';

/**
 * Access to the files that briefs name, confined to the roots that are open; for a brief outside of them, to its own
 * folder. A file that several briefs name is read once.
 *
 * @param roots URIs of folders; those that are not in the file system are of no use here
 */
export function filesBelow(system: FileSystem, roots: readonly string[]) {
  const folders = roots.flatMap((uri) => system.placeOf(uri) ?? []);
  const reader = createNamedFilesReader(system);
  const briefs = new Map<string, { readonly paths: PathsNamed; readonly place: Place }>();
  /** Null for an untitled brief, or one of another file system: it has nothing beside it that could be read here. */
  const placeOf = (uri: string): Place | null => {
    const place = system.placeOf(uri);
    if (place === null) return null;
    const folder = system.folderOf(place);
    return { folder, root: folders.find((root) => system.isInside(folder, root)) ?? folder, brief: place };
  };
  return {
    read: async (uri: string, paths: PathsNamed): Promise<NamedFiles> => {
      const place = placeOf(uri);
      if (!place || !namesFiles(paths)) return { bibliography: [], texts: [], data: [] };
      briefs.set(uri, { paths: keptPaths(paths), place });
      return reader.read(paths, place);
    },
    list: async (uri: string, folder: string, extensions: readonly string[]): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? system.list(folder, { ...place, extensions }) : [];
    },
    columns: async (uri: string, path: string): Promise<readonly string[]> => {
      const place = placeOf(uri);
      return place ? readColumns(path, place, system) : [];
    },
    forget: (uri: string): void => {
      if (briefs.delete(uri)) reader.keepOnly(briefs.values());
    },
  };
}

type Place = Required<Omit<NamedPath, 'path'>>;

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
