/** What completion offers, whatever it is about. */
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
  /** What it is, in a few words: the title of a source. */
  readonly detail?: string;
  /** What is shown at the far end: publisher and year of a source. */
  readonly description?: string;
  /** A sentence or two. That of a source is {@link sourceDocumentation}. */
  readonly documentation?: string;
  /** The id of the source that it cites. */
  readonly source?: string;
  /** What the typed text is compared with; the label where it is left out. */
  readonly filterText?: string;
  readonly newText: string;
  /** Where it differs from `newText`: with places to fill in, in LSP's snippet syntax. */
  readonly snippet?: string;
  /** What it takes the place of when it is inserted: at least what was typed. */
  readonly insert: Span;
  /** The same, with what goes on behind the cursor. */
  readonly replace: Span;
  /** What it puts in is to be completed further. */
  readonly goesOn?: boolean;
}

export interface Completions {
  /** Best first. */
  readonly items: readonly Completion[];
  /** There are more, which are found when more is typed. */
  readonly incomplete: boolean;
}

export const NOTHING: Completions = { items: [], incomplete: false };

/** What is asked for, besides the place. */
export interface CompletionRequest {
  /** An ISO 8601 date. */
  readonly today: string;
  /** The author asked for it; else a character that was typed did, and what may annoy is left out. */
  readonly asked: boolean;
  /** The editor has a command that adds a source and cites it in an empty bracket. */
  readonly addsSources?: boolean;
  /** What {@link wantedFiles} wants, where it could be read. */
  readonly files?: readonly string[];
  readonly columns?: readonly string[];
}

/** The two spans of a word that is being typed, the place within it. */
export function spansOf(word: Span, offset: number): Pick<Completion, 'insert' | 'replace'> {
  return { insert: { start: word.start, end: offset }, replace: word };
}
