import type { FrontMatter, NamedFiles } from '../core';
import type { FileSystem } from './fileSystem';
import { createKeptFiles, type NamedPath } from './keptFiles';
import { BIBLIOGRAPHY, LOCAL_COPY } from './namedFileKinds';

/** Reads the files that briefs name: bibliographies, and the local copies of sources. */
export interface NamedFilesReader {
  /** @param place the brief's folder, and the root outside of which nothing is read */
  read(frontMatter: FrontMatter, place: Omit<NamedPath, 'path'>): Promise<NamedFiles>;
  /** Forgets what no brief of this list names. */
  keepOnly(briefs: Iterable<{ readonly frontMatter: FrontMatter; readonly place: Omit<NamedPath, 'path'> }>): void;
}

/** What it has read it keeps, for all briefs: a file that has not changed stays the very same object. */
export function createNamedFilesReader(system: FileSystem): NamedFilesReader {
  const bibliographies = createKeptFiles(BIBLIOGRAPHY, system);
  const copies = createKeptFiles(LOCAL_COPY, system);
  return {
    read: async (frontMatter, place) => ({
      bibliography: await bibliographies.read(bibliographyPaths(frontMatter), place),
      texts: await copies.read(textPaths(frontMatter), place),
    }),
    keepOnly: (briefs) => {
      const all = [...briefs];
      const named = (pathsOf: (frontMatter: FrontMatter) => readonly string[]): NamedPath[] =>
        all.flatMap(({ frontMatter, place }) => pathsOf(frontMatter).map((path) => ({ ...place, path })));
      bibliographies.keepOnly(named(bibliographyPaths));
      copies.keepOnly(named(textPaths));
    },
  };
}

/** Whether a front matter names files that are read with it. */
export function namesFiles(frontMatter: FrontMatter): boolean {
  return bibliographyPaths(frontMatter).length > 0 || textPaths(frontMatter).length > 0;
}

function bibliographyPaths({ bibliography }: FrontMatter): string[] {
  return bibliography.map(({ value }) => value);
}

function textPaths({ sources }: FrontMatter): string[] {
  return sources.flatMap(({ textPath }) => textPath?.value ?? []);
}
