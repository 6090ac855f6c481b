/** The markup that the processor writes for an entry, as nodes. */
import { Parser } from 'htmlparser2';
import type { EntryMark, EntryNode } from '../core/page/sections/entries';

interface Open {
  readonly mark: EntryMark | null;
  readonly href?: string;
  /** True in the margin, which holds the number: the page has a number of its own. */
  readonly isLeftOut: boolean;
  readonly children: EntryNode[];
}

const MARKS: ReadonlyMap<string, EntryMark> = new Map([
  ['i', 'i'],
  ['em', 'i'],
  ['b', 'b'],
  ['strong', 'b'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['a', 'a'],
]);

/** Marks for the spans of the processor, by their styles. */
const SPANS: readonly (readonly [RegExp, EntryMark])[] = [
  [/small-caps/, 'small-caps'],
  [/underline/, 'u'],
  [/normal|none/, 'upright'],
];

/** Reads one entry. White space at its ends is taken off. */
export function readEntry(html: string): EntryNode[] {
  const top: Open = { mark: null, isLeftOut: false, children: [] };
  const open: Open[] = [top];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const kind = attributes['class'] ?? '';
      const { href } = attributes;
      open.push({
        mark: markOf(name, kind, attributes['style'] ?? ''),
        ...(href === undefined ? {} : { href }),
        isLeftOut: kind === 'csl-left-margin',
        children: [],
      });
    },
    ontext: (words) => add(open.at(-1), words),
    onclosetag: () => {
      const closed = open.pop();
      const around = open.at(-1);
      if (!closed || closed.isLeftOut) return;
      const { mark, href, children } = closed;
      if (mark === null) for (const child of children) add(around, child);
      else if (children.length > 0) add(around, { mark, ...(href === undefined ? {} : { href }), children });
    },
  });
  parser.end(html);
  return trimmed(top.children);
}

/** Adds a node, and joins texts that follow each other: the parser gives each reference to a character by itself. */
function add(to: Open | undefined, node: EntryNode): void {
  const last = to?.children.at(-1);
  if (typeof last === 'string' && typeof node === 'string') to?.children.splice(-1, 1, last + node);
  else to?.children.push(node);
}

function markOf(name: string, kind: string, style: string): EntryMark | null {
  if (name === 'div') return kind === 'csl-block' || kind === 'csl-indent' ? 'block' : null;
  if (name === 'span') return SPANS.find(([pattern]) => pattern.test(style))?.[1] ?? null;
  return MARKS.get(name) ?? null;
}

function trimmed(nodes: readonly EntryNode[]): EntryNode[] {
  const last = nodes.length - 1;
  return nodes
    .map((node, index) => {
      if (typeof node !== 'string') return node;
      const start = index === 0 ? node.trimStart() : node;
      return index === last ? start.trimEnd() : start;
    })
    .filter((node) => node !== '');
}
