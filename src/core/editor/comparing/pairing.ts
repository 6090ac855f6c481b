/** Pairs the claims of two versions that are the same claim. */
import type { ComparedClaim, Sentence } from './claims';

/**
 * Claims that are compared with each other: one of each version, several where claims were merged or split, or of one version
 * alone.
 */
export interface Group {
  readonly old: readonly ComparedClaim[];
  readonly now: readonly ComparedClaim[];
  /** True if there is one claim of each version, and they have much the same words. */
  readonly isFirm: boolean;
}

/** Pairs claims by what they have in common, wherever they stand. Each claim is in one group. */
export function groupsOf(old: readonly ComparedClaim[], now: readonly ComparedClaim[]): readonly Group[] {
  const pairs = new Map<ComparedClaim, ComparedClaim>();
  pairSame(old, now, pairs);
  const isLeft = leftIn(pairs);
  const weigh = weightsOf([...old, ...now]);
  const [left, others] = [old.filter(isLeft), now.filter(isLeft)];
  for (const { one, other } of likeliest(left, others, weigh, alike, LEAST_ALIKE)) {
    if (pairs.has(one) || pairs.has(other)) continue;
    pairs.set(one, other);
    pairs.set(other, one);
  }
  pairBetween(old, now, pairs);
  const groups = new Map<ComparedClaim, { old: ComparedClaim[]; now: ComparedClaim[] }>();
  for (const claim of old) {
    const partner = pairs.get(claim);
    const group = { old: [claim], now: partner ? [partner] : [] };
    groups.set(claim, group);
    if (partner) groups.set(partner, group);
  }
  // A claim that is left was merged into another claim, or split from one.
  const join = (ones: readonly ComparedClaim[], others: readonly ComparedClaim[], side: 'old' | 'now') => {
    for (const { one, other } of likeliest(ones.filter(leftIn(pairs)), others, weigh, heldIn, LEAST_HELD)) {
      const group = groups.get(other);
      if (pairs.has(one) || !group || !isHeldByItself(one, group[side], other)) continue;
      pairs.set(one, other);
      group[side].push(one);
      groups.set(one, group);
    }
  };
  join(old, now, 'old');
  join(now, old, 'now');
  for (const claim of now) if (!groups.has(claim)) groups.set(claim, { old: [], now: [claim] });
  return [...new Set(groups.values())].map((group) => ({ ...group, isFirm: isFirm(group) }));
}

/**
 * True if another claim holds what this one says beyond the claims beside it. "Wind makes 14%" isn't held by the claim that
 * holds "Sun makes 14%".
 */
function isHeldByItself(one: ComparedClaim, beside: readonly ComparedClaim[], other: ComparedClaim): boolean {
  const own = new Set([...one.words].filter((word) => !beside.some(({ words }) => words.has(word))));
  return own.size === 0 || shared(own, other.words).length >= own.size * LEAST_HELD;
}

/** The least likeness of two claims that are paired, from 0 to 1. */
const LEAST_ALIKE = 0.3;
/** The least share of a claim in another claim that it was merged into, from 0 to 1. */
const LEAST_HELD = 0.5;
/** The least likeness, in words alone, of two claims that are the same beyond doubt. */
const FIRM = 0.6;

type Weights = (key: string) => number;
type Pairs = ReadonlyMap<ComparedClaim, ComparedClaim>;

function leftIn(pairs: Pairs): (claim: ComparedClaim) => boolean {
  return (claim) => !pairs.has(claim);
}

/** Pairs claims with the same text, in order. */
function pairSame(
  old: readonly ComparedClaim[],
  now: readonly ComparedClaim[],
  pairs: Map<ComparedClaim, ComparedClaim>,
): void {
  const byText = new Map<string, ComparedClaim[]>();
  for (const claim of now) byText.set(claim.text, [...(byText.get(claim.text) ?? []), claim]);
  for (const claim of old) {
    const same = byText.get(claim.text)?.shift();
    if (!same) continue;
    pairs.set(claim, same);
    pairs.set(same, claim);
  }
}

/**
 * Pairs claims in their order that are left between two pairs, if there are as many of each version. The two of a pair must
 * have a word or a number in common.
 */
function pairBetween(
  old: readonly ComparedClaim[],
  now: readonly ComparedClaim[],
  pairs: Map<ComparedClaim, ComparedClaim>,
): void {
  const places = new Map(now.map((claim, index) => [claim, index]));
  let left: ComparedClaim[] = [];
  let from = 0;
  for (const claim of [...old, null]) {
    const partner = claim && pairs.get(claim);
    const to = claim === null ? now.length : partner ? (places.get(partner) ?? 0) : null;
    if (to === null) {
      if (claim) left.push(claim);
      continue;
    }
    const others = now.slice(from, Math.max(from, to));
    if (others.length === left.length && !others.some((other) => pairs.has(other)))
      for (const [i, one] of left.entries()) {
        const other = others[i];
        if (!other || shared(one.terms, other.terms).length === 0) continue;
        pairs.set(one, other);
        pairs.set(other, one);
      }
    left = [];
    from = to + 1;
  }
}

