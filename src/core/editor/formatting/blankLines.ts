import { lineBreakOf, type TextEdit } from '../../base/text';
import type { LayoutBlock, LayoutKind } from '../../brief/blocks/layout';
import type { Brief } from '../../brief/types';
import { contentEnd } from './whiteSpace';

/** Beside these, what a blank line means depends on more than the two blocks: a comment may speak of the next line. */
const LEFT_ALONE: ReadonlySet<LayoutKind> = new Set(['html', 'comment', 'code', 'definition', 'footnote']);

/** Puts one blank line before and after headings and lists at the top level, and takes further ones away. */
export function blankLineEdits({ text, lines }: Brief, blocks: readonly LayoutBlock[]): TextEdit[] {
  const lineBreak = lineBreakOf(text);
  const edits: TextEdit[] = [];
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (!before || !(isParted(before) || isParted(block))) continue;
    if (LEFT_ALONE.has(before.kind) || LEFT_ALONE.has(block.kind)) continue;
    const start = lines.endOf(lines.lineAt(contentEnd(text, before.span.end)));
    const gap = text.slice(start, block.span.start);
    // The indentation of the block's own line stays.
    const breaks = /^(?:[ \t]*(?:\r\n?|\n))+/.exec(gap)?.[0];
    if (breaks === undefined || !/^[ \t]*$/.test(gap.slice(breaks.length))) continue;
    const count = breaks.match(/\r\n?|\n/g)?.length ?? 0;
    if (count !== 2) edits.push({ span: { start, end: start + breaks.length }, newText: lineBreak.repeat(2) });
  }
  return edits;
}

function isParted({ kind }: LayoutBlock): boolean {
  return kind === 'heading' || kind === 'list';
}
