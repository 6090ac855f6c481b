import type { WeighedTerm } from './index';
import { isBridge } from './terms';

/** What speaks for a passage, and against it. */
export interface Signs {
  /** The terms of the claim, and which of them the passage holds. */
  readonly terms: readonly WeighedTerm[];
  /** Claim and passage are in different languages. */
  readonly isForeign: boolean;
  /** How much lower the best passage of another source scores, as a part of this one's score; below 0: it scores higher. */
  readonly lead: number;
  /** How many numbers and quotations of the claim its source has. */
  readonly found: number;
  /** The source lacks a number or a quotation of the claim, or says otherwise. */
  readonly isWrong: boolean;
  /** No text of the source is here. */
  readonly isTitle: boolean;
}

/**
 * How likely it is that a claim rests on a passage, from 0 to 1. Unlike the score of a ranking, it means the same for all claims.
 *
 * A logistic regression on claims with passages, half of them without the right one; docs/command-line.md has the figures. What
 * is likely the wrong source, or only a title, is no more than even.
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

/** Words of one language are not in a text of another one, and what bridges languages is looked for there alone. */
function canBeShared(term: WeighedTerm['term'], isForeign: boolean): boolean {
  if (isBridge(term)) return isForeign;
  return isForeign ? term.kind === 'name' || term.kind === 'number' || term.kind === 'count' : term.kind !== 'common';
}

function weightOf(terms: readonly WeighedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
