import {
  type BibliographyFile,
  CONFIG_NAME,
  type ConfigFile,
  isStylePath,
  type SourceDeclaration,
  type SourceText,
  type StyleFile,
} from '../core/checking';
import { NO_SUCH_FILE } from './confinement';
import type { FileSystem } from './fileSystem';
import { createKeptFiles } from './keptFiles';
import { BIBLIOGRAPHY, CONFIG, type ConfigText, configText, LIBRARY, LOCAL_COPY, STYLE } from './namedFileKinds';

/** Reads configurations, each with the files that it names. One that has not changed stays the very same object. */
export interface ConfigReader {
  /** The configuration that holds in a folder: the nearest in it or above it, up to `top`. Null where there is none. */
  find(folder: string, top: string): Promise<ConfigFile | null>;
  /** The configuration of a path, which may have another name. */
  read(path: string): Promise<ConfigFile>;
  /** Takes a text for that of a file, as an editor has it; null: the file's own again. */
  overlay(path: string, text: string | null): void;
}

export function createConfigReader(system: FileSystem): ConfigReader {
  const configs = createKeptFiles(CONFIG, system);
  const bibliographies = createKeptFiles(BIBLIOGRAPHY, system);
  const libraries = createKeptFiles(LIBRARY, system);
  const copies = createKeptFiles(LOCAL_COPY, system);
  const styles = createKeptFiles(STYLE, system);
  const overlays = new Map<string, ConfigText>();
  const composed = new Map<string, ConfigFile>();
  const namedIn = copiesNamedIn();

  /** The text alone, of a file in its own folder: nothing but the folder of the configuration is read for it. */
  const textOf = async (path: string): Promise<ConfigText> => {
    const overlay = overlays.get(path);
    if (overlay) return overlay;
    const folder = system.folderOf(path);
    const [read] = await configs.read([system.nameOf(path)], { folder, root: folder });
    return read ?? configText('', NO_SUCH_FILE);
  };

  const compose = async (path: string, read: ConfigText): Promise<ConfigFile> => {
    const root = system.folderOf(path);
    const uri = system.uriOf(path);
    const { config } = read;
    const bibliography = await bibliographies.read(valuesOf(config.bibliography), { folder: root, root });
    const [library = null] = config.library ? await libraries.read([config.library.value], { folder: root, root }) : [];
    const named = config.style && isStylePath(config.style.value) ? [config.style.value] : [];
    const [style = null] = await styles.read(named, { folder: root, root });
    const own = await copies.read(pathsIn(config.sources), { folder: root, root });
    const ofLibrary = library?.uri
      ? await copies.read(pathsIn(library.declarations), {
          folder: system.folderOf(system.join(root, library.path)),
          root,
        })
      : [];
    const texts = [...namedIn(own, uri), ...(library?.uri ? namedIn(ofLibrary, library.uri) : [])];
    const before = composed.get(path);
    if (before && isSame(before, read, bibliography, library, texts, style)) return before;
    const file: ConfigFile = { ...read, uri, bibliography, library, texts, style };
    composed.set(path, file);
    return file;
  };

  return {
    find: async (folder, top) => {
      for (let at = folder; ; at = system.folderOf(at)) {
        const path = system.join(at, CONFIG_NAME);
        const read = await textOf(path);
        if (read.unreadable !== NO_SUCH_FILE) return compose(path, read);
        if (at === top || system.folderOf(at) === at) return null;
      }
    },
    read: async (path) => compose(path, await textOf(path)),
    overlay: (path, text) => {
      if (text === null) overlays.delete(path);
      else if (overlays.get(path)?.text !== text) overlays.set(path, configText(text));
    },
  };
}

function isSame(
  before: ConfigFile,
  read: ConfigText,
  bibliography: readonly BibliographyFile[],
  library: BibliographyFile | null,
  texts: readonly SourceText[],
  style: StyleFile | null,
): boolean {
  const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((each, i) => each === b[i]);
  return (
    before.config === read.config &&
    before.library === library &&
    before.style === style &&
    same(before.bibliography, bibliography) &&
    same(before.texts, texts)
  );
}

/** Marks local copies with the file that names them; one that has not changed stays the very same object. */
function copiesNamedIn(): (texts: readonly SourceText[], uri: string) => SourceText[] {
  const known = new WeakMap<SourceText, SourceText>();
  return (texts, uri) =>
    texts.map((text) => {
      const before = known.get(text);
      if (before?.namedIn === uri) return before;
      const marked = { ...text, namedIn: uri };
      known.set(text, marked);
      return marked;
    });
}

function pathsIn(sources: readonly SourceDeclaration[]): string[] {
  return sources.flatMap(({ textPath }) => textPath?.value ?? []);
}

function valuesOf(fields: readonly { readonly value: string }[]): string[] {
  return fields.map(({ value }) => value);
}
