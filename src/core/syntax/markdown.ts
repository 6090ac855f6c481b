/**
 * The syntax tree of a brief's body: CommonMark and GFM by Lezer, with footnotes, math and citations of our own.
 * Citations are read before links, never inside code, math or escaped brackets.
 */
import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  GFM,
  type InlineContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
  parser,
} from '@lezer/markdown';
import { differenceBetween, type TextEdit } from '../text';
import { bareUrls } from './bareUrls';
import { canStartCitation, readCitation } from './citations';
import { displayStart, endsDisplay, mathEnd } from './math';

/** Names of the nodes that we add to those of `@lezer/markdown`. */
export const CITATION = 'Citation';
export const MATH = 'Math';
export const MATH_BLOCK = 'MathBlock';
export const FOOTNOTE = 'FootnoteDefinition';

const FOOTNOTE_START = /^\[\^([^\s[\]^]{1,200})\]:[ \t]*/;

const citations: MarkdownConfig = {
  defineNodes: [CITATION, MATH],
  parseInline: [
    {
      name: MATH,
      before: 'Escape',
      parse(cx, next, pos) {
        if (next !== 36) return -1;
        const end = mathEnd(inlineText(cx), pos - cx.offset);
        return end < 0 ? -1 : cx.addElement(cx.elt(MATH, pos, cx.offset + end));
      },
    },
    {
      name: CITATION,
      before: 'HTMLTag',
      parse(cx, next, pos) {
        if (!canStartCitation(next)) return -1;
        const found = readCitation(inlineText(cx), pos - cx.offset);
        return found ? cx.addElement(cx.elt(CITATION, pos, cx.offset + found.span.end)) : -1;
      },
    },
  ],
};

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
        const match = FOOTNOTE_START.exec(line.text.slice(line.pos));
        if (!match) return false;
        cx.startComposite(FOOTNOTE, line.pos, 4);
        line.moveBase(line.pos + match[0].length);
        return null;
      },
      endLeaf: (_cx, line) => FOOTNOTE_START.test(line.text.slice(line.pos)),
    },
  ],
};

const displayMath: MarkdownConfig = {
  defineNodes: [{ name: MATH_BLOCK, block: true }],
  parseBlock: [
    {
      name: MATH_BLOCK,
      before: 'FencedCode',
      parse(cx, line) {
        const opens = displayStart(line.text.slice(line.pos));
        if (opens === null) return false;
        const start = cx.lineStart + line.pos;
        let closed = opens === 'whole';
        let end = cx.lineStart + line.text.length;
        while (cx.nextLine() && !closed && line.next > -1) {
          closed = endsDisplay(line.text);
          end = cx.lineStart + line.text.length;
        }
        cx.addElement(cx.elt(MATH_BLOCK, start, end));
        return true;
      },
    },
  ],
};

/**
 * A paragraph within a list or a quotation goes on with a line that is outside of both, and a table with any line, but not
 * with one that starts an item: Lezer has such a list start with 1, as one that interrupts a paragraph must, other parsers
 * do not, the page's among them.
 */
const listStarts: MarkdownConfig = {
  parseBlock: [
    {
      name: 'ListStart',
      endLeaf: (cx, line, leaf) =>
        LIST_START.test(line.text.slice(line.pos, line.pos + 11)) && (isOutside(cx, line) || isTable(leaf)),
    },
  ],
};

const LIST_START = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;

function isTable({ content }: LeafBlock): boolean {
  const second = content.indexOf('\n') + 1;
  return second > 0 && DELIMITERS.test(content.slice(second, `${content}\n`.indexOf('\n', second)));
}

const DELIMITERS = /^(?=.*\|)[|:\- \t]*-[|:\- \t]*$/;

/** Whether a line goes on with fewer lists and quotations than are open. The types do not name a line's depth. */
function isOutside(cx: BlockContext, line: Line): boolean {
  return 'depth' in line && typeof line.depth === 'number' && line.depth < cx.depth;
}

