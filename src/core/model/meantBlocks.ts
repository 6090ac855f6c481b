/**
 * What the blocks of a brief mean. Blocks stay the same objects from version to version as long as they mean the same, and
 * are put where they stand only when somebody asks. Who looks for some of them asks by a test of what a block or an insight
 * means by itself, or counts what each block holds: then a version is looked through only where it differs from the last.
 */

import { once } from '../base/once';
import { firstWhere, withStretch } from '../base/ordered';
import { mapped } from '../base/same';
import { firstFrom } from '../base/text';
import type { Brief, Citation, Figure, Insight, Origin, Section } from '../brief';
import type { Decided, PlacedBlock, ResolvedBlock } from './blocks/keptBlocks';
import { placeBlock } from './blocks/placeBlock';
import { type Body, endOf, sectionsOf, startOf } from './blocks/readBody';
import { indexesWhere, type Replaced, replacedIn } from './indexes';
import { ownCoverage } from './insights';
import { type Needs, NO_PRACTICE, needsOf, type Practice, practiceWith } from './needs';
import type { Because } from './needs/because';
import { hasUncovered, tableFigures } from './tableFigures';

/** What the blocks of one version mean, in document order. */
export interface MeantBlocks {
  readonly body: Body;
  readonly meanings: readonly ResolvedBlock[];
  /** For each block the index that its first insight has among those of the brief; at the end, how many these have. */
  readonly firstInsights: Int32Array;
  readonly needs: Needs;
  /** Whether a missing citation of an insight is meant, by its place; null: of none. */
  readonly isExcused: ((offset: number) => boolean) | null;
  /** A block where it stands, by its index. */
  placed(index: number): PlacedBlock;
}

/** Whether a block is looked for. It may depend on nothing but its arguments, of which `text` is the block's own. */
export type BlockTest = (meaning: ResolvedBlock, text: string) => boolean;
/** Whether an insight is looked for. The spans of what it is asked about mean nothing. */
export type InsightTest = (origin: Origin) => boolean;
/** What of a block is counted. */
export type Counting = (meaning: ResolvedBlock) => Iterable<string>;

/**
 * @param isExcused whether a missing citation of an insight is meant, by its place
 * @param earlier an earlier version, and where this one differs from it
 */
export function meantBlocks(
  body: Body,
  meanings: readonly ResolvedBlock[],
  isExcused: ((offset: number) => boolean) | null,
  earlier?: { readonly blocks: MeantBlocks; readonly replaced: Replaced } | null,
): MeantBlocks {
  const firstInsights = firstInsightsOf(meanings, earlier);
  const needs = needsOf(body, meanings, practiceIn(meanings, earlier));
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
    placed: (index) => {
      const known = here.get(index);
      if (known) return known;
      const meaning = meanings[index];
      if (!meaning) throw new RangeError(`There is no block ${index}.`);
      const placed = placeBlock(body, index, meaning, firstInsights[index] ?? 0, decided(index, meaning));
      here.set(index, placed);
      return placed;
    },
  };
}

function firstInsightsOf(
  meanings: readonly ResolvedBlock[],
  earlier?: { readonly blocks: MeantBlocks; readonly replaced: Replaced } | null,
): Int32Array {
  const { start, end, endBefore } = earlier?.replaced ?? { start: 0, end: meanings.length, endBefore: 0 };
  const before = earlier?.blocks.firstInsights ?? NONE_BEFORE;
  let count = before[start] ?? 0;
  const after = meanings.slice(start, end).map(({ insights }) => {
    count += insights.length;
    return count;
  });
  return withStretch(before, start + 1, after, endBefore + 1, count - (before[endBefore] ?? 0));
}

const NONE_BEFORE = new Int32Array(1);

function practiceIn(
  meanings: readonly ResolvedBlock[],
  earlier?: { readonly blocks: MeantBlocks; readonly replaced: Replaced } | null,
): Practice {
  if (!earlier) return practiceWith(NO_PRACTICE, meanings, 1);
  const { start, end, endBefore } = earlier.replaced;
  const { needs, meanings: before } = earlier.blocks;
  return practiceWith(practiceWith(needs.practice, before.slice(start, endBefore), -1), meanings.slice(start, end), 1);
}

