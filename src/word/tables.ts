/** Tables: as wide as the text, each column by what it holds. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { LINE, SHADE } from './colours';
import { inlineOf, run } from './inline';
import { type Element, elementsBelow, elementsIn, textOf } from './page';
import { alignedIn, type Block, indentOf, type Place, TOP, type WriteBlocks } from './place';
import { sideOf, type Writing } from './writing';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const MARGINS = { top: 50, bottom: 50, left: 100, right: 100 };

/** The narrowest that a column may be, in twentieths of a point. */
const NARROWEST = 600;

/** @param writeBlocks `blocksOf`, for cells that have blocks of their own */
export function tableOf(element: Element, writing: Writing, place: Place, writeBlocks: WriteBlocks): Block[] {
  const rows = readRows(element);
  const columns = rows.reduce((most, { end }) => Math.max(most, end), 0);
  if (columns === 0) return [];
  const captions = elementsIn(element).filter(({ name }) => name === 'caption');
  const before = captions.flatMap(({ children }) => writeBlocks(children, writing, { ...place, style: 'FigureNote' }));
  if (writing.inNote) return [...before, ...rows.map(({ cells }) => rowInNote(cells, writing, place))];
  const indent = indentOf(place);
  const widths = widthsOf(rows, columns, writing.width - indent);
  const table = new Table({
    rows: rows.map((row) => rowOf(row, widths, rows.length * columns <= MOST_CELLS, writing, writeBlocks)),
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: MARGINS,
    borders: { top: RULE, bottom: RULE, insideHorizontal: RULE, left: NONE, right: NONE, insideVertical: NONE },
    ...(writing.direction === 'rtl' && { visuallyRightToLeft: true }),
  });
  return [...before, table, new Paragraph({ style: 'AfterTable', children: [] })];
}

