/** The details of a brief as a form shows them. Texts are for people, in the language of messages. */

export type ListKey = 'sources' | 'figures';

/** A field of the form. */
export interface DetailField {
  /** The key in the front matter, as the format names it. */
  readonly key: string;
  /**
   * `passage`: a text of several sentences. `choice`: one of `choices`. `lines`: several texts, one on each line. `words`: several,
   * with commas between them.
   */
  readonly kind: 'text' | 'passage' | 'choice' | 'lines' | 'words';
  /** The values of a `choice`, without the empty one; the value as it is written is among them. */
  readonly choices?: readonly string[];
  /** Extensions of the files that the value may name, with their dots; absent if it names no file. */
  readonly files?: readonly string[];
  readonly label: string;
  /** A hint; empty if there is none, as is `error`. */
  readonly hint: string;
  readonly value: string;
  /** The error in the value as it is written. */
  readonly error: string;
  /** True if the value is written in a way that a form can't change without loss. */
  readonly fixed: boolean;
}

/** An entry of a list. */
export interface DetailEntry {
  /** The id, or an empty text if it has none. */
  readonly id: string;
  /** The number of its first line in the text, counted from 0. */
  readonly line: number;
  readonly name: string;
  readonly fields: readonly DetailField[];
  /**
   * Number of places in the brief that use it, and the same in a sentence (empty for 0). An entry that is used can't be
   * removed.
   */
  readonly uses: number;
  readonly used: string;
}

export interface DetailList {
  readonly key: ListKey;
  readonly label: string;
  readonly entries: readonly DetailEntry[];
  /** A sentence on why entries can't be added or changed, or that there are none; empty otherwise. */
  readonly note: string;
  /** The words of the button that adds an entry; null if none can be added. */
  readonly add: string | null;
}

export interface Details {
  /** The reason why nothing in the form can be changed (empty if all can), and the line of the error, counted from 0. */
  readonly locked: string;
  readonly line: number;
  readonly fields: readonly DetailField[];
  readonly lists: readonly DetailList[];
}

/** A change that somebody makes in the form. `id` is the id of the entry at `index`, as the form shows it. */
export type DetailChange =
  | { readonly kind: 'set'; readonly list: null; readonly key: string; readonly value: string }
  | (EntryAt & { readonly kind: 'set'; readonly key: string; readonly value: string })
  | { readonly kind: 'add'; readonly list: ListKey }
  | (EntryAt & { readonly kind: 'remove' })
  | (EntryAt & { readonly kind: 'move'; readonly by: 1 | -1 });

interface EntryAt {
  readonly list: ListKey;
  readonly index: number;
  readonly id: string;
}
