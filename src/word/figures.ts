/** Figures with their captions, and the tiles of key numbers. */
import {
  Bookmark,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { LINE } from './colours';
import { field, inlineOf, run } from './inline';
import { isChip } from './notes';
import { type Element, elementsBelow, elementsIn, findIn, hasClass, isElement, textOf } from './page';
import { drawingRun } from './pictures';
import { type Block, TOP, type WriteBlocks } from './place';
import { writeDrawing } from './svg';
import { numberOf, sideOf, TWIPS_IN_PIXEL, type Writing } from './writing';

/**
 * A figure: its caption, which stays with what is shown, that, and the note below it.
 *
 * @param write writes the blocks of the figure
 */
export function figureOf(figure: Element, writing: Writing, write: WriteBlocks): Block[] {
  const note = figure.children.find((child) => hasClass(child, 'figure-note'));
  return elementsIn(figure).flatMap((part): Block[] => {
    if (part.name === 'figcaption') return [captionOf(part, figure, writing)];
    if (part === note) return write([noteOf(part, writing)], writing, TOP);
    if (hasClass(part, 'chart')) return [chartOf(part, writing, note !== undefined)];
    return write([part], writing, { ...TOP, keepNext: note !== undefined });
  });
}

/** A mark of a note that stood alone would hardly be seen: a word goes before it. */
function noteOf(note: Element, { sources }: Writing): Element {
  const isAlone = note.children.every((child) => isElement(child) && isChip(child));
  return isAlone && sources !== '' ? { ...note, children: [`${sources}: `, ...note.children] } : note;
}

/** Its number is a field, so that Word counts on where a figure is added, and lists it in a table of figures. */
function captionOf(caption: Element, figure: Element, writing: Writing): Paragraph {
  const name = findIn(caption, (element) => hasClass(element, 'figure-name'));
  const title = findIn(caption, (element) => hasClass(element, 'figure-title'));
  const number = numberOf(name);
  const bookmark = writing.bookmarks.get(`#${figure.attributes['id']}`);
  const label: ParagraphChild[] =
    number === null ? [] : [run(number.word), field('SEQ Figure \\* ARABIC', run(number.number))];
  const words = title ? inlineOf(title.children, writing, { bold: false, boldComplexScript: false }) : [];
  const children = label.length > 0 && words.length > 0 ? [run('  ', {}), ...words] : words;
  const marked =
    bookmark === undefined || label.length === 0 ? label : [new Bookmark({ id: bookmark, children: label })];
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    ...sideOf(writing.direction),
    children: [...marked, ...children],
  });
}

function chartOf(chart: Element, writing: Writing, keepNext: boolean): Paragraph {
  const svg = findIn(chart, ({ name }) => name === 'svg');
  const drawing = svg && writeDrawing(svg);
  const words = svg?.attributes['aria-label'] ?? '';
  const most = writing.width / TWIPS_IN_PIXEL;
  const shown = drawing ? drawingRun(drawing, { most, words }) : run(svg ? words : textOf(chart));
  return new Paragraph({ style: 'Picture', keepNext, children: [shown] });
}

const MOST_IN_ROW = 4;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE };

/** Key numbers next to each other, in rows as even as can be. */
export function tilesOf(list: Element, writing: Writing): Block[] {
  const tiles = [...elementsBelow(list)].filter((element) => hasClass(element, 'tile'));
  if (tiles.length === 0) return [];
  const rows = Math.ceil(tiles.length / MOST_IN_ROW);
  const columns = Math.ceil(tiles.length / rows);
  const size = Math.floor(writing.width / Math.max(2, columns));
  const cells = (row: number) =>
    Array.from({ length: columns }, (_, column) => {
      const tile = tiles[row * columns + column];
      const width = { size, type: WidthType.DXA };
      return new TableCell({ width, children: tile ? tileOf(tile, writing) : [new Paragraph({ children: [] })] });
    });
  const table = new Table({
    rows: Array.from({ length: rows }, (_, row) => new TableRow({ cantSplit: true, children: cells(row) })),
    columnWidths: Array.from({ length: columns }, () => size),
    width: { size: size * columns, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 120, bottom: 120, left: 140, right: 140 },
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    ...(writing.direction === 'rtl' && { visuallyRightToLeft: true }),
  });
  return [table, new Paragraph({ style: 'AfterTable', children: [] })];
}

const LINES = [
  ['tile-value', 'TileValue'],
  ['tile-label', 'TileLabel'],
  ['tile-note', 'TileNote'],
] as const;

function tileOf(tile: Element, writing: Writing): Paragraph[] {
  const bookmark = writing.bookmarks.get(`#${tile.attributes['id']}`);
  return LINES.flatMap(([name, style], index) => {
    const line = findIn(tile, (element) => hasClass(element, name));
    if (!line) return [];
    const children = inlineOf(line.children, writing);
    const marked = index === 0 && bookmark !== undefined ? [new Bookmark({ id: bookmark, children })] : children;
    return [new Paragraph({ style, children: marked, ...sideOf(writing.direction) })];
  });
}
