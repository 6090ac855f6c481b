/** The details of a brief as a form shows them. Texts are for people, in the language of messages. */

export type ListKey = 'sources' | 'figures';

/** A field of the form. */
export interface DetailField {
  /** The key in the front matter, as the format names it. */
  readonly key: string;
  /** `lines`: several texts, one on each line. `words`: several, with commas between them. */
  readonly kind: 'text' | 'lines' | 'words';
  readonly label: string;
  /** Empty for none, as is `error`. */
  readonly hint: string;
  readonly value: string;
  /** What is wrong with what the text says. */
  readonly error: string;
  /** It is written in a way that a form cannot change without loss. */
  readonly fixed: boolean;
}

/** An entry of a list. */
export interface DetailEntry {
  /** Empty if it has none. */
  readonly id: string;
  /** Its first line in the text, from zero. */
  readonly line: number;
  readonly name: string;
  readonly fields: readonly DetailField[];
  /** How many places of the brief use it: only what nothing uses may be removed. And the same in a sentence, empty for none. */
  readonly uses: number;
  readonly used: string;
}

export interface DetailList {
  readonly key: ListKey;
  readonly label: string;
  readonly entries: readonly DetailEntry[];
  /** Why entries cannot be added or changed, or that there are none; empty otherwise. */
  readonly note: string;
  /** Whether an entry can be added, and the words of the button. */
  readonly add: string | null;
}

export interface Details {
  /** Why nothing can be changed in the form; empty where all can. And the line of the text that says so, from zero. */
  readonly locked: string;
  readonly line: number;
  readonly fields: readonly DetailField[];
  readonly lists: readonly DetailList[];
}

/** A change that somebody makes in the form. `id` is that of the entry at `index`, as the form shows it. */
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
