/**
 * A text that is edited. An edit of a string copies the whole string. In a long text, that is most of the cost of a keystroke,
 * and of the memory to collect after it.
 */
import { firstWhere } from './ordered';
import { type Characters, type In, inOrder, type TextEdit, type Whole } from './text';

/** An immutable text. An edit of it copies only the segments that it touches. */
export interface Content extends Characters {
  /** The whole text, joined when it is first asked for. */
  readonly whole: string;
  /** Number of segments that the text is kept in. */
  readonly segments: number;
  /**
   * Returns the text after edits. All of them refer to this text (see `applyEdits`).
   *
   * @throws RangeError if two edits overlap
   */
  edited(edits: readonly TextEdit[]): Content;
}

/** Returns a text as content, and content as it is. */
export function asContent(text: string | Content): Content {
  return typeof text === 'string' ? new Segments([text]) : text;
}

/** Longest segment, and length of its pieces when it is cut, in UTF-16 units. An edit copies each segment that it touches. */
const LONGEST = 1 << 16;
const MIDDLE = LONGEST / 2;
/** Length below which an edit joins a segment with the next one, in UTF-16 units of both. */
const SHORT = MIDDLE / 4;

class Segments implements Content {
  readonly length: number;
  /** At least one segment. Segments are of any length until the first edit. */
  readonly #segments: readonly string[];
  readonly #starts: Int32Array;
  #whole: string | undefined;

  constructor(segments: readonly string[]) {
    this.#segments = segments;
    this.#starts = new Int32Array(segments.length);
    let length = 0;
    for (const [index, segment] of segments.entries()) {
      this.#starts[index] = length;
      length += segment.length;
    }
    this.length = length;
    if (segments.length === 1) this.#whole = segments[0];
  }

  get segments(): number {
    return this.#segments.length;
  }

  get whole(): string {
    this.#whole ??= this.#segments.join('');
    return this.#whole;
  }

  slice(start = 0, end = this.length): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    const [from, to] = [this.#place(start), this.#place(end)];
    let index = this.#indexAt(from);
    let part = '';
    for (let at = this.#starts[index] ?? 0; at < to && index < this.#segments.length; index++) {
      const segment = this.#segments[index] ?? '';
      part += segment.slice(Math.max(0, from - at), to - at);
      at += segment.length;
    }
    return part;
  }

  charCodeAt(place: number): number {
    if (this.#whole !== undefined) return this.#whole.charCodeAt(place);
    const index = this.#indexAt(place);
    return this.#segments[index]?.charCodeAt(place - (this.#starts[index] ?? 0)) ?? Number.NaN;
  }

  codePointAt(place: number): number | undefined {
    return this.slice(place, place + 2).codePointAt(0);
  }

  edited(edits: readonly TextEdit[]): Content {
    let segments = this.#segments.flatMap(cut);
    for (const edit of inOrder(edits).toReversed()) segments = withEdit(segments, edit);
    return new Segments(segments);
  }

  /** Returns a place as strings read it: a negative one counts from the end. */
  #place(place: number): number {
    return place < 0 ? Math.max(0, this.length + place) : Math.min(place, this.length);
  }

  #indexAt(place: number): number {
    return Math.max(0, firstWhere(this.#starts.length, (index) => (this.#starts[index] ?? 0) > place) - 1);
  }
}

function withEdit(segments: readonly string[], { span, newText }: TextEdit): string[] {
  let first = 0;
  let from = 0;
  const lengthOf = (index: number) => segments[index]?.length ?? 0;
  while (first < segments.length - 1 && from + lengthOf(first) < span.start) from += lengthOf(first++);
  let last = first;
  let to = from + lengthOf(first);
  while (last < segments.length - 1 && to < span.end) to += lengthOf(++last);
  const head = segments[first] ?? '';
  const tail = segments[last] ?? '';
  let now = head.slice(0, span.start - from) + newText + tail.slice(tail.length - (to - span.end));
  if (last + 1 < segments.length && now.length + lengthOf(last + 1) < SHORT) now += segments[++last] ?? '';
  return [...segments.slice(0, first), ...cut(now), ...segments.slice(last + 1)];
}

/** Cuts a segment that is too long. */
function cut(segment: string): string[] {
  if (segment.length <= LONGEST) return [segment];
  return Array.from({ length: Math.ceil(segment.length / MIDDLE) }, (_, index) =>
    segment.slice(index * MIDDLE, (index + 1) * MIDDLE),
  );
}

/**
 * Returns the one edit that turns one text into another. It replaces what is between their common start and their common end.
 */
export function differenceBetween<W extends Whole = 'document'>(from: Characters, to: Characters): In<W, TextEdit> {
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

/** Numbers of characters to compare at a time: engines compare long stretches much faster than single characters. */
const STRETCHES = [16_384, 1024, 64, 8, 1];

/** Returns how many units two texts have in common from one end, at most `most`. */
function commonLength(most: number, isSame: (from: number, length: number) => boolean): number {
  let common = 0;
  for (const stretch of STRETCHES) while (common + stretch <= most && isSame(common, stretch)) common += stretch;
  return common;
}
