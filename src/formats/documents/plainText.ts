/** Plain text: paragraphs, wrapped or not, list items, and tables of bars, tabs or aligned columns. */
import type { Span } from '../../core/base/text';
import type { Block, Row } from './blocks';
import { bulletLength, cellsOf, isPageNumber, isRule, type Line, linesOf, rowKind, widthOf } from './plainLines';
import { createWriter, type Writer } from './writer';

/** Lines that belong together. */
interface Group {
  readonly kind: 'text' | 'table';
  readonly lines: Line[];
}

/** A line longer than this, in columns, was not wrapped: it is a paragraph. */
const WIDEST_WRAPPED = 160;
/** After so many lines a paragraph ends with a sentence, since no text without empty lines is one paragraph. */
const MOST_LINES = 40;

/**
 * @param span the part of the document to read
 * @param page the page that it stands on, where no form feed parts it into pages
 */
export function readPlainText(document: string, span: Span, page?: string): Block[] {
  const groups = joinPages(groupsOf(withoutPageNumbers(linesOf(document, span))));
  const pageOf = (line: Line | undefined) => (line?.page == null ? page : String(line.page));
  const writer = createWriter(document);
  return groups.flatMap((group): Block | readonly Block[] => {
    if (group.kind === 'table') {
      const rows = group.lines.flatMap((line) => rowOf(line, writer, pageOf(line)));
      return rows.length > 0 ? { kind: 'table', rows } : [];
    }
    writeLines(group.lines, writer);
    const written = writer.take();
    return written ? { kind: 'text', written, page: pageOf(group.lines[0]) } : [];
  });
}

function withoutPageNumbers(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const atEdge = line.page !== null && (lines[i - 1]?.page !== line.page || lines[i + 1]?.page !== line.page);
    return !(atEdge && !line.goesOn && isPageNumber(line.text));
  });
}

function groupsOf(lines: readonly Line[]): Group[] {
  const groups: Group[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.chunk === lines[from]?.chunk) to++;
    const chunk = lines.slice(from, to);
    for (const part of tablesIn(chunk)) {
      for (const group of part.kind === 'table' ? [part] : paragraphsIn(part.lines)) groups.push(group);
    }
    from = to;
  }
  return groups;
}

/** Parts the rows of tables in a chunk from its prose. */
function tablesIn(chunk: readonly Line[]): Group[] {
  const kinds = chunk.map(({ text }) => (isRule(text) ? 'rule' : rowKind(text)));
  const groups: Group[] = [];
  const add = (kind: Group['kind'], start: number, end: number) => {
    if (start >= end) return;
    const before = groups.at(-1);
    if (kind === 'text' && before?.kind === 'text') for (const line of chunk.slice(start, end)) before.lines.push(line);
    else groups.push({ kind, lines: chunk.slice(start, end) });
  };
  for (let start = 0; start < chunk.length; ) {
    const end = ((found) => (found < 0 ? chunk.length : found))(kinds.indexOf('prose', start));
    const run = kinds.slice(start, end);
    const table = tableIn(run);
    if (table && (table.data > 1 || table.headed || chunk.length === 1)) {
      add('text', start, start + table.start);
      add('table', start + table.start, start + table.end);
      add('text', start + table.end, end);
    } else add('text', start, end);
    if (end < chunk.length) add('text', end, end + 1);
    start = end + 1;
  }
  return groups;
}

/** The table in a run of lines that are not prose: from its header to its last row of data. */
function tableIn(kinds: readonly string[]): (Span & { data: number; headed: boolean }) | null {
  const first = kinds.findIndex((kind) => kind === 'data' || kind === 'header');
  const end = kinds.lastIndexOf('data') + 1;
  const rows = kinds.slice(first, end);
  const data = rows.filter((kind) => kind === 'data').length;
  // Labels may stand between rows; among many of them, what looks like a row is none.
  if (first < 0 || data === 0 || data * 3 < rows.length) return null;
  // A line or two above the rows name them, or their unit; more are a narrow text.
  const labels = kinds.slice(0, first).filter((kind) => kind === 'label').length;
  return { start: labels <= 2 ? 0 : first, end, data, headed: rows[0] === 'header' };
}

function paragraphsIn(lines: readonly Line[]): Group[] {
  const groups: Group[] = [];
  const widest = Math.max(0, ...lines.slice(0, 1000).map(({ text }) => widthOf(text)));
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const paragraph = groups.at(-1);
    if (!before || !paragraph || begins(line, before, paragraph.lines.length, widest))
      groups.push({ kind: 'text', lines: [line] });
    else paragraph.lines.push(line);
  });
  return groups;
}

/** @param size how many lines the paragraph has that the line may go on with */
function begins(line: Line, above: Line, size: number, widest: number): boolean {
  if (line.goesOn) return false;
  if (isRule(line.text) || isRule(above.text) || line.opens || bulletLength(line.text) > 0) return true;
  const width = widthOf(above.text);
  if (width > WIDEST_WRAPPED) return true;
  if (line.indent >= above.indent + 2 && size > 1) return true;
  const ends = /[.!?。！？]["”’)）」』]?$/.test(above.text);
  return ends && (size >= MOST_LINES || (width < widest * 0.75 && !/^\p{Ll}/u.test(line.text)));
}

/** A paragraph may go on after the end of a page. */
function joinPages(groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    const last = before?.lines.at(-1);
    const [first] = group.lines;
    const turned = last && first && last.page !== first.page;
    if (turned && before?.kind === 'text' && group.kind === 'text' && goesOn(last, first))
      for (const line of group.lines) before.lines.push(line);
    else joined.push({ kind: group.kind, lines: [...group.lines] });
  }
  return joined;
}

function goesOn(last: Line, first: Line): boolean {
  if (/[.!?:;。！？：；]["”’)）」』]?$/.test(last.text)) return false;
  if (/^\p{Ll}/u.test(first.text)) return true;
  return widthOf(last.text) > 40 && /\p{Script=Han}[，、]?$/u.test(last.text) && /^\p{Script=Han}/u.test(first.text);
}

function writeLines(lines: readonly Line[], writer: Writer): void {
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before) writer.wrap('\n', { start: before.end, end: line.start });
    const mark = i === 0 ? bulletLength(line.text) : 0;
    if (!isRule(line.text)) writer.copy(line.start + mark, line.end);
  });
}

/** A row as it is written, without the bars at its ends. */
function rowOf(line: Line, writer: Writer, page: string | undefined): readonly Row[] {
  if (isRule(line.text)) return [];
  const inner = line.text.replace(/^[|│]/, '').replace(/[|│]$/, '').trim();
  const start = line.start + line.text.indexOf(inner);
  writer.copy(start, start + inner.length);
  const written = writer.take();
  return written ? [{ written, cells: cellsOf(inner), page }] : [];
}
