/**
 * Goes through the top-level blocks of a body in document order: reads each by itself, or takes what is known of it, and
 * tells what stands around it.
 */
import type { Tree } from '@lezer/common';
import type { Field, Section, SectionKind } from '../brief';
import { childrenOf } from '../syntax/markdown';
import type { Span } from '../text';
import type { BlockReading } from './drafts';
import { type BodyTexts, type KeptBlock, keptBlocks, readingOf } from './keptBlocks';
import { createOutline } from './outline';

/** A top-level block where it stands. */
export interface Part {
  /** Its place among the blocks. */
  readonly index: number;
  readonly block: KeptBlock;
  readonly reading: BlockReading;
  /** Its start, and its end as the parser has it, in the document. */
  readonly at: number;
  readonly end: number;
  /** Index of the section that it is in (for a heading, the one that it starts). */
  readonly section: number | null;
  readonly sectionKind: SectionKind;
  /** The paragraph before it that leads into it. */
  readonly leadIn: Part | null;
  /** The paragraph before it, if that may be the caption of what this block is. */
  readonly captionBefore: Part | null;
  /** The paragraph after it that is the caption of the table which it is or ends with. */
  captionAfter: Part | null;
  /** It leads into what follows. */
  readonly leadsInto: boolean;
  /** A comment that stands after it says that its numbers are computed. */
  computed: boolean;
}

export interface Body {
  readonly titleHeading: Field | null;
  readonly sections: readonly Section[];
  readonly parts: readonly Part[];
}

/**
 * @param tree the tree of the body, in offsets from `texts.base`
 * @param frontMatterTitle a level-1 heading that repeats it is the title; null: the first one is
 * @param exempt further headings that start an exempt section
 * @param earlier the blocks of an earlier version
 */
export function readBody(
  texts: BodyTexts,
  tree: Tree,
  frontMatterTitle: string | null,
  exempt: readonly string[],
  earlier: readonly Part[] = [],
): Body {
  const outline = createOutline(exempt);
  const nodes = childrenOf(tree.topNode);
  const blocks = keptBlocks(nodes, texts, earlier);
  const parts: Part[] = [];
  let titleHeading: Field | null = null;
  let before: Part | null = null;
  let tableBefore: Part | null = null;

  nodes.forEach((node, i) => {
    const block = blocks[i];
    if (!block) return;
    const at = texts.base + node.from;
    const end = texts.base + node.to;
    const moved = ({ start, end: to }: Span): Span => ({ start: at + start, end: at + to });
    const { heading, sourcesLine } = block;
    if (sourcesLine && outline.currentKind() !== 'sources') {
      const { words, span } = sourcesLine;
      outline.open(words, Math.min(outline.level() + 1, 6), moved(span), at, 'sources');
    } else if (heading) {
      const { words, level, span } = heading;
      const isTitle = level === 1 && !titleHeading && (frontMatterTitle === null || frontMatterTitle === words);
      if (isTitle) titleHeading = { value: words, span: moved(span) };
      else outline.open(words, level, moved(span), at);
    }
    const reading = readingOf(block, node, outline.currentKind() === 'sources');
    outline.add(end, block.kind !== 'heading' && block.kind !== 'html');
    const next = nextInk(blocks, i);
    const part: Part = {
      index: parts.length,
      block,
      reading,
      at,
      end,
      section: outline.current(),
      sectionKind: outline.currentKind(),
      leadIn: before?.leadsInto ? before : null,
      captionBefore: before?.reading.isCaption.ofNext ? before : null,
      captionAfter: null,
      leadsInto: reading.endsWithColon && (next?.leadsOn ?? false),
      computed: false,
    };
    parts.push(part);
    if (block.isComment) {
      if (before && reading.comments.some(({ kind }) => kind === 'computed')) before.computed = true;
      return;
    }
    if (tableBefore && reading.isCaption.ofPrevious) tableBefore.captionAfter = part;
    // Lists parted only by our comments are one list: what leads into the first leads into all.
    if (!block.isList || !next?.isList) before = reading.paragraph ? part : null;
    tableBefore = reading.tables.length > 0 ? part : null;
  });
  return { titleHeading, sections: outline.sections(), parts };
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

/** The index of the first block that ends after an offset. */
export function firstEndingAfter(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
