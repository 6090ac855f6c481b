import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import type { Origin } from '../types';

/** An insight by its block, and its index in that. */
export interface InsightPlace {
  readonly block: number;
  readonly index: number;
}

/**
 * Finds the insight next to another one in its section.
 *
 * @param meanings the meanings of the blocks, in the order of the body
 * @param step 1: the one behind it; −1: the one before it
 * @returns undefined if there isn't one
 */
export function nextInsight(
  body: Body,
  meanings: readonly ResolvedBlock[],
  { block, index }: InsightPlace,
  step: 1 | -1,
): (InsightPlace & { readonly origin: Origin }) | undefined {
  const section = sectionOf(body, block);
  let at = block;
  let insight = index + step;
  for (;;) {
    const { insights } = meanings[at] ?? { insights: [] };
    const origin = insights[insight];
    if (origin) return { block: at, index: insight, origin };
    at += step;
    if (at < 0 || at >= meanings.length || sectionOf(body, at) !== section) return undefined;
    insight = step > 0 ? 0 : (meanings[at]?.insights.length ?? 0) - 1;
  }
}
