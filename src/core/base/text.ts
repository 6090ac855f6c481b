/** Places in a text, in UTF-16 code units. Positions (line and character) exist only at the edges, for LSP and terminals. */
import { firstWhere, withStretch } from './ordered';

/** The start that a place counts from: that of the document, of a block in it, or of a text that is read by itself. */
export type Whole = 'document' | 'block' | 'text';

/** A half-open stretch, in UTF-16 code units: `start` is in it, `end` is not. Only TypeScript knows `within`: it is never set. */
export interface SpanIn<W extends Whole> {
  readonly start: number;
  readonly end: number;
  readonly within?: W;
}

/** A span for those who ask for no place. */
export type AnySpan = SpanIn<Whole>;

/** A place in the document. */
export type Span = SpanIn<'document'>;

/** A place that counts from the start of its block. */
export type LocalSpan = SpanIn<'block'>;

/** A place in a text that is read by itself: a leaf, an insight, a sentence, a cell, a passage. */
export type TextSpan = SpanIn<'text'>;

/** A value of the document with other places in it. */
export type In<W extends Whole, T> = T extends Span
  ? SpanIn<W>
  : T extends (...args: never) => unknown
    ? T
    : T extends readonly (infer Part)[]
      ? readonly In<W, Part>[]
      : T extends object
        ? { readonly [Key in keyof T]: In<W, T[Key]> }
        : T;

/** A value for those who ask for no place in it. */
export type Unplaced<T> = In<Whole, T>;

/** A value whose places count from the start of its block. */
export type Local<T> = In<'block', T>;

/** A value whose places count from the start of a text that is read by itself. */
export type InText<T> = In<'text', T>;

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

/** Returns the edit that inserts a text. */
export function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** True if an edit removes nothing and inserts nothing. */
export function changesNothing({ span, newText }: Unplaced<TextEdit>): boolean {
  return span.start === span.end && newText === '';
}

/** Methods of a string that a long text (`Content`) has, too, with offsets in UTF-16 units. */
export type Characters = Pick<string, 'length' | 'slice' | 'charCodeAt' | 'codePointAt'>;

/** Returns the offset of the first character that is not white space; -1 without one. */
export function offsetOfFirstWord(text: Characters): number {
  for (let at = 0; at < text.length; at += STRETCH) {
    const found = text.slice(at, at + STRETCH).search(/\S/);
    if (found >= 0) return at + found;
  }
  return -1;
}

/** UTF-16 units of a long text to search at a time. */
const STRETCH = 1 << 14;

/** Starts of the lines of a text. */
export interface LineIndex {
  /** The offsets at which the lines start, in order. */
  readonly starts: Int32Array;
  /** Number of lines; the empty text has one. */
  readonly count: number;
  /** Returns the offset at which line `line` starts; lines out of range are clamped. */
  startOf(line: number): number;
  /** Returns the offset of the end of line `line`, before its line break. */
  endOf(line: number): number;
  /** Returns the number of the line that holds `offset`. */
  lineAt(offset: number): number;
  positionAt(offset: number): Position;
  /** Returns the offset of a position; characters past the end of the line are clamped to it, as LSP asks. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  /** True if a range is the range of a span. */
  isRangeOf(range: Range, span: Span): boolean;
  /**
   * Returns the lines after an edit, and keeps those that it left alone.
   *
   * @param text the text after the edit
   */
  edited(edit: TextEdit, text: Characters): LineIndex;
}

/** Indexes the lines of `text`. A line ends with LF, CRLF or a lone CR, as in LSP. */
export function indexLines(text: Characters): LineIndex {
  return indexOf(text, Int32Array.from([0, ...startsIn(text, 0, text.length)]));
}

/** Returns the offsets from `from` to `to` that follow a line break. */
function startsIn(text: Characters, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = Math.max(0, from - 1); at < to; at += STRETCH) {
    const end = Math.min(at + STRETCH, to);
    // The next character shows whether the stretch ends with a lone CR.
    const stretch = text.slice(at, end + 1);
    LINE_END.lastIndex = 0;
    while (LINE_END.test(stretch) && at + LINE_END.lastIndex <= end) starts.push(at + LINE_END.lastIndex);
  }
  return starts;
}

const LINE_END = /\n|\r(?!\n)/g;

/**
 * Returns the starts of lines after an edit. The characters on both sides of an offset decide whether a line starts there. The
 * first line starts at 0 whatever follows.
 */
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
 * Applies edits that all refer to the text as it was. Edits may come in any order; two insertions at one place keep theirs.
 *
 * @throws RangeError if two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Unplaced<TextEdit>[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Sorts edits of one text by their places; insertions at one place keep their order.
 *
 * @throws RangeError if two edits overlap
 */
export function inOrder<E extends Unplaced<TextEdit>>(edits: readonly E[]): readonly E[] {
  if (edits.length < 2) return edits;
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  for (const { span } of ordered) {
    if (span.start < at) throw new RangeError(`Edits overlap at offset ${span.start}.`);
    at = span.end;
  }
  return ordered;
}

/** True if `inner` lies wholly within `outer`; the ends may touch. */
export function contains(outer: AnySpan, inner: AnySpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True if two spans have a character in common. */
export function overlaps(one: AnySpan, other: AnySpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/** True if `offset` is in `span` or at either of its ends. */
export function touches(span: AnySpan, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Returns the index of the first of some spans, in order of their starts, that starts at `offset` or after it. */
export function firstFrom(sorted: readonly { readonly span: AnySpan }[], offset: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index]?.span.start ?? offset) >= offset);
}

/** Returns the items that start in `span`, from a list in order of their starts. */
export function startingIn<T extends { readonly span: AnySpan }>(sorted: readonly T[], { start, end }: AnySpan): T[] {
  return sorted.slice(firstFrom(sorted, start), firstFrom(sorted, end));
}

/** True if a UTF-16 unit is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True if a UTF-16 unit is white space, as `\s` is. */
export function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0xa0 && /\s/.test(String.fromCharCode(code));
}

/** True if an odd number of backslashes stands before an offset. */
export function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

/** Returns the line break of the first line; LF for a text without line breaks. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const first = /\r\n?|\n/.exec(text)?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
}

/**
 * Returns a text with spaces in place of some stretches.
 *
 * @param blanked in order; one may be inside another
 */
export function withBlanks(text: string, blanked: readonly AnySpan[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of blanked) {
    if (end <= from) continue;
    parts.push(text.slice(from, Math.max(from, start)), ' '.repeat(end - Math.max(from, start)));
    from = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** Returns a hash of a text: a whole number of 32 bits with a sign (FNV-1a over UTF-16 units). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
