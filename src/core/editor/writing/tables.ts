/** Moves from cell to cell in a table (GFM 0.29, 4.10), and makes a table of rows that are pasted. */
import { lineBreakOf, type Span } from '../../base/text';
import type { Page, Writing } from './writing';

const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Selects the text of the next cell, or of the one before. After the last cell, it adds a new row.
 *
 * @returns null outside a table, and before its first cell
 */
export function moveToCell(page: Page, selection: Span, by: -1 | 1): Writing | null {
  const line = page.lines.lineAt(selection.start);
  const table = tableAround(page, line);
  if (!table) return null;
  const at = selection.start - page.lines.startOf(line);
  const cells = cellsOf(page.line(line));
  // The cursor may be on the bar before a cell, and after the last one.
  const current = cells.findLastIndex(({ from }) => from <= at);
  const next = (line === table.delimiters ? -1 : Math.max(current, 0)) + by;
  if (line !== table.delimiters && cells[next]) return selecting(page, line, cells[next]);
  for (let row = line + by; row >= table.first && row <= table.last; row += by) {
    if (row === table.delimiters) continue;
    const found = cellsOf(page.line(row)).at(by > 0 ? 0 : -1);
    if (found) return selecting(page, row, found);
  }
  return by > 0 ? withNewRow(page, table) : null;
}

interface Table {
  readonly first: number;
  readonly delimiters: number;
  readonly last: number;
}

function tableAround(page: Page, number: number): Table | null {
  const { lines, line } = page;
  const isRow = (i: number) => i >= 0 && i < lines.count && line(i).includes('|');
  if (!isRow(number) || !page.isProse(number)) return null;
  let top = number;
  while (isRow(top - 1)) top--;
  let last = number;
  while (isRow(last + 1)) last++;
  for (let i = top + 1; i <= Math.min(last, number + 1); i++) {
    if (DELIMITERS.test(line(i)) && cellsOf(line(i)).length === cellsOf(line(i - 1)).length)
      return number >= i - 1 ? { first: i - 1, delimiters: i, last } : null;
  }
  return null;
}

interface Cell {
  /** The column after the bar before it. */
  readonly from: number;
  /** Start of its text, without the spaces around; in an empty cell, the place for a text. */
  readonly start: number;
  readonly end: number;
}

/** The cells of a row, in columns of its line. */
function cellsOf(text: string): Cell[] {
  const bars: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '|') bars.push(i);
  }
  const margin = /^[ \t>]*/.exec(text)?.[0].length ?? 0;
  const starts = bars[0] === margin ? bars.map((bar) => bar + 1) : [margin, ...bars.map((bar) => bar + 1)];
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? text.length + 1) - 1;
    // The text after the last bar is a cell only if it isn't blank.
    if (i > 0 && i === starts.length - 1 && text.slice(from).trim() === '') return [];
    const inside = text.slice(from, to);
    const start =
      from + (inside.trim() === '' ? Math.min(1, inside.length) : inside.length - inside.trimStart().length);
    return [{ from, start, end: start + inside.trim().length }];
  });
}

function selecting({ lines }: Page, line: number, { start, end }: Cell): Writing {
  const base = lines.startOf(line);
  return { edits: [], selections: [{ start: base + start, end: base + end }] };
}

/** Adds a row as wide as the line below the header, with the cursor in its first cell. */
function withNewRow(page: Page, { delimiters, last }: Table): Writing {
  const text = page.line(delimiters);
  const row = text.replace(/[:-]/g, ' ');
  const at = page.lines.endOf(last);
  const newLine = lineBreakOf(page.text);
  const [first] = cellsOf(row);
  const cursor = at + newLine.length + (first?.start ?? 0);
  return {
    edits: [{ span: { start: at, end: at }, newText: newLine + row }],
    selections: [{ start: cursor, end: cursor }],
  };
}

/**
 * Makes a table of rows whose cells are parted by tabs, as spreadsheets and pages copy them. The first row is its header.
 *
 * @param line where the rows are pasted; a blank line parts the table from text above and below
 * @returns null if they are no such rows, or if the line isn't a blank one of Markdown
 */
export function tableOfRows(page: Page, line: number, rows: string): string | null {
  if (!rows.includes('\t') || !page.isProse(line) || page.line(line).trim() !== '') return null;
  const cells = rows
    .replace(/^(?:\r?\n)+|(?:\r?\n)+$/g, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim().replace(/(?<!\\)\|/g, '\\|')));
  const width = cells[0]?.length ?? 0;
  const isFull = (column: number) => cells.some((row) => row[column] !== '');
  const isTable = width > 1 && cells.length > 1 && cells.every((row) => row.length === width);
  // Lines that a tab only indents are an outline, or code.
  if (!isTable || !Array.from({ length: width }, (_, column) => column).every(isFull)) return null;
  const all = [...cells.slice(0, 1), Array<string>(width).fill('---'), ...cells.slice(1)];
  const written = all.map((row) => `| ${row.join(' | ')} |`).join(lineBreakOf(page.text));
  const isText = (other: number) => other >= 0 && other < page.lines.count && page.line(other).trim() !== '';
  const gap = (other: number) => (isText(other) ? lineBreakOf(page.text) : '');
  return `${gap(line - 1)}${written}${gap(line + 1)}`;
}
