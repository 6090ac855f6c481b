/**
 * Reads the top-level blocks of a body, each by itself, and tells what stands around it. After an edit that is told again
 * of the blocks around it only, as long as no section starts or ends elsewhere.
 */

import { firstWhere } from '../../base/ordered';
import { sameList } from '../../base/same';
import type { Span } from '../../base/text';
import type { Field, Section, SectionKind } from '../../brief';
import type { Replaced } from '../indexes';
import { type BodyBlocks, blocksAfter, type ChangedLines, readBlocks } from './bodyBlocks';
import type { BlockReading } from './drafts';
import { type BodyTexts, type KeptBlock, readingOf } from './keptBlocks';
import { movedSpan } from './move';
import {
  headingMarkedBy,
  isSameOutline,
  type Outline,
  type OutlineOptions,
  type OutlineSection,
  outlineOf,
} from './outline';

/**
 * A top-level block among others. It does not know where it stands, so that it is the same object in the next version, as
 * long as nothing of this changes. Other blocks are named by how far they are off.
 */
export interface Part {
  readonly block: KeptBlock;
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

export interface Body extends BodyBlocks {
  /** Where it starts in the document. */
  readonly base: number;
  readonly options: OutlineOptions;
  readonly outline: Outline;
  readonly parts: readonly Part[];
}

/** A body, and which of its parts are others than in the version before; null: perhaps all. */
export interface BodyRead {
  readonly body: Body;
  readonly replaced: Replaced | null;
}

/**
 * @param earlier the body of an earlier version, and the lines that changed since; the result is the same
 */
export function readBody(
  texts: BodyTexts,
  options: OutlineOptions,
  earlier?: { readonly body: Body; readonly lines: ChangedLines },
): BodyRead {
  const { base } = texts;
  if (!earlier) {
    const { blocks, starts } = readBlocks(texts);
    const outline = outlineOf(blocks, options);
    const parts = partsIn(blocks, outline, 0, blocks.length, () => undefined);
    return { body: { base, options, blocks, starts, outline, parts }, replaced: null };
  }
  const { body: before, lines } = earlier;
  const { now, replaced } = blocksAfter(texts, before, lines);
  const { blocks, starts } = now;
  const { start, end, endBefore } = replaced;
  const known = (index: number) => {
    if (index < start) return before.parts[index];
    return index >= end ? before.parts[index - end + endBefore] : undefined;
  };
  const isSame =
    before.options.frontMatterTitle === options.frontMatterTitle &&
    sameList(before.options.exempt, options.exempt) &&
    isSameOutline(before.blocks.slice(start, endBefore), blocks.slice(start, end));
  if (!isSame) {
    const outline = outlineOf(blocks, options);
    const parts = partsIn(blocks, outline, 0, blocks.length, known);
    return { body: { base, options, blocks, starts, outline, parts }, replaced: null };
  }
  const { outline } = before;
  const around = aroundOf(blocks, replaced);
  const parts = before.parts
    .slice(0, around.start)
    .concat(partsIn(blocks, outline, around.start, around.end, known), before.parts.slice(around.endBefore));
  return { body: { base, options, blocks, starts, outline, parts }, replaced: around };
}

/** Where a block starts, in the document. */
export function startOf({ base, starts }: Body, index: number): number {
  return base + (starts[index] ?? 0);
}

/** Where a block ends as the parser has it, in the document. */
export function endOf(body: Body, index: number): number {
  return startOf(body, index) + (body.blocks[index]?.text.length ?? 0);
}

/** Index of the section that a block is in (for a heading, of the one that it starts). */
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

/** What stands around a block is told by blocks near it, across comments and lists. */
export function reachesAcross({ isComment, isList }: KeptBlock): boolean {
  return isComment || isList;
}

/** The blocks that blocks which were replaced may stand around. */
function aroundOf(blocks: readonly KeptBlock[], { start, end, endBefore }: Replaced): Replaced {
  const isCrossed = (index: number) => {
    const block = blocks[index];
    return block !== undefined && reachesAcross(block);
  };
  let from = start;
  while (isCrossed(from - 1)) from--;
  let to = end;
  while (isCrossed(to)) to++;
  from = Math.max(0, from - 1);
  to = Math.min(blocks.length, to + 1);
  return { start: from, end: to, endBefore: to - end + endBefore };
}

/**
 * The parts from `start` to `end`.
 *
 * @param known what a part was before
 */
function partsIn(
  blocks: readonly KeptBlock[],
  { sections, sectionOf: sectionOfBlock, references, title }: Outline,
  start: number,
  end: number,
  known: (index: number) => Part | undefined,
): Part[] {
  const kindOf = (index: number) =>
    index >= references ? 'sources' : (sections[sectionOfBlock[index] ?? -1]?.kind ?? 'content');
  const marksSection = (index: number) => {
    const heading = headingMarkedBy(blocks, index);
    return heading !== null && heading !== title?.index;
  };
  const readingAt = (index: number) => {
    const block = blocks[index];
    return block && readingOf(block, kindOf(index) === 'sources');
  };
  /** Lists parted only by our comments are one list: what leads into the first leads into all. */
  const listGoesOn = (index: number) => blocks[index]?.isList === true && nextInk(blocks, index)?.isList === true;
  const leadsInto = (index: number) =>
    readingAt(index)?.endsWithColon === true && (nextInk(blocks, index)?.leadsOn ?? false);

  /** The paragraph before `start`, as long as nothing came between that it can not lead into. */
  const paragraphBefore = () => {
    let index = start - 1;
    while (blocks[index]?.isComment || listGoesOn(index)) index--;
    return readingAt(index)?.paragraph ? index : null;
  };
  const captionAfter = (index: number) => {
    let after = index + 1;
    while (blocks[after]?.isComment) after++;
    return readingAt(after)?.isCaption.ofPrevious ? after - index : null;
  };
  const isComputed = (index: number) => {
    for (let after = index + 1; blocks[after]?.isComment || listGoesOn(after); after++) {
      const isSaid = blocks[after]?.isComment && readingAt(after)?.comments.some(({ kind }) => kind === 'computed');
      if (isSaid) return true;
    }
    return false;
  };

  const parts: Part[] = [];
  let before = paragraphBefore();
  for (let index = start; index < end; index++) {
    const block = blocks[index];
    const reading = readingAt(index);
    if (!block || !reading) break;
    const off = before === null ? null : index - before;
    const part: Part = {
      block,
      reading,
      sectionKind: kindOf(index),
      ownSection: sections[sectionOfBlock[index] ?? -1]?.own === true,
      marksSection: marksSection(index),
      leadIn: before !== null && leadsInto(before) ? off : null,
      captionBefore: before !== null && readingAt(before)?.isCaption.ofNext ? off : null,
      captionAfter: reading.tables.length > 0 ? captionAfter(index) : null,
      leadsInto: leadsInto(index),
      computed: reading.paragraph !== null && isComputed(index),
    };
    const was = known(index);
    parts.push(was && isSamePart(was, part) ? was : part);
    if (!block.isComment && !listGoesOn(index)) before = reading.paragraph ? index : null;
  }
  return parts;
}

function isSamePart(a: Part, b: Part): boolean {
  return (
    a.block === b.block &&
    a.reading === b.reading &&
    a.sectionKind === b.sectionKind &&
    a.ownSection === b.ownSection &&
    a.marksSection === b.marksSection &&
    a.leadIn === b.leadIn &&
    a.captionBefore === b.captionBefore &&
    a.captionAfter === b.captionAfter &&
    a.leadsInto === b.leadsInto &&
    a.computed === b.computed
  );
}

/** The next block that is no comment. */
function nextInk(blocks: readonly KeptBlock[], at: number): KeptBlock | null {
  for (let i = at + 1; i < at + 50; i++) {
    const block = blocks[i];
    if (!block) return null;
    if (!block.isComment) return block;
  }
  return null;
}
