/**
 * What the blocks of a brief mean. Blocks stay the same objects from version to version as long as they mean the same, and
 * are put where they stand only when somebody asks. Who looks for some of them asks by a test of what a block or an insight
 * means by itself, or counts what each block holds: a run of blocks that an edit left alone is not looked through again.
 */

import { derive } from '../base/derive';
import { firstWhere } from '../base/ordered';
import { indexesIn, indexesWhere, type Run } from '../base/runs';
import { NONE } from '../base/same';
import { firstFrom } from '../base/text';
import { ownCoverage } from './blocks/insights';
import type { PlacedBlock, ResolvedBlock } from './blocks/keptBlocks';
import { type Body, endOf, sectionsOf, startOf } from './blocks/readBody';
import { hasUncovered, tableFigures } from './figures/tableFigures';
import { firstsIn, type MeantBlocks, originsIn } from './meaning';
import { modelOf } from './model';
import type { Practice } from './needs';
import type { Because } from './needs/because';
import type { Brief, Citation, Figure, Insight, Origin, Section } from './types';

/** Finds the blocks of a run, by their indexes in it, of which something is true. */
export type BlockTest = (run: Run<ResolvedBlock>) => readonly number[];
/** Finds the insights of a run of blocks, by their indexes among those of the run, of which something is true. */
export type InsightTest = (run: Run<ResolvedBlock>) => readonly number[];
/** How often each of what is counted stands in the runs of a body. */
export type Counting = (lineage: object, runs: readonly Run<ResolvedBlock>[]) => ReadonlyMap<string, number>;

/** @param isFound tells whether a block is looked for. It may depend on nothing but its argument */
export function blockTest(isFound: (meaning: ResolvedBlock) => boolean): BlockTest {
  return indexesWhere(isFound);
}

/** @param isFound tells whether an insight is looked for. The spans of what it is asked about mean nothing */
export function insightTest(isFound: (origin: Origin) => boolean): InsightTest {
  const foundIn = indexesWhere(isFound);
  return (run) => foundIn(originsIn(run));
}

/** @param keysOf what is counted of a block */
export function counting(keysOf: (meaning: ResolvedBlock) => Iterable<string>): Counting {
  const keysIn = derive((run: Run<ResolvedBlock>) => run.flatMap((meaning) => [...keysOf(meaning)]));
  const count = (counts: Map<string, number>, run: Run<ResolvedBlock>, by: 1 | -1) => {
    for (const key of keysIn(run)) {
      const now = (counts.get(key) ?? 0) + by;
      if (now > 0) counts.set(key, now);
      else counts.delete(key);
    }
  };
  // Of a long brief most runs were counted for the last version.
  const lastOf = derive((_lineage: object) => ({
    runs: new Set<Run<ResolvedBlock>>(),
    counts: new Map<string, number>(),
  }));
  return derive((lineage: object, runs: readonly Run<ResolvedBlock>[]) => {
    const last = lastOf(lineage);
    const counts = new Map(last.counts);
    const now = new Set(runs);
    for (const run of now) if (!last.runs.has(run)) count(counts, run, 1);
    for (const run of last.runs) if (!now.has(run)) count(counts, run, -1);
    last.runs = now;
    last.counts = counts;
    return counts;
  });
}

function blocksOf(brief: Brief): MeantBlocks {
  return modelOf(brief).blocks;
}

/**
 * For each insight of a brief an object that stays the same from version to version, as long as nothing of the insight
 * and of its block changes but its place. Its spans mean nothing outside of its block.
 */
export function originsOf(brief: Brief): readonly Origin[] {
  return blocksOf(brief).origins();
}

/**
 * For each block of a brief an object that stays the same from version to version, as long as the block means the same:
 * its text, and all that the model has read of it.
 */
export function meaningsOf(brief: Brief): readonly object[] {
  return blocksOf(brief).meanings.items;
}

/** What a brief's body is made of. */
export function bodyOf(brief: Brief): Body {
  return blocksOf(brief).body;
}

/** The sections of a brief that have neither content nor subsections. */
export function emptySections(brief: Brief): readonly Section[] {
  const body = bodyOf(brief);
  return sectionsOf(
    body,
    body.outline.sections.filter(({ empty }) => empty),
  );
}

/** The figures of a brief that are no tables of its body. */
export function declaredFiguresOf(brief: Brief): readonly Figure[] {
  return modelOf(brief).declaredFigures;
}

/** The tables of the body that no citation, link or source in words covers, with others of their blocks. */
export function* tablesPerhapsUncovered(brief: Brief): Iterable<Figure> {
  const { body, meanings, placed } = blocksOf(brief);
  for (const index of indexesIn(meanings, hasTableWithout))
    if (hasUncovered(body, index, meanings.items)) yield* tableFigures(body, index, placed);
}

/** What stands around such a table may cover it. */
const hasTableWithout = blockTest(({ basis, evidence }) =>
  basis.reading.tables.some((table) => ownCoverage(evidence.get(table)).via === null),
);

/** An insight by its index. Unlike a look into the list of all, it puts no other block where it stands. */
export function insightAt(brief: Brief, index: number): Insight | undefined {
  const block = blockOfInsight(brief, index);
  return block?.insights[index - block.firstInsight];
}