/** What is known of one version. */
interface Known {
  readonly blocks: MeantBlocks;
  /** Made when first asked for. */
  origins: readonly Origin[] | null;
  /** The figures that are no tables of the body. */
  readonly declaredFigures: readonly Figure[];
  readonly blockTests: Map<BlockTest, readonly number[]>;
  readonly insightTests: Map<InsightTest, readonly number[]>;
  readonly countings: Map<Counting, ReadonlyMap<string, number>>;
  /** The last version that was asked about before this one, and where this one differs from it. */
  earlier: { readonly known: Known; readonly difference: () => Replaced } | null;
}

const knownOf = new WeakMap<Brief, Known>();

/** Keeps what the blocks of a brief mean. */
export function keepMeantBlocks(
  brief: Brief,
  blocks: MeantBlocks,
  declaredFigures: readonly Figure[],
  previous: Brief | undefined,
): void {
  const { meanings } = blocks;
  const known: Known = {
    blocks,
    origins: null,
    declaredFigures,
    blockTests: new Map(),
    insightTests: new Map(),
    countings: new Map(),
    earlier: null,
  };
  const before = previous && knownOf.get(previous);
  if (before) known.earlier = earlierOf(before, meanings);
  knownOf.set(brief, known);
}

/** The insights of all blocks; of those that did not change, from the version before. */
function originsIn(known: Known): readonly Origin[] {
  if (known.origins) return known.origins;
  const { meanings, firstInsights } = known.blocks;
  const before = known.earlier?.known;
  if (!known.earlier || !before?.origins) {
    known.origins = insightsIn(meanings);
    return known.origins;
  }
  const { start, end, endBefore } = known.earlier.difference();
  known.origins = before.origins
    .slice(0, firstInsights[start])
    .concat(insightsIn(meanings.slice(start, end)), before.origins.slice(before.blocks.firstInsights[endBefore]));
  return known.origins;
}

/** A keystroke joins thousands of short lists, which `flatMap` is slow at. */
function insightsIn(meanings: readonly ResolvedBlock[]): Origin[] {
  const all: Origin[] = [];
  for (const { insights } of meanings) for (const insight of insights) all.push(insight);
  return all;
}

function earlierOf(before: Known, meanings: readonly ResolvedBlock[]): Known['earlier'] {
  const wasAsked =
    before.origins !== null || before.blockTests.size + before.insightTests.size + before.countings.size > 0;
  const known = wasAsked ? before : before.earlier?.known;
  if (!known) return null;
  // What it took over itself it has, or never needed: versions do not keep each other in memory.
  known.earlier = null;
  return { known, difference: once(() => replacedIn(known.blocks.meanings, meanings)) };
}

/**
 * For each insight of a brief an object that stays the same from version to version, as long as nothing of the insight
 * and of its block changes but its place. Its spans mean nothing outside of its block.
 */
export function originsOf(brief: Brief): readonly Origin[] {
  const known = knownOf.get(brief);
  return known ? originsIn(known) : brief.insights;
}

/**
 * For each block of a brief an object that stays the same from version to version, as long as the block means the same:
 * its text, and all that the model has read of it.
 */
export function meaningsOf(brief: Brief): readonly object[] {
  return knownOf.get(brief)?.blocks.meanings ?? [];
}

/** What a brief's body is made of. */
export function bodyOf(brief: Brief): Body | undefined {
  return knownOf.get(brief)?.blocks.body;
}

/** The sections of a brief that have neither content nor subsections. */
export function emptySections(brief: Brief): readonly Section[] {
  const body = bodyOf(brief);
  const isEmpty = ({ empty }: { readonly empty: boolean }) => empty;
  return body ? sectionsOf(body, body.outline.sections.filter(isEmpty)) : brief.sections.filter(isEmpty);
}

/** What the blocks of a brief mean. */
export function meantBlocksOf(brief: Brief): MeantBlocks | undefined {
  return knownOf.get(brief)?.blocks;
}

/** The figures of a brief that are no tables of its body. */
export function declaredFiguresOf(brief: Brief): readonly Figure[] {
  return knownOf.get(brief)?.declaredFigures ?? brief.figures.filter(({ declaredIn }) => declaredIn !== 'table');
}

/** The tables of the body that no citation, link or source in words covers, with others of their blocks. */
export function* tablesPerhapsUncovered(brief: Brief): Iterable<Figure> {
  const known = knownOf.get(brief);
  if (!known) {
    yield* brief.figures.filter(({ declaredIn }) => declaredIn === 'table');
    return;
  }
  const { body, meanings, placed } = known.blocks;
  for (const index of selected(known, hasTableWithout))
    if (hasUncovered(body, index, meanings)) yield* tableFigures(body, index, placed);
}

