/** Markdown to HTML: CommonMark and GFM without raw HTML, printed from the tree that is checked. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../base/text';
import { parserText } from '../../brief/blocks/parserText';
import {
  FOOTNOTE,
  footnoteLabel,
  MATH_BLOCK,
  parseMarkdown,
  QUOTE,
  TOO_DEEP,
  TOO_MANY_BLOCKS,
} from '../../document/markdown';
import { childrenOf } from '../../document/parseTree';
import type { Words } from '../../languages/pageWords';
import { element, type Html, text } from '../html';
import { renderFormula } from '../sections/formulas';
import { type AuthorPart, groupsOf, writeAuthorHtml } from './authorHtml';
import { codeIn, columnOf, fencedCodeIn, outdented, surplusAt } from './code';
import type { BlockFacts, InsightMark } from './facts';
import { type InlineText, piecesOf } from './inline';
import { itemsOf, type ListFacts, listFacts, type Stretch, stretchesOf } from './lists';
import { meantText } from './meant';
import { attribute, holdBlocks, type Piece, spokenWords, wordsOf } from './pieces';
import { otherDirection } from './scripts';
import { writePieces } from './typography';

/** A stretch of Markdown that is read: one top-level block of a brief's body, or a text of its front matter. */
export interface MarkdownText {
  /** The text as written; lines may end with LF, CR LF or CR. */
  readonly written: string;
  readonly nodes: readonly SyntaxNode[];
  /** Start of the text in the offsets of the nodes. */
  readonly from: number;
  /** Offset in the text at which the shown part starts, if that is after the start of the nodes. */
  readonly begin?: number;
  /** True if only the blocks were parsed, not yet their texts. */
  readonly isUnread?: boolean;
}

/** Returns the paragraphs and tasks that overlap a span of a block, in the offsets of the nodes. */
export function textsIn(block: SyntaxNode, { start, end }: Span): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.to <= start || node.from >= end) return;
    if (node.name === 'Paragraph' || node.name === 'Task') found.push(node);
    else for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(block);
  return found;
}

/** Parses a text on its own. */
export function readText(written: string): MarkdownText {
  return { written, nodes: childrenOf(parseMarkdown(parserText(written)).topNode), from: 0 };
}

export function renderMarkdown(source: MarkdownText, facts: BlockFacts): Html {
  const printer = new BlockPrinter(source, facts);
  return facts.list ? printer.printStretch(source.nodes, facts.list) : printer.print(source.nodes);
}

/** Returns the stretches in which a long list is shown; null for any other block. */
export function stretchesIn({ written, nodes, from }: MarkdownText): readonly Stretch[] | null {
  const list = nodes[0];
  return list?.name.endsWith('List') ? stretchesOf(list, withLineFeeds(written), from) : null;
}

/** Renders a text of one line, without an element around it: a caption, a title, a label. */
export function renderInline(source: string, facts: BlockFacts): Html {
  const words = source
    .replace(/[\r\n]/g, ' ')
    .replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, (space) => ' '.repeat(space.length));
  return writePieces(piecesOf({ words, tree: null, at: 0, isCell: false, holdsBlocks: false }, facts));
}

/** The quotations and the list around a block. */
interface Around {
  /** Number of quotations around the block. */
  readonly quotes: number;
  /** True for items of a list without blank lines between them. Their texts aren't paragraphs. */
  readonly isTight: boolean;
  /** The column at which the block's text starts. */
  readonly column: number;
}

/** Columns by which a footnote's lines after the first are indented, and by which code is. */
const FOOTNOTE_INDENT = 4;
const CODE_INDENT = 4;

const TOP: Around = { quotes: 0, isTight: false, column: 0 };

/** Span of a leaf's text. The markup that `first` makes of its words is shown before it, in place of a mark such as `[x]`. */
interface LeafText {
  readonly span: Span;
  readonly first?: (words: string) => Html;
  readonly keepsSpace?: boolean;
}

