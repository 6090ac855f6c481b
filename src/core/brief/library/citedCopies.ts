import { derive } from '../../base/derive';
import { citedIds } from '../sources/citedIds';
import type { Brief, SourceFolder } from '../types';

/** The local copies of sources of a library folder. */
export interface LibraryCopies {
  /** The URI of the folder that the path of the library is relative to. Nothing outside of it is read. */
  readonly base: string;
  /** The path of the library, which those of its copies are relative to. */
  readonly folder: string;
  readonly copies: readonly LibraryCopy[];
}

export interface LibraryCopy {
  readonly path: string;
  /** The file of the source. */
  readonly namedIn: string;
}

/**
 * The local copies that a brief rests on: those of the sources of its library that it cites. Of thousands, the others are not
 * read.
 */
export function citedCopies(brief: Brief): LibraryCopies | null {
  const { library } = brief;
  const all = library ? copiesIn(library) : [];
  if (!library || all.length === 0) return null;
  const cited = citedIds(brief);
  const copies = all.filter(({ id }) => cited.has(id)).map(({ path, namedIn }) => ({ path, namedIn }));
  return copies.length > 0 ? { base: library.base, folder: library.path, copies } : null;
}

const copiesIn = derive(({ files }: SourceFolder): readonly (LibraryCopy & { readonly id: string })[] =>
  files.flatMap(({ uri, declarations }) =>
    declarations.flatMap(({ id, textPath }) => (textPath ? [{ id, path: textPath.value, namedIn: uri }] : [])),
  ),
);
