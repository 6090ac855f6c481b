import type { ConfinedRead, Confinement, FolderRead } from '../../files/confined/confinement';

/** The requests of the server: the parameters and the result of each. */
export interface ServerRequests {
  /**
   * If the client's initialization options say `"readsFiles": true`: a text file that a brief names, on a file system
   * that the server can't reach. The client holds the path to the rules of `files/confined/confinement.ts`. It reads
   * nothing outside of the workspace folder that contains `folder`; without such a folder, nothing outside of `folder`.
   */
  'brief/readFile': [ReadFileParams, ReadFileResult];
  /**
   * For clients with `"readsFolders": true`: the regular files of a folder that have one of the extensions and aren't
   * links.
   */
  'brief/readFolder': [ReadFolderParams, ReadFolderResult];
}

export interface ReadFileParams extends Omit<Confinement, 'root'> {
  /** Relative to `folder`, which is a URI. */
  readonly path: string;
}
export type ReadFileResult = ConfinedRead;

export interface ReadFolderParams extends Omit<Confinement, 'root' | 'maxBytes' | 'known' | 'looks'> {
  /** Relative to `folder`, which is a URI. */
  readonly path: string;
}
export type ReadFolderResult = FolderRead;

/** The first message to a server in a web worker, before any of LSP. */
export interface WorkerStart {
  /** The address of the folder that holds what is loaded only when it is needed, with its last slash. */
  readonly bundles: string;
}
