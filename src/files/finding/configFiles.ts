import {
  type BibliographyFile,
  CONFIG_NAME,
  type ConfigFile,
  isFolderPath,
  isStylePath,
  type SourceDeclaration,
} from '../../core/checking';
import { noSuchFile } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
import { createKeptFiles } from '../confined/keptFiles';
import {
  BASELINE,
  BIBLIOGRAPHY,
  CONFIG,
  type ConfigText,
  configText,
  LIBRARY,
  LOCAL_COPY,
  STYLE,
} from '../named/namedFileKinds';
import { markNamedIn } from '../named/namedIn';
import { createProjectFiles, type NamedInProject } from './projectFiles';
import { createSourceFolders } from './sourceFolders';

/** Reads configurations, each with the files that it names. One that has not changed stays the very same object. */
export interface ConfigReader {
  /**
   * The configuration that holds in a folder: the nearest in it or above it, up to `top`, with the bibliographies of the
   * project of another program that the folder is in. Null where there is neither.
   *
   * @param named the path of a configuration to take instead, which may have another name
   */
  find(folder: string, top: string, named?: string): Promise<ConfigFile | null>;
  /** Takes a text for that of a file, as an editor has it; null: the file's own again. */
  overlay(path: string, text: string | null): void;
  /** Files at these places were written, made or removed; null: any. What is kept of library folders and projects is looked at again. */
  changed(places: readonly string[] | null): void;
}

export function createConfigReader(system: FileSystem): ConfigReader {
  const configs = createKeptFiles(CONFIG, system);
  const bibliographies = createKeptFiles(BIBLIOGRAPHY, system);
  const libraries = createKeptFiles(LIBRARY, system);
  const folders = createSourceFolders(system);
  const projects = createProjectFiles(system);
  const copies = createKeptFiles(LOCAL_COPY, system);
  const styles = createKeptFiles(STYLE, system);
  const baselines = createKeptFiles(BASELINE, system);
  const overlays = new Map<string, ConfigText>();
  const composed = new Map<string, ConfigFile>();
  const none = { ...configText(''), isMissing: true };

  /** The text alone, of a file in its own folder: nothing but the folder of the configuration is read for it. */
  const textOf = async (path: string): Promise<ConfigText> => {
    const overlay = overlays.get(path);
    if (overlay) return overlay;
    const folder = system.folderOf(path);
    const [read] = await configs.read([system.nameOf(path)], { folder, root: folder });
    return read ?? configText('', noSuchFile());
  };

  const nearest = async (folder: string, top: string): Promise<Found | null> => {
    for (let at = folder; ; at = system.folderOf(at)) {
      const path = system.join(at, CONFIG_NAME);
      const read = await textOf(path);
      if (read.unreadable !== noSuchFile()) return { path, read };
      if (at === top || system.folderOf(at) === at) return null;
    }
  };

  const projectOf = async ({ folder, bibliography }: NamedInProject, named: readonly BibliographyFile[]) => {
    const files = await bibliographies.read(bibliography, { folder, root: folder });
    const uris = new Set(named.flatMap(({ uri }) => uri ?? []));
    return {
      folder: system.uriOf(folder),
      bibliography: files.filter(({ uri }) => uri === undefined || !uris.has(uri)),
    };
  };

  const compose = async ({ path, read }: Found, within: NamedInProject | null): Promise<ConfigFile> => {
    const root = system.folderOf(path);
    const uri = system.uriOf(path);
    const { config } = read;
    const bibliography = await bibliographies.read(valuesOf(config.bibliography), { folder: root, root });
    const shared = config.library?.value;
    const folder = shared !== undefined && isFolderPath(shared) ? await folders.read(shared, root) : null;
    const [library = null] =
      shared !== undefined && !folder ? await libraries.read([shared], { folder: root, root }) : [];
    const named = config.style && isStylePath(config.style.value) ? [config.style.value] : [];
    const [style = null] = await styles.read(named, { folder: root, root });
    const [baseline = null] = await baselines.read(config.baseline ? [config.baseline.value] : [], {
      folder: root,
      root,
    });
    const own = await copies.read(pathsIn(config.sources), { folder: root, root });
    const ofLibrary = library?.uri
      ? await copies.read(pathsIn(library.declarations), {
          folder: system.folderOf(system.join(root, library.path)),
          root,
        })
      : [];
    const libraryUri = library?.uri;
    const texts = [
      ...own.map((text) => markNamedIn(text, uri)),
      ...(libraryUri ? ofLibrary.map((text) => markNamedIn(text, libraryUri)) : []),
    ];
    const project = within && (await projectOf(within, bibliography));
    const file: ConfigFile = { ...read, uri, bibliography, library, folder, texts, style, baseline, project };
    const key = [path, within?.folder].join('\n');
    const before = composed.get(key);
    if (before && isSame(before, file)) return before;
    composed.set(key, file);
    return file;
  };

  return {
    find: async (folder, top, named) => {
      const found = named === undefined ? await nearest(folder, top) : { path: named, read: await textOf(named) };
      const project = await projects.find(folder, top);
      if (found) return compose(found, project);
      return project && compose({ path: system.join(project.folder, CONFIG_NAME), read: none }, project);
    },
    overlay: (path, text) => {
      if (text === null) overlays.delete(path);
      else if (overlays.get(path)?.text !== text) overlays.set(path, configText(text));
    },
    changed: (places) => {
      projects.changed();
      folders.changed(places);
    },
  };
}

/** A configuration at its path. */
interface Found {
  readonly path: string;
  readonly read: ConfigText & Pick<ConfigFile, 'isMissing'>;
}

function isSame(before: ConfigFile, now: ConfigFile): boolean {
  const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((each, i) => each === b[i]);
  return (
    before.config === now.config &&
    before.library === now.library &&
    before.folder === now.folder &&
    before.style === now.style &&
    before.baseline === now.baseline &&
    same(before.bibliography, now.bibliography) &&
    same(before.project?.bibliography ?? [], now.project?.bibliography ?? []) &&
    same(before.texts, now.texts)
  );
}

function pathsIn(sources: readonly SourceDeclaration[]): string[] {
  return sources.flatMap(({ textPath }) => textPath?.value ?? []);
}

function valuesOf(fields: readonly { readonly value: string }[]): string[] {
  return fields.map(({ value }) => value);
}
