import type { Range } from '../../core/base/text';
import type { ChangeKind } from '../../core/editor/comparing/change';
import type { DetailChange, Details } from '../../core/editor/details/types';
import type { Edit, OfDocument, OfVersions } from './common';

/** Requests about a document as a whole: its problems, its changes, its front matter. */
export interface DocumentRequests {
  /**
   * The differences in numbers, quotations, citations, names, hedges and causal words between an open document and an
   * earlier version, without mere rewording.
   */
  'brief/compare': [OfVersions, CompareResult | null];
  /** The baseline that has all problems of today, which the client then writes. */
  'brief/acceptProblems': [AcceptProblemsParams, AcceptProblemsResult | null];
  /** Begins to check an open Markdown file as a brief until it is closed, or stops it. */
  'brief/check': [
    {
      readonly uri: string;
      /** True: the file isn't checked until it is closed, whatever includes it. */
      readonly stop?: boolean;
    },
    CheckResult,
  ];
  /** The fields of the front matter of an open document, for a form. */
  'brief/details': [OfDocument, DetailsResult | null];
  /** The edits for a change in that form. They change nothing else. */
  'brief/changeDetails': [OfDocument & { readonly change: DetailChange }, ChangeDetailsResult | null];
}

export interface CompareResult {
  /** The version of the document that all ranges are for. */
  readonly version: number;
  /** Changes in document order. */
  readonly changes: readonly ComparedChange[];
}
export interface ComparedChange {
  readonly kind: ChangeKind;
  /** The kind, in the language of the client. */
  readonly name: string;
  /** The words that changed, in that language: `4.2 million → 4.7 million`, `lost: [4]`; at most 200 characters. */
  readonly words: string;
  /** The claim that it is in, on one line; at most 200 characters. */
  readonly claim: string;
  /** Its range in the document, or the range of the claim that lacks it; null if there is no such claim any more. */
  readonly range: Range | null;
  /** Its range in the earlier text, or the range of the claim that lacks it there; null if there is no such claim. */
  readonly old: Range | null;
}

export interface AcceptProblemsParams {
  readonly textDocument: { readonly uri: string };
  /** The briefs whose problems are accepted: this one alone, or all briefs of the folder that its configuration holds for. */
  readonly scope: 'file' | 'workspace';
  /** The URI of the open folder. If it has no configuration, one is created there. */
  readonly folder: string;
}
export type AcceptProblemsResult =
  /** Sentences that say why the problems can't be accepted. */
  | { readonly refused: string }
  | {
      readonly baseline: NewText;
      /** The configuration as it names the baseline; null if it already does. */
      readonly config: NewText | null;
      /** The number of problems that were found (`accepted`), and of the files that have them (`files`). */
      readonly accepted: number;
      readonly files: number;
    };
/** The whole text of a file, and what it is made from. */
export interface NewText {
  readonly uri: string;
  readonly text: string;
  /** Null where no such file is known. A configuration that is empty may be missing. */
  readonly before: string | null;
}

export interface CheckResult {
  /** True if the document is open. */
  readonly open: boolean;
}

export type DetailsResult = Details & { readonly version: number };

export type ChangeDetailsResult = { readonly version: number } & (
  | { readonly edits: readonly Edit[] }
  /** A sentence for people that says why nothing is changed. */
  | { readonly refused: string }
);

export interface StatusParams {
  readonly uri: string;
  /** The version of the document from which on the status holds. */
  readonly version: number;
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  /** Counts of the verdicts of the sources on its numbers and quotations. */
  readonly evidence: Readonly<Record<'found' | 'differs' | 'elsewhere' | 'notFound' | 'uncheckable', number>>;
  /** The number of its sources (`sources`), and of those with a quote or a local copy (`texts`). */
  readonly sources: number;
  readonly texts: number;
  /**
   * Words of its body, with each character of Han or Kana as one (`words`), these characters alone (`characters`), and minutes of
   * reading (`minutes`).
   */
  readonly length: Readonly<Record<'words' | 'characters' | 'minutes', number>>;
  /** The number of insights that a person has verified: unchanged since (`verified`), or outdated by a change (`stale`). */
  readonly verified: number;
  readonly stale: number;
  /** True if hints are among its problems: the setting `showHints`. */
  readonly showsHints: boolean;
  /** The insights that must be cited and aren't, in document order, at most 100. */
  readonly uncited: readonly Range[];
}
