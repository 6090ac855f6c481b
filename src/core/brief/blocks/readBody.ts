/** Tells what stands around each of the top-level blocks of a body. */

import { derive, steady } from '../../base/derive';
import { firstWhere } from '../../base/ordered';
import { changedItems, isCutAlike, mapRuns, type Runs } from '../../base/runs';
import { NONE } from '../../base/same';
import type { Span } from '../../base/text';
import type { Document } from '../parse';
import type { Field, Section, SectionKind } from '../types';
import type { BlockReading } from './drafts';
import { movedSpan } from './move';
import {
  headingMarkedBy,
  isSameOutline,
  makeSameOutline,
  type Outline,
  type OutlineOptions,
  type OutlineSection,
  outlineOf,
} from './outline';
import { type ParsedBlock, readingOf } from './parsedBlock';

/**
 * A top-level block among others. It does not know where it stands. Other blocks are named by how far they are off.
 */
export interface Part {
  readonly block: ParsedBlock;
  readonly reading: BlockReading;
  readonly sectionKind: SectionKind;
  /** Its section is marked as the author's own judgement. */
  readonly ownSection: boolean;
  /** It has the comment that marks its section so. */
  readonly marksSection: boolean;
  /** The paragraph before it that leads into it: so many blocks before. */
  readonly leadIn: number | null;
  /** The paragraph before it, if that may be the caption of what this block is: so many blocks before. */
  readonly captionBefore: number | null;
  /** The paragraph that is the caption of the table which it is or ends with: so many blocks after. */
  readonly captionAfter: number | null;
  /** It leads into what follows. */
  readonly leadsInto: boolean;
  /** A comment that stands after it says that its numbers are computed. */
  readonly computed: boolean;
}

export interface Body {
  /** Where it starts in the document. */
  readonly base: number;
  readonly blocks: readonly ParsedBlock[];
  /** Where each of them starts, from where the body does. */
  readonly starts: Int32Array;
  readonly outline: Outline;
  /** The blocks among others, in the same order. */
  readonly parts: Runs<Part>;
}

/** Tells what stands around each block of a document. */
export function readBody(
  { lineage, base, blocks, starts }: Document,
  { frontMatterTitle, exempt }: OutlineOptions,
): Body {
  const outline = sameOutline(lineage, outlineIn(sameBlocks(lineage, blocks), frontMatterTitle, exempt));
  return { base, blocks: blocks.items, starts, outline, parts: partsOf(lineage, blocks, outline) };
}

// Most edits start and end no section, and leave the words of all titles.
const sameBlocks = steady(makeSameOutline);
const outlineIn = derive(({ items }: Runs<ParsedBlock>, frontMatterTitle: string | null, exempt: readonly string[]) =>
  outlineOf(items, { frontMatterTitle, exempt }),
);
const sameOutline = steady(isSameOutline);

/** What stands farther off than so many blocks tells nothing of a block. */
export const FARTHEST = 50;

/** The last of the blocks before `index`, or behind it, that may tell something of it: across comments and lists. */
function reachFrom(blocks: readonly ParsedBlock[], index: number, step: 1 | -1): number {
  let at = index + step;
  // The text behind a list shows whether it goes on.
  const isNear = () => Math.abs(at - index) < 2 * FARTHEST;
  for (let block = blocks[at]; block && (block.isComment || block.isList) && isNear(); block = blocks[at]) at += step;
  return Math.max(0, Math.min(at, blocks.length - 1));
}

const lastPartsOf = derive((_lineage: object): { read: PartsRead | null } => ({ read: null }));

interface PartsRead {
  readonly blocks: Runs<ParsedBlock>;
  readonly outline: Outline;
  readonly parts: Runs<Part>;
}

/** The parts that the blocks of a body are. Those that nothing tells anything new of are taken over from the version before. */
function partsOf(lineage: object, blocks: Runs<ParsedBlock>, outline: Outline): Runs<Part> {
  const { items } = blocks;
  const last = lastPartsOf(lineage);
  const known = last.read && last.read.outline === outline && isCutAlike(last.read.blocks, blocks) ? last.read : null;
  const changed = known ? changedItems(known.blocks, blocks) : { start: 0, end: items.length };
  // As far as what changed may tell something, from block to block.
  const from = changed.start < changed.end ? reachFrom(items, changed.start, -1) : items.length;
  const to = reachFrom(items, changed.end - 1, 1);
  const parts = mapRuns(blocks, (run, first, index) => {
    const behind = first + run.length;
    const before = behind <= from || first > to ? known?.parts.runs[index] : undefined;
    if (before) return before;
    const others = known?.parts.items ?? NONE;
    const [start, end] = [Math.max(first, from), Math.min(behind, to + 1)];
    return [...others.slice(first, start), ...partsAt(items, start, end, outline), ...others.slice(end, behind)];
  });
  last.read = { blocks, outline, parts };
  return parts;
}

/**
 * The parts that some blocks are.
 *
 * @param first the index of the first of them
 * @param behind that of the first behind them
 */
