/** What the words of an insight tell of whether its author would cite it: features for the weights of `habitWeights.ts`. */

import { wordCount } from '../../document/claims';
import type { Weighed } from '../../document/claims/pointOfClaim';
import type { Because } from './because';
import { REASONS, START, WORDS } from './habitWeights';

/** An insight by its words. */
export interface Wording {
  readonly kind: 'item' | 'paragraph';
  /** The reason by its words and its section. */
  readonly because: Because;
  /** Its text as Markdown. */
  readonly text: string;
  /** Its text without Markdown and citations. */
  readonly plain: string;
  readonly sentences: readonly Pick<Weighed, 'weight'>[];
}

/**
 * Returns the features of an insight by its words. None depends on a citation, or on what is left behind when one is
 * taken out: blanks, brackets, an entry that nothing cites.
 */
export function wordFeatures({ kind, text, plain, sentences }: Wording) {
  const words = wordCount(plain);
  const stating = sentences.filter(({ weight }) => weight > 0);
  return {
    words: Math.log1p(words),
    short: Number(words < 6),
    long: Number(words > 40),
    sentences: Math.log1p(sentences.length),
    stating: Math.log1p(stating.length),
    weight: stating.reduce((most, { weight }) => Math.max(most, weight), 0),
    item: Number(kind === 'item'),
    names: Math.log1p(plain.match(NAMES)?.length ?? 0),
    quotes: Number(QUOTATION.test(plain)),
    bold: Number(startsBold(text)),
  };
}

export type WordFeature = keyof ReturnType<typeof wordFeatures>;

/** Returns how likely its author would cite an insight, by its words alone, in log-odds. */
export function oddsByWords(wording: Wording): number {
  return START + weighed(wordFeatures(wording), WORDS) + (REASONS[wording.because] ?? 0);
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

/** A word with a capital that doesn't start a sentence, or a title in Chinese marks. */
const NAMES = /(?<=[\p{Ll}\p{N},;:)”’"'] )(?!I\b)\p{Lu}[\p{L}\p{N}&.’'-]*|《[^》\n]{1,60}》/gu;
const QUOTATION = /[“"「『][^”"」』]{8,}[”"」』]/u;
