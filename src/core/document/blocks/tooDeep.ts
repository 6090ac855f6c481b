/** What is nested too deep: it is one node, in which nothing is read. */
import type { BlockContext, MarkdownConfig } from '@lezer/markdown';
import { restAsOne } from './depth';

/** Quotations, items and footnotes within each other. What stands in one more of them is not read. */
export const DEEPEST = 100;
export const TOO_DEEP = 'TooDeep';

export const tooDeep: MarkdownConfig = {
  defineNodes: [{ name: TOO_DEEP, block: true }],
  parseBlock: [
    {
      name: TOO_DEEP,
      before: 'LinkReference',
      parse(cx, line) {
        return containersAround(cx) > DEEPEST && restAsOne(cx, line, TOO_DEEP);
      },
    },
  ],
};

/** Lists are around their items, and are not counted. */
function containersAround(cx: BlockContext): number {
  // Most blocks are around nothing.
  if (cx.depth <= DEEPEST) return 0;
  let count = 0;
  for (let depth = 1; depth < cx.depth; depth++) if (!cx.parentType(depth).name.endsWith('List')) count++;
  return count;
}
