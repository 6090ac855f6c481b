/** Cuts a body into its top-level blocks. After an edit only the blocks around it are parsed again. */

import { firstWhere, withStretch } from '../../base/ordered';
import { inRuns, type Runs, withReplaced } from '../../base/runs';
import { childrenOf, FOOTNOTE, parseMarkdown } from '../../document/markdown';
import { type BodyTexts, type ParsedBlock, parsedBlock, sameBlock } from './parsedBlock';
import { startOfLine } from './parserText';

/** The top-level blocks of a body, and where each starts, in UTF-16 units from the body's start. */
export interface BodyBlocks {
  readonly blocks: Runs<ParsedBlock>;
  readonly starts: Int32Array;
}

/** What of a body an edit may have changed: whole lines, in UTF-16 units from the body's start. */
export interface ChangedLines {
  readonly start: number;
  readonly end: number;
  /** Where they ended in the version before. */
  readonly endBefore: number;
}

export function readBlocks(texts: BodyTexts): BodyBlocks {
  const nodes = childrenOf(parseMarkdown(texts.body).topNode);
  return {
    blocks: inRuns(nodes.map((node) => parsedBlock(node, texts, 0))),
    starts: Int32Array.from(nodes, ({ from }) => from),
  };
}

/** How many of the blocks after an edit are parsed with it, at first. */
const AHEAD = 2;

/**
 * The blocks of a body after an edit; the result is the same as that of reading it again. Where a block starts, the parser
 * stands at the top level and remembers nothing. So the stretch around the edit is parsed by itself, until a block starts
 * in it where one stood that the edit left alone: from there on all is as it was.
 */
export function blocksAfter(
  texts: BodyTexts,
  earlier: BodyBlocks,
  { start, end, endBefore }: ChangedLines,
): BodyBlocks {
  if (end === start && endBefore === start) return earlier;
  const { body } = texts;
  const { starts } = earlier;
  const blocks = earlier.blocks.items;
  const count = blocks.length;
  const by = end - endBefore;
  const startOf = (index: number) => starts[index] ?? 0;
  const paragraph = startOfParagraph(body, start);
  let first = firstWhere(count, (index) => startOf(index) + (blocks[index]?.text.length ?? 0) > paragraph);
  const before = blocks[first - 1];
  if (before && mayGoOn(before)) first--;
  const from = startOfLine(body, first < count ? Math.min(startOf(first), paragraph) : paragraph);
  const untouched = firstWhere(count, (index) => startOf(index) >= endBefore);
  for (let ahead = AHEAD; ; ahead *= 4) {
    const last = Math.min(untouched + ahead, count);
    const to = last < count ? startOfLine(body, startOf(last) + by) : body.length;
    const nodes = childrenOf(parseMarkdown(body.slice(from, to)).topNode);
    let met = count;
    const isMeeting = ({ from: place }: { readonly from: number }) => {
      const there = from + place - by;
      const index = firstWhere(count, (one) => startOf(one) >= there);
      if (index < untouched || index >= last || startOf(index) !== there) return false;
      met = index;
      return true;
    };
    const meeting = nodes.findIndex(isMeeting);
    if (meeting < 0 && last < count) continue;
    const read = meeting < 0 ? nodes : nodes.slice(0, meeting);

    // Some were parsed again and are what they were.
    const most = Math.min(read.length, met - first);
    const isKept = (index: number, place: number) => {
      const node = read[place];
      const block = blocks[index];
      return node !== undefined && block !== undefined && sameBlock(block, node, texts, from);
    };
    let head = 0;
    while (head < most && isKept(first + head, head)) head++;
    let tail = 0;
    while (tail < most - head && isKept(met - 1 - tail, read.length - 1 - tail)) tail++;

    const changed = read.slice(head, read.length - tail).map((node) => parsedBlock(node, texts, from));
    const places = read.map((node) => from + node.from);
    return {
      blocks: withReplaced(earlier.blocks, first + head, met - tail, changed),
      starts: withStretch(starts, first, places, met, by),
    };
  }
}

/** Blocks that may go on after a blank line. */
function mayGoOn({ tree: { type } }: ParsedBlock): boolean {
  return type.name.endsWith('List') || type.name === 'CodeBlock' || type.name === FOOTNOTE;
}

/**
 * The start of the line after the last blank line that ends before `at`. Without a blank line between, a block depends on
 * the lines after it: a table is known by its second line, and else goes on with the paragraph before.
 */
function startOfParagraph(body: string, at: number): number {
  let start = startOfLine(body, at);
  while (start > 0) {
    const before = startOfLine(body, start - 1);
    if (/^[ \t\r]*$/.test(body.slice(before, start - 1))) return start;
    start = before;
  }
  return 0;
}
