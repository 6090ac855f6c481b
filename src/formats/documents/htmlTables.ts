/** The tables of a page while it is read. */
import { createCellSpreader, LONGEST_CELL, type SpannedCell, type SpannedRow, spanOf } from '../cellSpans';
import type { Block, Row } from './blocks';
import { joinCells } from './rows';
import type { Writer, Written } from './writer';

const LONGEST_LABEL = 120;

interface Cell {
  readonly heads: boolean;
  readonly texts: Written[];
}

interface OpenRow extends SpannedRow<Cell> {
  readonly heads: boolean;
  readonly page: string | undefined;
}

interface Table {
  rows: OpenRow[];
  cells: SpannedCell<Cell>[] | null;
  heads: boolean;
  group: number;
}

const EMPTY: Cell = { heads: true, texts: [] };

/** Gathers what stands in tables; texts of cells become rows, or paragraphs where they are not data. */
export interface Tables {
  /** A text within a cell; false where no cell is open. */
  takes(text: Written): boolean;
  open(): void;
  close(): void;
  /** The page ends, whatever was left open. */
  closeAll(): void;
  /** `thead` opens or closes. */
  head(heads: boolean): void;
  row(): void;
  cell(heads: boolean, attributes: ReadonlyMap<string, string>): void;
  endRow(): void;
}

/**
 * @param length of the page in UTF-16 units
 * @param emit takes what is complete, in order
 */
export function createTables(
  writer: Writer,
  length: number,
  page: () => string | undefined,
  emit: (block: Block) => void,
): Tables {
  const open: Table[] = [];
  const spreader = createCellSpreader(EMPTY, sizeOf, length);

  const flushRows = (table: Table) => {
    const written = spreader.spread(table.rows);
    const rows = table.rows.flatMap((row, i) => writeRow(row, written[i] ?? [], writer) ?? []);
    if (rows.length > 0) emit({ kind: 'table', rows });
    table.rows = [];
  };
  const endRow = (layout = false) => {
    const table = open.at(-1);
    if (!table?.cells) return;
    const cells = table.cells;
    const filled = cells.flatMap(({ content }) => (content.texts.length > 0 ? [content] : []));
    const texts = filled.flatMap((cell) => cell.texts);
    table.cells = null;
    if (layout || isProse(filled, texts)) {
      flushRows(table);
      for (const written of texts) emit({ kind: 'text', written, page: page() });
    } else table.rows.push({ cells, group: table.group, heads: table.heads, page: page() });
  };

  const close = () => {
    endRow();
    const table = open.pop();
    if (table) flushRows(table);
  };

  return {
    takes: (text) => {
      const cell = open.at(-1)?.cells?.at(-1);
      cell?.content.texts.push(text);
      return cell !== undefined;
    },
    open: () => {
      // A table in a cell shows that the outer one is there for its layout.
      endRow(true);
      const outer = open.at(-1);
      if (outer) flushRows(outer);
      open.push({ rows: [], cells: null, heads: false, group: 0 });
    },
    close,
    closeAll: () => {
      while (open.length > 0) close();
    },
    head: (heads) => {
      endRow();
      const table = open.at(-1);
      if (!table) return;
      table.heads = heads;
      table.group++;
    },
    row: () => {
      endRow();
      const table = open.at(-1);
      if (table) table.cells = [];
    },
    cell: (heads, attributes) => {
      const table = open.at(-1);
      if (!table) return;
      table.cells ??= [];
      table.cells.push({
        content: { heads, texts: [] },
        ...spanOf(attributes.get('colspan'), attributes.get('rowspan')),
      });
    },
    endRow: () => endRow(),
  };
}

function sizeOf({ texts }: Cell): number {
  return texts.reduce((size, { text }) => size + text.length + 1, 0);
}

/** @returns null for a row in which nothing stands but what goes on from the rows above it */
function writeRow(row: OpenRow, written: readonly Cell[], writer: Writer): Row | null {
  if (row.cells.every(({ content }) => content.texts.length === 0)) return null;
  const cells = written.filter(({ texts }) => texts.length > 0);
  const joined = cells.flatMap((cell) => joinTexts(cell.texts, writer) ?? []);
  const joinedRow = joinCells(joined, writer);
  if (!joinedRow) return null;
  const heads = row.heads || cells.every((cell) => cell.heads);
  const texts = joined.map(({ text }) => text);
  const opensEmpty = written[0]?.texts.length === 0;
  return { written: joinedRow, cells: texts, opensEmpty, ...(heads ? { heads } : {}), page: row.page };
}

function isProse(cells: readonly Cell[], texts: readonly Written[]): boolean {
  if (cells.length === 1) return texts.length > 1 || (texts[0]?.text.length ?? 0) > LONGEST_LABEL;
  return texts.some(({ text }) => text.length > LONGEST_CELL);
}

function joinTexts(texts: readonly Written[], writer: Writer): Written | null {
  texts.forEach((text, i) => {
    const before = texts[i - 1];
    if (before) writer.gap(' ', { start: before.span.end, end: text.span.start });
    writer.append(text);
  });
  return writer.take();
}
