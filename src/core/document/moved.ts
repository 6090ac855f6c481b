/**
 * Spans: copies of parts of a text at another place, with all spans moved by the same number of UTF-16 units, and spans without
 * white space.
 */

import { mapped } from '../base/same';
import { isSpace, type Local, type LocalSpan, type Span, type SpanIn, type TextSpan, type Whole } from '../base/text';

export function movedSpan({ start, end }: LocalSpan, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Takes a document for a block that starts with it. So an entry is read as a document of its own. */
export function asLocal<T>(value: T): Local<T>;
export function asLocal(value: unknown): unknown {
  return value;
}

/** Gives a value of a block its place in the document, if the block starts with the document. */
export function atStart<T>(value: Local<T>): T;
export function atStart(value: unknown): unknown {
  return value;
}

/** The start of a text in what holds it. */
type StartIn<W extends Whole> = Pick<SpanIn<W>, 'start' | 'within'>;

/** Gives a place in a text its place in what holds that text. `whole` is the place of the text there. */
export function inside<W extends Whole>({ start, end }: TextSpan, whole: StartIn<W>): SpanIn<W> {
  return { start: start + whole.start, end: end + whole.start };
}

/** Returns a place as it is counted from the start of `whole`. To add the negative of a start would make -0 of 0. */
export function spanFrom<W extends Whole>({ start, end }: SpanIn<W>, whole: StartIn<NoInfer<W>>): TextSpan {
  return { start: start - whole.start, end: end - whole.start };
}

/**
 * Gives a value of a block its place: moves each object with a start and an end. Objects without a prototype are data of the
 * author, such as rows of a chart, and stay as they are.
 */
export function placed<T>(local: Local<T>, by: number): T;
export function placed(local: unknown, by: number): unknown {
  if (Array.isArray(local)) return mapped(local, (part: unknown) => placed(part, by));
  if (!isOurs(local)) return local;
  if (typeof local['start'] === 'number' && typeof local['end'] === 'number')
    return { start: local['start'] + by, end: local['end'] + by };
  const moved: Record<string, unknown> = {};
  for (const key in local) moved[key] = placed(local[key], by);
  return moved;
}

function isOurs(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== null;
}

/** Returns a span without the white space at its ends. */
export function trimmed<W extends Whole>(text: string, { start, end }: SpanIn<W>): SpanIn<W> {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  return { start: from, end: trimEnd(text, from, end) };
}

/** Moves `end` back over white space, but not before `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