class BlockPrinter {
  private readonly source: string;
  /** Start of the text in the offsets of the nodes. */
  private readonly shift: number;
  private readonly begin: number;
  private readonly isUnread: boolean;
  private readonly facts: BlockFacts;
  private readonly counter = { at: 0, line: 0 };
  /** Number of cells that the table's rows lack so far. */
  private emptyCells = 0;
  /** Id for the first heading; null once used. */
  private headingId: string | null;

  constructor({ written, from, begin = 0, isUnread = false }: Omit<MarkdownText, 'nodes'>, facts: BlockFacts) {
    // A CR before a LF stays, so that offsets stay the same. The output leaves it out.
    this.source = withLineFeeds(written);
    this.shift = from;
    this.begin = begin;
    this.isUnread = isUnread;
    this.facts = facts;
    this.headingId = facts.headingId;
  }

  print(nodes: readonly SyntaxNode[]): Html {
    const [first] = nodes;
    // The nodes may have different parents.
    if (!first || !nodes.some(isHtml))
      return nodes.map((node) => this.printBlock(node, this.aroundOf(node))).join('') as Html;
    return this.printAll(nodes, this.aroundOf(first)) as Html;
  }

  printStretch(items: readonly SyntaxNode[], list: ListFacts): Html {
    return this.printItems(items, list, TOP) as Html;
  }

  private aroundOf({ parent }: SyntaxNode): Around {
    if (!parent) return TOP;
    let quotes = 0;
    let column = 0;
    for (let node: SyntaxNode | null = parent; node; node = node.parent) {
      if (node.name === QUOTE) quotes++;
      else if (node.name === FOOTNOTE) column += FOOTNOTE_INDENT;
    }
    return { ...TOP, quotes, column };
  }

  /** Returns the zero-based line of an offset in the text. Fast if the offsets ascend. */
  private lineOf(at: number): number {
    if (at < this.counter.at) [this.counter.at, this.counter.line] = [0, 0];
    for (
      let next = this.source.indexOf('\n', this.counter.at);
      next >= 0 && next < at;
      next = this.source.indexOf('\n', next + 1)
    ) {
      this.counter.line++;
      this.counter.at = next + 1;
    }
    return this.counter.line;
  }

  /** Returns the offset at which the shown part of a node starts. */
  private placeOf(node: SyntaxNode): number {
    return Math.max(this.begin, node.from - this.shift);
  }

  /** Returns the zero-based line of a node in the document; null for texts outside the body. */
  private documentLine(node: SyntaxNode): number | null {
    return this.lineAt(this.placeOf(node));
  }

  private lineAt(place: number): number | null {
    return this.facts.firstLine === null ? null : this.facts.firstLine + this.lineOf(place);
  }

  private spanOf(node: SyntaxNode): Span {
    return { start: node.from - this.shift, end: node.to - this.shift };
  }

  /** Prints consecutive blocks. An element of HTML may begin in one block and end in another. */
  private printAll(nodes: readonly SyntaxNode[], around: Around): string {
    let html = '';
    if (!nodes.some(isHtml)) {
      for (const node of nodes) html += this.printBlock(node, around);
      return html;
    }
    const htmls = nodes.map((node) => (isHtml(node) ? this.htmlOf(node, around) : null));
    const groups = groupsOf(htmls);
    for (let index = 0; index < nodes.length; ) {
      const end = groups.get(index) ?? index + 1;
      const [first] = nodes.slice(index, end);
      const parts = nodes.slice(index, end).map((node, i): AuthorPart => {
        const written = htmls[index + i];
        return written == null ? { shown: this.printBlock(node, around) } : { html: written };
      });
      if (first)
        html += isHtml(first)
          ? writeAuthorHtml(parts, this.facts, this.documentLine(first))
          : this.printBlock(first, around);
      index = end;
    }
    return html;
  }

  /** Returns the HTML of a block as its author wrote it. */
  private htmlOf(node: SyntaxNode, around: Around): string {
    const { start, end } = this.spanOf(node);
    return plainLines(outdented(this.unmarked(start, end, around), around.column));
  }

