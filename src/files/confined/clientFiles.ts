import { inEnglish } from '../../core/base/say';
import {
  type ConfinedRead,
  type Confinement,
  decoded,
  type FolderRead,
  noSuchFile,
  noSuchFolder,
  REFUSAL,
} from './confinement';
import type { FileReads, FileSystem } from './fileSystem';

/**
 * The files that only the client can read: those of a window without Node, and of virtual file systems. Places are URIs
 * as the client writes them. What is in a folder is not asked for.
 */
export function filesOfClient({ read, entries }: FileReads): FileSystem {
  return {
    placeOf: (uri) => {
      const parts = partsOf(uri);
      return parts && join(parts.root, parts.path.replace(/\/+$/, ''));
    },
    uriOf: (place) => place,
    folderOf: (place) => {
      const { root, path } = partsOf(place) ?? { root: place, path: '' };
      return join(root, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    },
    nameOf: (place) => decoded(place.slice(place.lastIndexOf('/') + 1)),
    join: (folder, path) =>
      [
        folder.replace(/\/$/, ''),
        ...path
          .split('/')
          .filter((part) => part !== '.')
          .map(encodeURIComponent),
      ].join('/'),
    isInside: (folder, root) => `${decoded(folder)}/`.startsWith(`${decoded(root).replace(/\/$/, '')}/`),
    read: async (path, confinement) => inOurWords(await read(path, confinement), confinement),
    entries: async (path, confinement) => inOurWords(await entries(path, confinement), { ...confinement, maxBytes: 0 }),
    folderState: async () => null,
    list: async () => [],
  };
}

/** An answer of the client, which says in English why it has refused something. */
function inOurWords<T extends ConfinedRead | FolderRead>(
  answer: T,
  { extensions, maxBytes }: Pick<Confinement, 'extensions' | 'maxBytes'>,
): T {
  if (!('refused' in answer)) return answer;
  const { larger, noText, ...others } = REFUSAL;
  const reasons = [noSuchFile, noSuchFolder, ...Object.values(others)];
  const meant = [...reasons, () => larger(maxBytes), () => noText(extensions)].find(
    (reason) => inEnglish(reason) === answer.refused,
  );
  return meant ? { ...answer, refused: meant() } : answer;
}

interface Parts {
  /** Scheme and authority. */
  readonly root: string;
  /** Begins with a slash. */
  readonly path: string;
}

/** The path of a network share, in whatever way it is written. */
const NETWORK = /^\/(?:\/|\\|%2f|%5c)/i;

/** Null for what is in no folder, such as an untitled text, and for network shares, which are never touched. */
function partsOf(uri: string): Parts | null {
  const [, root = '', path = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)/i.exec(uri) ?? [];
  if (path === '' || /^untitled:/i.test(root) || /^file:\/\/./i.test(root) || NETWORK.test(path)) return null;
  return { root, path };
}

/** The topmost folder ends with the slash that its path is. */
function join(root: string, path: string): string {
  return root + (path === '' ? '/' : path);
}
