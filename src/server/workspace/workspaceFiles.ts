import type { ConfigFile } from '../../core';

/** Access to a workspace, besides the files that open briefs name. A server without files has none. */
export interface WorkspaceFiles {
  /** Returns the configuration for a document; null if there is none. An unchanged one is the same object. */
  config(uri: string): Promise<ConfigFile | null>;
  /** Uses the text of an editor instead of a configuration's file. Null: the file counts again. */
  overlay(uri: string, text: string | null): void;
  /** Looks again at the library folders around or below changed files or folders. Null: at all library folders. */
  changed(uris: readonly string[] | null): void;
  /** True if briefs beside a file can be found. On some file systems they can't, as no client lists all files there. */
  reaches(uri: string): boolean;
  /**
   * The briefs below the roots, in no order.
   *
   * @param include globs of the user's, relative to each root
   */
  briefs(include: readonly string[]): AsyncIterable<string>;
  /** True if a new file would be one of the `briefs`. */
  isBrief(uri: string, include: readonly string[]): Promise<boolean>;
  /**
   * Reads a brief below the roots; null if it isn't there or can't be read.
   *
   * @param known the state of an earlier reading: a file in this state isn't read again
   */
  read(uri: string, known?: string): Promise<BriefText | 'unchanged' | null>;
}

export interface BriefText {
  readonly text: string;
  /** Changes whenever the file is written. */
  readonly state: string;
}
