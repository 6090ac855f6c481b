/** What the blocks of one version mean. */

import { derive } from '../base/derive';
import { once } from '../base/once';
import { flat, type Run, type Runs, runAt } from '../base/runs';
import { mapped, NONE } from '../base/same';
import type { Decided, PlacedBlock, ResolvedBlock } from './blocks/parsedBlock';
import { placeBlock } from './blocks/placeBlock';
import { type Body, startOf } from './blocks/readBody';
import { needsOf, type Practice, practiceOfEach, sumOf } from './needs';
import type { Because } from './needs/because';
import type { Origin } from './types';

/** What the blocks of one version mean, in document order. */
export interface ResolvedBlocks {
  readonly body: Body;
  readonly meanings: Runs<ResolvedBlock>;
  /** For each run of `meanings` the index that its first insight has among those of the brief; at the end, how many these have. */
  readonly firstInsights: readonly number[];
  /** The index that the first insight of a block has, by the index of the block. */
  firstInsightOf(block: number): number;
  /** For each insight the index of its block. */
  readonly blocksOfInsights: () => Int32Array;
  readonly practice: Practice;
  /** Why an insight must be cited, or need not, by its index. */
  becauseOf(insight: number): Because | undefined;
  /** Whether a missing citation of an insight is meant, by its place; null: of none. */
  readonly isExcused: ((offset: number) => boolean) | null;
  /** The insights of all blocks. */
  readonly origins: () => readonly Origin[];
  /** A block where it stands, by its index. */
  placed(index: number): PlacedBlock;
}

/** @param isExcused whether a missing citation of an insight is meant, by its place */
export function resolvedBlocks(
  lineage: object,
  body: Body,
  meanings: Runs<ResolvedBlock>,
  isExcused: ((offset: number) => boolean) | null,
): ResolvedBlocks {
  const practices = practiceOfEach(lineage, meanings.runs);
  const firstInsights = firstInsightsOf(practices);
  const firstInsightOf = (block: number) => {
    const run = runAt(meanings, block);
    const first = meanings.firsts[run] ?? 0;
    return (firstInsights[run] ?? 0) + (firstsIn(meanings.runs[run] ?? NONE)[block - first] ?? 0);
  };
  const needs = needsOf(body, meanings.items, sumOf(practices));
  const here = new Map<number, PlacedBlock>();
  const blockOf = once(() => blocksOfInsights(meanings, firstInsights));
  // Rules, the status bar and counts ask for the same insights.
  const because: Because[] = [];
  because.length = firstInsights.at(-1) ?? 0;
  const becauseOf = (insight: number): Because | undefined => {
    const block = blockOf()[insight];
    if (block !== undefined) because[insight] ??= needs.becauseOf(block, insight - firstInsightOf(block));
    return because[insight];
  };
  const decided = (index: number, { insights }: ResolvedBlock): Decided => ({
    because: mapped(insights, (_, i) => needs.becauseOf(index, i)),
    excused: mapped(insights, ({ span }) => isExcused?.(startOf(body, index) + span.start) ?? false),
  });
  return {
    body,
    meanings,
    firstInsights,
    firstInsightOf,
    blocksOfInsights: blockOf,
    practice: needs.practice,
    becauseOf,
    isExcused,
    origins: once(() => flat(meanings.runs.map((run) => originsIn(run)))),
    placed: (index) => {
      const known = here.get(index);
      if (known) return known;
      const meaning = meanings.items[index];
      if (!meaning) throw new RangeError(`There is no block ${index}.`);
      const placed = placeBlock(body, index, meaning, firstInsightOf(index), decided(index, meaning));
      here.set(index, placed);
      return placed;
    },
  };
}

function firstInsightsOf(practices: readonly Practice[]): readonly number[] {
  let count = 0;
  const firsts = [0];
  for (const { insights } of practices) {
    count += insights;
    firsts.push(count);
  }
  return firsts;
}

/** Of many insights each is found at once. A search for each of a thousand would be most of a key's work for them. */
function blocksOfInsights({ runs, firsts }: Runs<ResolvedBlock>, firstInsights: readonly number[]): Int32Array {
  const blocks = new Int32Array(firstInsights.at(-1) ?? 0);
  for (const [i, run] of runs.entries()) {
    const inRun = firstsIn(run);
    const [first = 0, end = 0] = [firstInsights[i], firstInsights[i + 1]];
    let block = 0;
    for (let insight = first; insight < end; insight++) {
      while ((inRun[block + 1] ?? end) <= insight - first) block++;
      blocks[insight] = (firsts[i] ?? 0) + block;
    }
  }
  return blocks;
}

/** For each block of a run the index that its first insight has among those of the run. */
export const firstsIn = derive((run: Run<ResolvedBlock>): readonly number[] => {
  let count = 0;
  return run.map(({ insights }) => {
    const first = count;
    count += insights.length;
    return first;
  });
});

/** The insights of a run of blocks. */
export const originsIn = derive((run: Run<ResolvedBlock>): readonly Origin[] =>
  flat(run.map(({ insights }) => insights)),
);