/** Where an insight starts, by its index. No block is put where it stands for it. */
export function startOfInsight(brief: Brief, index: number): number | undefined {
  const blocks = blocksOf(brief);
  const origin = blocks.origins()[index];
  return origin && startOf(blocks.body, blockWith(blocks, index)) + origin.span.start;
}

/** Whether a missing citation of an insight is meant, by its index. */
export function isExcused(brief: Brief, index: number): boolean {
  const { isExcused } = blocksOf(brief);
  const start = isExcused && startOfInsight(brief, index);
  return start != null && isExcused?.(start) === true;
}

/** Why an insight must be cited, or need not, by its index. No block is put where it stands for it. */
export function becauseOf(brief: Brief, index: number): Because | undefined {
  const blocks = blocksOf(brief);
  const block = blockWith(blocks, index);
  return block < 0 ? undefined : blocks.needs.becauseOf(block, index - blocks.firstInsightOf(block));
}

/** How a brief cites. */
export function practiceOf(brief: Brief): Practice {
  return blocksOf(brief).needs.practice;
}

/** The block that holds an insight, by the insight's index. */
function blockOfInsight(brief: Brief, index: number): PlacedBlock | undefined {
  const blocks = blocksOf(brief);
  const block = blockWith(blocks, index);
  return block < 0 ? undefined : blocks.placed(block);
}

/** The index of the block that holds an insight; -1: there is no such insight. */
function blockWith({ firstInsights, meanings: { runs, firsts } }: MeantBlocks, insight: number): number {
  if (insight < 0 || insight >= (firstInsights[runs.length] ?? 0)) return -1;
  // Of blocks that start at one index, all but the last have no insight.
  const run = firstWhere(runs.length, (index) => (firstInsights[index + 1] ?? 0) > insight);
  const inRun = firstsIn(runs[run] ?? NONE);
  const rest = insight - (firstInsights[run] ?? 0);
  return (firsts[run] ?? 0) + firstWhere(inRun.length, (block) => (inRun[block] ?? 0) > rest) - 1;
}

/** A citation without its place. */
type Cited = Pick<Citation, 'form' | 'items'>;

/** The citations that start before an offset, the last first. Their spans mean nothing. */
export function* citationsBefore(brief: Brief, offset: number): Iterable<Cited> {
  const { body, meanings } = blocksOf(brief);
  const citing = indexesIn(meanings, hasCitations);
  for (let i = firstCitingAfter(body, citing, offset); i >= 0; i--) {
    const { citations = [] } = meanings.items[citing[i] ?? -1] ?? {};
    const at = offset - startOf(body, citing[i] ?? -1);
    for (let k = firstFrom(citations, at) - 1; k >= 0; k--) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** The citations that start at an offset or after it, in document order. Their spans mean nothing. */
export function* citationsFrom(brief: Brief, offset: number): Iterable<Cited> {
  const { body, meanings } = blocksOf(brief);
  const citing = indexesIn(meanings, hasCitations);
  for (let i = firstCitingAfter(body, citing, offset); i < citing.length; i++) {
    const { citations = [] } = meanings.items[citing[i] ?? -1] ?? {};
    for (let k = firstFrom(citations, offset - startOf(body, citing[i] ?? -1)); k < citations.length; k++) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** Of blocks far apart, those between are not gone through. */
const hasCitations = blockTest(({ citations }) => citations.length > 0);

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
  const { meanings, placed } = blocksOf(brief);
  for (const index of indexesIn(meanings, test)) yield placed(index);
}

/** A stretch of the document, and where it starts. */
export interface TextAt {
  readonly text: string;
  readonly at: number;
}

/** The texts of the blocks that a test finds, as the document has them, in its order. */
export function* textsWhere(brief: Brief, test: BlockTest): Iterable<TextAt> {
  const { body, meanings } = blocksOf(brief);
  for (const index of indexesIn(meanings, test)) {
    const block = body.blocks[index];
    if (block) yield { text: block.written, at: startOf(body, index) };
  }
}

/** What the blocks that a test finds mean, in document order, and where they start, which their spans count from. */
export function* meaningsWhere(brief: Brief, test: BlockTest): Iterable<{ meaning: ResolvedBlock; at: number }> {
  const { body, meanings } = blocksOf(brief);
  for (const index of indexesIn(meanings, test)) {
    const meaning = meanings.items[index];
    if (meaning) yield { meaning, at: startOf(body, index) };
  }
}

/** The indexes of the insights that a test finds, in document order. */
export function insightsWhere(brief: Brief, test: InsightTest): readonly number[] {
  const { meanings, firstInsights } = blocksOf(brief);
  const indexes: number[] = [];
  for (const [i, run] of meanings.runs.entries())
    for (const index of test(run)) indexes.push((firstInsights[i] ?? 0) + index);
  return indexes;
}

/** How often each of what is counted stands in the body. */
export function countsOf(brief: Brief, countedIn: Counting): ReadonlyMap<string, number> {
  const { document, blocks } = modelOf(brief);
  return countedIn(document.lineage, blocks.meanings.runs);
}
