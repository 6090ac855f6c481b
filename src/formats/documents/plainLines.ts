/** The lines of a plain text, and what a line by itself shows. */
import type { Span } from '../../core/base/text';
import { isDatum } from './blocks';

/** A line without its indentation and what ends it. */
export interface Line extends Span {
  readonly text: string;
  readonly indent: number;
  /** It begins with an ideographic space, as a paragraph of Chinese or Japanese does. */
  readonly opens: boolean;
  /** It goes on with the line before it: the page turns within a sentence. */
  readonly goesOn: boolean;
  /** Null in a text without pages. */
  readonly page: number | null;
  /** Lines of one chunk have no empty line between them. */
  readonly chunk: number;
}

/**
 * The lines that hold something. A form feed parts pages, as `pdftotext` writes it. Behind a space in a line
 * whose sentence is not at its end, it parts no paragraph.
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

/** How wide a line looks: characters of Chinese and Japanese take two columns. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x2e80 && text.charCodeAt(i) <= 0xffe6) width++;
  return width;
}

/** `-----`, `+----+----+`, `|:---|---:|`: draws a table and says nothing. */
export function isRule(text: string): boolean {
  return /^[-=+|:_─━═┼│ \t]{3,}$/.test(text);
}

const BARS = /[|│]/;
/** Tabs, runs of spaces that do not part sentences, or leaders: `Output ...... 12`. */
const COLUMNS = /\t+|(?<![.!?:;,。，：；]) {2,}|\u3000{2,}|(?:\.[ \t]?){4,}/;

/** The cells of a line of columns: parted by bars, tabs or runs of spaces. A line of prose is one cell. */
export function cellsOf(text: string): string[] {
  const bars = BARS.test(text);
  const cells = text.split(bars ? BARS : COLUMNS).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '');
}

/**
 * What a line is to a table: a row of `data`, a row that may be its `header`, a `label` that may stand alone in a row,
 * or `prose`.
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

/** How long the mark is that begins a list item; 0 where none does. */
export function bulletLength(text: string): number {
  return (BULLET.exec(text) ?? CJK_BULLET.exec(text))?.[0].length ?? 0;
}

/** The search for one takes as long as the square of what it looks at. */
const LONGEST_PAGE_NUMBER = 80;

/** `12`, `- 12 -`, `Page 12 of 30`, `第12页`: at the edge of a page it is not part of its text. */
export function isPageNumber(text: string): boolean {
  if (text.length > LONGEST_PAGE_NUMBER) return false;
  return /^[-–—\s|]*(?:page|seite|p\.|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[页頁]?(?:\s*(?:of|\/|von|共)\s*\d{1,4}\s*[页頁]?)?[-–—\s|]*$/i.test(
    text,
  );
}
