import { say } from '../../core/base/say';
import type { FileKind } from '../named/namedFileKinds';
import { type FileState, REFUSAL } from './confinement';
import type { FileSystem } from './fileSystem';

/** A path that a brief names, with the folders that confine it. */
export interface NamedPath {
  readonly path: string;
  /** The folder of the brief. */
  readonly folder: string;
  /** The folder outside of which nothing is read. */
  readonly root: string;
  /** The brief itself, which can't be a source of its own claims. */
  readonly brief?: string;
}

/** Files of one kind. Each is read again only after it has changed: until then it is the very same object. */
export interface CachedFiles<T> {
  /**
   * Returns the files that paths name, in order, each path once.
   *
   * @param through the file system that reads them, if not the one that they are kept for
   */
  read(paths: readonly string[], place: Omit<NamedPath, 'path'>, through?: FileSystem): Promise<T[]>;
  /** Forgets all files but these. */
  keepOnly(used: readonly NamedPath[]): void;
}

interface Cached<T> {
  readonly file: T;
  readonly size: number;
  /** The text that was read, with the state of its file; null if nothing was read. */
  readonly content: { readonly text: string; readonly state: FileState } | null;
}

export function createCachedFiles<T extends { readonly unreadable?: string }>(
  kind: FileKind<T>,
  system: FileSystem,
): CachedFiles<T> {
  const kept = new Map<string, CachedFile<T>>();

  const namesItself = ({ path, folder, brief }: NamedPath): boolean => system.join(folder, path) === brief;

  const keyOf = (named: NamedPath): string =>
    [named.root, named.folder, named.path, ...(namesItself(named) ? ['itself'] : [])].join('\n');

  const fileOf = (named: NamedPath): CachedFile<T> => {
    const key = keyOf(named);
    const file = kept.get(key) ?? createCachedFile(kind, named);
    kept.set(key, file);
    return file;
  };

  return {
    read: async (paths, place, through = system) => {
      const files: T[] = [];
      let bytes = 0;
      for (const path of new Set(paths)) {
        const named = { ...place, path };
        const refusal = excess(kind, files.length, bytes) ?? (namesItself(named) ? REFUSAL.itself() : null);
        const { file, size } = await fileOf(named)(through, refusal);
        bytes += size;
        files.push(file);
      }
      return files;
    },
    keepOnly: (used) => {
      const keys = new Set(used.map(keyOf));
      for (const key of kept.keys()) if (!keys.has(key)) kept.delete(key);
    },
  };
}

/** Says why a file isn't read after others of its kind; null if it may be read. */
function excess<T>({ most, mostBytes }: FileKind<T>, count: number, bytes: number): string | null {
  if (count >= most) return say('A brief may name only {0} such files.', most);
  if (bytes <= mostBytes) return null;
  return say('The files before it are larger than {0} MB together.', mostBytes / 1024 / 1024);
}

/**
 * Looks at a file. One look follows the other, and each starts from the result of the previous one.
 *
 * @param refusal why it isn't read; null: it is read
 */
type CachedFile<T> = (through: FileSystem, refusal: string | null) => Promise<Cached<T>>;

function createCachedFile<T extends { readonly unreadable?: string }>(
  kind: FileKind<T>,
  { path, folder, root }: NamedPath,
): CachedFile<T> {
  let last: Cached<T> | undefined;
  let looked: Promise<unknown> = Promise.resolve();

  const refused = (reason: string): Cached<T> =>
    last?.content === null && last.file.unreadable === reason
      ? last
      : { file: kind.unread(path, reason), size: 0, content: null };

  const look = async (through: FileSystem): Promise<Cached<T>> => {
    const known = last?.content?.state;
    const read = await through.read(path, {
      folder,
      root,
      extensions: kind.extensions,
      maxBytes: kind.maxBytes(path),
      ...(known ? { known } : {}),
    });
    if ('refused' in read) return refused(read.refused);
    if ('unchanged' in read) return last ?? refused(REFUSAL.unreadable());
    const { text, garbled, state } = read;
    const content = { text, state };
    if (last?.content?.text === text) return { ...last, content };
    const { uri, size } = state;
    const file = garbled ? kind.unread(path, REFUSAL.notUtf8(), uri) : await kind.read(text, path, uri);
    return { file, size, content };
  };

  return (through, refusal) => {
    const now = looked.then(async () => {
      last = refusal === null ? await look(through) : refused(refusal);
      return last;
    });
    looked = now.catch(() => {
      last = undefined;
    });
    return now;
  };
}