/** What stands around such a table may cover it. */
const hasTableWithout: BlockTest = ({ basis, evidence }) =>
  basis.reading.tables.some((table) => ownCoverage(evidence.get(table)).via === null);

/** An insight by its index. Unlike a look into the list of all, it puts no other block where it stands. */
export function insightAt(brief: Brief, index: number): Insight | undefined {
  const block = blockOfInsight(brief, index);
  return block ? block.insights[index - block.firstInsight] : brief.insights[index];
}

/** Where an insight starts, by its index. No block is put where it stands for it. */
export function startOfInsight(brief: Brief, index: number): number | undefined {
  const blocks = knownOf.get(brief)?.blocks;
  if (!blocks) return brief.insights[index]?.span.start;
  const block = blockWith(blocks, index);
  const origin = blocks.meanings[block]?.insights[index - (blocks.firstInsights[block] ?? 0)];
  return origin && startOf(blocks.body, block) + origin.span.start;
}

/** Whether a missing citation of an insight is meant, by its index. */
export function isExcused(brief: Brief, index: number): boolean {
  const blocks = knownOf.get(brief)?.blocks;
  if (!blocks) return brief.insights[index]?.excused === true;
  const start = blocks.isExcused && startOfInsight(brief, index);
  return start != null && blocks.isExcused?.(start) === true;
}

/** Why an insight must be cited, or need not, by its index. No block is put where it stands for it. */
export function becauseOf(brief: Brief, index: number): Because | undefined {
  const blocks = knownOf.get(brief)?.blocks;
  if (!blocks) return brief.insights[index]?.because;
  const block = blockWith(blocks, index);
  return block < 0 ? undefined : blocks.needs.becauseOf(block, index - (blocks.firstInsights[block] ?? 0));
}

/** How a brief cites. */
export function practiceOf(brief: Brief): Practice {
  return knownOf.get(brief)?.blocks.needs.practice ?? NO_PRACTICE;
}

/** The block that holds an insight, by the insight's index. */
export function blockOfInsight(brief: Brief, index: number): PlacedBlock | undefined {
  const blocks = knownOf.get(brief)?.blocks;
  if (!blocks) return undefined;
  const block = blockWith(blocks, index);
  return block < 0 ? undefined : blocks.placed(block);
}

/** The index of the block that holds an insight; -1: there is no such insight. */
function blockWith({ firstInsights, meanings }: MeantBlocks, insight: number): number {
  if (insight < 0 || insight >= (firstInsights[meanings.length] ?? 0)) return -1;
  // Of blocks that start at one index, all but the last have no insight.
  return firstWhere(meanings.length, (block) => (firstInsights[block + 1] ?? 0) > insight);
}

/** A citation without its place. */
type Cited = Pick<Citation, 'form' | 'items'>;

