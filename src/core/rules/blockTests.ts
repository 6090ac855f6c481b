/** What several rules look for in the blocks of a brief. */

import { blocksWhere, blockTest } from '../brief/meantBlocks';
import type { Brief, Citation, Slip } from '../brief/types';

const hasSlips = blockTest(({ slips }) => slips.length > 0);

/** What looks like a citation and is none, in document order. */
export function* slipsOf(brief: Brief): Iterable<Slip> {
  for (const { slips } of blocksWhere(brief, hasSlips)) yield* slips;
}

const hasSeveral = blockTest(({ clusters }) => clusters.some((cluster) => !isSingle(cluster)));

/** Clusters of citations that name more than one source in one place, in document order. */
export function* clustersOfSeveral(brief: Brief): Iterable<readonly Citation[]> {
  for (const { clusters } of blocksWhere(brief, hasSeveral))
    for (const cluster of clusters) if (!isSingle(cluster)) yield cluster;
}

function isSingle(cluster: readonly Citation[]): boolean {
  return cluster.length === 1 && cluster[0]?.items.length === 1;
}
