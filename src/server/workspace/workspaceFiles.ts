import type { ConfigFile } from '../../core';

/** What the server may read of a workspace, besides the files that open briefs name. A server without files has none. */
export interface WorkspaceFiles {
  /** The configuration that holds for a document. One that has not changed is the same object; null: there is none. */
  config(uri: string): Promise<ConfigFile | null>;
  /** Takes the text of an editor for that of a configuration; null: that of its file again. */
  overlay(uri: string, text: string | null): void;
  /** Files or folders were written, made or removed: the library folders that they are in, or hold, are looked at again; null: all are. */
  changed(uris: readonly string[] | null): void;
  /** Whether briefs beside a file can be found. Those of some file systems cannot: no client lists what is in all of them. */
  reaches(uri: string): boolean;
  /**
   * The briefs below the roots, in no order.
   *
   * @param include globs of the user's, relative to each root
   */
  briefs(include: readonly string[]): AsyncIterable<string>;
  /** Whether a file that is new would be one of these. */
  isBrief(uri: string, include: readonly string[]): Promise<boolean>;
  /**
   * Reads a brief below the roots; null where it is not there or could not be read.
   *
   * @param known the state of what was read before: it is not read again as long as it has not changed
   */
  read(uri: string, known?: string): Promise<BriefText | 'unchanged' | null>;
}

export interface BriefText {
  readonly text: string;
  /** Changes whenever the file is written. */
  readonly state: string;
}
