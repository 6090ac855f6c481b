/**
 * Finds blocks, insights and sources of a brief, and counts the contents of blocks. A finder is made once, from a test of
 * what a thing means by itself. Called with a brief, it looks only through the runs that an edit changed, and remembers the
 * answer for all others.
 */

import { derive } from '../../base/derive';
import { countsInRuns, finderOf, type Run } from '../../base/runs';
import { NONE } from '../../base/same';
import type { BlockLists, ResolvedBlock } from '../blocks/parsedBlock';
import { startOf } from '../blocks/readBody';
import { modelOf } from '../model';
import { originsIn } from '../resolvedBlocks';
import { runsOfSources } from '../sources/linkedSources';
import type { Brief, FrontMatter, Origin, Slip, Source } from '../types';

/** Finds some things of a brief, in document order. */
export type Finder<T> = (brief: Brief) => Iterable<T>;

/** The meaning of a block, and the offset of the block's start, from which the spans of the meaning count. */
export interface MeaningAt {
  readonly meaning: ResolvedBlock;
  readonly at: number;
}

/** A stretch of the document, and the offset of its start. */
export interface TextAt {
  readonly text: string;
  readonly at: number;
}

/** @param isFound tells whether a block is looked for. It may depend on nothing but its argument, whose spans count from its start */
export function blocksWith(isFound: (meaning: ResolvedBlock) => boolean): Finder<BlockLists> {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { meanings, placed } = modelOf(brief).blocks;
    return each(foundIn.inAll(meanings), placed);
  };
}

/** Gives the things at some indexes, each when its turn comes. Most finders find nothing in most briefs. */
function each<T>(indexes: readonly number[], at: (index: number) => T | undefined): Iterable<T> {
  return indexes.length === 0 ? NONE : those(indexes, at);
}

function* those<T>(indexes: readonly number[], at: (index: number) => T | undefined): Iterable<T> {
  for (const index of indexes) {
    const one = at(index);
    if (one !== undefined) yield one;
  }
}

/** Like {@link blocksWith}, but gives meanings, and no block gets its place. */
export function meaningsWith(isFound: (meaning: ResolvedBlock) => boolean): Finder<MeaningAt> {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { body, meanings } = modelOf(brief).blocks;
    return each(foundIn.inAll(meanings), (index) => {
      const meaning = meanings.items[index];
      return meaning && { meaning, at: startOf(body, index) };
    });
  };
}

/** Finds the front matter and blocks by their texts, as the document has them. @param isFound may depend only on the text */
export function textsWith(isFound: (text: string) => boolean): Finder<TextAt> {
  const foundIn = finderOf(({ raw }: ResolvedBlock) => isFound(raw));
  // A front matter is a new object when its text changes, so it is the key.
  const knownOf = derive((_frontMatter: FrontMatter): { isFound?: boolean } => ({}));
  return function* (brief) {
    const { frontMatter } = brief;
    if (frontMatter) {
      const { start, end } = frontMatter.span;
      const text = brief.content.slice(start, end);
      const known = knownOf(frontMatter);
      known.isFound ??= isFound(text);
      if (known.isFound) yield { text, at: start };
    }
    const { body, meanings } = modelOf(brief).blocks;
    for (const index of foundIn.inAll(meanings)) {
      const block = body.blocks[index];
      if (block) yield { text: block.raw, at: startOf(body, index) };
    }
  };
}

/**
 * @param isFound tells whether an insight is looked for. The spans of its argument mean nothing
 * @returns a function that finds the indexes of such insights in a brief, in document order
 */
export function insightsWith(isFound: (origin: Origin) => boolean): (brief: Brief) => readonly number[] {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { meanings, firstInsights } = modelOf(brief).blocks;
    return foundIn.inAll({ runs: originsByRun(meanings.runs), firsts: firstInsights });
  };
}

const originsByRun = derive((runs: readonly Run<ResolvedBlock>[]) => runs.map((run) => originsIn(run)));

/**
 * @param isFound tells whether a source is looked for. The spans of its argument mean nothing
 * @returns a function that finds such sources of a brief, in order
 */
export function sourcesWith(isFound: (origin: Source) => boolean): Finder<Source> {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { origins, placedAt } = modelOf(brief).sources;
    return each(foundIn.inAll(runsOfSources(origins)), placedAt);
  };
}

/**
 * @param keysOf gives the keys that are counted in a block
 * @returns a function that tells how often each key stands in the body of a brief
 */
export function countsOf(
  keysOf: (meaning: ResolvedBlock) => Iterable<string>,
): (brief: Brief) => ReadonlyMap<string, number> {
  const countedIn = countsInRuns(keysOf);
  return (brief) => {
    const { document, blocks } = modelOf(brief);
    return countedIn(document.lineage, blocks.meanings.runs);
  };
}

const withSlips = blocksWith(({ slips }) => slips.length > 0);

/** Gives text that looks like a citation but isn't one, in document order. */
export function* slipsOf(brief: Brief): Iterable<Slip> {
  for (const { slips } of withSlips(brief)) yield* slips;
}
