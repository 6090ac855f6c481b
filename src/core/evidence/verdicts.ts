/** What the passages of its sources say to a claim. */
import type { Span } from '../base/text';
import type { Quantity } from './numbers';
import type { Difference } from './quotations';

/**
 * - `found`: a passage of the cited sources holds it.
 * - `differs`: a passage of the cited sources holds it, and says something else of it; of numbers alone.
 * - `elsewhere`: none of them does, but a passage of another source about the same thing does.
 * - `notFound`: each of the cited sources has its text, or quotes about this very thing, and none holds it.
 * - `uncheckable`: not found, and one of the cited sources has no passage here, or only quotes about other things.
 */
export type Verdict = 'found' | 'differs' | 'elsewhere' | 'notFound' | 'uncheckable';

/** A stretch of a passage. */
export interface PassagePlace {
  /** The id of its source. */
  readonly source: string;
  /** Its index in the `passages` of that source. */
  readonly passage: number;
  /** UTF-16 offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
}

interface LookedUp {
  /** Its place in the document. */
  readonly span: Span;
  /** Index in the insight's `sentences`; null in a figure. */
  readonly sentence: number | null;
  /** The ids of the sources it was looked up in, in the order they are cited; empty where it was not looked up. */
  readonly checkedAgainst: readonly string[];
  /** Where it stands: for `elsewhere` in the other source; null where nothing holds it. */
  readonly at: PassagePlace | null;
}

export interface NumberEvidence extends LookedUp {
  /** As read from the claim's text; its own span is relative to that. */
  readonly quantity: Quantity;
  /** Null where it is not looked up: marked as computed or own, in an uncited claim, or not worth it; or where a
   * table may have worked it out itself, as a total, and no source has it. */
  readonly verdict: Verdict | null;
  /** Where `differs`; else null. */
  readonly otherwise: SaidOtherwise | null;
  /** How it is worked out, where it is `found` so; or what that comes to, where it is `notFound`. Else null. */
  readonly calculation: Calculation | null;
  /**
   * Where `notFound` or `elsewhere`: the number of the cited sources that is likeliest meant, of the same kind and in
   * a passage about the same thing. Worked out when asked for. Where `differs`: what a passage says of what the claim speaks of.
   */
  instead(): NumberInstead | null;
}

/**
 * What a claim says, and a passage says otherwise. Of a number:
 *
 * - `subject`, `measure` or `period`: the passage says another number of what the claim speaks of, and something else of this one.
 * - `role`: a percentage is a change, what it came to, or a share.
 * - `bound`: "more than" it, and "at most" it.
 * - `opposite`: it goes up, and down; or it is so, and is not.
 * - `speaker`: of a quotation, one said it, and another.
 */
export interface SaidOtherwise {
  readonly kind: 'subject' | 'measure' | 'role' | 'period' | 'bound' | 'opposite' | 'speaker';
  /** The words of the claim, in the document. */
  readonly span: Span;
  /** The same words, as the claim has them. */
  readonly said: string;
  /** Where the passage says otherwise. */
  readonly at: PassagePlace;
  /** What it says. */
  readonly found: string;
}

/** How a number is worked out: as words name it, or as its author wrote it. */
export type Calculation = NamedCalculation | WrittenCalculation;

interface WorkedOut {
  /** What they come to, in the unit of the claim and to its last digit. */
  readonly result: number;
  /** Whether that is what the claim says. */
  readonly isRight: boolean;
}

export interface NamedCalculation extends WorkedOut {
  /** The numbers of the passage, as it writes them. */
  readonly operands: readonly { readonly surface: string; readonly at: PassagePlace }[];
  readonly sign: Sign;
}

export interface WrittenCalculation extends WorkedOut {
  /** The numbers of the calculation but for plain factors, as it writes them; `at` is null for what stands in the brief itself. */
  readonly operands: readonly { readonly surface: string; readonly at: PassagePlace | null }[];
  /** As the comment has it. */
  readonly formula: string;
}

/**
 * What is wrong with a calculation that a comment names.
 *
 * - `operand`: no passage, figure, table or claim has this number.
 * - `unchecked`: the same, and a cited source has no passage here that would tell; nothing is reported.
 * - `part`: this is no number.
 * - `number`, `sign`: a number is missing beside it, or a sign before it.
 * - `parenthesis`: it has no counterpart.
 * - `result`: it divides by zero.
 * - `length`: it is too long to be read.
 */
export interface CalculationFault {
  readonly fault: 'operand' | 'unchecked' | 'part' | 'number' | 'sign' | 'parenthesis' | 'result' | 'length';
  /** Its place in the document. */
  readonly span: Span;
  /** The same words. */
  readonly written: string;
}

/** `%` is one number in percent of the other, `Δ%` how much it changed. */
export type Sign = '+' | '−' | '100 −' | '×' | '÷' | '%' | 'Δ%' | 'mean';

export interface NumberInstead extends PassagePlace {
  readonly quantity: Quantity;
}

export interface QuotationEvidence extends LookedUp {
  /** The words between the quotation marks, verbatim. */
  readonly text: string;
  readonly verdict: Verdict | 'altered' | null;
  /** Where a passage has it, and says that another person of whom it speaks said it; else null. */
  readonly otherwise: SaidOtherwise | null;
  /** Where `altered`: the words that differ, in order. */
  readonly differences: readonly Difference[];
}

/** What a claim says and its sources deny, or the other way round: "approved" and "not approved". */
export interface DenialEvidence extends LookedUp {
  readonly verdict: 'differs';
  readonly otherwise: SaidOtherwise;
}

/** The evidence of one insight or figure. */
export interface ClaimEvidence {
  /** In document order, those that are not looked up included. */
  readonly numbers: readonly NumberEvidence[];
  readonly quotations: readonly QuotationEvidence[];
  readonly denied: readonly DenialEvidence[];
  /** What is wrong with the calculations that its comments name. */
  readonly faults: readonly CalculationFault[];
}

export interface BriefEvidence {
  /** One for each of the brief's insights, at its index. */
  readonly insights: readonly ClaimEvidence[];
  /** One for each of the brief's figures: of its value, title and caption. */
  readonly figures: readonly ClaimEvidence[];
}
