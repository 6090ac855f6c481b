/**
 * The signs by which a sentence is known to state something checkable, or not to, so that a reader can see why a sentence is
 * asked for its source. Weights are added up, and a sum above 0 is a claim. They are log-odds, rounded: our own first guesses,
 * moved by a regularised logistic regression on sentences that others had labelled. The words stand with their languages.
 */
import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import type { ClaimSign } from '../../languages/language';
import { inSmallLetters, quickToCompile } from '../../languages/wordLists';

export interface ClaimSignal {
  readonly name: ClaimSign;
  readonly weight: number;
  /** True if the sign exempts a sentence by itself, whatever else is in it: a question, an instruction … */
  readonly exempts: boolean;
  /** The pattern that is looked for in sentences of any language. */
  readonly everywhere: RegExp | null;
  /** The patterns that are looked for in sentences of one language, by its tag. */
  readonly patterns: ReadonlyMap<string, () => Sought>;
}

/** A pattern, and whether it is for sentences in small letters. */
export interface Sought {
  readonly pattern: RegExp;
  readonly isSmall: boolean;
}

/** Weight that the sum of every sentence of a language starts from. For languages not listed, only `everywhere` is read. */
export const START: ReadonlyMap<string, number> = new Map(
  ofLanguages(({ tag, claims }) => claims && ([tag, claims.prior ?? 0] as const)),
);

/** Weight by the number of words: the first row with at most as many words applies. Two CJK characters are a word. */
export const LENGTHS: readonly { readonly words: number; readonly weight: number }[] = [
  { words: 25, weight: 0.9 },
  { words: 8, weight: 0.65 },
  { words: 6, weight: 0.3 },
  { words: 3, weight: 0 },
  { words: 0, weight: -0.8 },
];

interface InAllLanguages {
  readonly exempts?: boolean;
  readonly everywhere?: RegExp;
}

function sign(name: ClaimSign, weight: number, { exempts = false, everywhere }: InAllLanguages = {}): ClaimSignal {
  const patterns = ofLanguages(({ tag, claims }) => {
    const pattern = claims?.signs[name];
    if (pattern === undefined) return undefined;
    const make = () => (typeof pattern === 'string' ? small(String.raw`\b(?:${pattern})\b`) : sought(pattern));
    return [tag, once(make)] as const;
  });
  return { name, weight, exempts, everywhere: everywhere ?? null, patterns: new Map(patterns) };
}

const small = (source: string, flags = ''): Sought => ({
  pattern: new RegExp(quickToCompile(inSmallLetters(source)), flags),
  isSmall: true,
});

function sought(pattern: RegExp): Sought {
  const { source, flags, ignoreCase } = pattern;
  return ignoreCase ? small(source, flags.replace('i', '')) : { pattern, isSmall: false };
}

/** Signs that speak for a claim: things that can be looked up. */
export const SIGNS_OF_A_CLAIM: readonly ClaimSignal[] = [
  sign('number', 1.1, { everywhere: /\p{Nd}(?<![\p{L}\p{N}][-‑]?\p{Nd})/u }),
  sign('amount', 1.1, {
    everywhere:
      /[$€£¥￥₹]\s?\p{Nd}|\p{Nd}\s?(?:[%％‰€£¥°]|(?:percent|per cent|hundred|thousand|million|billion|trillion|bn|tn|k|m|tons?|tonnes?|t|kt|kg|km|miles?|[kMGT]Wh?|[kMGT]i?B|[kMG]Hz|ms|dB|mm|cm|barrels?|Mio|Mrd|Tsd|Prozent|milliards?|millones|p\.\s?p)\b|[万亿萬億千百]|美元|欧元|元|円|ドル|吨|噸|トン|人|倍|成|个百分点|割)|(?:USD|EUR|GBP|CNY|RMB|JPY) ?\p{Nd}/iu,
  }),
  sign('year', 0.6, { everywhere: /(?:1[5-9]|20)(?<![\p{Nd}.,-]..)\p{Nd}\p{Nd}(?![\p{Nd}%,])/u }),
  sign('number in words', 0.6),
  sign('name', 0.8),
  sign('acronym', 0.4, { everywhere: /\p{Lu}(?<![\p{L}\p{N}]\p{Lu})\p{Lu}{1,5}(?!\p{L})|\bU\.S\./u }),
  sign('happened', 0.55),
  sign('passive', 0.5),
  sign('goes on', 0.35),
  sign('change', 0.6),
  sign('comparison', 0.5),
  sign('quantifier', 0.35),
  sign('attribution', 0.5),
  sign('cause or kind', 0.35),
  sign('does', 0.4),
  sign('state', 0.5),
  sign('time', 0.35),
];

/** Signs that speak against a claim: the sentence needs no source, or somebody talks rather than reports. */
export const SIGNS_OF_NONE: readonly ClaimSignal[] = [
  // Sentences that need no source.
  sign('question', -4, { exempts: true, everywhere: /[?？؟][!！]?["”’'」』»)）\]*_\s]*$/ }),
  sign('asks', -1),
  sign('instruction', -2.2, { exempts: true }),
  sign('how to', -1),
  sign('opinion', -1.2),
  sign('author’s judgement', -2, { exempts: true }),
  sign('intention', -1.3),
  sign('duty', -0.65),
  sign('future', -0.65),
  sign('hedge', -0.45),
  sign('condition', -0.8),
  sign('definition', -2.5, { exempts: true }),
  sign('transition', -2.5, { exempts: true }),
  sign('leaves it open', -1.2),
  // Signs of talk rather than report.
  sign('praise or blame', -0.6, { everywhere: /[!！]["”’)」]*$/ }),
  sign('first person', -0.6),
  sign('we', -0.25),
  sign('you', -0.3),
  sign('pronoun first', -0.5),
  sign('conjunction first', -0.4),
];
