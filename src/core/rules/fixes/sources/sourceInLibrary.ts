/** A new source of a library folder: its file, its id, and the citation that the brief gets. */

import { isNumber } from '../../../base/messages';
import type { NewSourceFile } from '../../../base/problem';
import { readSourceFile } from '../../../brief/library/readSourceFile';
import { fileNameFor, idOfFile } from '../../../brief/library/sourceNames';
import type { Brief, SourceFolder } from '../../../brief/types';
import type { NewSource } from './newSource';
import { yamlFile } from './sourceInYaml';
import { keyFor } from './sourceKeys';

/** A source that is new to a library, and its file. */
export interface MadeSource {
  readonly id: string;
  readonly file: NewSourceFile;
}

/** Returns the library for a new source of a brief; null if the brief has none, or numbers its sources itself. */
function libraryFor({ library, sources }: Brief): SourceFolder | null {
  if (!library || library.uri === undefined) return null;
  const own = sources.filter(({ declarations }) =>
    declarations.some(({ uri, declaredIn }) => uri === undefined && declaredIn !== 'inline'),
  );
  return own.length > 0 && own.every(({ id }) => isNumber(id.replace(/^\^/, ''))) ? null : library;
}

/**
 * Makes the file of a source that is new to a library. Its name is a key that is free there and in the brief: made of author
 * or publisher and year, otherwise of site or title.
 *
 * @returns null if the source goes into the brief itself
 * @param title placeholder for an unknown title; if empty, its key has no value yet
 * @param copyInLibrary path of its local copy relative to the library; null if the copy is elsewhere, and is moved there
 */
export function newSourceFile(
  brief: Brief,
  source: Omit<NewSource, 'id'>,
  title = '',
  copyInLibrary: string | null = null,
): MadeSource | null {
  const library = libraryFor(brief);
  if (!library) return null;
  const { authors = [], publisher = '', published = '', url = '', text: copy, ...fields } = source;
  const year = /^\d{4}/.exec(published)?.[0] ?? '';
  const named = { authors, publisher, url, title: source.title ?? '', year };
  const id = fileNameFor(keyFor(named, takenIn(brief, library)));
  const moved = copy === undefined ? null : `copies/${id}${/\.[^./]*$/.exec(copy)?.[0] ?? ''}`;
  const path = copy === undefined ? null : (copyInLibrary ?? moved);
  const known = { ...fields, authors, publisher, published, url };
  const text = yamlFile({ ...known, id, title: source.title ?? title, ...(path === null ? {} : { text: path }) });
  const at = text.indexOf(title);
  return {
    id,
    file: {
      uri: uriIn(library, `${id}.yaml`),
      text,
      title: source.title === undefined && title !== '' && at >= 0 ? { start: at, end: at + title.length } : null,
      copyTo: moved !== null && copyInLibrary === null ? uriIn(library, moved) : null,
    },
  };
}

/**
 * Makes the file of a source that is cited already, with an empty title for its author to fill in. The file's name is the
 * id, or if no file can have that name, the id is in the file. Returns null if the brief has to declare the source itself:
 * it has no library, the id is a number or a footnote's, or a file with that name declares something else.
 */
export function fileOfCited(brief: Brief, { id, ...known }: NewSource): NewSourceFile | null {
  const library = libraryFor(brief);
  if (!library || isNumber(id) || id.startsWith('^')) return null;
  const stem = fileNameFor(id);
  const name = `${stem}.yaml`;
  if (namesIn(library).has(stem.toLowerCase())) return null;
  const text = yamlFile({ id, title: '', ...known }, id.normalize('NFC') !== stem);
  if (readSourceFile(text, name)?.declaration?.id !== id) return null;
  return { uri: uriIn(library, name), text, title: null, copyTo: null };
}

function uriIn({ uri = '' }: SourceFolder, path: string): string {
  return [uri, ...path.split('/').map(encodeURIComponent)].join('/');
}

/** Returns the keys that are taken. For some systems, file names that differ only in case are the same. */
function takenIn({ sources, citations }: Brief, library: SourceFolder): ReadonlySet<string> {
  return new Set([
    ...sources.map(({ id }) => id),
    ...citations.flatMap(({ items }) => items.map(({ id }) => id)),
    ...library.files.flatMap(({ declarations }) => declarations.map(({ id }) => id)),
    ...namesIn(library),
  ]);
}

/** Returns the names of its files, without extensions and in lower case. */
function namesIn({ names }: SourceFolder): ReadonlySet<string> {
  return new Set([...names].map((name) => idOfFile(name).toLowerCase()));
}
