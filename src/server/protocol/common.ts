/** Types of several requests. */

import type { Range } from '../../core/base/text';

/** Parameters of a request about one open document. */
export interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Parameters of a request that compares an open document with an earlier version. */
export interface OfVersions extends OfDocument {
  /** The whole text of the earlier version. */
  readonly earlier: string;
}

/** A `TextEdit` of LSP. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}
/** A file to be created together with edits, as one change. The server knows no file of that name. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** The words in it that stand for its title, for its author to write; null where the title is known. */
  readonly title: Range | null;
  /**
   * The local copy of the source, which moves to the library with it; null if no copy moves. The new file names the copy there.
   */
  readonly copy: { readonly from: string; readonly to: string } | null;
}
