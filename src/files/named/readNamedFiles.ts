import {
  type Brief,
  citedCopies,
  copiesNamedIn,
  dataPathsOf,
  declaredFiguresOf,
  imagesOf,
  isStylePath,
  type LibraryCopies,
  type NamedFiles,
  type SourceText,
} from '../../core/checking';
import { createCachedFiles, type NamedPath } from '../confined/cachedFiles';
import type { FileSystem } from '../confined/fileSystem';
import { lookAtImages } from './lookAtImages';
import { BIBLIOGRAPHY, DATA, LOCAL_COPY, STYLE } from './namedFileKinds';
import { markNamedIn } from './namedIn';

/** The paths that a brief names, by the kind of file. */
export interface PathsNamed {
  readonly bibliography: readonly string[];
  readonly texts: readonly string[];
  readonly data: readonly string[];
  readonly styles: readonly string[];
  readonly images: readonly string[];
  /** The local copies of the library sources that it cites. */
  readonly copies: LibraryCopies | null;
}

export const NO_PATHS: PathsNamed = { bibliography: [], texts: [], data: [], styles: [], images: [], copies: null };

/** Returns the paths of the files that are read with a brief. */
export function pathsNamedBy(brief: Brief): PathsNamed {
  const { frontMatter } = brief;
  const style = frontMatter?.style?.value;
  return {
    bibliography: frontMatter?.bibliography.map(({ value }) => value) ?? [],
    texts: frontMatter ? copiesNamedIn(frontMatter) : [],
    data: declaredFiguresOf(brief).flatMap(dataPathsOf),
    styles: style !== undefined && isStylePath(style) ? [style] : [],
    images: imagesOf(brief).map(({ value }) => value),
    copies: citedCopies(brief),
  };
}

/** True if a brief names files that are read with it. */
export function namesFiles({ copies, ...paths }: PathsNamed): boolean {
  return copies !== null || Object.values(paths).some(({ length }) => length > 0);
}

/** Copies paths that are kept, as each may hold the text of its brief in memory. */
export function keptPaths(paths: PathsNamed): PathsNamed {
  return JSON.parse(JSON.stringify(paths));
}

/** Reads the files that briefs name: bibliographies, the local copies of sources, the data of figures. Only looks at images. */
export interface NamedFilesReader {
  /**
   * @param place the brief's folder, and the root outside of which nothing is read
   * @param through the file system that reads the files, if not the reader's own
   */
  read(paths: PathsNamed, place: Omit<NamedPath, 'path'>, through?: FileSystem): Promise<NamedFiles>;
  /** Forgets the files that no brief of this list names. */
  keepOnly(briefs: Iterable<{ readonly paths: PathsNamed; readonly place: Omit<NamedPath, 'path'> }>): void;
}

/** Makes a reader that keeps its files for all briefs. A file that hasn't changed stays the very same object. */
export function createNamedFilesReader(system: FileSystem): NamedFilesReader {
  const bibliographies = createCachedFiles(BIBLIOGRAPHY, system);
  const copies = createCachedFiles(LOCAL_COPY, system);
  const data = createCachedFiles(DATA, system);
  const styles = createCachedFiles(STYLE, system);
  /** Returns the place of the copies of a library; null if the file system can't read there. */
  const placeOf = ({ base, folder }: LibraryCopies): Omit<NamedPath, 'path'> | null => {
    const root = system.placeOf(base);
    return root === null ? null : { folder: system.join(root, folder), root };
  };
  const ofLibrary = async (named: LibraryCopies, through: FileSystem): Promise<SourceText[]> => {
    const place = placeOf(named);
    if (!place) return [];
    const read = await copies.read(
      named.copies.map(({ path }) => path),
      place,
      through,
    );
    const byPath = new Map(read.map((text) => [text.path, text]));
    return named.copies.flatMap(({ path, namedIn }) => {
      const text = byPath.get(path);
      return text ? [markNamedIn(text, namedIn)] : [];
    });
  };
  return {
    read: async (paths, place, through = system) => ({
      bibliography: await bibliographies.read(paths.bibliography, place, through),
      texts: [
        ...(await copies.read(paths.texts, place, through)),
        ...(paths.copies ? await ofLibrary(paths.copies, through) : []),
      ],
      data: await data.read(paths.data, place, through),
      styles: await styles.read(paths.styles, place, through),
      images: await lookAtImages(paths.images, place, through),
    }),
    keepOnly: (briefs) => {
      const all = [...briefs];
      const named = (kind: Exclude<keyof PathsNamed, 'copies' | 'images'>): NamedPath[] =>
        all.flatMap(({ paths, place }) => paths[kind].map((path) => ({ ...place, path })));
      bibliographies.keepOnly(named('bibliography'));
      const shared = all.flatMap(({ paths }) => {
        const place = paths.copies && placeOf(paths.copies);
        return place ? (paths.copies?.copies.map(({ path }): NamedPath => ({ ...place, path })) ?? []) : [];
      });
      copies.keepOnly([...named('texts'), ...shared]);
      data.keepOnly(named('data'));
      styles.keepOnly(named('styles'));
    },
  };
}