/** The citations that start before an offset, the last first. Their spans mean nothing. */
export function* citationsBefore(brief: Brief, offset: number): Iterable<Cited> {
  const known = knownOf.get(brief);
  if (!known) {
    yield* brief.citations.slice(0, firstFrom(brief.citations, offset)).reverse();
    return;
  }
  const { body, meanings } = known.blocks;
  const citing = selected(known, hasCitations);
  for (let i = firstCitingAfter(body, citing, offset); i >= 0; i--) {
    const { citations = [] } = meanings[citing[i] ?? -1] ?? {};
    const at = offset - startOf(body, citing[i] ?? -1);
    for (let k = firstFrom(citations, at) - 1; k >= 0; k--) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** The citations that start at an offset or after it, in document order. Their spans mean nothing. */
export function* citationsFrom(brief: Brief, offset: number): Iterable<Cited> {
  const known = knownOf.get(brief);
  if (!known) {
    yield* brief.citations.slice(firstFrom(brief.citations, offset));
    return;
  }
  const { body, meanings } = known.blocks;
  const citing = selected(known, hasCitations);
  for (let i = firstCitingAfter(body, citing, offset); i < citing.length; i++) {
    const { citations = [] } = meanings[citing[i] ?? -1] ?? {};
    for (let k = firstFrom(citations, offset - startOf(body, citing[i] ?? -1)); k < citations.length; k++) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** Of blocks far apart, those between are not gone through. */
const hasCitations: BlockTest = ({ citations }) => citations.length > 0;

/** The first of the blocks that cite which ends after an offset, by its place among those. */
function firstCitingAfter(body: Body, citing: readonly number[], offset: number): number {
  return firstWhere(citing.length, (place) => endOf(body, citing[place] ?? -1) > offset);
}

/** What a block holds, where it stands. */
export type BlockLists = Pick<
  PlacedBlock,
  'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips'
>;

/** The blocks that a test finds, in document order. */
export function* blocksWhere(brief: Brief, test: BlockTest): Iterable<BlockLists> {
  const known = knownOf.get(brief);
  if (known) for (const index of selected(known, test)) yield known.blocks.placed(index);
  else yield brief;
}

/** A stretch of the document, and where it starts. */
export interface TextAt {
  readonly text: string;
  readonly at: number;
}

/** The texts of the blocks that a test finds, as the document has them, in its order. */
export function* textsWhere(brief: Brief, test: BlockTest): Iterable<TextAt> {
  const known = knownOf.get(brief);
  if (!known) {
    const at = brief.frontMatter?.span.end ?? 0;
    yield { text: brief.text.slice(at), at };
    return;
  }
  const { body } = known.blocks;
  for (const index of selected(known, test)) {
    const block = body.blocks[index];
    if (block) yield { text: block.written, at: startOf(body, index) };
  }
}

/** What the blocks that a test finds mean, in document order, and where they start, which their spans count from. */
export function* meaningsWhere(brief: Brief, test: BlockTest): Iterable<{ meaning: ResolvedBlock; at: number }> {
  const known = knownOf.get(brief);
  if (!known) return;
  const { body, meanings } = known.blocks;
  for (const index of selected(known, test)) {
    const meaning = meanings[index];
    if (meaning) yield { meaning, at: startOf(body, index) };
  }
}

/** The indexes of the insights that a test finds, in document order. */
export function insightsWhere(brief: Brief, test: InsightTest): readonly number[] {
  const known = knownOf.get(brief);
  if (!known) return brief.insights.flatMap((insight, index) => (test(insight) ? [index] : []));
  const { insightTests, earlier, blocks } = known;
  const before = insightTests.get(test);
  if (before) return before;
  const origins = originsIn(known);
  const isFound = (index: number) => {
    const origin = origins[index];
    return origin !== undefined && test(origin);
  };
  const foundBefore = earlier?.known.insightTests.get(test);
  const found = indexesWhere(
    origins.length,
    isFound,
    earlier &&
      foundBefore && {
        found: foundBefore,
        replaced: replacedInsights(earlier.known.blocks, blocks, earlier.difference()),
      },
  );
  insightTests.set(test, found);
  return found;
}

/** Where the insights of a version differ from those before, whose blocks differ as they do. */
function replacedInsights(before: MeantBlocks, now: MeantBlocks, { start, end, endBefore }: Replaced): Replaced {
  return {
    start: now.firstInsights[start] ?? 0,
    end: now.firstInsights[end] ?? 0,
    endBefore: before.firstInsights[endBefore] ?? 0,
  };
}

/** How often each of what is counted stands in the body. */
export function countsOf(brief: Brief, counting: Counting): ReadonlyMap<string, number> | null {
  const known = knownOf.get(brief);
  if (!known) return null;
  const { countings, earlier, blocks } = known;
  const before = countings.get(counting);
  if (before) return before;
  const inherited = earlier?.known.countings.get(counting);
  const counts = new Map(inherited);
  const add = (meaning: ResolvedBlock, by: number) => {
    for (const key of counting(meaning)) {
      const count = (counts.get(key) ?? 0) + by;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    }
  };
  const { meanings } = blocks;
  const { start, end, endBefore } = (inherited && earlier?.difference()) ?? {
    start: 0,
    end: meanings.length,
    endBefore: 0,
  };
  for (const meaning of meanings.slice(start, end)) add(meaning, 1);
  if (inherited && earlier)
    for (const meaning of earlier.known.blocks.meanings.slice(start, endBefore)) add(meaning, -1);
  countings.set(counting, counts);
  return counts;
}

/** The indexes of the blocks that a test finds. */
function selected(known: Known, test: BlockTest): readonly number[] {
  const { blockTests, earlier, blocks } = known;
  const before = blockTests.get(test);
  if (before) return before;
  const { meanings, body } = blocks;
  const isFound = (index: number) => {
    const meaning = meanings[index];
    const block = body.blocks[index];
    return meaning !== undefined && block !== undefined && test(meaning, block.text);
  };
  const foundBefore = earlier?.known.blockTests.get(test);
  const found = indexesWhere(
    meanings.length,
    isFound,
    earlier && foundBefore && { found: foundBefore, replaced: earlier.difference() },
  );
  blockTests.set(test, found);
  return found;
}
