/** Cuts a body into its top-level blocks. After an edit only the blocks around it are parsed again. */

import { firstWhere, withStretch } from '../../base/ordered';
import { inRuns, type Runs, withReplaced } from '../../base/runs';
import { changesNothing, type InText, type TextEdit } from '../../base/text';
import { FOOTNOTE, parseMarkdown } from '../../document/markdown';
import { spanFrom } from '../../document/moved';
import { childrenOf } from '../../document/parseTree';
import { withLineEdited } from './lineEdits';
import { blockOf, type ParsedBlock, sameBlock } from './parsedBlock';
import { type ParserText, parserText } from './parserText';
import type { Reading } from './readTo';

/** The top-level blocks of a body, and their starts, in UTF-16 units from the body's start. */
export interface BodyBlocks {
  readonly blocks: Runs<ParsedBlock>;
  readonly starts: Int32Array;
}

/** The text of a body as its author wrote it. */
export interface BodyText extends Reading {
  /** Offset of its start in the document. */
  readonly base: number;
}

export function readBlocks({ content, base, end }: BodyText): BodyBlocks {
  const body = content.slice(base, end);
  const stretch = { written: body, plain: parserText(body) };
  const nodes = nodesIn(stretch);
  return {
    blocks: inRuns(nodes.map((node) => blockOf(node, stretch))),
    starts: Int32Array.from(nodes, ({ from }) => from),
  };
}

function nodesIn({ plain }: ParserText) {
  return childrenOf(parseMarkdown(plain).topNode);
}

/** Number of blocks after an edit that are parsed with it, at first. */
const AHEAD = 1;

/**
 * Returns the blocks of a body after an edit; the result is the same as if all were read again. Where a block starts, the
 * parser is at the top level and remembers nothing. So the stretch around the edit is parsed by itself, up to a block that
 * starts where an unedited one did. All blocks from there on are as before.
 */
export function blocksAfter(text: BodyText, earlier: BodyBlocks, edit: InText<TextEdit>): BodyBlocks {
  return changesNothing(edit) ? earlier : (afterEditOfLine(earlier, edit) ?? afterEdit(text, earlier, edit));
}

/** Reads the blocks after an edit within a line; null for an edit that may change how other lines are read. */
function afterEditOfLine({ blocks, starts }: BodyBlocks, { span, newText }: InText<TextEdit>): BodyBlocks | null {
  const next = firstWhere(starts.length, (index) => (starts[index] ?? 0) > span.start);
  const first = next - 1;
  const block = blocks.items[first];
  const edited = block && withLineEdited(block, { span: spanFrom(span, { start: starts[first] ?? 0 }), newText });
  if (!edited) return null;
  return {
    blocks: withReplaced(blocks, first, next, [edited]),
    starts: withStretch(starts, next, [], next, edited.text.length - block.text.length),
  };
}

function afterEdit(text: BodyText, earlier: BodyBlocks, { span, newText }: InText<TextEdit>): BodyBlocks {
  const { starts } = earlier;
  const blocks = earlier.blocks.items;
  const count = blocks.length;
  const by = newText.length - (span.end - span.start);
  const startOf = (index: number) => starts[index] ?? 0;
  const paragraph = startOfParagraph(text, span.start - 1);
  let first = firstWhere(count, (index) => startOf(index) + (blocks[index]?.text.length ?? 0) > paragraph);
  const before = blocks[first - 1];
  if (before && mayGoOn(before)) first--;
  const from = startOfLine(text, first < count ? Math.min(startOf(first), paragraph) : paragraph);
  // The parser's text of a line depends on the line before it: the line after the edit may have changed too.
  const end = startOfLine(text, span.end + by, 2);
  const untouched = firstWhere(count, (index) => startOf(index) >= end - by);
  for (let ahead = AHEAD; ; ahead *= 4) {
    const last = Math.min(untouched + ahead, count);
    const to = last < count ? startOfLine(text, startOf(last) + by) : text.end - text.base;
    const stretch = stretchOf(text, from, to);
    const nodes = nodesIn(stretch);
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

    // Some blocks were parsed again without a change.
    const most = Math.min(read.length, met - first);
    const isKept = (index: number, place: number) => {
      const node = read[place];
      const block = blocks[index];
      return node !== undefined && block !== undefined && sameBlock(block, node, stretch);
    };
    let head = 0;
    while (head < most && isKept(first + head, head)) head++;
    let tail = 0;
    while (tail < most - head && isKept(met - 1 - tail, read.length - 1 - tail)) tail++;

    const changed = read.slice(head, read.length - tail).map((node) => blockOf(node, stretch));
    const places = read.map((node) => from + node.from);
    return {
      blocks: withReplaced(earlier.blocks, first + head, met - tail, changed),
      starts: withStretch(starts, first, places, met, by),
    };
  }
}

/** True for blocks that may go on after a blank line. */
function mayGoOn({ tree: { type } }: ParsedBlock): boolean {
  return type.name.endsWith('List') || type.name === 'CodeBlock' || type.name === FOOTNOTE;
}

/** Returns a stretch of whole lines, as written and as the parser reads it. */
function stretchOf(text: BodyText, from: number, to: number): ParserText {
  const before = startOfLine(text, from - 1);
  return {
    written: partOf(text, from, to),
    plain: parserText(partOf(text, before, to)).slice(from - before),
  };
}

/** Returns a part of a body, by offsets from its start. */
function partOf({ content, base }: BodyText, from: number, to: number): string {
  return content.slice(base + from, base + to);
}

/**
 * Returns the start of the line that holds an offset, or of a line `after` lines later; behind the last line, the end of the
 * body.
 */
function startOfLine({ base, end, lines }: BodyText, at: number, after = 0): number {
  const line = lines.lineAt(base + at) + after;
  return line < lines.count ? Math.max(0, Math.min(lines.startOf(line), end) - base) : end - base;
}

/**
 * Returns the start of the line after the last blank line that ends before `at`. Without a blank line between, a block depends
 * on the lines after it. A table is known by its second line, and else goes on with the paragraph before.
 */
function startOfParagraph(text: BodyText, at: number): number {
  let start = startOfLine(text, at);
  while (start > 0) {
    const before = startOfLine(text, start - 1);
    if (/^[ \t\r\n]*$/.test(partOf(text, before, start))) return start;
    start = before;
  }
  return 0;
}
