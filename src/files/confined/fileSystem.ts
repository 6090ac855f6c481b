import type { ConfinedRead, Confinement, FolderRead } from './confinement';

/** The reads that a client makes for a server that has no files, or not these. */
export interface FileReads {
  /** Reads a text file that a brief names, if it is a regular file inside the root and no larger than allowed. */
  read(path: string, confinement: Confinement): Promise<ConfinedRead>;
  /** Lists the regular files of a folder that have one of some extensions. Links are left out. */
  entries(path: string, confinement: Pick<Confinement, 'folder' | 'root' | 'extensions'>): Promise<FolderRead>;
}

/**
 * The place of briefs and the files that they name: this machine, or files that only the client can read. Places in it are
 * texts of its own, paths or URIs.
 */
export interface FileSystem extends FileReads {
  /** Returns the place that a URI names; null if it names none in here. */
  placeOf(uri: string): string | null;
  uriOf(place: string): string;
  /** Returns the folder that contains a file or folder; the topmost folder itself for that one. */
  folderOf(place: string): string;
  nameOf(place: string): string;
  join(folder: string, path: string): string;
  /** True if a folder is the root or below it. */
  isInside(folder: string, root: string): boolean;
  /**
   * Returns a state that changes whenever a file is made, renamed or removed in a folder, or the folder is replaced. Returns
   * null if that isn't known.
   */
  folderState(path: string, confinement: Pick<Confinement, 'folder' | 'root'>): Promise<string | null>;
  /** Lists the files of some extensions in a folder, and its folders, each folder with a slash at the end. */
  list(path: string, confinement: Pick<Confinement, 'folder' | 'root' | 'extensions'>): Promise<readonly string[]>;
}
