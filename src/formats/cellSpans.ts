/** The cells of HTML tables that cover several columns or rows (https://html.spec.whatwg.org/#forming-a-table). */

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** Longest cell that is repeated, in UTF-16 units. A longer one holds prose. */
export const LONGEST_CELL = 600;
/** Most text that is repeated on one page, in UTF-16 units. A short page could ask for more than there is memory for. */
const MOST_REPEATED = 1_000_000;
/** Cost of a repeated cell besides its text, in UTF-16 units. So there are at most 250,000 of them. */
const COST = 4;

/** A cell as the page writes it. */
export interface SpannedCell<Content> {
  content: Content;
  readonly columns: number;
  /** The rows that it covers, at most to the end of its group. */
  readonly rows: number;
}

export interface SpannedRow<Content> {
  readonly cells: readonly SpannedCell<Content>[];
  /** Index of its `thead`, `tbody` or `tfoot` in the table. */
  readonly group: number;
}

/** Returns the columns and rows that the attributes `colspan` and `rowspan` give, within the limits of HTML. */
export function spanOf(colspan?: string, rowspan?: string) {
  const rows = wholeNumber(rowspan);
  return {
    columns: Math.min(wholeNumber(colspan) || 1, MOST_COLUMNS),
    // A `rowspan` of 0 covers all rows that are left.
    rows: rows === 0 ? MOST_ROWS : Math.min(rows ?? 1, MOST_ROWS),
  };
}

function wholeNumber(text = ''): number | null {
  const digits = /^\s*\+?(\d+)/.exec(text.slice(0, 40))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Writes tables out. One spreader is for all tables of a page, so that all repeated text is bounded. */
export interface CellSpreader<Content> {
  /**
   * Repeats each cell in all columns and rows that it covers. A cell isn't repeated if it is alone in its row (a label of the
   * rows below), or if it holds prose. Columns in which no cell begins are left out.
   *
   * @returns its rows, each with the contents of its columns from the first on; empty for a row without cells of its own
   */
  spread(rows: readonly SpannedRow<Content>[]): Content[][];
}

/** A cell that goes on in the next row. */
interface Covering<Content> {
  readonly content: Content;
  readonly rows: number;
}

/**
 * @param empty the content of a place without a cell
 * @param sizeOf the length of a content in UTF-16 units
 * @param length of the page in UTF-16 units; at most twenty times as much is repeated
 */
export function createCellSpreader<Content>(
  empty: Content,
  sizeOf: (content: Content) => number,
  length = MOST_REPEATED,
): CellSpreader<Content> {
  let left = Math.min(MOST_REPEATED, 20 * length);
  /** Returns false once all is spent: cells then cover only their own place. */
  const spend = (content: Content): boolean => {
    left -= sizeOf(content) + COST;
    return left >= 0;
  };

  const writeRow = (cells: readonly SpannedCell<Content>[], above: readonly (Covering<Content> | undefined)[]) => {
    const row: Content[] = [];
    const below: Covering<Content>[] = [];
    let begun = 0;
    const put = (content: Content, rows: number, repeated = content) => {
      if (rows > 1) below[row.length] = { content: repeated, rows: rows - 1 };
      row.push(content);
    };
    const goesOn = (): boolean => {
      const from = above[row.length];
      if (!from || !spend(from.content)) return false;
      put(from.content, from.rows);
      return true;
    };
    const isLabel = above.length === 0 && cells.filter(({ content }) => sizeOf(content) > 0).length < 2;
    for (const { content, columns, rows } of cells) {
      while (goesOn());
      begun = row.length + 1;
      const repeated = sizeOf(content) > LONGEST_CELL ? empty : content;
      put(content, rows, repeated);
      const beside = isLabel ? empty : repeated;
      for (let i = 1; i < columns && spend(beside); i++) put(beside, rows);
    }
    while (row.length < above.length) {
      if (goesOn()) continue;
      if (!spend(empty)) break;
      put(empty, 1);
    }
    return { row, below, begun };
  };

  return {
    spread: (rows) => {
      let above: readonly (Covering<Content> | undefined)[] = [];
      let width = 0;
      const written = rows.map(({ cells, group }, i) => {
        if (rows[i - 1]?.group !== group) above = [];
        const { row, below, begun } = writeRow(cells, above);
        above = below;
        width = Math.max(width, begun);
        return cells.length === 0 ? [] : row;
      });
      return written.map((row) => row.slice(0, width));
    },
  };
}
