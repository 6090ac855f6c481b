/** Makes one node of blocks that are nested too deep. Nothing in it is read. */
import type { BlockContext, MarkdownConfig } from '@lezer/markdown';
import { restAsOne } from './depth';

/** Most quotations, items and footnotes within each other. Text in one more of them isn't read. */
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

/** Counts the quotations, items and footnotes around a place. Returns 0 if they can't be too many. */
function containersAround(cx: BlockContext): number {
  // Most places have few blocks around them.
  if (cx.depth <= DEEPEST) return 0;
  let count = 0;
  for (let depth = 1; depth < cx.depth; depth++) if (!cx.parentType(depth).name.endsWith('List')) count++;
  return count;
}