  private printBlock(node: SyntaxNode, around: Around): string {
    const { name } = node;
    switch (name) {
      case 'Paragraph':
      case 'Task':
        return this.printParagraph(node, { span: { start: this.placeOf(node), end: node.to - this.shift } }, around);
      case 'BulletList':
      case 'OrderedList':
        return this.printList(node, around);
      case QUOTE:
        return this.printQuote(node, around);
      case 'Table':
        return this.printTable(node, around);
      case 'HorizontalRule':
        return '<hr>';
      case 'FencedCode':
      case 'CodeBlock':
        return this.printCode(node, around);
      case MATH_BLOCK:
        return this.printFormula(node, around);
      case 'CommentBlock':
        return this.printAfterComment(node, around);
      case 'HTMLBlock':
      case 'ProcessingInstructionBlock':
        return writeAuthorHtml([{ html: this.htmlOf(node, around) }], this.facts, this.documentLine(node));
      case FOOTNOTE:
        return this.printFootnote(node, around);
      case TOO_DEEP: {
        const { start, end } = this.spanOf(node);
        return element('p', {}, text(plainLines(this.unmarked(start, end, around)).trim()));
      }
      case 'LinkReference':
      case TOO_MANY_BLOCKS:
        return '';
    }
    return /Heading\d$/.test(name) ? this.printHeading(node, around) : '';
  }

  // ── Texts ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Returns the text between two offsets, with spaces in place of the marks of quotations at line starts. */
  private unmarked(from: number, to: number, { quotes }: Around): string {
    const words = this.source.slice(from, to);
    if (quotes === 0 || !words.includes('\n')) return words;
    return words.replace(/(?<=\n)[ \t>]+/g, (marks) => {
      let left = quotes;
      return marks.replace(/>/g, (sign) => (left-- > 0 ? ' ' : sign));
    });
  }

  private inlineText(
    node: SyntaxNode,
    { start, end }: Span,
    around: Around,
    { isCell = false, keepsSpace = false, holdsBlocks = true } = {},
  ): InlineText {
    let from = start;
    let to = end;
    while (!keepsSpace && from < to && isBlank(this.source[from])) from++;
    while (to > from && isBlank(this.source[to - 1])) to--;
    return {
      words: this.unmarked(from, to, around),
      tree: this.isUnread ? null : { leaf: node, from: from + this.shift },
      at: from,
      isCell,
      holdsBlocks,
    };
  }

  private printParagraph(node: SyntaxNode, leaf: LeafText, around: Around): string {
    if (leaf.first === undefined && this.source.slice(leaf.span.start, leaf.span.end).trim() === '') return '';
    const mark = this.facts.insights.size === 0 ? undefined : this.facts.insights.get(this.lineOf(this.placeOf(node)));
    const pieces = this.textPieces(node, leaf, around);
    return this.writeParagraph(pieces, this.placeOf(node), mark, around);
  }

  private writeParagraph(pieces: Piece[], at: number, mark: InsightMark | undefined, { isTight }: Around): string {
    // The whole text is hidden.
    if (pieces.every((piece) => piece.kind === 'text' && piece.words.trim() === '')) return '';
    if (isTight && !mark) return writePieces(pieces);
    const tag = isTight || holdBlocks(pieces) ? 'div' : 'p';
    const attributes =
      attribute('data-line', this.lineAt(at)) + this.direction(pieces) + (mark ? attribute('class', mark.classes) : '');
    if (mark) this.addSuffix(pieces, mark.suffix);
    return `<${tag}${attributes}>${writePieces(pieces)}</${tag}>`;
  }

  private textPieces(
    node: SyntaxNode,
    { span, first, keepsSpace = false }: LeafText,
    around: Around,
    holdsBlocks = true,
  ): Piece[] {
    const inline = this.inlineText(node, span, around, { keepsSpace, holdsBlocks });
    const pieces = piecesOf(inline, this.facts);
    if (first !== undefined) pieces.unshift({ kind: 'ours', html: first(spokenWords(pieces)), clings: false });
    return pieces;
  }

