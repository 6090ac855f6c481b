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
import type { FileState } from '../confined/confinement';
import type { FileSystem } from '../confined/fileSystem';
import { LOCAL_COPY } from '../named/namedFileKinds';

/** A library of more sources is one to be split. */
export const MOST_SOURCES = 10_000;
const MB = 1024 * 1024;
/** Of a file with its notes. */
const MOST_BYTES = MB;
/** Of all of them. */
const MOST_TOGETHER = 128 * MB;
/** As many files are read at a time. */
const AT_ONCE = 16;

/** The folders of sources that configurations name. What has not changed stays the very same object. */
export interface SourceFolders {
  /**
   * @param path relative to `root`, outside of which nothing is read
   */
  read(path: string, root: string): Promise<SourceFolder>;
  /**
   * Has the folders looked at again that files or folders are in; null: all. Until then, or until files in them are others, they
   * are what they were: to look at thousands of files for every brief would take long.
   *
   * @param places of files that were written, made or removed
   */
  changed(places: readonly string[] | null): void;
}

/** What is known of a file. */
interface KeptFile {
  readonly version: string | undefined;
  readonly state: FileState | null;
  /** Null: it is no source. */
  readonly file: SourceFile | null;
  /** The name of its local copy, without what leads to it. */
  readonly copy: string | null;
}

interface KeptFolder {
  readonly path: string;
  readonly root: string;
  files: ReadonlyMap<string, KeptFile>;
  folder: SourceFolder | null;
  /** That of the folder when it was looked at: what watches files may miss some that are made along with their folder. */
  state: string | null;
  /** The names of what changed in it, or of what may be a local copy, since it was looked at; null: any. */
  changed: Set<string> | null;
  looking: Promise<SourceFolder> | null;
}

