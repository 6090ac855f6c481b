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

/** The parts of a brief that name files, the local copies of the library sources that it cites, and the paths of its images. */
export type Naming = Pick<Brief, 'frontMatter' | 'figures'> & {
  readonly copies?: LibraryCopies | null;
  readonly imagePaths?: readonly string[];
};

/** Returns the parts of a brief that name files. */
export function namingOf(brief: Brief): Naming {
  return {
    frontMatter: brief.frontMatter,
    figures: declaredFiguresOf(brief),
    copies: citedCopies(brief),
    imagePaths: imagesOf(brief).map(({ value }) => value),
  };
}

/** Reads the files that briefs name: bibliographies, the local copies of sources, the data of figures. Only looks at images. */
export interface NamedFilesReader {
  /**
   * @param place the brief's folder, and the root outside of which nothing is read
   * @param through the file system that reads the files, if not the reader's own
   */
  read(brief: Naming, place: Omit<NamedPath, 'path'>, through?: FileSystem): Promise<NamedFiles>;
  /** Forgets the files that no brief of this list names. */
  keepOnly(briefs: Iterable<{ readonly paths: PathsNamed; readonly place: Omit<NamedPath, 'path'> }>): void;
}

/** The paths that a brief names, by the kind of file. */
export interface PathsNamed {
  readonly bibliography: readonly string[];
  readonly texts: readonly string[];
  readonly data: readonly string[];
  readonly styles: readonly string[];
  readonly copies: LibraryCopies | null;
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
    read: async (brief, place, through = system) => ({
      bibliography: await bibliographies.read(bibliographyPaths(brief), place, through),
      texts: [
        ...(await copies.read(textPaths(brief), place, through)),
        ...(brief.copies ? await ofLibrary(brief.copies, through) : []),
      ],
      data: await data.read(dataPaths(brief), place, through),
      styles: await styles.read(stylePaths(brief), place, through),
      images: await lookAtImages(brief.imagePaths ?? [], place, through),
    }),
    keepOnly: (briefs) => {
      const all = [...briefs];
      const named = (kind: Exclude<keyof PathsNamed, 'copies'>): NamedPath[] =>
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

/** True if a brief names files that are read with it. */
export function namesFiles(brief: Naming): boolean {
  if (brief.copies || (brief.imagePaths ?? []).length > 0) return true;
  return [bibliographyPaths, textPaths, dataPaths, stylePaths].some((pathsOf) => pathsOf(brief).length > 0);
}

/** Returns the paths of the files that are read with a brief. They are copied, so that they don't keep its text in memory. */
export function pathsNamedBy(brief: Naming): PathsNamed {
  return JSON.parse(
    JSON.stringify({
      bibliography: bibliographyPaths(brief),
      texts: textPaths(brief),
      data: dataPaths(brief),
      styles: stylePaths(brief),
      copies: brief.copies ?? null,
    }),
  );
}

function bibliographyPaths({ frontMatter }: Naming): string[] {
  return frontMatter?.bibliography.map(({ value }) => value) ?? [];
}

/** Returns the path of the style that the front matter names, if it names one by a path; else an empty list. */
export function stylePaths({ frontMatter }: Naming): string[] {
  const name = frontMatter?.style?.value;
  return name !== undefined && isStylePath(name) ? [name] : [];
}

function textPaths({ frontMatter }: Naming): string[] {
  return frontMatter ? copiesNamedIn(frontMatter) : [];
}

function dataPaths({ figures }: Naming): string[] {
  return figures.flatMap(dataPathsOf);
}
