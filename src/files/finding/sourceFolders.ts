import { say } from '../../core/base/say';
import {
  mayBeSourceFile,
  SOURCE_FILES,
  type SourceFile,
  type SourceFolder,
  sourceFileOf,
  sourceFolderOf,
  unreadSourceFile,
} from '../../core/checking';
import { type FileState, REFUSAL } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
import { LOCAL_COPY } from '../named/namedFileKinds';

/** Largest number of sources in a library folder. A larger library is to be split. */
const MOST_SOURCES = 10_000;
const MB = 1024 * 1024;
/** Largest size of a source's file with its notes, in bytes. */
const MOST_BYTES = MB;
/** Largest size of all files together, in bytes. */
const MOST_TOGETHER = 128 * MB;
/** Number of files that are read at a time. */
const AT_ONCE = 16;

/** The folders of sources that configurations name. A folder that hasn't changed stays the very same object. */
export interface SourceFolders {
  /**
   * @param path relative to `root`, outside of which nothing is read
   */
  read(path: string, root: string): Promise<SourceFolder>;
  /**
   * Has the folders that contain these files or folders looked at again; null: all. Until then a folder stays as it was, unless
   * its own state changes. To look at thousands of files for every brief would take long.
   *
   * @param places of files that were written, made or removed
   */
  changed(places: readonly string[] | null): void;
}

/** The cached state of a file. */
interface CachedFile {
  readonly version: string | undefined;
  readonly state: FileState | null;
  /** The source in the file; null if it isn't a source. */
  readonly file: SourceFile | null;
  /** The file name of its local copy, without folders. */
  readonly copy: string | null;
}

interface CachedFolder {
  readonly path: string;
  readonly root: string;
  files: ReadonlyMap<string, CachedFile>;
  folder: SourceFolder | null;
  /** State of the folder when it was looked at. A watcher may miss files that are made along with their folder. */
  state: string | null;
  /** The names of files that changed in it, or that may be local copies, since it was looked at; null: any. */
  changed: Set<string> | null;
  looking: Promise<SourceFolder> | null;
}

export function createSourceFolders(system: FileSystem): SourceFolders {
  const kept = new Map<string, CachedFolder>();
  return {
    read: (path, root) => {
      const key = `${root}\n${path}`;
      const folder: CachedFolder = kept.get(key) ?? {
        path,
        root,
        files: new Map(),
        folder: null,
        state: null,
        changed: null,
        looking: null,
      };
      kept.set(key, folder);
      return upToDate(system, folder);
    },
    changed: (places) => {
      for (const folder of kept.values()) noteChanges(system, folder, places);
    },
  };
}

async function upToDate(system: FileSystem, one: CachedFolder): Promise<SourceFolder> {
  const { path, root } = one;
  if (one.folder && one.state !== (await system.folderState(path, { folder: root, root }))) one.changed = null;
  // A file that changes during the look is looked at once more.
  while (one.looking || one.folder === null || one.changed === null || one.changed.size > 0) {
    one.looking ??= look(system, one)
      .catch((error: unknown) => {
        // After an error, all files are looked at the next time.
        one.changed = null;
        throw error;
      })
      .finally(() => {
        one.looking = null;
      });
    one.folder = await one.looking;
  }
  return one.folder;
}

function noteChanges(system: FileSystem, one: CachedFolder, places: readonly string[] | null): void {
  const folder = system.join(one.root, withoutSlash(one.path));
  const copies = new Set([...one.files.values()].flatMap(({ copy }) => copy ?? []));
  if (places === null || places.some((place) => system.isInside(folder, place))) one.changed = null;
  for (const place of places ?? []) {
    const name = system.nameOf(place);
    if (copies.has(name) || system.isInside(system.folderOf(place), folder)) one.changed?.add(name);
  }
}

