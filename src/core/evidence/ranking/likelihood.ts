import type { WeighedTerm } from './index';
import { isBridge } from './terms';

/** The signs for and against a passage. */
export interface Signs {
  /** The terms of the claim; each says whether the passage holds it. */
  readonly terms: readonly WeighedTerm[];
  /** True if claim and passage are in different languages. */
  readonly isForeign: boolean;
  /** Lead over the best passage of another source, as a share of this one's score; below 0 if the other scores higher. */
  readonly lead: number;
  /** Number of the claim's numbers and quotations that its source has. */
  readonly found: number;
  /** True if the source lacks a number or a quotation of the claim, or says otherwise. */
  readonly isWrong: boolean;
  /** True if no text of the source is here. */
  readonly isTitle: boolean;
}

/**
 * Returns how likely it is that a claim rests on a passage, from 0 to 1. Unlike the score of a ranking, it means the same for
 * all claims.
 *
 * A logistic regression on claims with passages, half of them without the right one; docs/command-line.md has the figures. A
 * source that is likely wrong, or only a title, gets 0.5 at most.
 */
export function likelihood({ terms, isForeign, lead, found, isWrong, isTitle }: Signs): number {
  const able = terms.filter(({ term }) => canBeShared(term, isForeign));
  const held = able.filter((each) => each.held);
  const share = weightOf(held) / Math.max(weightOf(able), Number.EPSILON);
  const sum =
    -6.1 +
    2.6 * share +
    3.1 * Math.log1p(held.length) +
    1.8 * Math.max(-1, lead) +
    0.5 * Math.min(found, 2) +
    (isForeign ? 0.9 : 0) -
    (isWrong ? 0.8 : 0);
  return Math.min(1 / (1 + Math.exp(-sum)), isWrong || isTitle ? EVEN : 1);
}

const EVEN = 0.5;

/**
 * True if a passage may hold a term. A text in another language doesn't have the claim's words. Terms that bridge languages are
 * looked for only there.
 */
function canBeShared(term: WeighedTerm['term'], isForeign: boolean): boolean {
  if (isBridge(term)) return isForeign;
  return isForeign ? term.kind === 'name' || term.kind === 'number' || term.kind === 'count' : term.kind !== 'common';
}

function weightOf(terms: readonly WeighedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
