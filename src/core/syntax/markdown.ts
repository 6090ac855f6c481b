/**
 * The syntax tree of a brief's body: CommonMark and GFM by Lezer, with footnotes, math and citations of our own.
 * Citations are read before links, never inside code, math or escaped brackets.
 */
import type { SyntaxNode, Tree } from '@lezer/common';
import {
  type BlockContext,
  GFM,
  type InlineContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
  parser,
} from '@lezer/markdown';
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

/** Parses Markdown text. */
export function parseMarkdown(text: string): Tree {
  return markdown.parse(text);
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
