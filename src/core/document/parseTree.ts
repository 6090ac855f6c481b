/** How Lezer's Markdown parsers are called. */
import { Tree } from '@lezer/common';
import type { MarkdownParser } from '@lezer/markdown';

/**
 * The tree of a Markdown text. The parser is given a blank line more at the start, since it takes the place of a block for
 * negative: of 0 that makes -0, with which all sums are floating-point numbers, and where one of these is once stored, V8
 * stores all numbers of the same name like it. Trees, places and spans then take twice the memory.
 */
export function parseTree(parser: MarkdownParser, text: string): Tree {
  const { type, children, positions, length } = parser.parse(`\n${text}`);
  return new Tree(
    type,
    children,
    positions.map((position) => position - 1),
    length - 1,
  );
}
