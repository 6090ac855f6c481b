/** Reads facts of Lezer about open blocks that its types don't name. */
import type { BlockContext, Line } from '@lezer/markdown';

/** Returns how many open blocks a line continues, the document included; infinity if Lezer doesn't say. */
export function depthOf(line: Line): number {
  return 'depth' in line && typeof line.depth === 'number' ? line.depth : Infinity;
}

/** Returns the outermost open quotation, list or footnote; null if there isn't one. */
export function outermost(cx: BlockContext): object | null {
  const block: unknown = 'stack' in cx && Array.isArray(cx.stack) ? cx.stack[1] : null;
  return typeof block === 'object' ? block : null;
}

/**
 * Makes one node, in which nothing is read, of the rest of a quotation, list or item from a line on.
 *
 * @param goesOn tells whether the next line still belongs to it, though Lezer has closed it; `end` is the end of its last
 *   line that isn't blank
 */
export function restAsOne(cx: BlockContext, line: Line, name: string, goesOn?: (end: number) => boolean): true {
  const start = cx.lineStart + line.pos;
  let end = cx.lineStart + line.text.length;
  while (cx.nextLine() && (depthOf(line) >= cx.depth || goesOn?.(end) === true))
    if (line.next >= 0) end = cx.lineStart + line.text.length;
  cx.addElement(cx.elt(name, start, end));
  return true;
}

/** Ends the quotation, list or item that is being looked for on a line with this line, whatever else is on it. */
export function endsHere(cx: BlockContext, line: Line): void {
  const block: unknown = 'stack' in cx && Array.isArray(cx.stack) ? cx.stack[depthOf(line)] : null;
  if (hasEnd(block)) block.end = cx.lineStart + line.text.length;
}

function hasEnd(block: unknown): block is { end: number } {
  return typeof block === 'object' && block !== null && 'end' in block && typeof block.end === 'number';
}
