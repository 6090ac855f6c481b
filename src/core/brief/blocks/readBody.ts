/** Tells what stands around each of the top-level blocks of a body. */

import { derive, steady } from '../../base/derive';
import { firstWhere } from '../../base/ordered';
import { changedItems, isCutAlike, mapRuns, type Runs } from '../../base/runs';
import { NONE } from '../../base/same';
import type { LocalSpan, Span } from '../../base/text';
import { affiliationsIn } from '../../document/citations/bylines';
import { movedSpan } from '../../document/moved';
import type { Document } from '../parse';
import type { Field, Section, SectionKind } from '../types';
import type { BlockReading } from './drafts';
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
 * A top-level block with its surroundings, but without its place. Other blocks are named by their distance, in blocks.
 */
export interface Part {
  readonly block: ParsedBlock;
  readonly reading: BlockReading;
  readonly sectionKind: SectionKind;
  /** True if its section is marked as the author's own judgement. */
  readonly ownSection: boolean;
  /** True if it has the comment that marks its section so. */
  readonly marksSection: boolean;
  /** Distance back to the paragraph that leads into it, in blocks; null without one. */
  readonly leadIn: number | null;
  /** Distance back to the paragraph that may be its caption, in blocks; null without one. */
  readonly captionBefore: number | null;
  /** Distance forward to the caption of the table that it is or ends with, in blocks; null without one. */
  readonly captionAfter: number | null;
  /** The marks of a table or a line of authors that the text below it explains, with commas; may be empty. */
  readonly noted: string;
  /** True if it leads into what follows. */
  readonly leadsInto: boolean;
  /** True if a comment after it says that its numbers are computed. */
  readonly computed: boolean;
}

export interface Body {
  /** Offset of its start in the document. */
  readonly base: number;
  readonly blocks: readonly ParsedBlock[];
  /** Offset of each block's start, from the start of the body. */
  readonly starts: Int32Array;
  readonly outline: Outline;
  /** The blocks with their surroundings, in the same order. */
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

/** The greatest distance, in blocks, at which one block tells something about another. */
const FARTHEST = 50;

/**
 * Returns the index of the farthest block before `index`, or behind it, that may tell something about it. Comments and
 * lists between them are passed over.
 */
function reachFrom(blocks: readonly ParsedBlock[], index: number, step: 1 | -1): number {
  let at = index + step;
  // Twice as far, as the block behind a list shows whether it goes on.
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

/** Makes the parts of a body. Parts that the changed blocks can't affect are taken over from the version before. */
function partsOf(lineage: object, blocks: Runs<ParsedBlock>, outline: Outline): Runs<Part> {
  const { items } = blocks;
  const last = lastPartsOf(lineage);
  const known = last.read && last.read.outline === outline && isCutAlike(last.read.blocks, blocks) ? last.read : null;
  const changed = known ? changedItems(known.blocks, blocks) : { start: 0, end: items.length };
  // The changed blocks may tell something about the blocks from here to there.
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
 * Makes the parts of some blocks.
 *
 * @param first the index of the first block
 * @param behind the index behind the last one
 */
function partsAt(items: readonly ParsedBlock[], first: number, behind: number, outline: Outline): Part[] {
  const from = reachFrom(items, first, -1);
  const around = items.slice(from, reachFrom(items, behind - 1, 1) + 1);
  return partsIn(around, outline, from, first - from, behind - first);
}

/** Returns the offset of a block's start in the document. */
export function startOf({ base, starts }: Body, index: number): number {
  return base + (starts[index] ?? 0);
}

/** Returns the offset of a block's end in the document, as the parser has it. */
export function endOf(body: Body, index: number): number {
  return startOf(body, index) + (body.blocks[index]?.text.length ?? 0);
}

/** Returns the index of a block's section, null before the first. A heading has the section that it starts. */
export function sectionOf({ outline }: Pick<Body, 'outline'>, index: number): number | null {
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

function wordsAt(body: Body, index: number, span: LocalSpan): Span {
  return movedSpan(span, startOf(body, index));
}

/**
 * Makes the parts of some blocks.
 *
 * @param blocks these blocks and those around them that may tell something about them
 * @param offset the index of the first of `blocks` in the body
 * @param start the index in `blocks` of the first block that gets a part
 * @param count how many blocks get a part
 */
function partsIn(
  blocks: readonly ParsedBlock[],
  { sections, sectionOf: sectionOfBlock, openLists, title }: Outline,
  offset: number,
  start: number,
  count: number,
): Part[] {
  const sectionAt = (index: number) => sections[sectionOfBlock[offset + index] ?? -1];
  const isListed = (index: number) => openLists.some(({ start: from, end }) => from <= index && index < end);
  const kindOf = (index: number) => (isListed(offset + index) ? 'sources' : (sectionAt(index)?.kind ?? 'content'));
  const marksSection = (index: number) => {
    const heading = headingMarkedBy(blocks, index);
    return heading !== null && offset + heading !== title?.index;
  };
  const readingAt = (index: number) => {
    const block = blocks[index];
    return block && readingOf(block, kindOf(index) === 'sources');
  };
  /** True if a list goes on behind our comments. Both are one list: a text that leads into the first leads into all. */
  const listGoesOn = (index: number) => blocks[index]?.isList === true && nextInk(blocks, index)?.isList === true;
  const leadsInto = (index: number) =>
    readingAt(index)?.endsWithColon === true && (nextInk(blocks, index)?.leadsOn ?? false);

  /** Finds the paragraph before `start`, if it can lead into everything between. */
  const paragraphBefore = () => {
    let index = start - 1;
    while (start - index < FARTHEST && (blocks[index]?.isComment || listGoesOn(index))) index--;
    return readingAt(index)?.paragraph ? index : null;
  };
  const notedBelow = (index: number) => {
    const block = blocks[index];
    const below = nextInk(blocks, index);
    if (readingAt(index)?.tables.length) return below?.notes ?? '';
    return block?.kind === 'paragraph' && below ? affiliationsIn(block.text, below.text) : '';
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
      noted: kindOf(index) === 'sources' ? '' : notedBelow(index),
      leadsInto: leadsInto(index),
      computed: reading.paragraph !== null && isComputed(index),
    });
    if (!block.isComment && !listGoesOn(index)) before = reading.paragraph ? index : null;
  }
  return parts;
}

/** Returns the next block that isn't a comment; null if there isn't one nearby. */
function nextInk(blocks: readonly ParsedBlock[], at: number): ParsedBlock | null {
  for (let i = at + 1; i < at + FARTHEST; i++) {
    const block = blocks[i];
    if (!block) return null;
    if (!block.isComment) return block;
  }
  return null;
}
