import type { Range } from '../../core/base/text';
import type { ToldThread } from '../../core/brief/config/workspace';
import type { ReaderKind, ReaderQuestion, Reading } from '../../core/editor/reading/types';
import type { Edit, OfDocument } from './common';

/** Requests of those who review: people, and second readers. */
export interface ReviewRequests {
  /** The edits that mark insights as verified on this day. */
  'brief/markVerified': [
    OfDocument & {
      /** The selections; an empty range is a cursor. */
      readonly ranges: readonly Range[];
      /** The reviewer's initials, in a form that `isReviewer` accepts. */
      readonly reviewer: string;
    },
    MarkVerifiedResult | null,
  ];
  /** The threads of an open document, and the places where new ones can start. */
  'brief/threads': [OfDocument, ThreadsResult | null];
  /** The threads of all briefs of the workspace. */
  'brief/workspaceThreads': [object, WorkspaceThreadsResult];
  /** The edits that change the comments of a document, signed with this day. */
  'brief/editThread': [EditThreadParams, EditThreadResult | null];
  /** What a second reader is asked about an open document. The server itself asks nobody, and holds no answers. */
  'brief/readerQuestions': [
    OfDocument & {
      /** The place that `scope` is seen from. */
      readonly range: Range;
      /** The name of the model, which tells how it answers. */
      readonly model: string;
    },
    ReaderQuestionsResult | null,
  ];
  /** What answers of second readers say of an open document as it is now. */
  'brief/readerNotes': [OfDocument & { readonly readings: readonly Reading[] }, ReaderNotesResult | null];
  /** A report, in Markdown, on questions that were asked. */
  'brief/readerReport': [
    OfDocument & {
      readonly model: string;
      /** The host or the program that it was asked through. */
      readonly host: string;
      /** ISO 8601. */
      readonly day: string;
      /** Hashes of the questions. */
      readonly asked: readonly string[];
      readonly readings: readonly Reading[];
      /** The reasons why there is no answer, by hash. */
      readonly failed: Readonly<Record<string, 'busy' | 'silent' | 'damaged'>>;
    },
    ReaderReportResult | null,
  ];
}

export interface MarkVerifiedResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly Edit[];
  readonly marked: number;
  /** The insights at which a mark would change what the text means. */
  readonly refused: number;
}

export interface ThreadsResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** Threads in document order. */
  readonly threads: readonly ToldThread[];
  /** The insights and the rows of tables, in document order. */
  readonly commentable: readonly Range[];
}

export interface WorkspaceThreadsResult {
  /** Briefs with threads. */
  readonly briefs: readonly { readonly uri: string; readonly threads: readonly ToldThread[] }[];
}

export interface EditThreadParams {
  readonly textDocument: { readonly uri: string };
  /** The range of an insight or a cell for `add`, of a comment for all other actions. */
  readonly range: Range;
  /** - `add`, `reply`: a new comment; `edit`: another text; `delete-thread`, `resolve`, `reopen`: all of the thread. */
  readonly action: (typeof THREAD_ACTIONS)[number];
  /** The text of the comment, for `add`, `reply` and `edit`. */
  readonly text?: string;
  /** The author's initials, in a form that `isReviewer` accepts, for `add` and `reply`. */
  readonly author?: string;
}
export const THREAD_ACTIONS = ['add', 'reply', 'edit', 'delete', 'delete-thread', 'resolve', 'reopen'] as const;
export type EditThreadResult =
  | { readonly version: number; readonly edits: readonly Edit[] }
  /** Sentences for people that say why there are no edits, and what to do. */
  | { readonly refused: string };

/** True if a text can name a person in a review mark: one word of at most 32 characters that doesn't end a comment. */
export function isReviewer(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'’-]{0,31}$/u.test(text) && !text.includes('--');
}

export interface ReaderQuestionsResult {
  readonly version: number;
  readonly kind: ReaderKind;
  /** The version of the prompts. Answers to others don't count. */
  readonly prompts: number;
  readonly questions: readonly AskedQuestion[];
}
export interface AskedQuestion extends Pick<ReaderQuestion, 'hash' | 'language'> {
  readonly range: Range;
  /** The place of its claim: at the range, in the section around it, or elsewhere. */
  readonly scope: 'claim' | 'section' | 'brief';
  /** The text that the model gets; `system` is empty if it takes none. */
  readonly prompt: { readonly system: string; readonly user: string };
  /** About how many tokens that is. */
  readonly tokens: number;
}

export interface ReaderNotesResult {
  readonly version: number;
  readonly notes: readonly ReaderNote[];
}
/** A note of severity information, or a hint by a reader that says only yes or no. */
export interface ReaderNote {
  readonly hash: string;
  readonly code: string;
  readonly isHint: boolean;
  readonly message: string;
  readonly range: Range;
  /** The place of the passage's words; null if nobody can open it. */
  readonly passage: { readonly uri: string; readonly range: Range; readonly message: string } | null;
  /** The edits that give the claim the wording of the passage; empty if it has to be done by hand. */
  readonly edits: readonly Edit[];
}

export interface ReaderReportResult {
  readonly text: string;
  /** The counts, in a line. */
  readonly summary: string;
}
