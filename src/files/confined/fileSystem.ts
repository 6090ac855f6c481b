import type { ConfinedRead, Confinement, FolderRead } from './confinement';

/** What a client reads for a server that has no files, or not those. */
export interface FileReads {
  /** Reads a text file that a brief names, if it is a regular file inside the root and no larger than allowed. */
  read(path: string, confinement: Confinement): Promise<ConfinedRead>;
  /** All regular files of a folder that have one of some extensions. Nothing that is a link. */
  entries(path: string, confinement: Pick<Confinement, 'folder' | 'root' | 'extensions'>): Promise<FolderRead>;
}

/**
 * Where briefs and the files that they name are: on this machine, or where only the client can read. Places in it are
 * texts of its own, paths or URIs.
 */
export interface FileSystem extends FileReads {
  /** The place that a URI names; null where it is none in here. */
  placeOf(uri: string): string | null;
  uriOf(place: string): string;
  /** The folder that a file or folder is in; that of the topmost is itself. */
  folderOf(place: string): string;
  nameOf(place: string): string;
  join(folder: string, path: string): string;
  /** Whether a folder is the root or below it. */
  isInside(folder: string, root: string): boolean;
  /**
   * What changes whenever a file is made in a folder, renamed there or removed, or the folder is another one; null where that
   * is not known.
   */
  folderState(path: string, confinement: Pick<Confinement, 'folder' | 'root'>): Promise<string | null>;
  /** The files of some extensions in a folder, and its folders, each with a slash behind. */
  list(path: string, confinement: Pick<Confinement, 'folder' | 'root' | 'extensions'>): Promise<readonly string[]>;
}