  private addSuffix(pieces: Piece[], suffix: Html): void {
    if (suffix !== '') pieces.push({ kind: 'ours', html: suffix, clings: false });
  }

  /** Returns a `dir` attribute for a block wholly in the other direction, such as English in an Arabic brief. */
  private direction(pieces: readonly Piece[]): string {
    return attribute('dir', otherDirection(wordsOf(pieces), this.facts.direction));
  }

  private printHeading(node: SyntaxNode, around: Around): string {
    const level = Number(node.name.at(-1)) || 1;
    const tag = `h${Math.min(6, level + this.facts.headingShift)}`;
    let { start, end } = this.spanOf(node);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'HeaderMark') continue;
      if (child.from - this.shift <= start) start = child.to - this.shift;
      else end = Math.min(end, child.from - this.shift);
    }
    const pieces = this.textPieces(node, { span: { start, end } }, around, false);
    let attributes = attribute('data-line', this.documentLine(node)) + this.direction(pieces);
    if (around === TOP && this.headingId !== null) {
      attributes += attribute('id', this.headingId);
      this.headingId = null;
      this.addSuffix(pieces, this.facts.headingSuffix);
    }
    return `<${tag}${attributes}>${writePieces(pieces)}</${tag}>`;
  }

  // ── Lists and quotations ──────────────────────────────────────────────────────────────────────────────────

  private printList(list: SyntaxNode, around: Around): string {
    const items = itemsOf(list);
    return this.printItems(items, listFacts(list, items, this.source, this.shift), around);
  }

  private printItems(items: readonly SyntaxNode[], { tag, isTight, start }: ListFacts, around: Around): string {
    const html = items.map((item) => this.printItem(item, { ...around, isTight })).join('');
    return `<${tag}${attribute('start', start === 1 ? null : start)}>${html}</${tag}>`;
  }

  private printItem(item: SyntaxNode, around: Around): string {
    const mark = item.firstChild;
    const blocks = childrenOf(item).slice(1);
    const first = blocks[0];
    const inside = { ...around, column: mark ? this.columnAfter(mark, first) : around.column };
    const task = first?.name === 'Task' ? first.firstChild : null;
    // A task needs words after its box.
    const written = first && task ? this.source.slice(task.to - this.shift, first.to - this.shift).trim() : '';
    if (!first || !task || written === '') return `<li>${this.printAll(blocks, inside)}</li>`;
    const isDone = this.source[task.from - this.shift + 1] !== ' ';
    const line = this.documentLine(first);
    const span = { start: task.to - this.shift, end: first.to - this.shift };
    const html = this.printParagraph(
      first,
      { span, first: (words) => taskBox(isDone, line, words || written), keepsSpace: true },
      inside,
    );
    return `<li class="task">${html}${this.printAll(blocks.slice(1), inside)}</li>`;
  }

  /** Returns the column at which the text of an item starts. */
  private columnAfter(mark: SyntaxNode, first: SyntaxNode | undefined): number {
    const after = columnOf(this.source, mark.to - this.shift);
    if (!first) return after + 1;
    const at = columnOf(this.source, first.name === 'CodeBlock' ? mark.to - this.shift : first.from - this.shift);
    return this.source.slice(mark.to - this.shift, first.from - this.shift).includes('\n') || at >= after + 5
      ? after + 1
      : Math.max(at, after + 1);
  }

  private printQuote(quote: SyntaxNode, around: Around): string {
    const blocks = childrenOf(quote).filter(({ name }) => name !== 'QuoteMark');
    const inside: Around = { quotes: around.quotes + 1, isTight: false, column: around.column + 2 };
    const first = blocks[0];
    const alert = first?.name === 'Paragraph' ? this.alertAt(first, inside) : null;
    if (!first || !alert) return `<blockquote>${this.printAll(blocks, inside)}</blockquote>`;
    const title = element('strong', { class: 'alert-title' }, text(this.facts.words.alerts[alert.kind]));
    const span = { start: first.from - this.shift + alert.length, end: first.to - this.shift };
    const html = this.printParagraph(first, { span, first: () => title }, inside);
    return `<blockquote class="alert alert-${alert.kind}">${html}${this.printAll(blocks.slice(1), inside)}</blockquote>`;
  }

  /** Returns the GFM alert that a text starts with, and the length of its mark. */
  private alertAt(
    node: SyntaxNode,
    around: Around,
  ): { readonly kind: keyof Words['alerts']; readonly length: number } | null {
    const { start, end } = this.spanOf(node);
    const found = ALERT.exec(this.unmarked(start, Math.min(end, start + 100), around));
    const kind = found?.[1]?.toLowerCase() as keyof Words['alerts'] | undefined;
    return found && kind ? { kind, length: found[0].length } : null;
  }

  /** Prints a footnote in a quotation or a list as written. */
  private printFootnote(node: SyntaxNode, around: Around): string {
    const start = node.from - this.shift;
    const label = footnoteLabel(this.source, start);
    const [first, ...others] = childrenOf(node);
    const inside = { ...around, column: around.column + FOOTNOTE_INDENT };
    if (!label || first?.name !== 'Paragraph')
      return (
        this.escapedParagraph(this.source.slice(start, label?.contentStart ?? node.to - this.shift), node, around) +
        this.printAll(childrenOf(node), inside)
      );
    return (
      this.printParagraph(first, { span: { start, end: first.to - this.shift } }, around) +
      this.printAll(others, inside)
    );
  }

  private escapedParagraph(words: string, node: SyntaxNode, around: Around): string {
    return this.writeParagraph([{ kind: 'text', words: words.trim() }], this.placeOf(node), undefined, around);
  }

  // ── Code, formulas, HTML ──────────────────────────────────────────────────────────────────────────────────

  /** Prints a code block, or the figure that it declares. */
  private printCode(node: SyntaxNode, around: Around): string {
    const figure =
      this.facts.figures.size === 0 ? undefined : this.facts.figures.get(this.lineOf(node.from - this.shift));
    if (figure) return figure;
    const isFenced = node.name === 'FencedCode';
    const code = isFenced ? fencedCodeIn(node, this.source, this.shift) : this.indentedCode(node, around);
    const info = isFenced ? node.getChild('CodeInfo') : null;
    // The class of other Markdown renderers, for the reader's own styles.
    const language =
      info && /^\S+/.exec(meantText(this.source.slice(info.from - this.shift, info.to - this.shift)).trim())?.[0];
    const names = { class: language ? `language-${language}` : null };
    const pre = element('pre', { tabindex: 0 }, element('code', names, text(plainLines(code))));
    const line = this.documentLine(node);
    if (language?.toLowerCase() !== 'mermaid') return element('div', { class: 'code', 'data-line': line }, pre);
    // A library that draws it takes half a megabyte at least, compressed.
    const note = element('p', { class: 'undrawn-note' }, text(this.facts.words.undrawn));
    return element('div', { class: 'code undrawn', 'data-line': line }, note, pre);
  }

  private indentedCode(node: SyntaxNode, { quotes, column }: Around): string {
    const { start, end } = this.spanOf(node);
    if (quotes > 0 || column > 0) return `${codeIn(node, this.source, this.shift, column + CODE_INDENT)}\n`;
    const surplus = ' '.repeat(surplusAt(this.source, start, CODE_INDENT));
    return `${surplus}${outdented(this.source.slice(start, end), CODE_INDENT)}\n`;
  }

  /** Prints a formula on lines of its own, which may be wider than the page. */
  private printFormula(node: SyntaxNode, around: Around): string {
    const { writeFormula, words } = this.facts;
    const { start, end } = this.spanOf(node);
    return element(
      'div',
      {
        class: 'math-block',
        role: 'group',
        tabindex: 0,
        'aria-label': words.formula,
        'data-line': this.documentLine(node),
      },
      renderFormula(plainLines(outdented(this.unmarked(start, end, around), around.column)).trim(), writeFormula),
    );
  }

  /** Prints the words after the end of a comment, so that they don't get lost. The comment itself is hidden. */
  private printAfterComment(node: SyntaxNode, around: Around): string {
    const { start, end } = this.spanOf(node);
    const close = this.source.indexOf('-->', start + 2);
    if (close < 0 || close + 3 >= end || this.source.slice(close + 3, end).trim() === '') return '';
    const { words } = this.inlineText(node, { start: close + 3, end }, around);
    const at = end - this.source.slice(close + 3, end).trimStart().length;
    const pieces = piecesOf({ words, tree: null, at, isCell: false, holdsBlocks: true }, this.facts);
    return this.writeParagraph(pieces, at, undefined, around);
  }

  // ── Tables ────────────────────────────────────────────────────────────────────────────────────────────────

  private printTable(table: SyntaxNode, around: Around): string {
    const rows = childrenOf(table);
    const delimiters = rows.find(({ name }) => name === 'TableDelimiter');
    const sides = delimiters
      ? sidesOf(this.source.slice(delimiters.from - this.shift, delimiters.to - this.shift))
      : [];
    let head = '';
    let body = '';
    this.emptyCells = 0;
    for (const row of rows) {
      if (row.name === 'TableHeader') head += this.printRow(row, 'th', sides, around);
      else if (row.name === 'TableRow') body += this.printRow(row, 'td', sides, around);
    }
    const label = text(this.facts.words.table);
    const line = attribute('data-line', this.documentLine(table));
    const rest = body === '' ? '' : `<tbody>${body}</tbody>`;
    return `<div class="scroller" role="region" tabindex="0" aria-label="${label}"${line}><table><thead>${head}</thead>${rest}</table></div>`;
  }

  private printRow(row: SyntaxNode, tag: string, sides: readonly (string | null)[], around: Around): string {
    const cells: (SyntaxNode | null)[] = [];
    let cell: SyntaxNode | null = null;
    let isFirst = true;
    for (let child = row.firstChild; child; child = child.nextSibling) {
      if (child.name === 'TableCell') cell = child;
      else if (child.name === 'TableDelimiter') {
        if (!isFirst || cell) cells.push(cell);
        isFirst = false;
        cell = null;
      }
    }
    if (cell) cells.push(cell);
    // If too many cells are missing, short rows stay short, so that the output grows only with the text.
    this.emptyCells += Math.max(0, sides.length - cells.length);
    const shown = this.emptyCells > MOST_EMPTY_CELLS ? sides.slice(0, cells.length) : sides;
    const html = shown.map((side, index) => {
      const found = cells[index];
      const words = found
        ? writePieces(piecesOf(this.inlineText(found, this.spanOf(found), around, { isCell: true }), this.facts))
        : '';
      return `<${tag}${attribute('class', side && `align-${side}`)}>${words}</${tag}>`;
    });
    return `<tr>${html.join('')}</tr>`;
  }
}

/** Most empty cells that are added to the short rows of one table. */
const MOST_EMPTY_CELLS = 65_536;

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t\r]*(?:\n[ \t]*|$)/i;

const isHtml = ({ name }: SyntaxNode) => name === 'HTMLBlock' || name === 'ProcessingInstructionBlock';

/**
 * @param line the line of the task, which the preview ticks there
 * @param words of the task, by which screen readers name the box
 */
function taskBox(done: boolean, line: number | null, words: string): Html {
  return element('input', {
    type: 'checkbox',
    disabled: true,
    checked: done || null,
    'data-at': line,
    'aria-label': words,
  });
}

/** Returns the alignment of each column, by the row of dashes; null if it isn't given. */
function sidesOf(delimiters: string): (string | null)[] {
  const columns = delimiters
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return columns.map((column) => {
    const dashes = column.trim();
    const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
    return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
  });
}

/** Replaces each lone CR by a line feed. Offsets stay the same. */
function withLineFeeds(written: string): string {
  return written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
}

function plainLines(words: string): string {
  return words.replace(/\r/g, '');
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\r' || sign === '\t' || sign === '\n';
}
