/** Pieces of text to lines in reading order, column by column. */
import type { Piece } from './extracted';

/** Text without a gap that is wider than those between words. */
export interface Segment {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
}

/** A line of a column; of a table, a row, whose cells tabs part. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
  readonly isRow: boolean;
}

/** What is read as one after the other: a column, or what stands across columns. */
export interface Column {
  readonly lines: readonly Line[];
}

/** In sizes of the letters. */
const WORD_GAP = 0.13;
const WIDEST_GAP = 1;
const SAME_LINE = 0.25;

/** The columns of a page in the order in which they are read. */
export function columnsOf(pieces: readonly Piece[]): Column[] {
  return inOrder(joinedAcross(segmentsOf(pieces))).map((segments) => ({ lines: linesOf(segments) }));
}

/** Joins pieces that follow each other in the document and on the page. */
function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (!last || !(goesOn(last, piece) || raised(last, piece))) segments.push({ ...piece });
  }
  return segments;
}

/** Takes a piece into a segment that it goes on with; false where it does not. */
function goesOn(segment: Segment, piece: Piece | Segment): boolean {
  const size = Math.max(segment.size, piece.size);
  const gap = piece.left - segment.right;
  const isOnLine = Math.abs(piece.base - segment.base) <= SAME_LINE * size && piece.size > 0.6 * segment.size;
  if (!isOnLine || gap > WIDEST_GAP * size || gap < -0.5 * size || piece.left < segment.left) return false;
  const isParted = gap > WORD_GAP * size && !/\s$/.test(segment.text) && !/^\s/.test(piece.text);
  segment.text += `${isParted ? ' ' : ''}${piece.text}`;
  segment.right = Math.max(segment.right, piece.right);
  return true;
}

/** Takes a small mark above or below the line: a raised number must not become a part of the number before it. */
function raised(segment: Segment, piece: Piece): boolean {
  const gap = piece.left - segment.right;
  const height = segment.base - piece.base;
  const isSmall = piece.size < 0.85 * segment.size && Math.abs(gap) < 0.5 * segment.size;
  if (!isSmall || height > 0.8 * segment.size || height < -0.4 * segment.size) return false;
  const text = height > 0.1 * segment.size ? piece.text.replace(/[\d+-]/g, (sign) => RAISED[sign] ?? sign) : piece.text;
  segment.text += text;
  segment.right = Math.max(segment.right, piece.right);
  return true;
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
};

/** Joins what stands side by side though the document has it in other places. */
function joinedAcross(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const beside = joined
      .slice(-8)
      .reverse()
      .find((other) => goesOn(other, segment));
    if (!beside) joined.push(segment);
  }
  return joined;
}

/** Fewer lines beside each other are no columns. */
const LEAST_LINES = 4;

/** Cuts a page into columns: what crosses the space between two is read before what is below it. */
function inOrder(segments: readonly Segment[]): Segment[][] {
  const at = gutterOf(segments);
  if (at === null) return segments.length > 0 ? [[...segments]] : [];
  const blocks: Segment[][] = [];
  let [left, right, across]: [Segment[], Segment[], Segment[]] = [[], [], []];
  const flushColumns = () => {
    blocks.push(...inOrder(left), ...inOrder(right));
    left = [];
    right = [];
  };
  const flushAcross = () => {
    if (across.length > 0) blocks.push(across);
    across = [];
  };
  for (const segment of segments) {
    if (segment.right <= at || segment.left >= at) {
      flushAcross();
      (segment.right <= at ? left : right).push(segment);
    } else {
      flushColumns();
      across.push(segment);
    }
  }
  flushColumns();
  flushAcross();
  return blocks;
}

/** Where the right one of two columns of prose begins; null where there are none. */
function gutterOf(segments: readonly Segment[]): number | null {
  let best: { readonly at: number; readonly lines: number } | null = null;
  for (const at of commonLefts(segments)) {
    const left = segments.filter(({ right }) => right <= at);
    const right = segments.filter((segment) => segment.left >= at);
    const lines = Math.min(left.length, right.length);
    if (lines < LEAST_LINES || lines <= (best?.lines ?? 0)) continue;
    if (areBeside(left, right) && isProse(left, at) && isProse(right, Math.max(...right.map((one) => one.right))))
      best = { at, lines };
  }
  return best?.at ?? null;
}

/** Where several segments begin, in points. */
function commonLefts(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) counts.set(Math.floor(left), (counts.get(Math.floor(left)) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= LEAST_LINES);
  return common
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([left]) => left - 1);
}

function areBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.max(left[0]?.base ?? 0, right[0]?.base ?? 0);
  const end = Math.min(left.at(-1)?.base ?? 0, right.at(-1)?.base ?? 0);
  const within = (column: readonly Segment[]) => column.filter(({ base }) => base >= top - 2 && base <= end + 2).length;
  return within(left) >= LEAST_LINES - 1 && within(right) >= LEAST_LINES - 1;
}

/** Whether most of a column's lines are full and have words in them, as the cells of a table have not. */
function isProse(column: readonly Segment[], end: number): boolean {
  const start = Math.min(...column.map(({ left }) => left));
  const rows = rowsOf(column);
  const full = rows.filter((row) => {
    const text = row.map((segment) => segment.text).join(' ');
    const width = Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ left }) => left));
    return width > 0.55 * (end - start) && text.length >= 14 && /\p{L}{2}/u.test(text);
  });
  return rows.length >= LEAST_LINES && full.length >= 0.5 * rows.length;
}

function linesOf(segments: readonly Segment[]): Line[] {
  const rows = rowsOf(segments);
  // Most lines of a justified column end at its edge.
  const ends = rows.map((row) => row.at(-1)?.right ?? 0).sort((a, b) => a - b);
  const end = ends[Math.floor(0.6 * ends.length)] ?? 0;
  return rows.flatMap((row, i) => {
    const isAmongText = [rows[i - 1], rows[i + 1]].every((other) => other?.length === 1);
    return lineOf(row, isJustified(row, end, isAmongText) ? ' ' : '\t');
  });
}

/** What stands on one line, from left to right. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const first = rows.at(-1)?.[0];
    const isBeside = first && Math.abs(segment.base - first.base) <= 0.4 * Math.min(segment.size, first.size);
    if (isBeside) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/**
 * Whether a line was only spread over the width of its column: single words with the same space between all of them. A
 * number among them may be a cell, unless the lines above and below are text.
 */
function isJustified(row: readonly Segment[], end: number, isAmongText: boolean): boolean {
  if (!isAmongText && row.some(({ text }) => !/\p{L}/u.test(text))) return false;
  const gaps = row.slice(1).map(({ left }, i) => left - (row[i]?.right ?? left));
  const isEven = Math.max(...gaps) <= 1.2 * Math.min(...gaps) + 1;
  return isEven && (row.at(-1)?.right ?? 0) > end - 3 && row.every(({ text }) => !/\S\s+\S/.test(text));
}

/** Lines of Chinese and Japanese are spread by space between characters, which is none between words. */
const SPREAD = /(?<=[\u2E80-\u9FFF\uFF01-\uFF60]) (?=[\u2E80-\u9FFF\uFF01-\uFF60])/g;

/** A number of a table with its signs, a year, or what stands for none. */
const DATUM = /^(?:[(+−–-]?[$€£¥]?\d[\d.,]*%?\)?|n\/?a|[–—-])$/i;

/**
 * Numbers with spaces between them are cells of a row, though the parser joins what is not far apart. Groups of three digits
 * are one number.
 */
function cellsIn(text: string, isRow: boolean): string[] {
  const words = text.split(' ');
  const areCells =
    isRow && words.every((word) => DATUM.test(word)) && !words.slice(1).some((word) => /^\d{3}$/.test(word));
  return areCells ? words : [text];
}

/** @param between what stands between its cells */
function lineOf(row: readonly Segment[], between: string): Line[] {
  const [first] = row;
  if (!first) return [];
  const largest = row.reduce((most, segment) => (segment.text.length > most.text.length ? segment : most), first);
  const cells = row.flatMap(({ text }) => cellsIn(text.replace(/ +/g, ' ').replace(SPREAD, '').trim(), row.length > 1));
  const text = cells.filter((cell) => cell !== '').join(between);
  const right = Math.max(...row.map((segment) => segment.right));
  // The mark of a list item stands apart from its text.
  const isItem = row.length === 2 && /^(?:[•▪●○■□◦‣·–—-]|\(?(?:\d{1,2}|[a-z])[.)])$/i.test(cells[0] ?? '');
  const { base, size, font } = largest;
  return text === ''
    ? []
    : [
        {
          text: isItem ? text.replace('\t', ' ') : text,
          left: first.left,
          right,
          base,
          size,
          font,
          isRow: !isItem && text.includes('\t'),
        },
      ];
}