export function createSourceFolders(system: FileSystem): SourceFolders {
  const kept = new Map<string, KeptFolder>();

  const readFile = async (
    { path, root }: KeptFolder,
    name: string,
    version: string | undefined,
    before: KeptFile | undefined,
  ): Promise<KeptFile> => {
    const shown = `${withoutSlash(path)}/${name}`;
    const confinement = { folder: root, root, extensions: SOURCE_FILES, maxBytes: MOST_BYTES };
    const read = await system.read(shown, { ...confinement, ...(before?.state ? { known: before.state } : {}) });
    if ('unchanged' in read && before) return { ...before, version };
    if (!('text' in read)) {
      const reason = 'refused' in read ? read.refused : say('It could not be read.');
      const uri = system.uriOf(system.join(root, shown));
      const isSame = before?.file?.unreadable === reason;
      const file = isSame ? before.file : unreadSourceFile({ path: shown, uri, name }, reason);
      return { version, state: null, file, copy: null };
    }
    const { text, state, garbled } = read;
    if (before?.file && before.file.written === text && before.file.unreadable === undefined)
      return { ...before, version, state };
    const named = { path: shown, uri: state.uri, name };
    const file = garbled
      ? unreadSourceFile(named, say('It is not in UTF-8. Save it in that encoding.'))
      : sourceFileOf(named, text);
    const copy = file?.declarations[0]?.textPath?.value;
    return { version, state, file, copy: copy === undefined ? null : copy.slice(copy.lastIndexOf('/') + 1) };
  };

  /** Notes whether the local copy of a source can be read. It is only looked at. */
  const lookAtCopy = async (kept: KeptFile, { path, root }: KeptFolder): Promise<KeptFile> => {
    const copy = kept.file?.declarations[0]?.textPath?.value;
    if (!kept.file || copy === undefined) return kept;
    const { extensions, maxBytes } = LOCAL_COPY;
    const folder = system.join(root, withoutSlash(path));
    const looked = await system.read(copy, { folder, root, extensions, maxBytes: maxBytes(copy), looks: true });
    const reason = 'refused' in looked ? looked.refused : undefined;
    if (kept.file.copyUnreadable === reason) return kept;
    const { copyUnreadable: _, ...file } = kept.file;
    return { ...kept, file: reason === undefined ? file : { ...file, copyUnreadable: reason } };
  };

  const look = async (one: KeptFolder): Promise<SourceFolder> => {
    const { path, root, changed, files: before } = one;
    const isFirst = one.folder === null;
    one.changed = new Set();
    const shown = withoutSlash(path);
    one.state = await system.folderState(shown, { folder: root, root });
    const listed = await system.entries(shown, { folder: root, root, extensions: SOURCE_FILES });
    if ('refused' in listed) {
      one.files = new Map();
      const isSame = one.folder?.unreadable === listed.refused;
      return isSame && one.folder
        ? one.folder
        : { base: system.uriOf(root), path: shown, files: [], names: new Set(), unreadable: listed.refused };
    }
    const all = listed.files.filter(({ name }) => mayBeSourceFile(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = all.slice(0, MOST_SOURCES);
    const files = new Map<string, KeptFile>();
    let bytes = 0;
    let leftOut = listed.isCut || all.length > found.length ? tooMany() : undefined;
    for (let at = 0; at < found.length; at += AT_ONCE) {
      if (bytes > MOST_TOGETHER) {
        leftOut = tooLarge();
        break;
      }
      const read = await Promise.all(
        found.slice(at, at + AT_ONCE).map(async ({ name, version }) => {
          const known = before.get(name);
          const isTold = changed === null || changed.has(name);
          const isKept = known && (version === undefined ? !isTold && !isFirst : known.version === version);
          const now = isKept ? known : await readFile(one, name, version, known);
          const isCopyKept = now === known && changed !== null && !(now.copy !== null && changed.has(now.copy));
          return [name, isCopyKept ? now : await lookAtCopy(now, one)] as const;
        }),
      );
      for (const [name, file] of read) {
        files.set(name, file);
        bytes += file.state?.size ?? 0;
      }
    }
    one.files = files;
    const names = new Set(found.map(({ name }) => name));
    const sources = [...files.values()].flatMap(({ file }) => file ?? []);
    const now = sourceFolderOf(
      { base: system.uriOf(root), path: shown, uri: listed.uri, names, ...(leftOut === undefined ? {} : { leftOut }) },
      sources,
    );
    return one.folder && isSame(one.folder, now) ? one.folder : now;
  };

  return {
    read: async (path, root) => {
      const key = `${root}\n${path}`;
      const one: KeptFolder = kept.get(key) ?? {
        path,
        root,
        files: new Map(),
        folder: null,
        state: null,
        changed: null,
        looking: null,
      };
      kept.set(key, one);
      if (one.folder && one.state !== (await system.folderState(path, { folder: root, root }))) one.changed = null;
      // What changes while it is looked at is looked at once more.
      while (one.looking || one.folder === null || one.changed === null || one.changed.size > 0) {
        one.looking ??= look(one)
          .catch((error: unknown) => {
            // What was not found out is looked at the next time.
            one.changed = null;
            throw error;
          })
          .finally(() => {
            one.looking = null;
          });
        one.folder = await one.looking;
      }
      return one.folder;
    },
    changed: (places) => {
      for (const one of kept.values()) {
        const folder = system.join(one.root, withoutSlash(one.path));
        const copies = new Set([...one.files.values()].flatMap(({ copy }) => copy ?? []));
        if (places === null || places.some((place) => system.isInside(folder, place))) one.changed = null;
        for (const place of places ?? []) {
          const name = system.nameOf(place);
          if (copies.has(name) || system.isInside(system.folderOf(place), folder)) one.changed?.add(name);
        }
      }
    },
  };
}

function tooMany(): string {
  return say(
    'It holds over {0} files that may be sources; those that come after these by name are not read. Split the folder of briefs.',
    MOST_SOURCES.toLocaleString('en'),
  );
}

function tooLarge(): string {
  return say(
    'Its files have over 128 MB together; those that come after these by name are not read. Keep local copies elsewhere.',
  );
}

function withoutSlash(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function isSame(before: SourceFolder, now: SourceFolder): boolean {
  return (
    before.uri === now.uri &&
    before.leftOut === now.leftOut &&
    before.files.length === now.files.length &&
    before.names.size === now.names.size &&
    before.files.every((file, i) => file === now.files[i]) &&
    [...now.names].every((name) => before.names.has(name))
  );
}
