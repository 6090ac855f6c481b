import type { Span } from '../../base/text';

/** A line of YAML, told apart by its first visible character. */
export interface Line extends Span {
  /** The offset after its line break. */
  readonly next: number;
  /** Number of spaces and tabs that it starts with. */
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'text';
  /** True if the lines after it that are indented more are a block of text. */
  readonly opens?: boolean;
}

/** The name of a key as written, where it stands, and where its value would start. */
export interface KeyText {
  readonly name: string;
  readonly span: Span;
  readonly valueAt: number;
}

const BLOCK_SCALAR = /(?:^|:|-)[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;
const SPECIAL_START = /[\s\-?:,[\]{}#&*!|>%@`]/;
/** The most characters of a key. */
const LONGEST_KEY = 200;

/**
 * Cuts `span` of `text` into lines (LF, CRLF or a lone CR). What looks like a comment inside a block of text (after `|` or `>`)
 * is text.
 */
export function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  // Lines that are indented more than the opening line of a text block belong to it.
  let opened: number | null = null;
  for (let at = span.start; at < span.end; ) {
    const line = lineOf(text, lineAt(text, at, span.end), opened);
    at = line.next;
    opened = openedAfter(opened, line);
    lines.push(line);
  }
  return lines;
}

function lineOf(text: string, line: Line, opened: number | null): Line {
  if (line.kind === 'blank') return line;
  if (opened !== null && line.indent > opened) return { ...line, kind: 'text' };
  const opens = line.kind === 'text' && BLOCK_SCALAR.test(text.slice(line.start, line.end));
  return opens ? { ...line, opens } : line;
}

/** Returns the number of columns before the line whose block of text may go on after a line; null if no block may. */
function openedAfter(opened: number | null, line: Line): number | null {
  if (line.kind === 'blank') return opened;
  if (opened !== null && line.indent > opened) return opened;
  return line.opens ? line.indent : null;
}

/** The line of `text` that starts at `start`; it ends at `limit` at the latest. */
export function lineAt(text: string, start: number, limit: number): Line {
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  let next = end;
  if (next < limit) next += text.charCodeAt(end) === 13 && end + 1 < limit && text.charCodeAt(end + 1) === 10 ? 2 : 1;
  let first = start;
  while (first < end && (text[first] === ' ' || text[first] === '\t')) first++;
  const kind = first === end ? 'blank' : text[first] === '#' ? 'comment' : 'text';
  return { start, end, next, indent: first - start, kind };
}

/** The key that starts at `at` (`title: …`, `"title": …`), or null where none does before `end`, the line's end. */
export function keyAt(text: string, at: number, end: number): KeyText | null {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    if (close < 0 || close >= end || close - at > LONGEST_KEY) return null;
    let colon = close + 1;
    while (text[colon] === ' ') colon++;
    if (!isKeyColon(text, colon, end)) return null;
    return keyText(text, { start: at + 1, end: close }, colon, end);
  }
  if (at >= end || SPECIAL_START.test(text[at] ?? ' ')) return null;
  const last = Math.min(end, at + LONGEST_KEY);
  for (let i = at; i < last; i++) {
    if (isKeyColon(text, i, end)) {
      const name = text.slice(at, i).trimEnd();
      return keyText(text, { start: at, end: at + name.length }, i, end);
    }
    if (text[i] === '#' && /\s/.test(text[i - 1] ?? '')) return null;
  }
  return null;
}

/** True if a line has an entry's `-` as its first visible character. */
export function isDash(text: string, line: Line): boolean {
  const at = line.start + line.indent;
  return text[at] === '-' && (at + 1 >= line.end || text[at + 1] === ' ' || text[at + 1] === '\t');
}

/** The end of what stands on a line from `at` on, without white space and a ` # comment` at its end. */
export function endOfValue(text: string, at: number, end: number): number {
  let stop = end;
  for (let i = at; i < end; i++) {
    if (text[i] === '#' && (i === at || text[i - 1] === ' ' || text[i - 1] === '\t')) {
      stop = i;
      break;
    }
  }
  while (stop > at && (text[stop - 1] === ' ' || text[stop - 1] === '\t')) stop--;
  return stop;
}

function isKeyColon(text: string, at: number, end: number): boolean {
  return text[at] === ':' && at < end && (at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\t');
}

function keyText(text: string, span: Span, colon: number, end: number): KeyText {
  let valueAt = colon + 1;
  while (valueAt < end && (text[valueAt] === ' ' || text[valueAt] === '\t')) valueAt++;
  return { name: text.slice(span.start, span.end), span, valueAt };
}
