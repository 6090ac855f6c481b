/** What Lezer knows of the blocks that are open, and its types do not name. */
import type { BlockContext, Line } from '@lezer/markdown';

/** How many of the quotations, lists and items that are open a line goes on with. */
export function depthOf(line: Line): number {
  return 'depth' in line && typeof line.depth === 'number' ? line.depth : Infinity;
}

/** The quotation, list or footnote that stands in no other, of those that are open; null where none is. */
export function outermost(cx: BlockContext): object | null {
  const block: unknown = 'stack' in cx && Array.isArray(cx.stack) ? cx.stack[1] : null;
  return typeof block === 'object' ? block : null;
}

/**
 * Makes one node, in which nothing is read, of what a quotation, list or item still has from a line on.
 *
 * @param goesOn whether a line that it does not hold belongs to it all the same; `end` is where that before it ended
 */
export function restAsOne(cx: BlockContext, line: Line, name: string, goesOn?: (end: number) => boolean): true {
  const start = cx.lineStart + line.pos;
  let end = cx.lineStart + line.text.length;
  while (cx.nextLine() && (depthOf(line) >= cx.depth || goesOn?.(end) === true))
    if (line.next >= 0) end = cx.lineStart + line.text.length;
  cx.addElement(cx.elt(name, start, end));
  return true;
}

/** Lets the quotation, list or item that is being looked for on a line end with this line, whatever else is on it. */
export function endsHere(cx: BlockContext, line: Line): void {
  const block: unknown = 'stack' in cx && Array.isArray(cx.stack) ? cx.stack[depthOf(line)] : null;
  if (hasEnd(block)) block.end = cx.lineStart + line.text.length;
}

function hasEnd(block: unknown): block is { end: number } {
  return typeof block === 'object' && block !== null && 'end' in block && typeof block.end === 'number';
}
