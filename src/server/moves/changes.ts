import type { TextEdit } from 'vscode-languageserver';

/** What is to be changed in a brief, at its address before the move. */
export interface Change {
  readonly uri: string;
  /** Null if the brief is not open. */
  readonly version: number | null;
  readonly edits: TextEdit[];
}

/** What follows from a move. */
export interface Changes {
  readonly changes: readonly Change[];
  /** Ids of sources that are others then, and that briefs may cite which are not open and could not be read. */
  readonly missed: readonly string[];
}
