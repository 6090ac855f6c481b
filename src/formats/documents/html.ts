/** Web pages: what their elements show as text, without navigation, programs and controls. */
import type { Span } from '../../core/base/text';
import type { Block } from './blocks';
import { BLOCKS } from './elements';
import { createTables } from './htmlTables';
import { createOpenElements } from './openElements';
import { pageOfComment, pageOfId } from './pageMarks';
import { readPlainText } from './plainText';
import { createTokenizer } from './tokenizer';
import { createWriter } from './writer';

/**
 * @param span the part of the document to read
 * @param firstPage the page that it begins on, where that is known
 */
export function readHtml(document: string, { start: base, end }: Span, firstPage?: string): Block[] {
  const blocks: Block[] = [];
  const writer = createWriter(document);
  const elements = createOpenElements();
  let page = firstPage;
  const tables = createTables(
    writer,
    () => page,
    (block) => blocks.push(block),
  );
  /** Where the text of a `pre` begins that has had no tag in it so far. */
  let plainFrom: number | null = null;

  const flush = () => {
    const written = writer.take();
    if (written && !tables.takes(written)) blocks.push({ kind: 'text', written, page });
  };
  const turnTo = (next: string | undefined) => {
    if (next === undefined || next === page) return;
    flush();
    page = next;
  };

  const writeText = (start: number, to: number) => {
    const raised = elements.has('sup');
    const preserved = elements.has('pre');
    for (const { 0: part, index } of document.slice(start, to).matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const place = { start: start + index, end: start + index + part.length };
      if (!/^[ \t\r\n\f]/.test(part)) writer.put(raised ? raise(part) : part, place);
      else if (preserved && /[\r\n]/.test(part)) writer.gap('\n', place);
      else if (/[\r\n]/.test(part)) writer.wrap(' ', place);
      else writer.gap(' ', place);
    }
  };

  const openTable: Readonly<Record<string, () => void>> = {
    table: tables.open,
    thead: () => tables.head(true),
    tbody: () => tables.head(false),
    tfoot: () => tables.head(false),
    tr: tables.row,
    td: () => tables.cell(false),
    th: () => tables.cell(true),
    caption: tables.endRow,
  };
  const closeTable: Readonly<Record<string, () => void>> = {
    table: tables.close,
    thead: () => tables.head(false),
    tr: tables.endRow,
  };
  const inTable = (actions: typeof openTable, name: string) => {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action || BLOCKS.has(name)) flush();
    action?.();
  };

  createTokenizer({
    text: (from, to) => {
      if (elements.read) writeText(base + from, base + to);
    },
    reference: (character, from, to) => {
      plainFrom = null;
      if (elements.read) writer.put(character, { start: base + from, end: base + to });
    },
    open: (name, attributes, to) => {
      plainFrom = null;
      const wasRead = elements.read;
      elements.open(name, attributes);
      turnTo(pageOfId(attributes.get('id') ?? '') ?? pageOfId(attributes.get('name') ?? ''));
      if (!elements.read) {
        if (wasRead) flush();
        return;
      }
      inTable(openTable, name);
      if (name === 'br') writer.gap('\n', { start: base + to, end: base + to });
      if (name === 'pre') plainFrom = base + to;
    },
    close: (name, from) => {
      const wasRead = elements.read;
      if (name === 'pre' && plainFrom !== null && elements.read) {
        // A text put into a page as it was, with tables of aligned columns.
        writer.take();
        for (const block of readPlainText(document, { start: plainFrom, end: base + from }, page)) blocks.push(block);
      }
      plainFrom = null;
      elements.close(name);
      if (wasRead && elements.read) inTable(closeTable, name);
    },
    comment: (text) => {
      plainFrom = null;
      turnTo(pageOfComment(text));
    },
  })(document.slice(base, end));
  flush();
  tables.closeAll();
  return blocks;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10<sup>6</sup>` is no 106. */
function raise(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
}