/** Returns the weights of terms. A term that few claims have weighs more. */
function weightsOf(claims: readonly ComparedClaim[]): Weights {
  const counts = new Map<string, number>();
  for (const { terms } of claims) for (const key of terms) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => Math.log(1 + claims.length / (counts.get(key) ?? 1));
}

interface Likeness {
  readonly one: ComparedClaim;
  readonly other: ComparedClaim;
  readonly score: number;
}

/** Weights of the terms and words that two claims share, and of all terms and words of each. */
interface Shared {
  readonly terms: number;
  readonly words: number;
  readonly ofOne: { readonly terms: number; readonly words: number };
  readonly ofOther: { readonly terms: number };
}

/** Finds pairs with at least some likeness, the likeliest first. Pairs that are equally likely keep their order. */
function likeliest(
  ones: readonly ComparedClaim[],
  others: readonly ComparedClaim[],
  weigh: Weights,
  likenessOf: (shared: Shared) => number,
  least: number,
): Likeness[] {
  if (ones.length === 0) return [];
  const byTerm = new Map<string, ComparedClaim[]>();
  for (const other of others)
    for (const key of other.terms) {
      const list = byTerm.get(key);
      if (list) list.push(other);
      else byTerm.set(key, [other]);
    }
  const weights = new Map(others.map((other) => [other, { terms: sum(other.terms, weigh) }]));
  const found = ones.flatMap((one) => {
    const ofOne = { terms: sum(one.terms, weigh), words: sum(one.words, weigh) };
    const shared = new Map<ComparedClaim, { terms: number; words: number }>();
    for (const key of one.terms) {
      const list = byTerm.get(key) ?? [];
      if (list.length > MOST_SHARING) continue;
      const weight = weigh(key);
      for (const other of list) {
        const all = shared.get(other) ?? { terms: 0, words: 0 };
        all.terms += weight;
        if (one.words.has(key)) all.words += weight;
        shared.set(other, all);
      }
    }
    const alike = [...shared].flatMap(([other, { terms, words }]): Likeness[] => {
      const score = likenessOf({ terms, words, ofOne, ofOther: weights.get(other) ?? ofOne });
      return score >= least ? [{ one, other, score }] : [];
    });
    return alike.length > MOST_ALIKE ? alike.sort((a, b) => b.score - a.score).slice(0, MOST_ALIKE) : alike;
  });
  return found.sort((a, b) => b.score - a.score);
}

/** The most claims that may have a term. A term of more claims pairs nothing. */
const MOST_SHARING = 200;
/** The most claims that one claim may be paired with. */
const MOST_ALIKE = 20;

function sum(keys: Iterable<string>, weigh: Weights): number {
  let all = 0;
  for (const key of keys) all += weigh(key);
  return all;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((key) => other.has(key));
}

function alike({ terms, ofOne, ofOther }: Shared): number {
  return (2 * terms) / (ofOne.terms + ofOther.terms);
}

/** Returns the share of a claim in another one; by words alone if that is more, as where its numbers have changed. */
function heldIn({ terms, words, ofOne }: Shared): number {
  return Math.max(terms / ofOne.terms, ofOne.words === 0 ? 0 : words / ofOne.words);
}

function isFirm({ old, now }: Pick<Group, 'old' | 'now'>): boolean {
  const [one, another] = old;
  const [other, further] = now;
  return one !== undefined && other !== undefined && !another && !further && likeWords(one.words, other.words) >= FIRM;
}

/** Returns how much of their words two texts share, from 0 to 1. */
export function likeWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const whole = one.size + other.size;
  return whole === 0 ? 0 : (2 * shared(one, other).length) / whole;
}

/** Returns the share of the smaller text's words that the other text has, from 0 to 1. */
export function shareOfWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  return least === 0 ? 0 : shared(one, other).length / least;
}

/** True if two sentences are about the same. One may say more than the other. */
export function isAbout(one: Sentence, other: Sentence): boolean {
  return shareOfWords(one.words, other.words) >= LEAST_SHARED;
}

/** True if two sentences are the same sentence, in much the same words. */
export function isSameSentence(one: Sentence, other: Sentence): boolean {
  return likeWords(one.words, other.words) >= FIRM;
}

const LEAST_SHARED = 0.5;

/** Returns the sentences of claims, each with its claim, without sentences that stand word for word on the other side. */
export function changedSentences(
  claims: readonly ComparedClaim[],
  others: readonly ComparedClaim[],
): { readonly claim: ComparedClaim; readonly sentence: Sentence }[] {
  const texts = new Set(others.flatMap(({ sentences }) => sentences.map(({ text }) => text.trim())));
  return claims.flatMap((claim) =>
    claim.sentences.flatMap((sentence) => (texts.has(sentence.text.trim()) ? [] : [{ claim, sentence }])),
  );
}
