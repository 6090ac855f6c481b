/**
 * The lines of the text that elements stand for. An element says how far down its part of the page it is, and the part
 * where it starts, so that a line that is added moves parts and changes none of their elements.
 */

/** A part of the page. Its line is that of the text at which it starts, zero-based. */
export interface Placed {
  readonly line: number;
}

const parts = new WeakMap<Node, Placed>();

/** Says which part a node that stands for itself, with all that is in it, belongs to. */
export function belongsTo(node: Node, part: Placed): void {
  parts.set(node, part);
}

/** The zero-based line of the text that an element with a `data-line` or `data-at` stands for; null: it stands for none. */
export function lineOf(element: Element): number | null {
  const own = element.getAttribute('data-line') ?? element.getAttribute('data-at');
  const line = own === null || own === '' ? Number.NaN : Number(own) + startOf(element);
  return Number.isSafeInteger(line) && line >= 0 ? line : null;
}

/** Where the part starts that an element is in; 0 where the element counts from the first line of the text. */
function startOf(element: Element): number {
  for (let node: Node | null = element; node; node = node.parentNode) {
    const part = parts.get(node);
    if (part) return part.line;
  }
  return 0;
}
