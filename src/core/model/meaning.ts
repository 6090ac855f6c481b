/** What the blocks of one version mean. */

import { derive } from '../base/derive';
import { once } from '../base/once';
import { flat, type Run, type Runs } from '../base/runs';
import { mapped } from '../base/same';
import type { Origin } from '../brief';
import type { Decided, PlacedBlock, ResolvedBlock } from './blocks/keptBlocks';
import { placeBlock } from './blocks/placeBlock';
import { type Body, startOf } from './blocks/readBody';
import { type Needs, needsOf, practiceIn } from './needs';

/** What the blocks of one version mean, in document order. */
export interface MeantBlocks {
  readonly body: Body;
  readonly meanings: Runs<ResolvedBlock>;
  /** For each block the index that its first insight has among those of the brief; at the end, how many these have. */
  readonly firstInsights: Int32Array;
  readonly needs: Needs;
  /** Whether a missing citation of an insight is meant, by its place; null: of none. */
  readonly isExcused: ((offset: number) => boolean) | null;
  /** The insights of all blocks. */
  readonly origins: () => readonly Origin[];
  /** A block where it stands, by its index. */
  placed(index: number): PlacedBlock;
}

/** @param isExcused whether a missing citation of an insight is meant, by its place */
export function meantBlocks(
  body: Body,
  meanings: Runs<ResolvedBlock>,
  isExcused: ((offset: number) => boolean) | null,
): MeantBlocks {
  const firstInsights = firstInsightsOf(meanings.items);
  const needs = needsOf(body, meanings.items, practiceIn(meanings));
  const here = new Map<number, PlacedBlock>();
  const decided = (index: number, { insights }: ResolvedBlock): Decided => ({
    because: mapped(insights, (_, i) => needs.becauseOf(index, i)),
    excused: mapped(insights, ({ span }) => isExcused?.(startOf(body, index) + span.start) ?? false),
  });
  return {
    body,
    meanings,
    firstInsights,
    needs,
    isExcused,
    origins: once(() => flat(meanings.runs.map(originsIn))),
    placed: (index) => {
      const known = here.get(index);
      if (known) return known;
      const meaning = meanings.items[index];
      if (!meaning) throw new RangeError(`There is no block ${index}.`);
      const placed = placeBlock(body, index, meaning, firstInsights[index] ?? 0, decided(index, meaning));
      here.set(index, placed);
      return placed;
    },
  };
}

function firstInsightsOf(meanings: readonly ResolvedBlock[]): Int32Array {
  const firsts = new Int32Array(meanings.length + 1);
  let count = 0;
  for (const [index, { insights }] of meanings.entries()) {
    firsts[index] = count;
    count += insights.length;
  }
  firsts[meanings.length] = count;
  return firsts;
}

/** The insights of a run of blocks. */
export const originsIn = derive((run: Run<ResolvedBlock>): readonly Origin[] =>
  flat(run.map(({ insights }) => insights)),
);
