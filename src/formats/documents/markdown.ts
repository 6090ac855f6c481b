/** Reads the paragraphs, headings, list items and table rows of Markdown, without their marks. */
import type { SyntaxNode } from '@lezer/common';
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown';
import type { Span } from '../../core/base/text';
import { childrenOf, parseTree } from '../../core/document/parseTree';
import type { Block, Row } from './blocks';
import { readHtml } from './html';
import { pageOfComment, pageOfTag } from './pageMarks';
import { decodeReference } from './references';
import { joinCells } from './rows';
import { createWriter, type Writer, type Written } from './writer';

/**
 * Longest paragraph whose marks are read, in UTF-16 units. In a longer one, finding the ends of its emphasis would take too
 * long.
 */
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

/** A line that begins with 50 nested blocks or more. Its rest is text. */
const DEEP = /^([ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){50})(.+)/gm;
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

const EMPTY_FIRST_CELL = /^[ \t]*\|[ \t]*\|/;

/** Marks, and other nodes that aren't shown. */
const UNSEEN: ReadonlySet<string> = new Set(
  'EmphasisMark StrikethroughMark CodeMark HeaderMark QuoteMark TaskMarker ProcessingInstruction'.split(' '),
);
/** Parts that a link with an address hides behind its text. */
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
  const reader = new TreeReader(document, base);
  reader.read(parseTree(markdown, text).topNode);
  return reader.blocks;
}

/** Walks the tree of a document from front to back. */
class TreeReader {
  readonly blocks: Block[] = [];
  private readonly document: string;
  /** Offset that the nodes' offsets count from. */
  private readonly base: number;
  private readonly writer: Writer;
  private page: string | undefined;

  constructor(document: string, base: number) {
    this.document = document;
    this.base = base;
    this.writer = createWriter(document);
  }

  /** Reads the blocks in a node. */
  read(parent: SyntaxNode): void {
    for (const node of childrenOf(parent)) {
      if (/^(?:Paragraph|Task|ATXHeading\d|SetextHeading\d)$/.test(node.name)) this.addText(node);
      else if (/^(?:Blockquote|BulletList|OrderedList|ListItem)$/.test(node.name)) this.read(node);
      else if (node.name === 'Table') this.addTable(node);
      else if (node.name === 'HTMLBlock') {
        for (const block of readHtml(this.document, this.spanOf(node), this.page)) this.blocks.push(block);
        this.page = pageOfTag(this.sliceOf(node)) ?? this.page;
      } else if (node.name === 'CommentBlock') this.page = pageOfComment(this.sliceOf(node)) ?? this.page;
    }
  }

  private addText(node: SyntaxNode): void {
    const written = this.written(node);
    if (written) this.blocks.push({ kind: 'text', written, page: this.page });
  }

  private addTable(node: SyntaxNode): void {
    const rows = childrenOf(node).flatMap((row): Row | readonly Row[] => {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') return [];
      const cells = row.getChildren('TableCell').flatMap((cell) => this.written(cell) ?? []);
      const written = joinCells(cells, this.writer);
      const heads = row.name === 'TableHeader';
      const opensEmpty = EMPTY_FIRST_CELL.test(this.sliceOf(row));
      return written ? { written, cells: cells.map(({ text }) => text), opensEmpty, heads, page: this.page } : [];
    });
    if (rows.length > 0) this.blocks.push({ kind: 'table', rows });
  }

  private written(node: SyntaxNode): Written | null {
    this.writeInline(node, false);
    return this.writer.take();
  }

  /** Writes what a reader sees of the inline nodes in a block. */
  private writeInline(node: SyntaxNode, linked: boolean): void {
    let from = node.from;
    let marks = 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!linked || marks < 2) this.writeText(from, child.from);
      from = child.to;
      if (child.name === 'LinkMark') marks++;
      if (UNSEEN.has(child.name) || (linked && BEHIND_LINK.has(child.name))) continue;
      this.writeNode(child);
    }
    this.writeText(from, node.to);
  }

  private writeNode(node: SyntaxNode): void {
    const { writer, base } = this;
    if (node.name === 'Escape') writer.copy(base + node.from + 1, base + node.to);
    else if (node.name === 'Entity') writer.put(decodeReference(this.sliceOf(node)), this.spanOf(node));
    else if (node.name === 'HardBreak') writer.gap('\n', this.spanOf(node));
    else if (node.name === 'Comment') this.page = pageOfComment(this.sliceOf(node)) ?? this.page;
    else if (node.name === 'HTMLTag') {
      this.page = pageOfTag(this.sliceOf(node)) ?? this.page;
      if (/^<br\b/i.test(this.sliceOf(node))) writer.gap('\n', this.spanOf(node));
    } else {
      // Without an address it may not be a link, as in `[1]`, and is shown with its brackets.
      const isLink = node.name === 'Autolink' ? false : node.getChild('URL') !== null;
      this.writeInline(node, isLink);
    }
  }

  /** Writes a stretch without marks in it, line by line. */
  private writeText(from: number, to: number): void {
    const { document, base, writer } = this;
    const parts = document.slice(base + from, base + to).matchAll(/[ \t]*(?:\r\n?|\n)[ \t]*|\S(?:[^\r\n]*\S)?|[ \t]+/g);
    for (const { 0: part, index } of parts) {
      const place = { start: base + from + index, end: base + from + index + part.length };
      if (part.trim() !== '') writer.copy(place.start, place.end);
      else if (/[\r\n]/.test(part)) writer.wrap('\n', place);
      else writer.gap(' ', place);
    }
  }

  private spanOf({ from, to }: SyntaxNode): Span {
    return { start: this.base + from, end: this.base + to };
  }

  private sliceOf({ from, to }: SyntaxNode): string {
    return this.document.slice(this.base + from, this.base + to);
  }
}
