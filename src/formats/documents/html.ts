/** Reads the text that web pages show, without navigation, programs and controls. */
import type { Span } from '../../core/base/text';
import { isShownAgain, MATH_FORMS } from '../mathMl';
import type { Block } from './blocks';
import { BLOCKS } from './elements';
import { createTables, type Tables } from './htmlTables';
import { createOpenElements } from './openElements';
import { pageOfComment, pageOfId } from './pageMarks';
import { readPlainText } from './plainText';
import { createTokenizer } from './tokenizer';
import { createWriter, type Writer } from './writer';

/**
 * @param span the part of the document to read
 * @param firstPage the page that it begins on, if that is known
 */
export function readHtml(document: string, { start, end }: Span, firstPage?: string): Block[] {
  const reader = new PageReader(document, { start, end }, firstPage);
  createTokenizer({
    text: (from, to) => reader.text(from, to),
    reference: (character, from, to) => reader.reference(character, from, to),
    open: (name, attributes, to) => reader.open(name, attributes, to),
    close: (name, from) => reader.close(name, from),
    comment: (text) => reader.comment(text),
  })(document.slice(start, end));
  return reader.end();
}

/** Takes the elements of a page as they come. Their offsets count from the start of the part that is read. */
class PageReader {
  private readonly document: string;
  /** Offset at which the part that is read starts. */
  private readonly base: number;
  private page: string | undefined;
  private readonly blocks: Block[] = [];
  private readonly writer: Writer;
  private readonly elements = createOpenElements();
  private readonly tables: Tables;
  /** Offset at which the text of a `pre` begins, as long as it has had no tag in it; else null. */
  private plainFrom: number | null = null;
  /** True if a formula has just ended. */
  private isBehindFormula = false;

  constructor(document: string, { start, end }: Span, page: string | undefined) {
    this.document = document;
    this.base = start;
    this.page = page;
    this.writer = createWriter(document);
    this.tables = createTables(
      this.writer,
      end - start,
      () => this.page,
      (block) => this.blocks.push(block),
    );
  }

  text(from: number, to: number): void {
    if (this.elements.read) this.write(this.base + from, this.base + to);
  }

  reference(character: string, from: number, to: number): void {
    this.plainFrom = null;
    if (this.elements.read) this.writer.put(character, { start: this.base + from, end: this.base + to });
  }

  open(name: string, attributes: ReadonlyMap<string, string>, to: number): void {
    const { elements } = this;
    const end = this.base + to;
    this.plainFrom = null;
    const wasRead = elements.read;
    const isAgain = isShownAgain(attributes.get('class') ?? '', this.isBehindFormula);
    const sign = elements.open(name, attributes, isAgain);
    this.turnTo(pageOfId(attributes.get('id') ?? '') ?? pageOfId(attributes.get('name') ?? ''));
    if (!elements.read) {
      if (wasRead && !isAgain && !MATH_FORMS.has(name)) this.flush();
      return;
    }
    this.writer.put(sign, { start: end, end });
    this.inTable(OPEN_IN_TABLE, name, attributes);
    if (name === 'br') this.writer.gap('\n', { start: end, end });
    if (name === 'pre') this.plainFrom = end;
  }

  close(name: string, from: number): void {
    const { elements } = this;
    const wasRead = elements.read;
    if (name === 'pre' && elements.read) this.endPlain(this.base + from);
    this.plainFrom = null;
    elements.close(name);
    if (name === 'math' && elements.read) this.isBehindFormula = true;
    if (wasRead && elements.read) this.inTable(CLOSE_IN_TABLE, name, NONE);
  }

  comment(text: string): void {
    this.plainFrom = null;
    this.turnTo(pageOfComment(text));
  }

  end(): Block[] {
    this.flush();
    this.tables.closeAll();
    return this.blocks;
  }

  /** Reads a plain text that was put into a page unchanged, with tables of aligned columns. */
  private endPlain(end: number): void {
    if (this.plainFrom === null) return;
    this.writer.take();
    const blocks = readPlainText(this.document, { start: this.plainFrom, end }, this.page);
    for (const block of blocks) this.blocks.push(block);
  }

  private flush(): void {
    const written = this.writer.take();
    if (written && !this.tables.takes(written)) this.blocks.push({ kind: 'text', written, page: this.page });
  }

  private turnTo(page: string | undefined): void {
    if (page === undefined || page === this.page) return;
    this.flush();
    this.page = page;
  }

  private inTable(actions: TableActions, name: string, attributes: ReadonlyMap<string, string>): void {
    const action = actions.get(name);
    if (action || BLOCKS.has(name)) this.flush();
    action?.(this.tables, attributes);
  }

  private write(start: number, to: number): void {
    const { writer, elements } = this;
    const isBlank = /^[ \t\r\n\f]*$/.test(this.document.slice(start, to));
    if (isBlank && elements.has('math')) return;
    if (!isBlank) this.isBehindFormula = false;
    const raised = elements.has('sup');
    const preserved = elements.has('pre');
    for (const { 0: part, index } of this.document.slice(start, to).matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const place = { start: start + index, end: start + index + part.length };
      if (!/^[ \t\r\n\f]/.test(part)) writer.put(raised ? raise(part) : part, place);
      else if (preserved && /[\r\n]/.test(part)) writer.gap('\n', place);
      else if (/[\r\n]/.test(part)) writer.wrap(' ', place);
      else writer.gap(' ', place);
    }
  }
}

type TableActions = ReadonlyMap<string, (tables: Tables, attributes: ReadonlyMap<string, string>) => void>;

const NONE: ReadonlyMap<string, string> = new Map();

const OPEN_IN_TABLE: TableActions = new Map([
  ['table', (tables) => tables.open()],
  ['thead', (tables) => tables.head(true)],
  ['tbody', (tables) => tables.head(false)],
  ['tfoot', (tables) => tables.head(false)],
  ['tr', (tables) => tables.row()],
  ['td', (tables, attributes) => tables.cell(false, attributes)],
  ['th', (tables, attributes) => tables.cell(true, attributes)],
  ['caption', (tables) => tables.endRow()],
]);
const CLOSE_IN_TABLE: TableActions = new Map([
  ['table', (tables) => tables.close()],
  ['thead', (tables) => tables.head(false)],
  ['tr', (tables) => tables.endRow()],
]);

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raises digits, so that `10<sup>6</sup>` doesn't become 106. */
function raise(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
}
