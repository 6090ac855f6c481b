/** Markdown: its paragraphs, headings, list items and table rows, without their marks. */
import type { SyntaxNode } from '@lezer/common';
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown';
import type { Span } from '../../core/base/text';
import { parseTree } from '../../core/document/parseTree';
import type { Block, Row } from './blocks';
import { readHtml } from './html';
import { pageOfComment, pageOfTag } from './pageMarks';
import { decodeReference } from './references';
import { joinCells } from './rows';
import { createWriter, type Written } from './writer';

/** A paragraph of more UTF-16 units is taken as it is: finding the ends of its emphasis would take too long. */
const LONGEST_PARAGRAPH = 5000;
const longParagraphs: MarkdownConfig = {
  parseInline: [
    {
      name: 'LongParagraph',
      before: 'Escape',
      parse: (cx) => (cx.end - cx.offset > LONGEST_PARAGRAPH ? cx.end : -1),
    },
  ],
};
const markdown = parser.configure([GFM, longParagraphs]);

/** Blocks nested deeper than this in one line are text. */
const DEEP = /^([ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){50})(.+)/gm;
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Marks, and what is not shown. */
const UNSEEN: ReadonlySet<string> = new Set(
  'EmphasisMark StrikethroughMark CodeMark HeaderMark QuoteMark TaskMarker ProcessingInstruction'.split(' '),
);
/** What a link with an address hides behind its text. */
const BEHIND_LINK: ReadonlySet<string> = new Set(['LinkMark', 'URL', 'LinkTitle']);

/** @param span the part of the document to read */
export function readMarkdown(document: string, { start, end }: Span): Block[] {
  const base = start + (FRONT_MATTER.exec(document.slice(start, end))?.[0].length ?? 0);
  // The parser knows LF as the only line end. Every character stays in its place.
  const text = document
    .slice(base, end)
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(DEEP, (_, marks: string, rest: string) => marks + 'x'.repeat(rest.length));
  const blocks: Block[] = [];
  const writer = createWriter(document);
  let page: string | undefined;

  const at = ({ from, to }: { from: number; to: number }): Span => ({ start: base + from, end: base + to });
  const sliceOf = (node: SyntaxNode) => document.slice(base + node.from, base + node.to);

  /** Writes a stretch without marks in it, line by line. */
  const writeText = (from: number, to: number) => {
    for (const { 0: part, index } of document
      .slice(from, to)
      .matchAll(/[ \t]*(?:\r\n?|\n)[ \t]*|\S(?:[^\r\n]*\S)?|[ \t]+/g)) {
      const place = { start: from + index, end: from + index + part.length };
      if (part.trim() !== '') writer.copy(place.start, place.end);
      else if (/[\r\n]/.test(part)) writer.wrap('\n', place);
      else writer.gap(' ', place);
    }
  };

  /** Writes what a reader sees of the inline nodes in a block. */
  const writeInline = (node: SyntaxNode, linked: boolean) => {
    let from = node.from;
    let marks = 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!linked || marks < 2) writeText(base + from, base + child.from);
      from = child.to;
      if (child.name === 'LinkMark') marks++;
      if (UNSEEN.has(child.name) || (linked && BEHIND_LINK.has(child.name))) continue;
      if (child.name === 'Escape') writer.copy(base + child.from + 1, base + child.to);
      else if (child.name === 'Entity') writer.put(decodeReference(sliceOf(child)), at(child));
      else if (child.name === 'HardBreak') writer.gap('\n', at(child));
      else if (child.name === 'Comment') page = pageOfComment(sliceOf(child)) ?? page;
      else if (child.name === 'HTMLTag') {
        page = pageOfTag(sliceOf(child)) ?? page;
        if (/^<br\b/i.test(sliceOf(child))) writer.gap('\n', at(child));
      } else {
        // Without an address it may be no link at all, as `[1]`, and is shown with its brackets.
        const isLink = child.name === 'Autolink' ? false : child.getChild('URL') !== null;
        writeInline(child, isLink);
      }
    }
    writeText(base + from, base + node.to);
  };

  const written = (node: SyntaxNode): Written | null => {
    writeInline(node, false);
    return writer.take();
  };

  const addText = (node: SyntaxNode) => {
    const text = written(node);
    if (text) blocks.push({ kind: 'text', written: text, page });
  };

  const addTable = (node: SyntaxNode) => {
    const rows = childrenOf(node).flatMap((row): Row | readonly Row[] => {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') return [];
      const cells = row.getChildren('TableCell').flatMap((cell) => written(cell) ?? []);
      const joined = joinCells(cells, writer);
      return joined
        ? { written: joined, cells: cells.map(({ text }) => text), heads: row.name === 'TableHeader', page }
        : [];
    });
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
  };

  const walk = (parent: SyntaxNode) => {
    for (const node of childrenOf(parent)) {
      if (/^(?:Paragraph|Task|ATXHeading\d|SetextHeading\d)$/.test(node.name)) addText(node);
      else if (/^(?:Blockquote|BulletList|OrderedList|ListItem)$/.test(node.name)) walk(node);
      else if (node.name === 'Table') addTable(node);
      else if (node.name === 'HTMLBlock') {
        for (const block of readHtml(document, at(node), page)) blocks.push(block);
        page = pageOfTag(sliceOf(node)) ?? page;
      } else if (node.name === 'CommentBlock') page = pageOfComment(sliceOf(node)) ?? page;
    }
  };
  walk(parseTree(markdown, text).topNode);
  return blocks;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
