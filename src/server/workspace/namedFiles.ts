import type { NamedFiles } from '../../core/checking';
import { sameImages } from '../../files/named/lookAtImages';
import { namesFiles, type PathsNamed, pathsNamedBy } from '../../files/named/readNamedFiles';
import { createHeldLooks, mayBeHalfWritten } from '../diagnostics/halfWritten';
import type { OpenDocument } from '../documents/document';
import { createUnderWay } from '../messages/underWay';

/** Access to the files that the server may read besides open documents. A server without files has none. */
export interface Files {
  /** Reads the files that a brief names. A file that hasn't changed is the same object. */
  read(uri: string, paths: PathsNamed): Promise<NamedFiles>;
  /**
   * Lists the files with some extensions in a folder, and its folders, each with a slash at the end.
   *
   * @param folder relative to that of the brief `uri`; empty: that folder itself
   */
  list(uri: string, folder: string, extensions: readonly string[]): Promise<readonly string[]>;
  /** Returns the column names of a data file beside the brief `uri`; none if it can't be read. */
  columns(uri: string, path: string): Promise<readonly string[]>;
  /** Tells that the document is closed: files that only it names need not be kept. */
  forget(uri: string): void;
}

/** Keeps the files that the open documents name. */
export interface FilesOfDocuments {
  /** Returns the files that were read for a document; undefined if none were. */
  of(uri: string): NamedFiles | undefined;
  /** Reads the files that a document names, unless the same paths were read for it before. */
  update(document: OpenDocument): void;
  /** Reads the files of a document again: one may have changed. */
  reread(document: OpenDocument): void;
  /** Settles when all reads that were begun for a document have ended, whether they succeeded or not. */
  settled(uri: string): Promise<void>;
  forget(uri: string): void;
}

interface Cached {
  readonly paths: PathsNamed;
  /** The paths as a text; empty if there are none. */
  readonly named: string;
  readonly files?: NamedFiles;
}

/**
 * @param changed called when the files of a document are there, or have changed
 * @param prepare called with these files before they are used, for work on them that takes long
 */
export function createFilesOfDocuments(
  files: Files | null,
  changed: (uri: string) => void,
  prepare: (uri: string, files: NamedFiles) => Promise<void>,
): FilesOfDocuments {
  const kept = new Map<string, Cached>();
  const reading = createUnderWay();
  const preparing = new Map<string, { readonly found: NamedFiles; readonly taken: Promise<void> }>();
  const held = createHeldLooks<NamedFiles>();

  const read = (uri: string, entry: Cached) => {
    kept.set(uri, entry);
    if (!files || entry.named === '') return;
    const isWanted = () => kept.get(uri)?.named === entry.named;
    const take = (found: NamedFiles): Promise<void> | undefined => {
      // Other paths may be read meanwhile, or the document was closed.
      const now = kept.get(uri);
      if (!now || !isWanted()) return undefined;
      const isUnsure = now.files && mayBeHalfWritten(now.files.bibliography, found.bibliography);
      if (isUnsure && !held.believes(uri, found, sameFiles, () => again(uri))) return undefined;
      held.forget(uri);
      const before = preparing.get(uri);
      if (before && sameFiles(before.found, found)) return before.taken;
      preparing.delete(uri);
      if (now.files && sameFiles(now.files, found)) return undefined;
      const taken = prepare(uri, found).then(() => {
        const last = kept.get(uri);
        if (preparing.get(uri)?.taken !== taken) return;
        preparing.delete(uri);
        if (!last || !isWanted()) return;
        kept.set(uri, { ...last, files: found });
        changed(uri);
      });
      preparing.set(uri, { found, taken });
      return taken;
    };
    reading.add(uri, files.read(uri, entry.paths).then(take));
  };
  const again = (uri: string) => {
    const entry = kept.get(uri);
    if (entry) read(uri, entry);
  };
  const entryFor = (document: OpenDocument): Cached => {
    const before = kept.get(document.uri);
    const paths = pathsNamedBy(document.brief());
    const named = namesFiles(paths) ? JSON.stringify(paths) : '';
    return { paths, named, ...(before?.files ? { files: before.files } : {}) };
  };

  return {
    of: (uri) => kept.get(uri)?.files,
    update: (document) => {
      const { uri } = document;
      const entry = entryFor(document);
      if (entry.named !== (kept.get(uri)?.named ?? '')) read(uri, entry);
      else if (entry.named !== '') kept.set(uri, entry);
    },
    reread: (document) => {
      const entry = entryFor(document);
      if (entry.named !== '') read(document.uri, entry);
    },
    settled: reading.ended,
    forget: (uri) => {
      kept.delete(uri);
      preparing.delete(uri);
      held.forget(uri);
      files?.forget(uri);
    },
  };
}

/** True if both have the same files, each with the same content. */
export function sameFiles(one: NamedFiles, other: NamedFiles): boolean {
  const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((file, i) => file === b[i]);
  return (
    same(one.bibliography, other.bibliography) &&
    same(one.texts, other.texts) &&
    same(one.data, other.data) &&
    same(one.styles ?? [], other.styles ?? []) &&
    sameImages(one.images, other.images)
  );
}
