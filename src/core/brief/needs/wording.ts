/** What the words of an insight tell of whether its author would cite it: features for the weights of `habitWeights.ts`. */

import { claimSignals, plainText, wordCount } from '../../document/claims';
import { SIGNS_OF_A_CLAIM } from '../../document/claims/claimSignals';
import type { Weighed } from '../../document/claims/pointOfClaim';
import { START, WORDS } from './habitWeights';
import { hasVerb } from './sentenceForm';

/** An insight by its words. */
export interface Worded {
  /** Its text as Markdown. */
  readonly text: string;
  readonly sentences: readonly Pick<Weighed, 'weight'>[];
}

/** What the words of an insight tell. */
export interface Wording {
  /** How likely its author would cite it, by its words alone, in log-odds. */
  readonly odds: number;
  /** How long it is: the logarithm of one more than its words. */
  readonly size: number;
  /** The label that it begins with, in small letters; empty without one. */
  readonly label: string;
}

/**
 * Returns the features of an insight by its words. None depends on a citation, or on what is left behind when one is
 * taken out: blanks, brackets, an entry that nothing cites.
 */
export function wordFeatures({ text, sentences }: Worded) {
  const stating = sentences.filter(({ weight }) => weight > 0);
  return {
    stating: Math.log1p(stating.length),
    weight: stating.reduce((most, { weight }) => Math.max(most, weight), 0),
    quotes: Number(QUOTATION.test(text)),
  };
}

export function wordingOf(insight: Worded): Wording {
  const { text } = insight;
  return {
    odds: START + weighed(wordFeatures(insight), WORDS),
    size: Math.log1p(wordCount(plainText(text))),
    label: labelOf(text),
  };
}

/** Adds up features by their weights. */
export function weighed<Name extends string>(
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in features) sum += features[name] * weights[name];
  return sum;
}

/** True for a text as Markdown that begins with bold words. */
export function startsBold(text: string): boolean {
  return /^\s*(?:\*\*|__)/.test(text);
}

/** True for a text as Markdown that is a fragment: it shows no verb and no sign of a claim. */
export function isFragment(text: string, language: string): boolean {
  const plain = plainText(text);
  return !hasVerb(plain, language) && claimSignals(plain, language, SIGNS_OF_A_CLAIM).length === 0;
}

function labelOf(text: string): string {
  const match = LABEL.exec(text);
  return match
    ? plainText(match[2] ?? match[3] ?? '')
        .toLowerCase()
        .replace(/\s*[:：]$/, '')
    : '';
}

/** Bold words, or words before a colon. */
const LABEL = /^\s*(?:(\*\*|__)([^*_\n]{2,40})\1|([^:：*_\n]{2,30})[:：])/;
const QUOTATION = /[“"「『][^“”"「」『』]{8,}[”"」』]/u;
