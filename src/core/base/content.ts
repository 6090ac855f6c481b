/**
 * A text that is edited. A string is made anew as a whole by each edit of it; of a long text that is most of what a keystroke
 * costs, and of what has to be collected after it.
 */
import { firstWhere } from './ordered';
import { type Characters, inOrder, type TextEdit } from './text';

/** A text, of which an edit makes only the segments anew that it touches. It never changes itself. */
export interface Content extends Characters {
  /** All of it. It is put together when it is first asked for. */
  readonly whole: string;
  /** In how many segments it is kept. */
  readonly segments: number;
  /**
   * What edits make of it, which all speak of this text (see `applyEdits`).
   *
   * @throws RangeError if two edits overlap
   */
  edited(edits: readonly TextEdit[]): Content;
}

/** A text as content, and content as it is. */
export function asContent(text: string | Content): Content {
  return typeof text === 'string' ? new Segments([text]) : text;
}

/** How long a segment is at most, and in the middle, in UTF-16 units: one is copied by each edit of it. */
const LONGEST = 1 << 16;
const MIDDLE = LONGEST / 2;
/** Of two segments that are shorter together, an edit of one makes one. */
const SHORT = MIDDLE / 4;

class Segments implements Content {
  readonly length: number;
  /** Not empty. They are of any length until the first edit. */
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

  /** As strings have it: a negative place counts from the end. */
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
