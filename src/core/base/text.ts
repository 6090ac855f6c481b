/**
 * Places in a text. Everything in the engine speaks of offsets: counts of UTF-16 code units from the start of
 * the document. Positions (line and character) exist only at the edges, where LSP and terminals want them.
 */
import { firstWhere, withStretch } from './ordered';

/** A half-open stretch of text, in UTF-16 code units: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with the place it was read from. */
export interface Field<T = string> {
  readonly value: T;
  readonly span: Span;
}

/** A zero-based line, and a zero-based offset in it in UTF-16 code units, as in LSP 3.17. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open stretch between two positions. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces the text of `span` by `newText`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Whether an edit leaves the text as it is, whatever that is. */
export function changesNothing({ span, newText }: TextEdit): boolean {
  return span.start === span.end && newText === '';
}

/** What can be asked of a text by places in it, in UTF-16 units, as of a string. */
export type Characters = Pick<string, 'length' | 'slice' | 'charCodeAt' | 'codePointAt'>;

/** The offset of the first character that is not white space; -1: there is none. */
export function offsetOfFirstWord(text: Characters): number {
  for (let at = 0; at < text.length; at += STRETCH) {
    const found = text.slice(at, at + STRETCH).search(/\S/);
    if (found >= 0) return at + found;
  }
  return -1;
}

/** Of a long text, so much is looked through at a time. */
const STRETCH = 1 << 14;

/** Where the lines of a text start. */
export interface LineIndex {
  /** The offsets at which the lines start, in order. */
  readonly starts: Int32Array;
  /** How many lines there are; the empty text has one. */
  readonly count: number;
  /** The offset at which line `line` starts; lines out of range are clamped. */
  startOf(line: number): number;
  /** The offset of the end of line `line`, before its line break. */
  endOf(line: number): number;
  /** The number of the line that holds `offset`. */
  lineAt(offset: number): number;
  positionAt(offset: number): Position;
  /** The offset of a position; characters past the end of the line are clamped to it, as LSP asks. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  /** Whether that is the range of a span. */
  isRangeOf(range: Range, span: Span): boolean;
  /**
   * The lines after an edit: those that it left alone are taken over.
   *
   * @param text what the edit made of the text
   */
  edited(edit: TextEdit, text: Characters): LineIndex;
}

/** Indexes the lines of `text`. A line ends with LF, CRLF or a lone CR, as in LSP. */
export function indexLines(text: Characters): LineIndex {
  return indexOf(text, Int32Array.from([0, ...startsIn(text, 0, text.length)]));
}

/** The places from `from` to `to` that a line break stands before. */
function startsIn(text: Characters, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = Math.max(0, from - 1); at < to; at += STRETCH) {
    const end = Math.min(at + STRETCH, to);
    // What follows the stretch shows whether its last CR is alone.
    const stretch = text.slice(at, end + 1);
    LINE_END.lastIndex = 0;
    while (LINE_END.test(stretch) && at + LINE_END.lastIndex <= end) starts.push(at + LINE_END.lastIndex);
  }
  return starts;
}

const LINE_END = /\n|\r(?!\n)/g;

/** Whether a line starts at a place depends on the characters on both sides of it. The first starts at 0 whatever follows. */
function startsAfter(old: Int32Array, { span, newText }: TextEdit, text: Characters): Int32Array {
  const by = newText.length - (span.end - span.start);
  const start = Math.max(1, firstAtLeast(old, span.start));
  const rest = Math.max(1, firstAtLeast(old, span.end + 1));
  return withStretch(old, start, startsIn(text, span.start, span.end + by), rest, by);
}

function firstAtLeast(sorted: Int32Array, least: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index] ?? least) >= least);
}

