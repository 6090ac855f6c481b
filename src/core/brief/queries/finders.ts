/**
 * Finds blocks, insights and sources of a brief, and counts the contents of blocks. A finder is made once, from a test of
 * what a thing means by itself. Called with a brief, it looks only through the runs that an edit changed, and remembers the
 * answer for all others.
 */

import { derive } from '../../base/derive';
import { countsInRuns, finderOf, type Run } from '../../base/runs';
import { NONE } from '../../base/same';
import type { Local, Span, Unplaced } from '../../base/text';
import { movedSpan } from '../../document/moved';
import type { BlockLists, PlacedBlock, ResolvedBlock } from '../blocks/parsedBlock';
import { startOf } from '../blocks/readBody';
import { modelOf } from '../model';
import { originsIn } from '../resolvedBlocks';
import { runsOfSources } from '../sources/linkedSources';
import type { Brief, Field, FrontMatter, Insight, Origin, Slip, SlipKind, Source, SourceDeclaration } from '../types';
import { insightAt } from './blocks';

/** Finds some things of a brief, in document order. */
export type Finder<T> = (brief: Brief) => readonly T[];

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

/** An insight at its place. Its block gets its place only when somebody asks for more than this. */
export interface InsightAt {
  /** The insight without its place. */
  readonly origin: Origin;
  /** Index among the insights of the brief. */
  readonly index: number;
  readonly span: Span;
  /** The words in it that need a source the most. */
  readonly point: Span;
  /** Returns the insight with all its places. */
  placed(): Insight | undefined;
}

/** @param isFound tells whether a block is looked for. It may depend on nothing but its argument */
function blocksWith(isFound: (meaning: ResolvedBlock) => boolean): Finder<PlacedBlock> {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { meanings, placed } = modelOf(brief).blocks;
    return each(foundIn.inAll(meanings), placed);
  };
}

/** Gives the things at some indexes. */
function each<T>(indexes: readonly number[], at: (index: number) => T | undefined): readonly T[] {
  return indexes.length === 0 ? NONE : indexes.map(at).filter((one) => one !== undefined);
}

/**
 * Finds parts of blocks: citations, links and so on.
 *
 * @param list the list of a block that holds them
 * @param isFound tells whether a part is looked for. It may depend on nothing but its arguments
 */
export function partsWith<List extends keyof BlockLists>(
  list: List,
  isFound: (part: ResolvedBlock[List][number], block: ResolvedBlock) => boolean,
): Finder<BlockLists[List][number]> {
  const partsOf = (block: ResolvedBlock): readonly ResolvedBlock[List][number][] => block[list];
  const blocksOf = blocksWith((block) => {
    for (const part of partsOf(block)) if (isFound(part, block)) return true;
    return false;
  });
  return (brief) =>
    blocksOf(brief).flatMap((block): readonly BlockLists[List][number][] => {
      const parts = partsOf(block.resolved);
      const places: readonly BlockLists[List][number][] = block[list];
      return places.filter((_, index) => parts[index] !== undefined && isFound(parts[index], block.resolved));
    });
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
  return (brief) => {
    const { body, meanings } = modelOf(brief).blocks;
    const blocks = each(foundIn.inAll(meanings), (index): TextAt | undefined => {
      const block = body.blocks[index];
      return block && { text: block.raw, at: startOf(body, index) };
    });
    const { frontMatter } = brief;
    if (!frontMatter) return blocks;
    const { start, end } = frontMatter.span;
    const text = brief.content.slice(start, end);
    const known = knownOf(frontMatter);
    known.isFound ??= isFound(text);
    return known.isFound ? [{ text, at: start }, ...blocks] : blocks;
  };
}

/**
 * @param isFound tells whether an insight is looked for
 * @returns a function that finds the indexes of such insights in a brief, in document order
 */
export function insightsWith(isFound: (origin: Origin) => boolean): (brief: Brief) => readonly number[] {
  const foundIn = finderOf(isFound);
  return (brief) => {
    const { meanings, firstInsights } = modelOf(brief).blocks;
    return foundIn.inAll({ runs: originsByRun(meanings.runs), firsts: firstInsights });
  };
}

/** Gives insights by their indexes. */
export function insightsAt(brief: Brief, indexes: readonly number[]): readonly InsightAt[] {
  if (indexes.length === 0) return NONE;
  const { body, origins, blocksOfInsights } = modelOf(brief).blocks;
  const [all, blocks] = [origins(), blocksOfInsights()];
  return each(indexes, (index): InsightAt | undefined => {
    const origin = all[index];
    if (!origin) return undefined;
    const by = startOf(body, blocks[index] ?? -1);
    const [span, point] = [movedSpan(origin.span, by), movedSpan(origin.point, by)];
    return { origin, index, span, point, placed: () => insightAt(brief, index) };
  });
}

const originsByRun = derive((runs: readonly Run<ResolvedBlock>[]) => runs.map((run) => originsIn(run)));

/**
 * @param isFound tells whether a source is looked for
 * @returns a function that finds such sources of a brief, in order
 */
export function sourcesWith(isFound: (origin: Local<Source>) => boolean): Finder<Source> {
  const foundIn = indexesOfSources(isFound);
  return (brief) => each(foundIn(brief), modelOf(brief).sources.placedAt);
}

/** Makes a function that tells whether a brief has a source that passes a test, without giving a source its place. */
export function hasSourceWith(isFound: (origin: Local<Source>) => boolean): (brief: Brief) => boolean {
  const foundIn = indexesOfSources(isFound);
  return (brief) => foundIn(brief).length > 0;
}

function indexesOfSources(isFound: (origin: Local<Source>) => boolean): (brief: Brief) => readonly number[] {
  const foundIn = finderOf(isFound);
  return (brief) => foundIn.inAll(runsOfSources(modelOf(brief).sources.origins));
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

/**
 * Finds the web addresses that declarations of sources in the document give.
 *
 * @param isFound may depend only on the address
 */
export function addressesOfSources(isFound: (address: string) => boolean): Finder<Field> {
  const isAsked = ({ url, uri }: Unplaced<SourceDeclaration>) => !!url && uri === undefined && isFound(url.value);
  const sourcesOf = sourcesWith(({ declarations }) => declarations.some(isAsked));
  return (brief) =>
    sourcesOf(brief).flatMap(({ declarations }) =>
      declarations.flatMap((one) => (isAsked(one) && one.url ? [one.url] : [])),
    );
}

/** Finds text that looks like a citation but isn't one, in document order. */
export function slipsWith(kinds: readonly SlipKind[]): Finder<Slip> {
  return partsWith('slips', ({ kind }) => kinds.includes(kind));
}

const gaps = slipsWith(['gap']);

/** The marks of missing citations, such as `[?]`, by the index of their insight: the first of each. */
export const gapsOf = derive((brief: Brief): ReadonlyMap<number | null, Span> => {
  const first = new Map<number | null, Span>();
  for (const { insight, span } of gaps(brief)) if (!first.has(insight)) first.set(insight, span);
  return first;
});
