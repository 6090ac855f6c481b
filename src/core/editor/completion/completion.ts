/** Types of completions and requests for them. */
import type { Span } from '../../base/text';

export type CompletionKind =
  | 'source'
  | 'figure'
  | 'mark'
  | 'new source'
  | 'key'
  | 'value'
  | 'rule'
  | 'section'
  | 'file'
  | 'folder';

/** One thing that can be put in at a place. All texts are plain, and on one line but for `newText` and `snippet`. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** A few words about it: the title of a source. */
  readonly detail?: string;
  /** The text at the far end: publisher and year of a source. */
  readonly description?: string;
  /** A sentence or two. For a source, {@link sourceDocumentation} has it. */
  readonly documentation?: string;
  /** The id of the source that it cites. */
  readonly source?: string;
  /** The text that the typed text is compared with; the label where it is left out. */
  readonly filterText?: string;
  readonly newText: string;
  /** The new text with places to fill in, in LSP's snippet syntax. Left out where it is the same as `newText`. */
  readonly snippet?: string;
  /** The span that it replaces when it is inserted: at least the typed text. */
  readonly insert: Span;
  /** The span that it replaces, together with the rest of the word behind the cursor. */
  readonly replace: Span;
  /** True if the new text is to be completed further. */
  readonly goesOn?: boolean;
}

export interface Completions {
  /** Best first. */
  readonly items: readonly Completion[];
  /** True if there are more, which are found when more is typed. */
  readonly incomplete: boolean;
}

export const NOTHING: Completions = { items: [], incomplete: false };

/** A request for completions, besides its place. */
export interface CompletionRequest {
  /** An ISO 8601 date. */
  readonly today: string;
  /** True if the author asked for it; else a typed character did, and items that may annoy are left out. */
  readonly asked: boolean;
  /** True if the editor has a command that adds a source and cites it in an empty bracket. */
  readonly addsSources?: boolean;
  /** The files that {@link wantedFiles} asks for, where they could be read. */
  readonly files?: readonly string[];
  readonly columns?: readonly string[];
}

/** Returns the two spans of a word that is being typed, with the cursor at `offset` in it. */
export function spansOf(word: Span, offset: number): Pick<Completion, 'insert' | 'replace'> {
  return { insert: { start: word.start, end: offset }, replace: word };
}
