/** Makes one node of the blocks past a limit in a list, a quotation or a footnote. Nothing in it is read. */
import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';
import { derive } from '../../base/derive';
import { depthOf, outermost, restAsOne } from './depth';

/** Most blocks in the items, quotations and footnotes of one block of the body. The rest of it isn't read. */
const MOST_BLOCKS = 20_000;
export const TOO_MANY_BLOCKS = 'TooManyBlocks';

/** Number of blocks so far in each outermost list, quotation or footnote. */
const countOf = derive((_outermost: object) => ({ blocks: 0 }));

export const tooManyBlocks: MarkdownConfig = {
  defineNodes: [{ name: TOO_MANY_BLOCKS, block: true }],
  parseBlock: [
    {
      name: TOO_MANY_BLOCKS,
      before: 'LinkReference',
      parse(cx, line) {
        const around = cx.depth > 1 ? outermost(cx) : null;
        if (!around) return false;
        const count = countOf(around);
        const inList = cx.parentType().name.endsWith('List');
        if (count.blocks < MOST_BLOCKS) {
          // A list itself holds items, whose blocks are counted.
          if (!inList) count.blocks++;
          return false;
        }
        return restAsOne(cx, line, TOO_MANY_BLOCKS, (end) => inList && goesOn(cx, line, end));
      },
    },
  ],
};

/** True if a line that doesn't start an item belongs to the item before it: it is indented, or continues a paragraph. */
function goesOn(cx: BlockContext, line: Line, end: number): boolean {
  if (depthOf(line) < cx.depth - 1) return false;
  if (line.indent > line.baseIndent) return true;
  return end + 1 >= cx.lineStart && !/^(?:[#>`~<$|*_]|-{3})/.test(line.text.slice(line.pos, line.pos + 3));
}
