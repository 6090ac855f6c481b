import type { TextEdit } from 'vscode-languageserver';

/** Changes in a brief, at its address before the move. */
export interface Change {
  readonly uri: string;
  /** Version of the brief; null if it is not open. */
  readonly version: number | null;
  readonly edits: TextEdit[];
}

/** All changes that follow from a move. */
export interface Changes {
  readonly changes: readonly Change[];
  /** Ids of sources that change, and that may be cited in briefs that are not open and could not be read. */
  readonly missed: readonly string[];
}