/** Hard breaks as Lezer reads them, but a run of spaces is looked at once, and not again from each of them. */
const hardBreaks: MarkdownConfig = {
  parseInline: [
    {
      name: 'HardBreak',
      parse(cx, next, pos) {
        if (next === 92) return cx.char(pos + 1) === 10 ? cx.addElement(cx.elt('HardBreak', pos, pos + 2)) : -1;
        if (next !== 32 || cx.char(pos - 1) === 32) return -1;
        let end = pos + 1;
        while (cx.char(end) === 32) end++;
        return cx.char(end) === 10 && end >= pos + 2 ? cx.addElement(cx.elt('HardBreak', pos, end + 1)) : -1;
      },
    },
  ],
};

const markdown = parser.configure([GFM, bareUrls, citations, footnotes, displayMath, listStarts, hardBreaks]);

/** A body and its tree, whose offsets are offsets in it, so that an edit of the front matter leaves both as they are. */
export interface ParsedBody {
  readonly body: string;
  readonly tree: Tree;
}

/**
 * Parses the body of a brief.
 *
 * @param body the text after the front matter
 * @param previous an earlier version: the trees of blocks that no edit touched are used again. The result is the same.
 * @param edit the one edit that makes this body of that one, if it is known
 */
export function parseMarkdown(body: string, previous?: ParsedBody, edit?: TextEdit): Tree {
  if (!previous) return markdown.parse(body);
  const { span, newText } = edit ?? differenceBetween(previous.body, body);
  if (span.start === span.end && newText === '') return previous.tree;
  const from = startOfAffected(previous, span.start);
  // The rest of a line means something else when what it starts with does.
  const lineBreak = previous.body.indexOf('\n', span.end);
  const rest = (lineBreak < 0 ? previous.body.length : lineBreak) - span.end;
  const change = { fromA: from, toA: span.end + rest, fromB: from, toB: span.start + newText.length + rest };
  return markdown.parse(body, TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]));
}

/**
 * Where the blocks start that an edit at `at` may change. What stands before a blank line ends there whatever follows,
 * but for lists and indented code, which Lezer knows of, and footnotes, which it does not. Without one between, a block
 * depends on the lines after it: a table is known by its second line, and else goes on with the paragraph before.
 */
function startOfAffected({ body, tree }: ParsedBody, at: number): number {
  let from = startOfParagraph(body, at);
  for (let before = footnoteBefore(tree, from); before >= 0; before = footnoteBefore(tree, from))
    from = startOfParagraph(body, before);
  return from;
}

/** The start of the line after the last blank line that ends before `at`. */
function startOfParagraph(body: string, at: number): number {
  const startOf = (end: number) => (end <= 0 ? 0 : body.lastIndexOf('\n', end - 1) + 1);
  let start = startOf(at);
  while (start > 0) {
    const before = startOf(start - 1);
    if (/^[ \t\r]*$/.test(body.slice(before, start - 1))) return start;
    start = before;
  }
  return 0;
}

/** Where a footnote starts that has ended before `at`, with nothing but white space since, or holds it; -1: none. */
function footnoteBefore(tree: Tree, at: number): number {
  let start = -1;
  for (let node: SyntaxNode | null = tree.topNode; node; ) {
    const child: SyntaxNode | null = node.childBefore(at);
    if (child?.name === FOOTNOTE && child.from < at) start = start < 0 ? child.from : start;
    node = child;
  }
  return start;
}

/** The children of a node, in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The label of a footnote's definition that starts at `from`, and where its text starts. */
export function footnoteLabel(text: string, from: number): { label: string; contentStart: number } | null {
  const match = FOOTNOTE_START.exec(text.slice(from, from + 220));
  return match?.[1] ? { label: match[1], contentStart: from + match[0].length } : null;
}

/** The whole text of the inline content being parsed; engines hand back the same string, so this copies nothing. */
function inlineText(cx: InlineContext): string {
  return cx.slice(cx.offset, cx.end);
}
