/**
 * The meanings of a brief's blocks. Blocks stay the same objects from version to version as long as they mean the same.
 * They get their places in the document only when somebody asks. `finders.ts` looks for some of them.
 */

import { derive } from '../../base/derive';
import { firstWhere } from '../../base/ordered';
import { finderOf, type Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { firstFrom, type Local, type Span } from '../../base/text';
import { movedSpan } from '../../document/moved';
import { ownCoverage } from '../blocks/insights';
import type { PlacedBlock, ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, endOf, sectionOf, sectionsOf, startOf } from '../blocks/readBody';
import { aroundTables, hasUncovered, type TableOfBody, tableFigures, tablesInBlock } from '../figures/tableFigures';
import { modelOf } from '../model';
import type { Decision, Practice } from '../needs';
import type { Neighbours } from '../needs/habit';
import type { ResolvedBlocks } from '../resolvedBlocks';
import type { Brief, Citation, Figure, Insight, Origin, Section } from '../types';

function blocksOf(brief: Brief): ResolvedBlocks {
  return modelOf(brief).blocks;
}

/**
 * Returns an object for each insight of a brief. It stays the same from version to version, as long as only the place of
 * the insight and of its block changes.
 */
export function originsOf(brief: Brief): readonly Origin[] {
  return blocksOf(brief).origins();
}

/**
 * Returns an object for each block of a brief. It stays the same from version to version, as long as the block means the
 * same: its text, and all that the model has read of it.
 */
export function meaningsOf(brief: Brief): readonly object[] {
  return blocksOf(brief).meanings.items;
}

/** Returns the body of a brief. */
export function bodyOf(brief: Brief): Body {
  return blocksOf(brief).body;
}

/** Returns the sections of a brief that have neither content nor subsections. */
export function emptySections(brief: Brief): readonly Section[] {
  const body = bodyOf(brief);
  return sectionsOf(
    body,
    body.outline.sections.filter(({ empty }) => empty),
  );
}

/** Returns the figures of a brief, except tables of its body. */
export function declaredFiguresOf(brief: Brief): readonly Figure[] {
  return modelOf(brief).declaredFigures;
}

/** The tables of a run of blocks. */
export interface TablesOfRun {
  /** The tables: the same list from version to version as long as they and their citations are the same. */
  readonly tables: readonly TableInRun[];
  /** The index of the first block of the run. */
  readonly first: number;
}

export interface TableInRun {
  readonly placed: TableOfBody;
  /** The index of its block in the run. */
  readonly index: number;
}

/** The tables of the body, in order. */
export const tablesOfBody = derive((brief: Brief): readonly TablesOfRun[] => {
  const { body, meanings } = blocksOf(brief);
  return hasTable.inEach(meanings.runs).flatMap((indexes, i): readonly TablesOfRun[] => {
    const run = meanings.runs[i];
    const parts = body.parts.runs[i];
    if (!run || !parts || indexes.length === 0) return NONE;
    const first = meanings.firsts[i] ?? 0;
    const known = tablesIn(run, parts, ...aroundTables(parts).map((index) => meanings.items[first + index]));
    known.tables ??= indexes.flatMap((index) =>
      tablesInBlock(body, first + index, meanings.items).map((placed) => ({ placed, index })),
    );
    return [{ tables: known.tables, first }];
  });
});

/** Keeps the tables of a run, as long as the run and the blocks around its tables are the same. */
const tablesIn = derive(
  (
    _run: Run<ResolvedBlock>,
    _parts: Run<object>,
    ..._around: readonly (ResolvedBlock | undefined)[]
  ): { tables: readonly TableInRun[] | null } => ({ tables: null }),
);

/** Returns the offset of a block's start in the document, by the block's index. */
export function startOfBlock(brief: Brief, index: number): number {
  return startOf(bodyOf(brief), index);
}

/** Returns the index of a block's section, by the block's index; null if it isn't in a section. */
export function sectionOfBlock(brief: Brief, index: number): number | null {
  return sectionOf(bodyOf(brief), index);
}

const hasTable = finderOf(({ dependencies }: ResolvedBlock) => dependencies.reading.tables.length > 0);

/** Gives the tables of the body that no citation, link or source in words covers, with the other tables of their blocks. */
export function* tablesPerhapsUncovered(brief: Brief): Iterable<Figure> {
  const { body, meanings, placed } = blocksOf(brief);
  for (const index of hasTableWithout.inAll(meanings))
    if (hasUncovered(body, index, meanings.items)) yield* tableFigures(body, index, placed);
}

/** Finds blocks with a table that isn't covered by itself. The texts around it may cover it. */
const hasTableWithout = finderOf(({ dependencies, evidence }: ResolvedBlock) =>
  dependencies.reading.tables.some((table) => ownCoverage(evidence.get(table)).via === null),
);

/** Returns an insight by its index. It gives only one block its place, unlike the list of all insights. */
export function insightAt(brief: Brief, index: number): Insight | undefined {
  const block = blockOfInsight(brief, index);
  return block?.insights[index - block.firstInsight];
}

/** Returns the span of an insight in the document, by its index, without giving a block its place. */
export function spanOfInsight(brief: Brief, index: number): Span | undefined {
  const origin = originsOf(brief)[index];
  return origin && movedSpan(origin.span, startOfBlockWith(brief, index));
}

/** Returns the offset of an insight's start in the document, by its index. */
export function startOfInsight(brief: Brief, index: number): number | undefined {
  const origin = originsOf(brief)[index];
  return origin && origin.span.start + startOfBlockWith(brief, index);
}

function startOfBlockWith(brief: Brief, insight: number): number {
  const blocks = blocksOf(brief);
  return startOf(blocks.body, blockWith(blocks, insight));
}

/** True if a missing citation of an insight is excused, by the insight's index. */
export function isExcused(brief: Brief, index: number): boolean {
  const { isExcused } = blocksOf(brief);
  const start = isExcused && startOfInsight(brief, index);
  return start != null && isExcused?.(start) === true;
}

/** Returns the decision on whether an insight must be cited, by its index, without giving a block its place. */
export function decisionOn(brief: Brief, index: number): Decision | undefined {
  return blocksOf(brief).decisionOn(index);
}

/** Returns how the insights around an insight cite, by its index; null if there is no such insight. */
export function neighboursOf(brief: Brief, index: number): Neighbours | null {
  const blocks = blocksOf(brief);
  const block = blockWith(blocks, index);
  return block < 0 ? null : blocks.habit.neighboursOf(block, index - blocks.firstInsightOf(block));
}

/** Returns the counts that show how a brief cites. */
export function practiceOf(brief: Brief): Practice {
  return blocksOf(brief).practice;
}

/** Returns the block that holds an insight, by the insight's index. */
export function blockOfInsight(brief: Brief, index: number): PlacedBlock | undefined {
  const blocks = blocksOf(brief);
  const block = blockWith(blocks, index);
  return block < 0 ? undefined : blocks.placed(block);
}

/** Returns the index of the block with an insight; -1 if there is no such insight. */
function blockWith({ blocksOfInsights }: ResolvedBlocks, insight: number): number {
  return blocksOfInsights()[insight] ?? -1;
}

/** Gives the citations that start before an offset, the last first. */
export function* citationsBefore(brief: Brief, offset: number): Iterable<Local<Citation>> {
  const { body, meanings } = blocksOf(brief);
  const citing = hasCitations.inAll(meanings);
  for (let i = firstCitingAfter(body, citing, offset); i >= 0; i--) {
    const { citations = [] } = meanings.items[citing[i] ?? -1] ?? {};
    const at = offset - startOf(body, citing[i] ?? -1);
    for (let k = firstFrom(citations, at) - 1; k >= 0; k--) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** Gives the citations that start at an offset or after it, in document order. */
export function* citationsFrom(brief: Brief, offset: number): Iterable<Local<Citation>> {
  const { body, meanings } = blocksOf(brief);
  const citing = hasCitations.inAll(meanings);
  for (let i = firstCitingAfter(body, citing, offset); i < citing.length; i++) {
    const { citations = [] } = meanings.items[citing[i] ?? -1] ?? {};
    for (let k = firstFrom(citations, offset - startOf(body, citing[i] ?? -1)); k < citations.length; k++) {
      const citation = citations[k];
      if (citation) yield citation;
    }
  }
}

/** Finds the blocks that cite, so that the blocks between them aren't gone through. */
const hasCitations = finderOf(({ citations }: ResolvedBlock) => citations.length > 0);

/** Returns the index in `citing` of the first block that ends after an offset. */
function firstCitingAfter(body: Body, citing: readonly number[], offset: number): number {
  return firstWhere(citing.length, (place) => endOf(body, citing[place] ?? -1) > offset);
}
