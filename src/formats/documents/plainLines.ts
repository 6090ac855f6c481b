/** Cuts a plain text into lines, and tells what a line shows by itself. */
import type { Span } from '../../core/base/text';
import { isDatum } from './blocks';

/** A line without its indentation and its end. */
export interface Line extends Span {
  readonly text: string;
  readonly indent: number;
  /** True if it begins with an ideographic space, as a paragraph of Chinese or Japanese does. */
  readonly opens: boolean;
  /** True if it goes on with the line before it: the page turns within a sentence. */
  readonly goesOn: boolean;
  /** Null in a text without pages. */
  readonly page: number | null;
  /** Lines of one chunk have no empty line between them. */
  readonly chunk: number;
}

/**
 * Returns the lines that aren't empty. A form feed separates pages, as `pdftotext` writes it. After a space in a line whose
 * sentence isn't at its end, it doesn't end the paragraph.
 */
export function linesOf(document: string, { start, end }: Span): Line[] {
  const lines: Line[] = [];
  const part = document.slice(start, end);
  const paged = part.includes('\f');
  let page = 1;
  let chunk = 0;
  let goesOn = false;
  for (const { 0: raw, index } of part.matchAll(/[^\r\n\f]*(?:\r\n|[\r\n\f]|$)/g)) {
    const text = raw.trim();
    if (text === '') chunk++;
    else {
      const indent = raw.length - raw.trimStart().length;
      const from = start + index + indent;
      const opens = /^[ \t]*\u3000/.test(raw);
      const end = from + text.length;
      lines.push({ text, indent, opens, goesOn, start: from, end, page: paged ? page : null, chunk });
    }
    const turns = raw.endsWith('\f');
    goesOn = turns && text !== '' && raw.endsWith(' \f') && !/[.!?:;。！？：；]["”’)）」』]?$/.test(text);
    if (!turns) continue;
    page++;
    if (!goesOn) chunk++;
  }
  return lines;
}

/** Returns the width of a line in columns: characters of Chinese and Japanese take two. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x2e80 && text.charCodeAt(i) <= 0xffe6) width++;
  return width;
}

/** True if a line only draws a table: `-----`, `+----+----+`, `|:---|---:|`. */
export function isRule(text: string): boolean {
  return /^[-=+|:_─━═┼│ \t]{3,}$/.test(text);
}

const BARS = /[|│]/;
/** Tabs, runs of spaces that don't follow a sentence or clause, or leaders: `Output ...... 12`. */
const COLUMNS = /\t+|(?<![.!?:;,。，：；]) {2,}|\u3000{2,}|(?:\.[ \t]?){4,}/;

/** Returns the cells of a line of columns: separated by bars, tabs or runs of spaces. A line of prose is one cell. */
export function cellsOf(text: string): string[] {
  const bars = BARS.test(text);
  const cells = text.split(bars ? BARS : COLUMNS).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '');
}

/**
 * Tells the kind of a line in a table: a row of `data`, a possible `header`, a `label` that may be alone in a row, or `prose`.
 */
export function rowKind(text: string): 'data' | 'header' | 'label' | 'prose' {
  const cells = cellsOf(text);
  if (cells.length > 1) {
    if (/[|│].*[|│]|^[|│]/.test(text) || cells.slice(1).some(isDatum)) return 'data';
    if (cells.every((cell) => widthOf(cell) <= 40)) return 'header';
  }
  return widthOf(text) <= 60 && !/[.!?。！？,，;；]$/.test(text) ? 'label' : 'prose';
}

const BULLET = /^(?:[-–—*•‣▪●○◦·■□➢]|\d{1,2}\.|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\))[ \t\u3000]+(?=\S)/i;
const CJK_BULLET =
  /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}、)[ \u3000]*(?=\S)/;

/** Returns the length of the mark that begins a list item, with the white space after it; 0 if there is none. */
export function bulletLength(text: string): number {
  return (BULLET.exec(text) ?? CJK_BULLET.exec(text))?.[0].length ?? 0;
}

/** Longest line that may be a page number. The time of the search grows with the square of its length. */
const LONGEST_PAGE_NUMBER = 80;

/** True for `12`, `- 12 -`, `Page 12 of 30`, `第12页`: at the edge of a page, these aren't part of its text. */
export function isPageNumber(text: string): boolean {
  if (text.length > LONGEST_PAGE_NUMBER) return false;
  return /^[-–—\s|]*(?:page|seite|p\.|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[页頁]?(?:\s*(?:of|\/|von|共)\s*\d{1,4}\s*[页頁]?)?[-–—\s|]*$/i.test(
    text,
  );
}
