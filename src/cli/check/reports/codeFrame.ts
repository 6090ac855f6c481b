import type { LineIndex, Span } from '../../../core';
import { widthOf } from '../../../core/base/width';
import { escapeControls } from '../../io/terminal';

/** A line of source text and the marks below a span. */
export interface CodeFrame {
  /** Counted from one, as editors show it. */
  readonly lineNumber: number;
  readonly source: string;
  /** Spaces and carets, as wide as the characters above them. */
  readonly marks: string;
}

const TAB = 4;
/** Most UTF-16 units of a line to look at on each side, so that a line of megabytes costs no more than any other. */
const MAX_UNITS = 400;
const MARGIN = 24;

/**
 * Shows the first line of `span`. Tabs are drawn as spaces, and controls as escapes. A long line is cut to the part around the
 * span, with `…` for the rest.
 *
 * @param columns the width of the source, in columns of a terminal
 */
export function codeFrame(text: string, lines: LineIndex, span: Span, columns: number): CodeFrame {
  const line = lines.lineAt(span.start);
  const lineStart = lines.startOf(line);
  const lineEnd = lines.endOf(line);
  const end = Math.max(span.start, Math.min(span.end, lineEnd));
  const from = wholeCharacter(text, Math.max(lineStart, span.start - MAX_UNITS), lineStart);
  const cells = cellsOf(text.slice(from, Math.min(lineEnd, from + 2 * MAX_UNITS)), from);
  const window = windowOf(cells, span.start, columns, from > lineStart);
  let source = window.cutLeft ? '…' : '';
  let marks = window.cutLeft ? ' ' : '';
  for (const cell of window.cells) {
    source += cell.shown;
    const isMeant = cell.at >= span.start && (cell.at < end || cell.at === span.start);
    marks += (isMeant ? '^' : ' ').repeat(cell.width);
  }
  const last = window.cells.at(-1);
  if (last && last.at + last.units < lineEnd) source += '…';
  // A span at the end of a line has no character there to stand under.
  if (!marks.includes('^')) marks += '^';
  return { lineNumber: line + 1, source: source.trimEnd(), marks: marks.trimEnd() };
}

interface Cell {
  readonly at: number;
  readonly units: number;
  readonly shown: string;
  readonly width: number;
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  let column = 0;
  for (const char of text) {
    const shown = char === '\t' ? ' '.repeat(TAB - (column % TAB)) : escapeControls(char);
    const width = shown === char ? widthOf(char) : shown.length;
    cells.push({ at, units: char.length, shown, width });
    at += char.length;
    column += width;
  }
  return cells;
}

/** Returns the cells to show: all, or those around `start` that fit into the columns. */
function windowOf(cells: readonly Cell[], start: number, columns: number, cutBefore: boolean) {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (total <= columns && !cutBefore) return { cells, cutLeft: false };
  let first = cells.findIndex(({ at, units }) => at + units > start);
  if (first === -1) first = cells.length;
  for (let room = MARGIN; first > 0 && room > 0; first--) room -= cells[first - 1]?.width ?? 0;
  if (!cutBefore && widthBefore(cells, first) <= 1) first = 0;
  const room = columns - (first > 0 || cutBefore ? 2 : 1);
  let last = first;
  for (let used = 0; last < cells.length; last++) {
    used += cells[last]?.width ?? 0;
    if (used > room) break;
  }
  return { cells: cells.slice(first, last), cutLeft: first > 0 || cutBefore };
}

function widthBefore(cells: readonly Cell[], end: number): number {
  return cells.slice(0, end).reduce((sum, { width }) => sum + width, 0);
}

/** Moves an offset off the second half of a surrogate pair. */
function wholeCharacter(text: string, at: number, least: number): number {
  const code = text.charCodeAt(at);
  return at > least && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
