/**
 * The lines of the text that elements stand for. An element has its line within its part of the page, and the part has the line
 * where it starts. So a line that is added moves parts, and changes none of their elements.
 */

/** A part of the page. `line` is the line of the text at which it starts, zero-based. */
export interface Placed {
  readonly line: number;
}

const parts = new WeakMap<Node, Placed>();

/** Registers the part of a node and of all that is in it. */
export function belongsTo(node: Node, part: Placed): void {
  parts.set(node, part);
}

/** The zero-based line of the text that an element with a `data-line` or `data-at` stands for; null: it stands for none. */
export function lineOf(element: Element): number | null {
  const own = element.getAttribute('data-line') ?? element.getAttribute('data-at');
  const line = own === null || own === '' ? Number.NaN : Number(own) + startOf(element);
  return Number.isSafeInteger(line) && line >= 0 ? line : null;
}

/** Returns the line at which the part of an element starts; 0 if the element counts from the first line of the text. */
function startOf(element: Element): number {
  for (let node: Node | null = element; node; node = node.parentNode) {
    const part = parts.get(node);
    if (part) return part.line;
  }
  return 0;
}
