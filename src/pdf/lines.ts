/** Turns the segments of a column into lines. */
import { rowsOf, type Segment } from './segments';

/** A line of a column; in a table, a row, with tabs between its cells. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
  readonly isRow: boolean;
}

/** Returns the lines of a column, from top to bottom. */
export function linesOf(segments: readonly Segment[]): Line[] {
  const rows = rowsOf(segments);
  // Most lines of a justified column end at its edge.
  const ends = rows.map((row) => row.at(-1)?.right ?? 0).sort((a, b) => a - b);
  const end = ends[Math.floor(0.6 * ends.length)] ?? 0;
  return rows.flatMap((row, i) => {
    const isAmongText = [rows[i - 1], rows[i + 1]].every((other) => other?.length === 1);
    return lineOf(row, isJustified(row, end, isAmongText) ? ' ' : '\t');
  });
}

/**
 * True if a line was only spread over the width of its column: single words with equal gaps between them. A number among them
 * may be a cell, and two words may be two cells, unless the lines above and below are text.
 */
function isJustified(row: readonly Segment[], end: number, isAmongText: boolean): boolean {
  if (!isAmongText && (row.length < 3 || row.some(({ text }) => !/\p{L}/u.test(text)))) return false;
  const gaps = row.slice(1).map(({ left }, i) => left - (row[i]?.right ?? left));
  const isEven = Math.max(...gaps) <= 1.2 * Math.min(...gaps) + 1;
  return isEven && (row.at(-1)?.right ?? 0) > end - 3 && row.every(({ text }) => !/\S\s+\S/.test(text));
}

/** Space between characters of Chinese and Japanese, by which their lines are spread. It parts no words. */
const SPREAD = /(?<=[\u2E80-\u9FFF\uFF01-\uFF60]) (?=[\u2E80-\u9FFF\uFF01-\uFF60])/g;

/** A number of a table with its signs, a year, or a sign for no number. */
const DATUM = /^(?:[(+−–-]?[$€£¥]?\d[\d.,]*%?\)?|n\/?a|[–—-])$/i;

/**
 * Returns the cells in a text. Numbers with spaces between them are cells of a row, though the parser joins neighbours. Groups
 * of three digits are one number.
 */
function cellsIn(text: string, isRow: boolean): string[] {
  const words = text.split(' ');
  const areCells =
    isRow && words.every((word) => DATUM.test(word)) && !words.slice(1).some((word) => /^\d{3}$/.test(word));
  return areCells ? words : [text];
}

/** @param between text between its cells */
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
