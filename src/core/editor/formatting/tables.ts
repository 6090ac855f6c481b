import type { Span, TextEdit } from '../../base/text';
import { widthOfText } from '../../base/width';
import type { LayoutBlock } from '../../brief/blocks/layout';

/** A table whose rows would be wider than this stays as it is: aligned, it would wrap in most windows. */
const WIDEST = 120;

/** A row of dashes needs three for each column (GFM, "Tables": one is enough there; others ask for three). */
const NARROWEST = 3;

/** A row without a bar in front that starts as another block does. */
const BLOCK_START = /^(?:(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[>#`~<])/;

type Alignment = 'left' | 'right' | 'center';

/** A row as it is written: its cells' texts without the white space around them. */
interface Row {
  readonly span: Span;
  readonly cells: readonly Span[];
}

/**
 * Aligns the columns of a table by adding and taking away white space only; colons in the row of dashes stay. Columns
 * are counted as they are shown, where CJK characters take two.
 *
 * @param shownAs the text of a cell as it will be after the edits inside it
 * @returns none for a table that is too wide or has more cells in a row than columns, since these are never shown
 */
export function tableEdits(text: string, table: LayoutBlock, shownAs: (cell: Span) => string): TextEdit[] {
  const rows = table.children.map(({ kind, span }) => ({ ...readRow(text, span), isDelimiter: kind === 'delimiter' }));
  const delimiter = rows.find(({ isDelimiter }) => isDelimiter);
  if (!delimiter) return [];
  const columns = delimiter.cells.length;
  // With a bar in front, `- a` would be a row where some readers see a list. A bar alone has no cells.
  const starts = rows.map(({ span }) => text.slice(span.start, Math.min(span.end, span.start + 12)));
  if (starts.some((start, i) => start === '|' || (!rows[i]?.isDelimiter && BLOCK_START.test(start)))) return [];
  if (rows[0]?.cells.length !== columns || rows.some(({ cells }) => cells.length > columns)) return [];
  const alignments = delimiter.cells.map(({ start, end }) => alignmentOf(text.slice(start, end)));
  const widths = delimiter.cells.map(() => NARROWEST);
  for (const { cells, isDelimiter } of rows) {
    if (isDelimiter) continue;
    for (const [column, cell] of cells.entries())
      widths[column] = Math.max(widths[column] ?? NARROWEST, widthOfText(shownAs(cell)));
  }
  if (widths.reduce((sum, width) => sum + width + 3, 1) > WIDEST) return [];
  return rows.flatMap((row) => {
    if (row.isDelimiter) return [delimiterEdit(text, row, alignments, widths)].filter((edit) => edit !== null);
    return rowEdits(text, row, alignments, widths, shownAs);
  });
}

/** Cuts a row at its bars. A bar after a backslash is text, also in code (GFM, "Tables"). */
function readRow(text: string, { start, end }: Span): Row {
  const bars: number[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') bars.push(at);
  }
  if (bars[0] !== start) bars.unshift(start - 1);
  if (bars.at(-1) !== end - 1 || bars.length === 1) bars.push(end);
  const cells = bars.slice(1).map((bar, i) => trimmed(text, { start: (bars[i] ?? 0) + 1, end: bar }));
  return { span: { start, end }, cells };
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (to > from && isBlank(text[to - 1])) to--;
  while (from < to && isBlank(text[from])) from++;
  return { start: from, end: to };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

function alignmentOf(dashes: string): Alignment {
  if (!dashes.endsWith(':')) return 'left';
  return dashes.startsWith(':') ? 'center' : 'right';
}

function delimiterEdit(
  text: string,
  { span, cells }: Row,
  alignments: readonly Alignment[],
  widths: readonly number[],
): TextEdit | null {
  const dashes = cells.map(({ start, end }, column) => {
    const first = text[start] === ':' ? ':' : '-';
    const last = text[end - 1] === ':' && alignments[column] !== 'left' ? ':' : '-';
    return first + '-'.repeat((widths[column] ?? NARROWEST) - 2) + last;
  });
  const newText = `| ${dashes.join(' | ')} |`;
  return text.slice(span.start, span.end) === newText ? null : { span, newText };
}

/** The white space before the first cell, between the cells, and after the last one; bars at both ends. */
function rowEdits(
  text: string,
  { span, cells }: Row,
  alignments: readonly Alignment[],
  widths: readonly number[],
  shownAs: (cell: Span) => string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  let gapStart = span.start;
  let gap = '| ';
  const close = (end: number) => {
    if (text.slice(gapStart, end) !== gap) edits.push({ span: { start: gapStart, end }, newText: gap });
  };
  cells.forEach((cell, column) => {
    const room = Math.max(0, (widths[column] ?? 0) - widthOfText(shownAs(cell)));
    const before = { left: 0, right: room, center: room >> 1 }[alignments[column] ?? 'left'];
    gap += ' '.repeat(before);
    close(cell.start);
    gapStart = cell.end;
    gap = `${' '.repeat(room - before)} | `;
  });
  gap = gap.trimEnd();
  close(span.end);
  return edits;
}
