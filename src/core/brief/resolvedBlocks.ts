/** The meanings of the blocks of one version. */

import { derive } from '../base/derive';
import { once } from '../base/once';
import { flat, type Run, type Runs, runAt } from '../base/runs';
import { mapped, NONE } from '../base/same';
import type { Demand } from '../document/frontMatter/configSchema';
import type { Decided, PlacedBlock, ResolvedBlock } from './blocks/parsedBlock';
import { placeBlock } from './blocks/placeBlock';
import { type Body, firstEndingAfter, startOf } from './blocks/readBody';
import { type Decision, needsOf, type Practice, practiceIn, practiceOfRun, sumOf } from './needs';
import { type Habit, habitOf } from './needs/habit';
import type { InsightPlace } from './needs/nextInsight';
import type { Origin } from './types';

/** The meanings of the blocks of one version, in document order. */
export interface ResolvedBlocks {
  readonly body: Body;
  readonly meanings: Runs<ResolvedBlock>;
  /** Index of each run's first insight among the insights of the brief; at the end, the number of insights. */
  readonly firstInsights: readonly number[];
  /** Returns the index of a block's first insight among the insights of the brief, by the block's index. */
  firstInsightOf(block: number): number;
  /** Index of each insight's block, by the insight's index. */
  readonly blocksOfInsights: () => Int32Array;
  readonly practice: Practice;
  readonly habit: Habit;
  /** Returns the decision on an insight, by its index. */
  decisionOn(insight: number): Decision | undefined;
  /** Tells whether a missing citation of the insight at an offset is excused; null if it isn't for any insight. */
  readonly isExcused: ((offset: number) => boolean) | null;
  /** The insights of all blocks. */
  readonly origins: () => readonly Origin[];
  /** Returns a block at its place, by its index. */
  placed(index: number): PlacedBlock;
}

/** What decides on the missing citations of a version, besides its blocks. */
interface Wanted extends Pick<ResolvedBlocks, 'isExcused'> {
  /** True if its front matter declares sources. */
  readonly declares: boolean;
  readonly demand: Demand;
  /** Offset of the place where somebody is typing; null if nobody is. */
  readonly typing: number | null;
}

export function resolvedBlocks(
  lineage: object,
  body: Body,
  meanings: Runs<ResolvedBlock>,
  { isExcused, declares, demand, typing }: Wanted,
): ResolvedBlocks {
  const practices = meanings.runs.map((run) => practiceOfRun(run));
  const firstInsights = firstInsightsOf(practices);
  const firstInsightOf = (block: number) => {
    const run = runAt(meanings, block);
    const first = meanings.firsts[run] ?? 0;
    return (firstInsights[run] ?? 0) + (firstsIn(meanings.runs[run] ?? NONE)[block - first] ?? 0);
  };
  const typed = typing === null ? null : insightNear(body, meanings.items, typing);
  const insight = typed && meanings.items[typed.block]?.insights[typed.index];
  // What is typed without a citation still belongs to a document that cites nothing.
  const apart = insight && insight.citedVia !== null ? practiceIn([{ insights: [insight], slips: NONE }]) : undefined;
  const practice = sumOf(practices, apart);
  const origins = once(() => flat(meanings.runs.map((run) => originsIn(run))));
  const habit = habitOf(lineage, body, meanings, firstInsightOf, origins, typed);
  const needs = needsOf({ body, meanings: meanings.items, practice, habit, declares, demand, typed });
  const here = new Map<number, PlacedBlock>();
  const blockOf = once(() => blocksOfInsights(meanings, firstInsights));
  // Rules, the status bar and counts ask for the same insights.
  const decisions: Decision[] = [];
  decisions.length = firstInsights.at(-1) ?? 0;
  const decisionAt = (block: number, index: number, insight: number): Decision => {
    decisions[insight] ??= needs.decisionOn(block, index);
    return decisions[insight];
  };
  const decisionOn = (insight: number): Decision | undefined => {
    const block = blockOf()[insight];
    return block === undefined ? undefined : decisionAt(block, insight - firstInsightOf(block), insight);
  };
  const decided = (index: number, { insights }: ResolvedBlock): Decided => {
    const first = firstInsightOf(index);
    const each = mapped(insights, (_, i) => decisionAt(index, i, first + i));
    return {
      because: mapped(each, ({ because }) => because),
      uncited: mapped(each, ({ isUncited }) => isUncited),
      excused: mapped(insights, ({ span }) => isExcused?.(startOf(body, index) + span.start) ?? false),
    };
  };
  return {
    body,
    meanings,
    firstInsights,
    firstInsightOf,
    blocksOfInsights: blockOf,
    practice: needs.practice,
    habit,
    decisionOn,
    isExcused,
    origins,
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

/** Finds the insight in which an offset is, or behind which it is in its block. */
function insightNear(body: Body, meanings: readonly ResolvedBlock[], offset: number): InsightPlace | null {
  const block = firstEndingAfter(body, Math.max(0, offset - 1));
  const at = offset - startOf(body, block);
  const index = meanings[block]?.insights.findLastIndex(({ span }) => span.start <= at) ?? -1;
  return index < 0 ? null : { block, index };
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

/** Lists the block of each insight. A search for each of a thousand insights would be most of a keystroke's work. */
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

/** Index of each block's first insight among the insights of a run, by the block's index in the run. */
const firstsIn = derive((run: Run<ResolvedBlock>): readonly number[] => {
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
