/** A new source of a library folder: its file, its id, and the citation that the brief gets. */
import type { Brief, SourceFolder } from '../../brief';
import type { NewSource } from '../../checks/fixes/newSource';
import { yamlFile } from '../../checks/fixes/sourceInYaml';
import { isNumber } from '../../checks/messages';
import { fileNameFor, idOfFile } from '../../library/sourceNames';
import type { Span } from '../../text';
import { keyFor } from './sourceKeys';

/** A file that is to be made. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** The words in it that stand for its title, for its author to write; null where that is known. */
  readonly title: Span | null;
  /** Where its local copy goes, which the file names by its new path; null where it has none. */
  readonly copyTo: string | null;
}

/** The library that a new source of a brief goes to; null where the brief has none, or numbers its sources itself. */
export function libraryFor({ library, sources }: Brief): SourceFolder | null {
  if (!library || library.uri === undefined) return null;
  const own = sources.filter(({ declarations }) =>
    declarations.some(({ uri, declaredIn }) => uri === undefined && declaredIn !== 'inline'),
  );
  return own.length > 0 && own.every(({ id }) => isNumber(id.replace(/^\^/, ''))) ? null : library;
}

/**
 * The file of a source that is new to a library, called by a key that is free there and in the brief: of its author or
 * publisher and its year, else of its site or its title.
 *
 * @param title what stands for the title where it is not known
 * @param copyInLibrary the path of its local copy relative to the library; null: that lies elsewhere, and is moved to it
 */
export function newSourceFile(
  brief: Brief,
  library: SourceFolder,
  source: Omit<NewSource, 'id'>,
  title: string,
  copyInLibrary: string | null = null,
): { readonly id: string; readonly file: NewSourceFile } {
  const { authors = [], publisher = '', published = '', url = '', text: copy, ...fields } = source;
  const year = /^\d{4}/.exec(published)?.[0] ?? '';
  const named = { authors, publisher, url, title: source.title ?? '', year };
  const id = fileNameFor(keyFor(named, takenIn(brief, library)));
  const moved = copy === undefined ? null : `copies/${id}${/\.[^./]*$/.exec(copy)?.[0] ?? ''}`;
  const path = copy === undefined ? null : (copyInLibrary ?? moved);
  const known = { ...fields, authors, publisher, published, url };
  const text = yamlFile({ ...known, id, title: source.title ?? title, ...(path === null ? {} : { text: path }) });
  const at = text.indexOf(title);
  const uriOf = (inLibrary: string) => [library.uri ?? '', ...inLibrary.split('/').map(encodeURIComponent)].join('/');
  return {
    id,
    file: {
      uri: uriOf(`${id}.yaml`),
      text,
      title: source.title === undefined && at >= 0 ? { start: at, end: at + title.length } : null,
      copyTo: moved !== null && copyInLibrary === null ? uriOf(moved) : null,
    },
  };
}

/** What a new key may not be. Some systems take two names of files for one that differ in case. */
function takenIn({ sources, citations }: Brief, { files, names }: SourceFolder): ReadonlySet<string> {
  return new Set([
    ...sources.map(({ id }) => id),
    ...citations.flatMap(({ items }) => items.map(({ id }) => id)),
    ...files.flatMap(({ declarations }) => declarations.map(({ id }) => id)),
    ...[...names].map((name) => idOfFile(name).toLowerCase()),
  ]);
}
