import { type Brief, copiesNamedIn, dataPathsOf, isStylePath, type NamedFiles } from '../core/checking';
import type { FileSystem } from './fileSystem';
import { createKeptFiles, type NamedPath } from './keptFiles';
import { BIBLIOGRAPHY, DATA, LOCAL_COPY, STYLE } from './namedFileKinds';

/** The parts of a brief that name files. */
export type Naming = Pick<Brief, 'frontMatter' | 'figures'>;

/** Reads the files that briefs name: bibliographies, the local copies of sources, and the data of figures. */
export interface NamedFilesReader {
  /** @param place the brief's folder, and the root outside of which nothing is read */
  read(brief: Naming, place: Omit<NamedPath, 'path'>): Promise<NamedFiles>;
  /** Forgets what no brief of this list names. */
  keepOnly(briefs: Iterable<{ readonly paths: PathsNamed; readonly place: Omit<NamedPath, 'path'> }>): void;
}

/** The paths that a brief names, by the kind of file. */
export interface PathsNamed {
  readonly bibliography: readonly string[];
  readonly texts: readonly string[];
  readonly data: readonly string[];
  readonly styles: readonly string[];
}

/** What it has read it keeps, for all briefs: a file that has not changed stays the very same object. */
export function createNamedFilesReader(system: FileSystem): NamedFilesReader {
  const bibliographies = createKeptFiles(BIBLIOGRAPHY, system);
  const copies = createKeptFiles(LOCAL_COPY, system);
  const data = createKeptFiles(DATA, system);
  const styles = createKeptFiles(STYLE, system);
  return {
    read: async (brief, place) => ({
      bibliography: await bibliographies.read(bibliographyPaths(brief), place),
      texts: await copies.read(textPaths(brief), place),
      data: await data.read(dataPaths(brief), place),
      styles: await styles.read(stylePaths(brief), place),
    }),
    keepOnly: (briefs) => {
      const all = [...briefs];
      const named = (kind: keyof PathsNamed): NamedPath[] =>
        all.flatMap(({ paths, place }) => paths[kind].map((path) => ({ ...place, path })));
      bibliographies.keepOnly(named('bibliography'));
      copies.keepOnly(named('texts'));
      data.keepOnly(named('data'));
      styles.keepOnly(named('styles'));
    },
  };
}

/** Whether a brief names files that are read with it. */
export function namesFiles(brief: Naming): boolean {
  return [bibliographyPaths, textPaths, dataPaths, stylePaths].some((pathsOf) => pathsOf(brief).length > 0);
}

/** The paths of the files that are read with a brief: copies, which keep nothing of its text. */
export function pathsNamedBy(brief: Naming): PathsNamed {
  return JSON.parse(
    JSON.stringify({
      bibliography: bibliographyPaths(brief),
      texts: textPaths(brief),
      data: dataPaths(brief),
      styles: stylePaths(brief),
    }),
  );
}

function bibliographyPaths({ frontMatter }: Naming): string[] {
  return frontMatter?.bibliography.map(({ value }) => value) ?? [];
}

/** The path of the style that the front matter names, where it is one. */
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
