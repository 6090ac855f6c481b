/** Tables: as wide as the text, each column by what it holds. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { LINE, SHADE } from './colours';
import { inlineOf, run } from './inline';
import { type Element, elementsBelow, elementsIn, hasClass, isElement, textOf } from './page';
import { type Block, indentOf, type Place } from './place';
import { sideOf, type Writing } from './writing';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const MARGINS = { top: 50, bottom: 50, left: 100, right: 100 };

/** The narrowest that a column may be, in twentieths of a point. */
const NARROWEST = 600;

export function tableOf(element: Element, writing: Writing, place: Place): Block[] {
  const rows = [...elementsBelow(element)].filter(({ name }) => name === 'tr').map((row) => elementsIn(row));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  if (writing.inNote) return rows.map((row) => rowInNote(row, writing, place));
  const indent = indentOf(place);
  const widths = widthsOf(rows, columns, writing.width - indent);
  const table = new Table({
    rows: rows.map((cells) => rowOf(cells, widths, writing)),
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: MARGINS,
    borders: { top: RULE, bottom: RULE, insideHorizontal: RULE, left: NONE, right: NONE, insideVertical: NONE },
    ...(writing.direction === 'rtl' && { visuallyRightToLeft: true }),
  });
  return [table, new Paragraph({ style: 'AfterTable', children: [] })];
}

function rowOf(cells: readonly Element[], widths: readonly number[], writing: Writing): TableRow {
  const isHeader = cells.length > 0 && cells.every(({ name }) => name === 'th');
  const children = widths.map((size, index) => {
    const cell = cells[index];
    return new TableCell({
      width: { size, type: WidthType.DXA },
      children: [cell ? cellText(cell, writing, isHeader) : new Paragraph({ style: 'TableText', children: [] })],
      ...(isHeader && { shading: { fill: SHADE } }),
    });
  });
  return new TableRow({ children, cantSplit: true, ...(isHeader && { tableHeader: true }) });
}

function cellText(cell: Element, writing: Writing, isHeader: boolean): Paragraph {
  return new Paragraph({
    style: 'TableText',
    children: inlineOf(cell.children, writing, isHeader ? { bold: true, boldComplexScript: true } : {}),
    ...alignmentOf(cell),
    ...sideOf(writing.direction),
  });
}

function alignmentOf(cell: Element): Pick<IParagraphOptions, 'alignment'> {
  if (hasClass(cell, 'align-right')) return { alignment: AlignmentType.RIGHT };
  return hasClass(cell, 'align-center') ? { alignment: AlignmentType.CENTER } : {};
}

/** Shares out the width by the longest text of each column, the root of it: a long one gets more, not all. */
function widthsOf(rows: readonly (readonly Element[])[], columns: number, width: number): number[] {
  const weights = Array.from({ length: columns }, (_, index) => {
    const longest = Math.max(1, ...rows.map((row) => Math.min(200, row[index] ? lengthOf(row[index]) : 0)));
    return Math.sqrt(longest + 4);
  });
  const least = Math.min(NARROWEST, Math.floor(width / columns));
  const free = width - least * columns;
  return weights.map((weight) => least + Math.floor((free * weight) / sum(weights)));
}

/** A sign of Chinese is as wide as two letters. */
function lengthOf(cell: Element): number {
  return [...textOf(cell)].reduce((length, character) => length + (character > '\u2e7f' ? 2 : 1), 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A note of Word's holds no table. */
function rowInNote(cells: readonly Element[], writing: Writing, place: Place): Paragraph {
  const parts = cells
    .filter(isElement)
    .flatMap((cell, index) => [...(index > 0 ? [run(' | ')] : []), ...inlineOf(cell.children, writing)]);
  return new Paragraph({ ...(place.style !== undefined && { style: place.style }), children: parts });
}
