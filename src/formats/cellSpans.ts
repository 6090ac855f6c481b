/** The cells of HTML tables that cover several columns or rows (https://html.spec.whatwg.org/#forming-a-table). */

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** A cell of more UTF-16 units holds prose, which is not repeated. */
export const LONGEST_CELL = 600;
/** What is repeated on one page, in UTF-16 units: a short page could ask for more than there is memory for. */
const MOST_REPEATED = 1_000_000;
/** What a repeated cell costs besides its text. So there are at most 250,000 of them. */
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
  /** The number of its `thead`, `tbody` or `tfoot` in the table. */
  readonly group: number;
}

/** How many columns and rows the attributes `colspan` and `rowspan` mean, within the limits of HTML. */
export function spanOf(colspan?: string, rowspan?: string) {
  const rows = wholeNumber(rowspan);
  return {
    columns: Math.min(wholeNumber(colspan) || 1, MOST_COLUMNS),
    // All rows that are left.
    rows: rows === 0 ? MOST_ROWS : Math.min(rows ?? 1, MOST_ROWS),
  };
}

function wholeNumber(text = ''): number | null {
  const digits = /^\s*\+?(\d+)/.exec(text.slice(0, 40))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Writes tables out. One is for all tables of a page, so that all that it repeats is bounded. */
export interface CellSpreader<Content> {
  /**
   * Repeats each cell in all columns and rows that it covers. A cell is not repeated if it is alone in its row, as a label of the
   * rows below it, or if it holds prose. Columns in which no cell begins are left out.
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
 * @param empty what stands where no cell is
 * @param sizeOf the length of a content in UTF-16 units
 * @param length of the page in UTF-16 units: no more than twenty times as much is repeated
 */
export function createCellSpreader<Content>(
  empty: Content,
  sizeOf: (content: Content) => number,
  length = MOST_REPEATED,
): CellSpreader<Content> {
  let left = Math.min(MOST_REPEATED, 20 * length);
  /** Once all is spent, cells cover only their own place. */
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
