/**
 * The syntax tree of a brief's body: CommonMark and GFM by Lezer, with footnotes, math and citations of our own.
 * Citations are read before links, never inside code, math or escaped brackets.
 */
import { type NodeType, Tree } from '@lezer/common';
import {
  type BlockContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
  parser,
  Strikethrough,
  TaskList,
} from '@lezer/markdown';
import { definitions } from './blocks/definitions';
import { depthOf } from './blocks/depth';
import { plainHeadings } from './blocks/plainHeadings';
import { QUOTE, quotes } from './blocks/quotes';
import { tables } from './blocks/tables';
import { TOO_DEEP, tooDeep } from './blocks/tooDeep';
import { TOO_MANY_BLOCKS, tooManyBlocks } from './blocks/tooManyBlocks';
import {
  CITATION,
  inlineText,
  MATH,
  type Meant,
  MOST_CITATIONS,
  readAlone,
  readInline,
  TOO_LONG,
  TOO_MANY,
} from './inline/inlineText';
import { displayStart, endsDisplay } from './mathMarks';
import { parseTree } from './parseTree';

/** Names of the nodes that `@lezer/markdown` doesn't have. */
export { CITATION, MATH, MOST_CITATIONS, QUOTE, TOO_DEEP, TOO_LONG, TOO_MANY, TOO_MANY_BLOCKS };
export const MATH_BLOCK = 'MathBlock';
export const FOOTNOTE = 'FootnoteDefinition';

const FOOTNOTE_START = /^\[\^([^\s[\]^]{1,200})\]:[ \t]*/;
const BRACKET = '['.charCodeAt(0);

/** A footnote's definition holds blocks, as a list item does: lines indented by four columns go on with it. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: FOOTNOTE,
      block: true,
      composite: (_cx: BlockContext, line: Line, value: number) => {
        if (line.next > -1 && line.indent < line.baseIndent + value) return false;
        line.moveBaseColumn(line.baseIndent + value);
        return true;
      },
    },
  ],
  parseBlock: [
    {
      name: FOOTNOTE,
      before: 'LinkReference',
      parse(cx, line) {
        const match = line.next === BRACKET ? FOOTNOTE_START.exec(line.text.slice(line.pos)) : null;
        if (!match) return false;
        cx.startComposite(FOOTNOTE, line.pos, 4);
        line.moveBase(line.pos + match[0].length);
        return null;
      },
      endLeaf: (_cx, line) => line.next === BRACKET && FOOTNOTE_START.test(line.text.slice(line.pos)),
    },
  ],
};

const DOLLAR = '$'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

const displayMath: MarkdownConfig = {
  defineNodes: [{ name: MATH_BLOCK, block: true }],
  parseBlock: [
    {
      name: MATH_BLOCK,
      before: 'FencedCode',
      parse(cx, line) {
        const mayOpen = line.next === DOLLAR || line.next === BACKSLASH;
        const opens = mayOpen ? displayStart(line.text.slice(line.pos)) : null;
        if (opens === null) return false;
        const start = cx.lineStart + line.pos;
        let closed = opens.isWhole;
        let end = cx.lineStart + line.text.length;
        while (cx.nextLine() && !closed && line.next > -1) {
          closed = endsDisplay(line.text, opens.closing);
          end = cx.lineStart + line.text.length;
        }
        cx.addElement(cx.elt(MATH_BLOCK, start, end));
        return true;
      },
    },
  ],
};

/**
 * A paragraph within a list or a quotation continues with a line outside of both, and a table with any line, except a line
 * that starts an item. Lezer requires such a list to start with 1, like a list that interrupts a paragraph. Other parsers
 * don't.
 */
const listStarts: MarkdownConfig = {
  parseBlock: [
    {
      name: 'ListStart',
      endLeaf: (cx, line, leaf) =>
        LIST_START.test(line.text.slice(line.pos, line.pos + 11)) && (depthOf(line) < cx.depth || isTable(leaf)),
    },
  ],
};

const LIST_START = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Cached for leaves with a second line, which decides. Their text gets longer with each line. */
const areTables = new WeakMap<LeafBlock, boolean>();

function isTable(leaf: LeafBlock): boolean {
  const known = areTables.get(leaf);
  if (known !== undefined) return known;
  const second = leaf.content.indexOf('\n') + 1;
  if (second === 0) return false;
  const is = DELIMITERS.test(leaf.content.slice(second, `${leaf.content}\n`.indexOf('\n', second)));
  areTables.set(leaf, is);
  return is;
}

const DELIMITERS = /^(?=.*\|)[|:\- \t]*-[|:\- \t]*$/;

const markdown = parser.configure([
  tooDeep,
  tooManyBlocks,
  tables,
  TaskList,
  Strikethrough,
  inlineText,
  quotes,
  definitions,
  footnotes,
  displayMath,
  listStarts,
  plainHeadings,
]);

/** Parses Markdown text. */
export function parseMarkdown(text: string): Tree {
  return parseTree(markdown, text);
}

const TYPES: ReadonlyMap<string, NodeType> = new Map(markdown.nodeSet.types.map((type) => [type.name, type]));

function typeOf(name: string): NodeType {
  const type = TYPES.get(name);
  if (!type) throw new RangeError(`There are no nodes ${name}.`);
  return type;
}

/** Parses the inline text of one block, in which `meant` decides about citations and links. Its tree is a paragraph. */
export function parseInline(text: string, meant: Meant): Tree {
  return paragraphOf(text, readInline(text, meant, madeOf));
}

/** Parses a text that is one paragraph. Null where nothing is read in it (see {@link TOO_LONG} and {@link TOO_MANY}). */
export function parseParagraph(text: string): Tree | null {
  const parts = readAlone(text, madeOf);
  return parts && paragraphOf(text, parts);
}

interface Made {
  readonly tree: Tree;
  readonly from: number;
}

function madeOf(name: string, from: number, to: number, children: readonly Made[] = []): Made {
  const trees = children.map(({ tree }) => tree);
  const places = children.map((child) => child.from - from);
  return { from, tree: new Tree(typeOf(name), trees, places, to - from) };
}

function paragraphOf(text: string, parts: readonly Made[]): Tree {
  return madeOf('Paragraph', 0, text.length, parts).tree;
}

/** The label of a footnote's definition that starts at `from`, and where its text starts. */
export function footnoteLabel(text: string, from: number): { label: string; contentStart: number } | null {
  const match = FOOTNOTE_START.exec(text.slice(from, from + 220));
  return match?.[1] ? { label: match[1], contentStart: from + match[0].length } : null;
}
