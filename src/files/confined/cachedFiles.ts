import { say } from '../../core/base/say';
import type { FileKind } from '../named/namedFileKinds';
import { type FileState, REFUSAL } from './confinement';
import type { FileSystem } from './fileSystem';

/** A path that a brief names, and what it is confined to. */
export interface NamedPath {
  readonly path: string;
  /** The folder of the brief. */
  readonly folder: string;
  /** Nothing outside of it is read. */
  readonly root: string;
  /** The brief itself, which is not a source of what it says. */
  readonly brief?: string;
}

/** The files of one kind, each read again only after it has changed: till then it is the very same object. */
export interface CachedFiles<T> {
  /**
   * The files that paths name, in order, each path once.
   *
   * @param through what reads them, if not the file system that they are kept for
   */
  read(paths: readonly string[], place: Omit<NamedPath, 'path'>, through?: FileSystem): Promise<T[]>;
  /** Forgets the files that none of these briefs names. */
  keepOnly(used: readonly NamedPath[]): void;
}

interface Cached<T> {
  readonly file: T;
  readonly size: number;
  /** What was read; null where nothing was. */
  readonly content: { readonly text: string; readonly state: FileState } | null;
}

export function createCachedFiles<T extends { readonly unreadable?: string }>(
  kind: FileKind<T>,
  system: FileSystem,
): CachedFiles<T> {
  const kept = new Map<string, Promise<Cached<T>>>();

  const refuse = (path: string, reason: string, before: Cached<T> | undefined): Cached<T> =>
    before?.content === null && before.file.unreadable === reason
      ? before
      : { file: kind.unread(path, reason), size: 0, content: null };

  const namesItself = ({ path, folder, brief }: NamedPath): boolean => system.join(folder, path) === brief;

  const keyOf = (named: NamedPath): string =>
    [named.root, named.folder, named.path, ...(namesItself(named) ? ['itself'] : [])].join('\n');

  const look = async (named: NamedPath, before: Cached<T> | undefined, through: FileSystem): Promise<Cached<T>> => {
    const { path, folder, root } = named;
    if (namesItself(named)) return refuse(path, REFUSAL.itself(), before);
    const known = before?.content?.state;
    const read = await through.read(path, {
      folder,
      root,
      extensions: kind.extensions,
      maxBytes: kind.maxBytes(path),
      ...(known ? { known } : {}),
    });
    if ('refused' in read) return refuse(path, read.refused, before);
    if ('unchanged' in read) return before ?? refuse(path, REFUSAL.unreadable(), before);
    const { text, garbled, state } = read;
    const content = { text, state };
    if (before?.content?.text === text) return { ...before, content };
    return {
      file: await kind.read(text, path, state.uri, garbled),
      size: state.size,
      content,
    };
  };

  /** Takes the file as it was kept, once that is known, to what it is now. */
  const renew = (named: NamedPath, next: (before: Cached<T> | undefined) => Promise<Cached<T>> | Cached<T>) => {
    const key = keyOf(named);
    const before = kept.get(key)?.catch(() => undefined) ?? Promise.resolve(undefined);
    const reading = before.then(next);
    kept.set(key, reading);
    return reading;
  };

  return {
    read: async (paths, place, through = system) => {
      const files: T[] = [];
      let bytes = 0;
      for (const path of new Set(paths)) {
        const named = { ...place, path };
        const { file, size } = await renew(named, (before) => {
          if (files.length >= kind.most)
            return refuse(path, say('A brief may name only {0} such files.', kind.most), before);
          if (bytes > kind.mostBytes)
            return refuse(
              path,
              say('The files before it are larger than {0} MB together.', kind.mostBytes / 1024 / 1024),
              before,
            );
          return look(named, before, through);
        });
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