/** Looks at a folder again. Parts that haven't changed stay the same objects. */
async function look(system: FileSystem, one: CachedFolder): Promise<SourceFolder> {
  const { path, root, changed, folder: last } = one;
  one.changed = new Set();
  const shown = withoutSlash(path);
  const base = system.uriOf(root);
  one.state = await system.folderState(shown, { folder: root, root });
  const listed = await system.entries(shown, { folder: root, root, extensions: SOURCE_FILES });
  if ('refused' in listed) {
    one.files = new Map();
    if (last?.unreadable === listed.refused) return last;
    return { base, path: shown, files: [], names: new Set(), unreadable: listed.refused };
  }
  const all = listed.files.filter(({ name }) => mayBeSourceFile(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = all.slice(0, MOST_SOURCES);
  const { files, isCut } = await readFiles(system, one, found, changed);
  one.files = files;
  const leftOut = isCut ? tooLarge() : listed.isCut || all.length > found.length ? tooMany() : undefined;
  const now = sourceFolderOf(
    {
      base,
      path: shown,
      uri: listed.uri,
      names: new Set(found.map(({ name }) => name)),
      ...(leftOut === undefined ? {} : { leftOut }),
    },
    [...files.values()].flatMap(({ file }) => file ?? []),
  );
  return last && isSame(last, now) ? last : now;
}

/** A file as the folder lists it. */
interface Listed {
  readonly name: string;
  readonly version?: string | undefined;
}

/**
 * Reads files, some at a time, until they are too large together.
 *
 * @param changed the names of files that have changed; null: any may have
 */
async function readFiles(
  system: FileSystem,
  one: CachedFolder,
  listed: readonly Listed[],
  changed: ReadonlySet<string> | null,
): Promise<{ readonly files: ReadonlyMap<string, CachedFile>; readonly isCut: boolean }> {
  const files = new Map<string, CachedFile>();
  let bytes = 0;
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    if (bytes > MOST_TOGETHER) return { files, isCut: true };
    const some = listed.slice(at, at + AT_ONCE);
    const read = await Promise.all(
      some.map(async (file) => [file.name, await readIfChanged(system, one, file, changed)] as const),
    );
    for (const [name, file] of read) {
      files.set(name, file);
      bytes += file.state?.size ?? 0;
    }
  }
  return { files, isCut: false };
}

async function readIfChanged(
  system: FileSystem,
  one: CachedFolder,
  { name, version }: Listed,
  changed: ReadonlySet<string> | null,
): Promise<CachedFile> {
  const known = one.files.get(name);
  const isTold = changed === null || changed.has(name);
  const isFirst = one.folder === null;
  const isKept = known && (version === undefined ? !isTold && !isFirst : known.version === version);
  const now = isKept ? known : await readFile(system, one, name, version, known);
  const isCopyKept = now === known && changed !== null && !(now.copy !== null && changed.has(now.copy));
  return isCopyKept ? now : lookAtCopy(system, now, one);
}

/** @param known the cached state of the file, which is kept if the file hasn't changed */
async function readFile(
  system: FileSystem,
  { path, root }: CachedFolder,
  name: string,
  version: string | undefined,
  known: CachedFile | undefined,
): Promise<CachedFile> {
  const shown = `${withoutSlash(path)}/${name}`;
  const confinement = { folder: root, root, extensions: SOURCE_FILES, maxBytes: MOST_BYTES };
  const read = await system.read(shown, { ...confinement, ...(known?.state ? { known: known.state } : {}) });
  if ('unchanged' in read && known) return { ...known, version };
  if (!('text' in read)) {
    const reason = 'refused' in read ? read.refused : say('It could not be read.');
    const uri = system.uriOf(system.join(root, shown));
    const isSame = known?.file?.unreadable === reason;
    const file = isSame ? known.file : unreadSourceFile({ path: shown, uri, name }, reason);
    return { version, state: null, file, copy: null };
  }
  const { text, state, garbled } = read;
  if (known?.file && known.file.written === text && known.file.unreadable === undefined)
    return { ...known, version, state };
  const named = { path: shown, uri: state.uri, name };
  const file = garbled ? unreadSourceFile(named, REFUSAL.notUtf8()) : sourceFileOf(named, text);
  const copy = file?.declarations[0]?.textPath?.value;
  return { version, state, file, copy: copy === undefined ? null : copy.slice(copy.lastIndexOf('/') + 1) };
}

/** Notes whether the local copy of a source can be read. Only looks at it. */
async function lookAtCopy(system: FileSystem, kept: CachedFile, { path, root }: CachedFolder): Promise<CachedFile> {
  const copy = kept.file?.declarations[0]?.textPath?.value;
  if (!kept.file || copy === undefined) return kept;
  const { extensions, maxBytes } = LOCAL_COPY;
  const folder = system.join(root, withoutSlash(path));
  const looked = await system.read(copy, { folder, root, extensions, maxBytes: maxBytes(copy), looks: true });
  const reason = 'refused' in looked ? looked.refused : undefined;
  if (kept.file.copyUnreadable === reason) return kept;
  const { copyUnreadable: _, ...file } = kept.file;
  return { ...kept, file: reason === undefined ? file : { ...file, copyUnreadable: reason } };
}

function tooMany(): string {
  return say(
    'It has over {0} files that may be sources, and the last by name are not read. Split the folder of briefs.',
    MOST_SOURCES.toLocaleString('en'),
  );
}

function tooLarge(): string {
  return say('Its files have over 128 MB together, and the last by name are not read. Keep local copies elsewhere.');
}

function withoutSlash(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function isSame(one: SourceFolder, other: SourceFolder): boolean {
  return (
    one.uri === other.uri &&
    one.leftOut === other.leftOut &&
    one.files.length === other.files.length &&
    one.names.size === other.names.size &&
    one.files.every((file, i) => file === other.files[i]) &&
    [...other.names].every((name) => one.names.has(name))
  );
}