interface Cell {
  readonly element: Element;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

interface Row {
  readonly cells: readonly Cell[];
  /** The columns that cells of the rows above reach down into. */
  readonly taken: ReadonlySet<number>;
  /** The column after its last one. */
  readonly end: number;
}

/** Reads the rows of a table. If cells span more columns than Word can show, each cell has one place. */
function readRows(table: Element): Row[] {
  const apart = rowsIn(table, false);
  const isFit = ({ cells }: Row) =>
    cells.reduce((count, { element }) => count + spanOf(element, 'colspan'), 0) <= MOST_COLUMNS;
  if (!apart.every(isFit)) return apart;
  const spanned = rowsIn(table, true);
  return spanned.every(({ end }) => end <= MOST_COLUMNS) ? spanned : apart;
}

function spanOf({ attributes }: Element, name: string): number {
  return Math.max(1, Number(attributes[name]) || 1);
}

/** The most columns of a table in Word. In a table with more, no cell spans others. */
const MOST_COLUMNS = 63;
/** The most cells of a table whose short rows are filled. In a larger table, short rows stay short. */
const MOST_CELLS = 65_536;

/**
 * Returns the rows of a table without those of nested tables, with its cells in their columns.
 *
 * @param spans true if a cell may take several places
 */
function rowsIn(table: Element, spans: boolean): Row[] {
  const found = [...elementsBelow(table, ({ name }) => name === 'td' || name === 'th' || name === 'caption')];
  const rows = found.filter(({ name }) => name === 'tr');
  /** The number of rows, from here on, that a cell above takes, by column. */
  const reach = new Map<number, number>();
  return rows.map((row, index) => {
    const taken = new Set([...reach].flatMap(([column, left]) => (left > 0 ? [column] : [])));
    for (const [column, left] of reach) reach.set(column, left - 1);
    let column = 0;
    const countOf = (element: Element, name: string) => (spans ? spanOf(element, name) : 1);
    const cells = elementsIn(row).map((element): Cell => {
      while (taken.has(column)) column++;
      const columns = countOf(element, 'colspan');
      const cell = { element, column, columns, rows: Math.min(countOf(element, 'rowspan'), rows.length - index) };
      if (cell.rows > 1) for (let i = 0; i < columns; i++) reach.set(column + i, cell.rows - 1);
      column += columns;
      return cell;
    });
    return { cells, taken, end: [...taken].reduce((end, each) => Math.max(end, each + 1), column) };
  });
}

function rowOf(
  { cells, taken, end }: Row,
  widths: readonly number[],
  isPadded: boolean,
  writing: Writing,
  write: WriteBlocks,
): TableRow {
  const isHeader = cells.length > 0 && cells.every(({ element }) => element.name === 'th');
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const children: TableCell[] = [];
  for (let column = 0; column < (isPadded ? widths.length : end); ) {
    const cell = byColumn.get(column);
    const columns = cell?.columns ?? 1;
    const size = sum(widths.slice(column, column + columns));
    if (cell || !taken.has(column))
      children.push(
        new TableCell({
          width: { size, type: WidthType.DXA },
          children: cell
            ? cellBlocks(cell.element, { ...writing, width: size }, isHeader, write)
            : [new Paragraph({ style: 'TableText', children: [] })],
          ...(columns > 1 && { columnSpan: columns }),
          ...(cell && cell.rows > 1 && { rowSpan: cell.rows }),
          ...(isHeader && { shading: { fill: SHADE } }),
        }),
      );
    column += columns;
  }
  return new TableRow({ children, cantSplit: true, ...(isHeader && { tableHeader: true }) });
}

/** Elements that a paragraph can't hold. */
const BLOCKS = new Set('p div h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr details'.split(' '));

function cellBlocks(cell: Element, writing: Writing, isHeader: boolean, write: WriteBlocks): Block[] {
  const format = isHeader ? { format: { bold: true, boldComplexScript: true } } : {};
  const blocks = elementsIn(cell).some(({ name }) => BLOCKS.has(name))
    ? write(cell.children, writing, { ...TOP, style: 'TableText', ...alignedIn(cell), ...format })
    : [];
  return blocks.length > 0 ? blocks : [cellText(cell, writing, isHeader)];
}

function cellText(cell: Element, writing: Writing, isHeader: boolean): Paragraph {
  return new Paragraph({
    style: 'TableText',
    children: inlineOf(cell.children, writing, isHeader ? { bold: true, boldComplexScript: true } : {}),
    ...alignedIn(cell),
    ...sideOf(writing.direction),
  });
}

/**
 * Gives each column the width of its longest word, and shares out the rest by the square root of its longest text. A long text gets
 * more, not all. If the words need more than there is, all columns get less.
 */
function widthsOf(rows: readonly Row[], columns: number, width: number): number[] {
  const texts = Array.from({ length: columns }, (): string[] => []);
  for (const { cells } of rows)
    for (const { element, column, columns: spanned } of cells) if (spanned === 1) texts[column]?.push(textOf(element));
  const longest = (parts: readonly string[], most: number) =>
    parts.reduce((length, part) => Math.max(length, Math.min(most, lengthOf(part))), 1);
  const least = texts.map((inColumn) => {
    const word = longest(
      inColumn.flatMap((text) => text.split(WORD_ENDS)),
      LONGEST_WORD,
    );
    return Math.max(NARROWEST, word * LETTER + MARGINS.left + MARGINS.right);
  });
  const free = width - sum(least);
  if (free < 0) return least.map((each) => Math.floor((each * width) / sum(least)));
  const weights = texts.map((inColumn) => Math.sqrt(longest(inColumn, 200) + 4));
  return least.map((each, index) => each + Math.floor((free * (weights[index] ?? 0)) / sum(weights)));
}

/** Places at which a line may end: a space, or beside a Chinese character. */
const WORD_ENDS = /\s+|(?<=[\u2e80-\uffff])|(?=[\u2e80-\uffff])/;
/** Width of a bold letter, in twentieths of a point. */
const LETTER = 125;
/** Longest word, in letters, that a column is made wide enough for. An address may break. */
const LONGEST_WORD = 20;

/** Returns the length of a text in letters. A Chinese character is as wide as two letters. */
function lengthOf(text: string): number {
  return [...text].reduce((length, character) => length + (character > '\u2e7f' ? 2 : 1), 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Writes a row as a paragraph: a note in Word can't hold a table. */
function rowInNote(cells: readonly Cell[], writing: Writing, place: Place): Paragraph {
  const parts = cells.flatMap(({ element }, index) => [
    ...(index > 0 ? [run(' | ')] : []),
    ...inlineOf(element.children, writing),
  ]);
  return new Paragraph({ ...(place.style !== undefined && { style: place.style }), children: parts });
}
