import {
  type BaselineFile,
  type BibliographyFile,
  CONFIG_NAME,
  type ConfigFile,
  isFolderPath,
  isStylePath,
  type SourceDeclaration,
  type SourceText,
  type StyleFile,
} from '../../core/checking';
import { type CachedFiles, createCachedFiles } from '../confined/cachedFiles';
import { noSuchFile } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
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
import { createSourceFolders, type SourceFolders } from './sourceFolders';

/** Reads configurations, each with the files that it names. A configuration that hasn't changed stays the very same object. */
export interface ConfigReader {
  /**
   * Finds the configuration of a folder: the nearest in it or above it, up to `top`. Adds the bibliographies of the project of
   * another program that the folder is in. Null if there is neither.
   *
   * @param named the path of a configuration to take instead, which may have another name
   */
  find(folder: string, top: string, named?: string): Promise<ConfigFile | null>;
  /** Uses an editor's text instead of a file's; null: uses the file's own again. */
  overlay(path: string, text: string | null): void;
  /**
   * To be called when files at these places were written, made or removed; null: any. Cached library folders and projects are
   * then looked at again.
   */
  changed(places: readonly string[] | null): void;
}

/** The caches of files from one look to the next. */
interface CachedConfigs {
  readonly system: FileSystem;
  readonly configs: CachedFiles<ConfigText>;
  readonly bibliographies: CachedFiles<BibliographyFile>;
  readonly libraries: CachedFiles<BibliographyFile>;
  readonly copies: CachedFiles<SourceText>;
  readonly styles: CachedFiles<StyleFile>;
  readonly baselines: CachedFiles<BaselineFile>;
  readonly folders: SourceFolders;
  /** Editors' texts that are used instead of files, by path. */
  readonly overlays: Map<string, ConfigText>;
  readonly composed: Map<string, ConfigFile>;
}

export function createConfigReader(system: FileSystem): ConfigReader {
  const projects = createProjectFiles(system);
  const none = { ...configText(''), isMissing: true };
  const kept: CachedConfigs = {
    system,
    configs: createCachedFiles(CONFIG, system),
    bibliographies: createCachedFiles(BIBLIOGRAPHY, system),
    libraries: createCachedFiles(LIBRARY, system),
    copies: createCachedFiles(LOCAL_COPY, system),
    styles: createCachedFiles(STYLE, system),
    baselines: createCachedFiles(BASELINE, system),
    folders: createSourceFolders(system),
    overlays: new Map(),
    composed: new Map(),
  };
  return {
    find: async (folder, top, named) => {
      const found =
        named === undefined ? await nearest(kept, folder, top) : { path: named, read: await textOf(kept, named) };
      const project = await projects.find(folder, top);
      if (found) return compose(kept, found, project);
      return project && compose(kept, { path: system.join(project.folder, CONFIG_NAME), read: none }, project);
    },
    overlay: (path, text) => {
      const { overlays } = kept;
      if (text === null) overlays.delete(path);
      else if (overlays.get(path)?.text !== text) overlays.set(path, configText(text));
    },
    changed: (places) => {
      projects.changed();
      kept.folders.changed(places);
    },
  };
}

async function nearest(kept: CachedConfigs, folder: string, top: string): Promise<Found | null> {
  const { system } = kept;
  for (let at = folder; ; at = system.folderOf(at)) {
    const path = system.join(at, CONFIG_NAME);
    const read = await textOf(kept, path);
    if (read.unreadable !== noSuchFile()) return { path, read };
    if (at === top || system.folderOf(at) === at) return null;
  }
}

/** Reads the text of a configuration alone. Nothing but the configuration's own folder is read for it. */
async function textOf({ system, configs, overlays }: CachedConfigs, path: string): Promise<ConfigText> {
  const overlay = overlays.get(path);
  if (overlay) return overlay;
  const folder = system.folderOf(path);
  const [read] = await configs.read([system.nameOf(path)], { folder, root: folder });
  return read ?? configText('', noSuchFile());
}

/** Returns a configuration with the files that it names; the same object as long as all files are the same. */
async function compose(kept: CachedConfigs, { path, read }: Found, within: NamedInProject | null): Promise<ConfigFile> {
  const { system, bibliographies, styles, baselines, composed } = kept;
  const { config } = read;
  const root = system.folderOf(path);
  const place = { folder: root, root };
  const uri = system.uriOf(path);
  const bibliography = await bibliographies.read(valuesOf(config.bibliography), place);
  const shared = await sharedSources(kept, config, root);
  const named = config.style && isStylePath(config.style.value) ? [config.style.value] : [];
  const [style = null] = await styles.read(named, place);
  const [baseline = null] = await baselines.read(config.baseline ? [config.baseline.value] : [], place);
  const own = await kept.copies.read(pathsIn(config.sources), place);
  const texts = [...own.map((text) => markNamedIn(text, uri)), ...(await textsOf(kept, shared.library, root))];
  const project = within && (await projectOf(kept, within, bibliography));
  const file: ConfigFile = { ...read, uri, bibliography, ...shared, texts, style, baseline, project };
  const key = [path, within?.folder].join('\n');
  const last = composed.get(key);
  if (last && isSame(last, file)) return last;
  composed.set(key, file);
  return file;
}

/** Reads the library of a configuration: a file, or a folder of files. */
async function sharedSources({ folders, libraries }: CachedConfigs, config: ConfigFile['config'], root: string) {
  const path = config.library?.value;
  if (path === undefined) return { library: null, folder: null };
  if (isFolderPath(path)) return { library: null, folder: await folders.read(path, root) };
  const [library = null] = await libraries.read([path], { folder: root, root });
  return { library, folder: null };
}

/** Reads the local copies of the sources in a library that is one file. */
async function textsOf({ system, copies }: CachedConfigs, library: BibliographyFile | null, root: string) {
  if (!library?.uri) return [];
  const { uri, path, declarations } = library;
  const folder = system.folderOf(system.join(root, path));
  const texts = await copies.read(pathsIn(declarations), { folder, root });
  return texts.map((text) => markNamedIn(text, uri));
}

/** @param named the bibliographies that the configuration names itself */
async function projectOf(
  { system, bibliographies }: CachedConfigs,
  { folder, bibliography }: NamedInProject,
  named: readonly BibliographyFile[],
) {
  const files = await bibliographies.read(bibliography, { folder, root: folder });
  const uris = new Set(named.flatMap(({ uri }) => uri ?? []));
  return {
    folder: system.uriOf(folder),
    bibliography: files.filter(({ uri }) => uri === undefined || !uris.has(uri)),
  };
}

/** A configuration at its path. */
interface Found {
  readonly path: string;
  readonly read: ConfigText & Pick<ConfigFile, 'isMissing'>;
}

function isSame(one: ConfigFile, other: ConfigFile): boolean {
  const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((each, i) => each === b[i]);
  return (
    one.config === other.config &&
    one.library === other.library &&
    one.folder === other.folder &&
    one.style === other.style &&
    one.baseline === other.baseline &&
    same(one.bibliography, other.bibliography) &&
    same(one.project?.bibliography ?? [], other.project?.bibliography ?? []) &&
    same(one.texts, other.texts)
  );
}

function pathsIn(sources: readonly SourceDeclaration[]): string[] {
  return sources.flatMap(({ textPath }) => textPath?.value ?? []);
}

function valuesOf(fields: readonly { readonly value: string }[]): string[] {
  return fields.map(({ value }) => value);
}
