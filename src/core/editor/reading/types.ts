/** Types of a second reading: a language model is asked whether passages support a claim, and the engine verifies its answer. */
import type { Span } from '../../base/text';

/** A passage that a reader gets. */
export interface ReadPassage {
  /** The id of its source. */
  readonly source: string;
  readonly text: string;
  /** The page of the document, if its copy marks pages. */
  readonly page: string | null;
  /** Its index among the passages of its source. */
  readonly index: number;
}

/** A claim with the passages of its sources that a reader compares it with. */
export interface ReaderQuestion {
  /** Plain words of the claim, without its citations. */
  readonly claim: string;
  /** The claim in the document. */
  readonly span: Span;
  /** At least one passage, the likeliest first. */
  readonly passages: readonly ReadPassage[];
  /** BCP 47. */
  readonly language: string;
  /** Digest of the claim and the passages, in hexadecimal digits: another one means that an answer is out of date. */
  readonly hash: string;
}

/**
 * - `quotes`: a model that answers by a schema, with a verdict and quoted words.
 * - `yes-no`: a small model that was made to say only yes or no.
 */
export type ReaderKind = 'quotes' | 'yes-no';

export type ReaderVerdict = 'supported' | 'contradicted' | 'not-stated' | 'unclear';

/**
 * - `form`: the answer does not fit the schema.
 * - `words`: its words stand in no passage, or are too few or too many to prove anything.
 * - `claim`: the words that it gives as those of the claim are not.
 * - `same`: it says that the two differ, but quotes the same words of both.
 * - `numbers`: it says that a passage supports numbers which no passage has.
 */
export type NoAnswer = 'form' | 'words' | 'claim' | 'same' | 'numbers';

/**
 * Reasons why a model gave no answer to a question:
 *
 * - `busy`: its host refused each attempt, or failed.
 * - `silent`: no answer came in time.
 * - `damaged`: the answer was cut off, or is none of the protocol.
 */
export const NO_REPLIES = ['busy', 'silent', 'damaged'] as const;

/** The outcome of a question: words that may be shown, or the reason why there are none. */
export type ReaderOutcome = VerifiedAnswer | NoAnswer | (typeof NO_REPLIES)[number];

/** What is left of an answer once it is verified. All its words are copied from the claim and the passage, and none is the model's. */
export interface VerifiedAnswer {
  readonly kind: ReaderKind;
  readonly verdict: ReaderVerdict;
  /** The words of the claim that the verdict is about; null if the reader named none. */
  readonly claimWords: string | null;
  /** The words of a passage that decide it; null from a reader that quotes nothing. */
  readonly passageWords: string | null;
  /** The place of these words: the index of the passage in the question, and UTF-16 offsets in its text. */
  readonly at: { readonly passage: number; readonly start: number; readonly end: number } | null;
}

/** An answer of a model to a question, as it came: nothing of it is verified. */
export interface Reading {
  /** Hash of the question that it answers. */
  readonly hash: string;
  readonly kind: ReaderKind;
  readonly model: string;
  /** Day of the answer, as ISO 8601. */
  readonly day: string;
  readonly answer: string;
}

/** A system message and a message of the user, for a model. */
export interface ReaderPrompt {
  /** Empty if the model takes none. */
  readonly system: string;
  readonly user: string;
}
