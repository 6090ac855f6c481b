/** The content of a brief's page, which the engine writes and nobody else, as a tree. */
import { Parser } from 'htmlparser2';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/**
 * Reads HTML of the engine's own.
 *
 * @returns an element without name that holds all of it
 */
export function readPage(html: string): Element {
  interface Open extends Element {
    readonly children: Node[];
  }
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const clean = Object.entries(attributes).map(([key, value]) => [key, xmlText(value)]);
        const element: Open = { name, attributes: Object.fromEntries(clean), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        open.at(-1)?.children.push(xmlText(text));
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    // Names of SVG have capitals.
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.write(html);
  parser.end();
  return root;
}

/** A text without the characters that XML has no way to write: controls and halves of pairs. */
export function xmlText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
}

export const isElement = (node: Node | undefined): node is Element => typeof node === 'object';

export function hasClass(node: Node | undefined, name: string): boolean {
  return isElement(node) && (node.attributes['class']?.split(' ').includes(name) ?? false);
}

/** The elements directly in one. */
export function elementsIn(element: Element): Element[] {
  return element.children.filter(isElement);
}

/** The first element, in document order, that is wanted; the element itself may be it. */
export function findIn(node: Node, wanted: (element: Element) => boolean): Element | null {
  if (!isElement(node)) return null;
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = findIn(child, wanted);
    if (found) return found;
  }
  return null;
}

/** All elements below one, in document order; what lies in an element that is to be left out stays out. */
export function* elementsBelow(
  element: Element,
  leftOut: (element: Element) => boolean = () => false,
): Generator<Element> {
  for (const child of element.children) {
    if (!isElement(child) || leftOut(child)) continue;
    yield child;
    yield* elementsBelow(child, leftOut);
  }
}

export function textOf(node: Node): string {
  return isElement(node) ? node.children.map(textOf).join('') : node;
}
