/**
 * The signs by which a sentence is known to state something checkable, or not to: a table in two halves
 * (`signsOfClaims.ts`, `signsOfNone.ts`), so that a reader can see why a sentence is asked for its source. Weights are
 * added up, and a sum above 0 is a claim. They are log-odds, rounded: our own first guesses, moved by a regularised
 * logistic regression on sentences that others had labelled.
 */

/** The languages whose words we know; the others are read by `any` alone. */
export type SignalLanguage = 'en' | 'zh' | 'ja' | 'de' | 'fr' | 'es';

export interface ClaimSignal {
  readonly name: string;
  readonly weight: number;
  /** Fires where the pattern for every language, or that for the sentence's own, is found in it. */
  readonly patterns: Readonly<Partial<Record<SignalLanguage | 'any', RegExp>>>;
  /** Shows by itself that the sentence wants no source, whatever else is in it: a question, an instruction … */
  readonly exempts?: boolean;
}

/** What every sentence starts from, before any sign. Where we know few of a language's words, less speaks for it. */
export const START: Readonly<Record<SignalLanguage | 'other', number>> = {
  en: -0.6,
  zh: -0.6,
  ja: 0,
  de: 0,
  fr: 0,
  es: 0,
  other: 0,
};

/** What a sentence of at least so many words is given; the longest that applies. Two CJK characters are a word. */
export const LENGTHS: readonly { readonly words: number; readonly weight: number }[] = [
  { words: 25, weight: 0.9 },
  { words: 8, weight: 0.65 },
  { words: 6, weight: 0.3 },
  { words: 3, weight: 0 },
  { words: 0, weight: -0.8 },
];

/** Any of these words, whole, in upper or lower case. */
export function words(alternatives: string): RegExp {
  return new RegExp(String.raw`\b(?:${alternatives})\b`, 'i');
}
