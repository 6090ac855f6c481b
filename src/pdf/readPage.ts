/** Reads the pieces of text of a page, upright and clean. */
import type { Page, Piece } from './extracted';

/** A piece of text as the parser gives it. Items that only mark the structure have no `str`. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Matrix from the document's units to points from the upper left corner. */
  readonly transform: readonly number[];
}

/** A piece before it is turned: its direction in quarters of a circle, clockwise, and its place. */
interface Placed extends Omit<Item, 'transform'> {
  readonly quarter: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Reads the items of a page. Text in another direction than most of it is a stamp in the margin, and left out. */
export function readPage(items: readonly object[], { width, height, transform }: Viewport): Page {
  const placed = items.flatMap((item) => (isItem(item) ? place(item, transform) : []));
  const letters = [0, 0, 0, 0];
  for (const { quarter, str } of placed) letters[quarter] = (letters[quarter] ?? 0) + str.trim().length;
  const turn = letters.indexOf(Math.max(...letters));
  const isTurned = turn % 2 === 1;
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    pieces: placed.flatMap((one) => (one.quarter === turn ? pieceOf(one, width, height) : [])),
  };
}

function isItem(item: object): item is Item {
  return 'str' in item && typeof item.str === 'string' && 'transform' in item && Array.isArray(item.transform);
}

function place({ str, width, fontName, transform: own }: Item, page: readonly number[]): Placed[] {
  const at = (matrix: readonly number[], index: number) => matrix[index] ?? 0;
  const times = (row: 0 | 1, x: number, y: number) => at(page, row) * x + at(page, row + 2) * y;
  const [right, up] = [
    [times(0, at(own, 0), at(own, 1)), times(1, at(own, 0), at(own, 1))],
    [times(0, at(own, 2), at(own, 3)), times(1, at(own, 2), at(own, 3))],
  ];
  const x = times(0, at(own, 4), at(own, 5)) + at(page, 4);
  const y = times(1, at(own, 4), at(own, 5)) + at(page, 5);
  const size = Math.hypot(up[0] ?? 0, up[1] ?? 0);
  const quarter = (Math.round(Math.atan2(right[1] ?? 0, right[0] ?? 0) / (Math.PI / 2)) + 4) % 4;
  const isPlaced = [x, y, size, width].every(Number.isFinite) && size > 0.5;
  return isPlaced ? [{ str, width: Math.abs(width), fontName, quarter, x, y, size }] : [];
}

/** Turns a piece upright: a letter that is read later on its line has the larger `left`, whatever way the page lies. */
function pieceOf(
  { str, width, fontName, quarter, x, y, size }: Placed,
  pageWidth: number,
  pageHeight: number,
): Piece[] {
  const text = cleanText(str);
  if (text.trim() === '') return [];
  const places: readonly (readonly [number, number])[] = [
    [x, y],
    [y, pageWidth - x],
    [pageWidth - x, pageHeight - y],
    [pageHeight - y, x],
  ];
  const [left, base] = places[quarter] ?? [x, y];
  // Spaces at the end take up room but aren't seen.
  const seen = width * (text.trimEnd().length / text.length);
  return [{ text, left, right: left + seen, base, size, font: fontName }];
}

/** Cleans a text: ligatures become letters, radicals become characters, and signs that can't be seen are removed. */
function cleanText(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06\u2E80-\u2FDF\uF900-\uFAFF]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\uF0B7\uF0A7\uF06C\uF06E]/g, '•')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uE000-\uF8FF]/gu, '');
}
