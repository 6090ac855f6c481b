/** Types for what the passages of its sources say about a claim. */
import type { Span, TextSpan } from '../base/text';
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

/** A stretch of the text of a passage. */
export interface PassagePlace extends TextSpan {
  /** The id of its source. */
  readonly source: string;
  /** Index of the passage in the `passages` of that source. */
  readonly passage: number;
}

interface LookedUp {
  readonly span: Span;
  /** Index in the insight's `sentences`; null in a figure. */
  readonly sentence: number | null;
  /** The ids of the sources it was looked up in, in the order they are cited; empty where it was not looked up. */
  readonly checkedAgainst: readonly string[];
  /** Place where it stands: for `elsewhere` in the other source; null if nothing holds it. */
  readonly at: PassagePlace | null;
}

export interface NumberEvidence extends LookedUp {
  /** The number as read from the claim's text. */
  readonly quantity: Quantity;
  /**
   * Null if it isn't looked up: it is marked as computed or own, stands in an uncited claim, or isn't worth it. Also null if no
   * source has it and a table may have worked it out itself, as a total.
   */
  readonly verdict: Verdict | null;
  /** True for `found` if the claim gives a range, such as "more than 190", and the passage has a number in it. */
  readonly isWithin: boolean;
  /** The contradiction, for `differs`; else null. */
  readonly otherwise: SaidOtherwise | null;
  /** The calculation that gives the number, for `found`, or that comes to another one, for `notFound`. Else null. */
  readonly calculation: Calculation | null;
  /**
   * Returns the number that may be right, worked out on demand. For `notFound` or `elsewhere`: the likeliest number of the
   * cited sources, of the same kind and in a passage about the same thing. For `differs`: the number that a passage gives for
   * what the claim speaks of.
   */
  instead(): NumberInstead | null;
  /** For `notFound`, the reason why the claim may be right although no passage has the number; else null. */
  readonly doubt: Doubt | null;
  /** The reason why this number earns no ✓ although no rule doubts it; else null. */
  readonly reservation: Reservation | null;
}

/**
 * - `derived`: the claim words the number as worked out: "12 points higher", "three times as many".
 * - `today`: it counts from today: "five years ago".
 * - `attribute`: the year only describes something: "the 1943 novel".
 * - `counted`: a bounded count, such as "more than five choirs", and the passages count nothing: they may name them.
 * - `bounded`: a passage has a number in the range that a bound gives. No word tells that it's said of the same thing.
 * - `season`: the claim names a season of two years, and a passage one of them.
 * - `excerpt`: a long passage about the same thing, which may say it in other words.
 */
export type Doubt = 'derived' | 'today' | 'attribute' | 'counted' | 'bounded' | 'season' | 'excerpt';

/**
 * - `unread`: the number isn't looked up, and no passage of the cited sources has it. Of numbers without a verdict alone.
 * - `language`: the number is found in a passage in another language, and nothing tells that it is said of the same thing.
 * - `place`: the number is found, but the passage gives it to another country than the claim.
 */
export type Reservation = 'unread' | 'language' | 'place';

/**
 * A contradiction between a claim and a passage. For a number:
 *
 * - `subject`, `measure` or `period`: the passage gives another number for what the claim speaks of, and this one for something
 *   else.
 * - `role`: the two differ on whether a percentage is a change, a level or a share.
 * - `bound`: one says "more than" the number, the other "at most".
 * - `opposite`: one says that it goes up, the other down; or one denies what the other states.
 * - `speaker`: for a quotation, the two name different speakers.
 */
export interface SaidOtherwise {
  readonly kind: 'subject' | 'measure' | 'role' | 'period' | 'bound' | 'opposite' | 'speaker';
  /** The words of the claim. */
  readonly span: Span;
  /** The words at `span`, as the claim has them. */
  readonly said: string;
  /** Place where the passage contradicts the claim. */
  readonly at: PassagePlace;
  /** The words of the passage there. */
  readonly found: string;
}

/** Calculation of a number: one that words name, or one that its author wrote. */
export type Calculation = NamedCalculation | WrittenCalculation;

interface WorkedOut {
  /** Result of the calculation, in the unit of the claim and to its last digit. */
  readonly result: number;
  /** True if the claim says this result. */
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
  /** The calculation as the comment writes it. */
  readonly formula: string;
}

/**
 * A fault in a calculation that a comment names.
 *
 * - `operand`: no passage, figure, table or claim has this number.
 * - `unchecked`: the same, but a cited source has no passage here that would tell; nothing is reported.
 * - `part`: this part isn't a number.
 * - `number`, `sign`: a number is missing beside it, or a sign before it.
 * - `parenthesis`: it has no counterpart.
 * - `result`: it divides by zero.
 * - `length`: it is too long to be read.
 */
export interface CalculationFault {
  readonly fault: 'operand' | 'unchecked' | 'part' | 'number' | 'sign' | 'parenthesis' | 'result' | 'length';
  /** The faulty words. */
  readonly span: Span;
  /** The words at `span`. */
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
  /** The contradiction, if a passage has the words but says that another person said them; else null. */
  readonly otherwise: SaidOtherwise | null;
  /** Words that differ, in order, for `altered`. */
  readonly differences: readonly Difference[];
}

/** A statement of a claim that its sources deny, or the other way round: "approved" and "not approved". */
export interface DenialEvidence extends LookedUp {
  readonly verdict: 'differs';
  readonly otherwise: SaidOtherwise;
}

/** The evidence of one insight or figure. */
export interface ClaimEvidence {
  /** Numbers in document order, including those that aren't looked up. */
  readonly numbers: readonly NumberEvidence[];
  readonly quotations: readonly QuotationEvidence[];
  readonly denied: readonly DenialEvidence[];
  /** Faults in the calculations that its comments name. */
  readonly faults: readonly CalculationFault[];
}

export interface BriefEvidence {
  /** One for each of the brief's insights, at its index. */
  readonly insights: readonly ClaimEvidence[];
  /** One for each of the brief's figures: of its value, title and caption. */
  readonly figures: readonly ClaimEvidence[];
}