function indexOf(text: Characters, starts: Int32Array): LineIndex {
  const clampLine = (line: number) => Math.max(0, Math.min(line, starts.length - 1));
  const startOf = (line: number) => starts[clampLine(line)] ?? 0;
  const endOf = (line: number) => {
    const at = clampLine(line);
    let end = starts[at + 1] ?? text.length;
    if (at + 1 < starts.length) {
      end--;
      if (text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13 && end > startOf(at)) end--;
    }
    return end;
  };
  const lineAt = (offset: number) => Math.max(0, firstWhere(starts.length, (line) => (starts[line] ?? 0) > offset) - 1);
  const positionAt = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(clamped);
    return { line, character: clamped - startOf(line) };
  };
  const isAt = ({ line, character }: Position, offset: number) =>
    (starts[line] ?? Number.NaN) + character === offset && offset < (starts[line + 1] ?? text.length + 1);
  return {
    starts,
    count: starts.length,
    startOf,
    endOf,
    lineAt,
    positionAt,
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(0, character), endOf(line));
    },
    rangeOf: ({ start, end }) => {
      const from = positionAt(start);
      // Most ranges end on the line that they start on.
      const isOnLine = start >= 0 && end >= start && end < (starts[from.line + 1] ?? Infinity);
      const character = Math.min(end, text.length) - startOf(from.line);
      return { start: from, end: isOnLine ? { line: from.line, character } : positionAt(end) };
    },
    isRangeOf: (range, { start, end }) => isAt(range.start, start) && isAt(range.end, end),
    edited: (edit, next) => indexOf(next, startsAfter(starts, edit, next)),
  };
}

/**
 * Applies edits that all speak of the text as it was. Edits may come in any order; two insertions at one place
 * keep theirs.
 *
 * @throws RangeError if two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Edits of one text by their places; insertions at one place stay as they come.
 *
 * @throws RangeError if two edits overlap
 */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  if (edits.length < 2) return edits;
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  for (const { span } of ordered) {
    if (span.start < at) throw new RangeError(`Edits overlap at offset ${span.start}.`);
    at = span.end;
  }
  return ordered;
}

/** The one edit that turns one text into another: what is between their common start and their common end. */
export function differenceBetween(from: Characters, to: Characters): TextEdit {
  const shorter = Math.min(from.length, to.length);
  const start = commonLength(shorter, (at, length) => {
    return from.slice(at, at + length) === to.slice(at, at + length);
  });
  const end = commonLength(shorter - start, (at, length) => {
    const [there, here] = [from.length - at - length, to.length - at - length];
    return from.slice(there, there + length) === to.slice(here, here + length);
  });
  return { span: { start, end: from.length - end }, newText: to.slice(start, to.length - end) };
}

/** How many characters are compared at a time: engines compare long stretches much faster than they do single ones. */
const STRETCHES = [16_384, 1024, 64, 8, 1];

/** How much two texts have in common from an end on, at most `most`. */
function commonLength(most: number, isSame: (from: number, length: number) => boolean): number {
  let common = 0;
  for (const stretch of STRETCHES) while (common + stretch <= most && isSame(common, stretch)) common += stretch;
  return common;
}

/** Whether `inner` lies wholly within `outer`; the ends may touch. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans have a character in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether `offset` is in `span` or at either of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The index of the first of some spans, in order of their starts, that starts at `offset` or after it. */
export function firstFrom(sorted: readonly { readonly span: Span }[], offset: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index]?.span.start ?? offset) >= offset);
}

/** Those of some spans, in order of their starts, that start in `span`. */
export function startingIn<T extends { readonly span: Span }>(sorted: readonly T[], { start, end }: Span): T[] {
  return sorted.slice(firstFrom(sorted, start), firstFrom(sorted, end));
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a UTF-16 unit is white space, as `\s` is. */
export function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0xa0 && SPACE.test(String.fromCharCode(code));
}

const SPACE = /\s/;

/** The line break that the text uses: that of its first line, LF if it has none. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const first = /\r\n?|\n/.exec(text)?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
}

/** A text with blanks in the place of some stretches of it. @param blanked in order; one may stand in another */
export function withBlanks(text: string, blanked: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of blanked) {
    // One may stand in another.
    if (end <= from) continue;
    parts.push(text.slice(from, Math.max(from, start)), ' '.repeat(end - Math.max(from, start)));
    from = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** A copy of a part of a text. What is cut out of a string may hold all of it, here a whole version of the document. */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}

/** A hash of a text: a whole number of 32 bits with a sign (FNV-1a over UTF-16 units). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