function partsAt(items: readonly ParsedBlock[], first: number, behind: number, outline: Outline): Part[] {
  const from = reachFrom(items, first, -1);
  const around = items.slice(from, reachFrom(items, behind - 1, 1) + 1);
  return partsIn(around, outline, from, first - from, behind - first);
}

/** Where a block starts, in the document. */
export function startOf({ base, starts }: Body, index: number): number {
  return base + (starts[index] ?? 0);
}

/** Where a block ends as the parser has it, in the document. */
export function endOf(body: Body, index: number): number {
  return startOf(body, index) + (body.blocks[index]?.text.length ?? 0);
}

/** Index of the section of a block; for a heading, of the section that it starts. */
export function sectionOf({ outline }: Body, index: number): number | null {
  const section = outline.sectionOf[index] ?? -1;
  return section < 0 ? null : section;
}

/** The index of the first block that ends after an offset. */
export function firstEndingAfter(body: Body, offset: number): number {
  return firstWhere(body.blocks.length, (index) => endOf(body, index) > offset);
}

export function sectionsOf(body: Body, sections: readonly OutlineSection[] = body.outline.sections): Section[] {
  return sections.map(({ opener, words, last, stance: _, ...section }) => ({
    ...section,
    headingSpan: wordsAt(body, opener, words),
    span: { start: startOf(body, opener), end: endOf(body, last) },
  }));
}

export function titleHeadingOf(body: Body): Field | null {
  const { title } = body.outline;
  return title && { value: title.words, span: wordsAt(body, title.index, title.span) };
}

function wordsAt(body: Body, index: number, span: Span): Span {
  return movedSpan(span, startOf(body, index));
}

/**
 * The parts that some blocks are.
 *
 * @param blocks they, and what stands around them
 * @param offset the index of the first of `blocks` in the body
 * @param start of the first of them among `blocks`
 * @param count of them
 */
function partsIn(
  blocks: readonly ParsedBlock[],
  { sections, sectionOf: sectionOfBlock, references, title }: Outline,
  offset: number,
  start: number,
  count: number,
): Part[] {
  const sectionAt = (index: number) => sections[sectionOfBlock[offset + index] ?? -1];
  const kindOf = (index: number) => (offset + index >= references ? 'sources' : (sectionAt(index)?.kind ?? 'content'));
  const marksSection = (index: number) => {
    const heading = headingMarkedBy(blocks, index);
    return heading !== null && offset + heading !== title?.index;
  };
  const readingAt = (index: number) => {
    const block = blocks[index];
    return block && readingOf(block, kindOf(index) === 'sources');
  };
  /** Lists parted only by our comments are one list: what leads into the first leads into all. */
  const listGoesOn = (index: number) => blocks[index]?.isList === true && nextInk(blocks, index)?.isList === true;
  const leadsInto = (index: number) =>
    readingAt(index)?.endsWithColon === true && (nextInk(blocks, index)?.leadsOn ?? false);

  /** The paragraph before `start`, if it can lead into everything between. */
  const paragraphBefore = () => {
    let index = start - 1;
    while (start - index < FARTHEST && (blocks[index]?.isComment || listGoesOn(index))) index--;
    return readingAt(index)?.paragraph ? index : null;
  };
  const captionAfter = (index: number) => {
    let after = index + 1;
    while (after - index < FARTHEST && blocks[after]?.isComment) after++;
    return readingAt(after)?.isCaption.ofPrevious ? after - index : null;
  };
  const isComputed = (index: number) => {
    const isNear = (after: number) => after - index <= FARTHEST;
    for (let after = index + 1; isNear(after) && (blocks[after]?.isComment || listGoesOn(after)); after++) {
      const isSaid = blocks[after]?.isComment && readingAt(after)?.comments.some(({ kind }) => kind === 'computed');
      if (isSaid) return true;
    }
    return false;
  };

  const parts: Part[] = [];
  let before = paragraphBefore();
  for (let index = start; index < start + count; index++) {
    const block = blocks[index];
    const reading = readingAt(index);
    if (!block || !reading) break;
    if (before !== null && index - before > FARTHEST) before = null;
    const off = before === null ? null : index - before;
    parts.push({
      block,
      reading,
      sectionKind: kindOf(index),
      ownSection: sectionAt(index)?.own === true,
      marksSection: marksSection(index),
      leadIn: before !== null && leadsInto(before) ? off : null,
      captionBefore: before !== null && readingAt(before)?.isCaption.ofNext ? off : null,
      captionAfter: reading.tables.length > 0 ? captionAfter(index) : null,
      leadsInto: leadsInto(index),
      computed: reading.paragraph !== null && isComputed(index),
    });
    if (!block.isComment && !listGoesOn(index)) before = reading.paragraph ? index : null;
  }
  return parts;
}

/** The next block that is not a comment. */
function nextInk(blocks: readonly ParsedBlock[], at: number): ParsedBlock | null {
  for (let i = at + 1; i < at + FARTHEST; i++) {
    const block = blocks[i];
    if (!block) return null;
    if (!block.isComment) return block;
  }
  return null;
}
