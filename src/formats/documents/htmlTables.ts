/** The tables of a page while it is read. */
import type { Block, Row } from './blocks';
import { joinCells } from './rows';
import type { Writer, Written } from './writer';

/** A cell of more UTF-16 units holds prose: the table is there for its layout. */
const LONGEST_CELL = 600;
const LONGEST_LABEL = 120;

interface Cell {
  readonly heads: boolean;
  readonly texts: Written[];
}

interface Table {
  rows: Row[];
  cells: Cell[] | null;
  heads: boolean;
}

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
  cell(heads: boolean): void;
  endRow(): void;
}

/** @param emit takes what is complete, in order */
export function createTables(writer: Writer, page: () => string | undefined, emit: (block: Block) => void): Tables {
  const open: Table[] = [];

  const flushRows = (table: Table) => {
    if (table.rows.length > 0) emit({ kind: 'table', rows: table.rows });
    table.rows = [];
  };
  const endRow = (layout = false) => {
    const table = open.at(-1);
    if (!table?.cells) return;
    const cells = table.cells.filter(({ texts }) => texts.length > 0);
    const texts = cells.flatMap((cell) => cell.texts);
    table.cells = null;
    if (texts.length === 0) return;
    if (layout || isProse(cells, texts)) {
      flushRows(table);
      for (const written of texts) emit({ kind: 'text', written, page: page() });
      return;
    }
    const joined = cells.flatMap((cell) => joinTexts(cell.texts, writer) ?? []);
    const written = joinCells(joined, writer);
    const heads = table.heads || cells.every((cell) => cell.heads);
    if (written)
      table.rows.push({
        written,
        cells: joined.map(({ text }) => text),
        ...(heads ? { heads } : {}),
        page: page(),
      });
  };

  const close = () => {
    endRow();
    const table = open.pop();
    if (table) flushRows(table);
  };

  return {
    takes: (text) => {
      const cell = open.at(-1)?.cells?.at(-1);
      cell?.texts.push(text);
      return cell !== undefined;
    },
    open: () => {
      // A table in a cell shows that the outer one is there for its layout.
      endRow(true);
      const outer = open.at(-1);
      if (outer) flushRows(outer);
      open.push({ rows: [], cells: null, heads: false });
    },
    close,
    closeAll: () => {
      while (open.length > 0) close();
    },
    head: (heads) => {
      endRow();
      const table = open.at(-1);
      if (table) table.heads = heads;
    },
    row: () => {
      endRow();
      const table = open.at(-1);
      if (table) table.cells = [];
    },
    cell: (heads) => {
      const table = open.at(-1);
      if (!table) return;
      table.cells ??= [];
      table.cells.push({ heads, texts: [] });
    },
    endRow: () => endRow(),
  };
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
