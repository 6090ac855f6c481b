import type { Characters, LineIndex, Position, Range, Span } from '../../core';

/** Unit that a `character` counts, as client and server agreed on it (LSP 3.17, `positionEncoding`). */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** Translates between the engine's offsets and the client's positions, for one text. */
export interface Positions {
  readonly encoding: PositionEncoding;
  rangeOf(span: Span): Range;
  /** True if the range is the range of the span. */
  isRangeOf(range: Range, span: Span): boolean;
  /** Returns the offset of a position. Out of range, it is the nearest place in the text; inside a character, its start. */
  offsetAt(position: Position): number;
  spanOf(range: Range): Span;
}

/** Returns the first encoding of the client's list that we speak; UTF-16 if it names none, as LSP asks. */
export function agreeOnEncoding(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.find((encoding) => encoding === 'utf-8' || encoding === 'utf-16') === 'utf-8' ? 'utf-8' : 'utf-16';
}

export function positionsIn(text: Characters, lines: LineIndex, encoding: PositionEncoding): Positions {
  const { rangeOf, isRangeOf, offsetAt } = encoding === 'utf-8' ? bytePositions(text, lines) : lines;
  return {
    encoding,
    rangeOf,
    isRangeOf,
    offsetAt,
    spanOf: ({ start, end }) => {
      const from = offsetAt(start);
      return { start: from, end: Math.max(from, offsetAt(end)) };
    },
  };
}

/**
 * Positions that count UTF-8 bytes. Each look-up walks on from the place of the one before it on the same line,
 * so that a thousand problems on one long line cost one walk.
 */
function bytePositions(text: Characters, lines: LineIndex): Pick<LineIndex, 'rangeOf' | 'isRangeOf' | 'offsetAt'> {
  let last = { line: 0, offset: 0, bytes: 0 };
  const startOn = (line: number) => (last.line === line ? last : { line, offset: lines.startOf(line), bytes: 0 });

  const positionAt = (offset: number): Position => {
    const line = lines.lineAt(offset);
    let { offset: at, bytes } = startOn(line);
    const target = Math.max(0, Math.min(offset, text.length));
    while (at < target) {
      const width = widthAt(text, at);
      if (at + width.units > target) break;
      at += width.units;
      bytes += width.bytes;
    }
    while (at > target) {
      const width = widthBefore(text, at);
      at -= width.units;
      bytes -= width.bytes;
    }
    last = { line, offset: at, bytes };
    return { line, character: bytes };
  };

  const offsetAt = ({ line, character }: Position): number => {
    if (line < 0) return 0;
    if (line >= lines.count) return text.length;
    const end = lines.endOf(line);
    let { offset: at, bytes } = startOn(line);
    while (bytes > character && at > lines.startOf(line)) {
      const width = widthBefore(text, at);
      at -= width.units;
      bytes -= width.bytes;
    }
    while (at < end) {
      const width = widthAt(text, at);
      if (bytes + width.bytes > character) break;
      at += width.units;
      bytes += width.bytes;
    }
    last = { line, offset: at, bytes };
    return Math.min(at, end);
  };

  const rangeOf = ({ start, end }: Span): Range => ({ start: positionAt(start), end: positionAt(end) });
  return { rangeOf, isRangeOf: (range, span) => isSameRange(range, rangeOf(span)), offsetAt };
}

export function isSameRange({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}

interface Width {
  readonly units: number;
  readonly bytes: number;
}

/** Returns the length of the character at `offset`. A surrogate without its twin counts as U+FFFD, three bytes. */
function widthAt(text: Characters, offset: number): Width {
  const code = text.codePointAt(offset) ?? 0;
  if (code < 0x80) return { units: 1, bytes: 1 };
  if (code < 0x800) return { units: 1, bytes: 2 };
  return code < 0x10000 ? { units: 1, bytes: 3 } : { units: 2, bytes: 4 };
}

function widthBefore(text: Characters, offset: number): Width {
  const pair = offset > 1 ? widthAt(text, offset - 2) : undefined;
  return pair?.units === 2 ? pair : widthAt(text, offset - 1);
}
