/** Calls Lezer's Markdown parsers. */
import { type SyntaxNode, Tree } from '@lezer/common';
import type { MarkdownParser } from '@lezer/markdown';

/**
 * Returns the tree of a Markdown text. The parser gets one more blank line at the start, because it negates the position of a
 * block: 0 becomes -0, and all sums with -0 are floating-point numbers. Where V8 once stores such a number, it stores all
 * numbers of the same name like it. Trees, places and spans then take twice the memory.
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

/** The children of a node, in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
