/** What a piece of HTML says, in one way of writing it: to compare a page of ours with what Markdown is specified to give. */
import { Parser } from 'htmlparser2';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** A tag, or text with its entities read. */
export type Node = Tag | string;

/** Reads HTML. Comments are left out: they show nothing. */
export function parseHtml(html: string): readonly Node[] {
  const top: Node[] = [];
  const open: Node[][] = [top];
  const add = (node: Node) => void open.at(-1)?.push(node);
  const parser = new Parser({
    onopentag(name, attributes) {
      const children: Node[] = [];
      add({ name, attributes, children });
      open.push(children);
    },
    onclosetag: () => void open.pop(),
    ontext: add,
  });
  parser.end(html);
  return top;
}

export function isTag(node: Node): node is Tag {
  return typeof node !== 'string';
}

/** Puts other nodes in the place of each node, from the innermost outwards. */
export function replaceNodes(nodes: readonly Node[], replace: (node: Node) => readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) =>
    replace(isTag(node) ? { ...node, children: replaceNodes(node.children, replace) } : node),
  );
}

/**
 * Writes nodes down, each block on a line of its own: attributes in order, entities spelled in one way, no white space
 * where it means nothing.
 */
export function writeHtml(nodes: readonly Node[]): string {
  return writeAll(nodes, true, false).trim();
}

const BLOCKS = new Set('blockquote div h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul'.split(' '));
const VOID = new Set(['br', 'hr', 'img', 'input']);

/**
 * @param inBlock whether they are all that is in a block
 * @param verbatim whether all white space counts
 */
function writeAll(nodes: readonly Node[], inBlock: boolean, verbatim: boolean): string {
  const joined: Node[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (typeof node === 'string' && typeof before === 'string') joined[joined.length - 1] = before + node;
    else joined.push(node);
  }
  return joined
    .map((node, index) => {
      if (isTag(node)) return writeTag(node, verbatim);
      if (verbatim) return escapeText(node);
      let words = node;
      if (endsText(joined[index - 1], inBlock)) words = words.trimStart();
      if (endsText(joined[index + 1], inBlock)) words = words.trimEnd();
      return escapeText(words);
    })
    .join('');
}

/** Whether white space is nothing beside a neighbour: a line break, a block, or the edge of one. */
function endsText(neighbor: Node | undefined, inBlock: boolean): boolean {
  if (neighbor === undefined) return inBlock;
  return isTag(neighbor) && (BLOCKS.has(neighbor.name) || neighbor.name === 'br');
}

function writeTag({ name, attributes, children }: Tag, verbatim: boolean): string {
  const isBlock = BLOCKS.has(name);
  const names = Object.keys(attributes).sort();
  const open = [name, ...names.map((key) => `${key}="${escapeText(attributes[key] ?? '')}"`)].join(' ');
  const start = `${isBlock ? '\n' : ''}<${open}>`;
  return VOID.has(name) ? start : `${start}${writeAll(children, isBlock, verbatim || name === 'pre')}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
