/** Finds the place of a passage's text in the document that holds it. */

import type { LineIndex, Range, Span, TextSpan } from '../base/text';
import { bibliographyAt } from '../brief/sources/fileOf';
import type { Brief, Passage, Piece } from '../brief/types';
import { inside } from '../document/moved';

/** A place in the brief, or in a file that the brief names. */
export interface PassageSpot {
  /** The file it stands in; undefined for the brief itself. */
  readonly uri?: string;
  /** UTF-16 offsets in that document. */
  readonly span: Span;
  /** The span as lines and UTF-16 characters of that document. */
  readonly range: Range;
}

/**
 * Finds `passage.text.slice(start, end)` in its document. The place is exact even if the document writes the text in another
 * form: folded or quoted YAML, HTML, wrapped lines.
 *
 * @param brief the brief whose source has the passage
 * @returns the place of the whole passage if its parts can't be distinguished; null if no place is known
 */
export function placeOfPassage(
  brief: Brief,
  passage: Passage,
  start = 0,
  end: number = passage.text.length,
): PassageSpot | null {
  const { text, span: whole, uri, pieces } = passage;
  const lines = linesOf(brief, uri);
  if (!whole || !lines) return null;
  const stretch: TextSpan = { start: Math.max(0, start), end: Math.min(text.length, Math.max(start, end)) };
  const span = pieces
    ? throughPieces(pieces, text.length, stretch)
    : whole.end - whole.start === text.length
      ? inside(stretch, whole)
      : uri === undefined
        ? inWriting(text, brief.text, whole, stretch)
        : whole;
  return { ...(uri === undefined ? {} : { uri }), span, range: lines.rangeOf(span) };
}

function linesOf(brief: Brief, uri: string | undefined): LineIndex | undefined {
  if (uri === undefined) return brief.lines;
  return (brief.texts.find((file) => file.uri === uri) ?? bibliographyAt(brief, uri))?.lines;
}

function throughPieces(pieces: readonly Piece[], length: number, { start, end }: TextSpan): Span {
  const sides = pieces.map(({ at, span }, i) => {
    const to = pieces[i + 1]?.at ?? length;
    return { at, to, span, verbatim: span.end - span.start === to - at };
  });
  const first = sides.find(({ to }) => start < to) ?? sides.at(-1);
  const last = sides.findLast(({ at }) => at < end) ?? sides[0];
  if (!first || !last) return { start: 0, end: 0 };
  const from = first.verbatim ? first.span.start + start - first.at : first.span.start;
  const to = last.verbatim ? last.span.start + end - last.at : last.span.end;
  return { start: from, end: Math.max(from, to) };
}

/**
 * Finds a stretch of a text that the brief writes in YAML or Markdown. Goes along both, from one visible character to the next.
 * White space in the text needn't be the same in the brief.
 */
function inWriting(text: string, document: string, whole: Span, { start, end }: TextSpan): Span {
  const quote = document[whole.start - 1];
  let at = whole.start;
  let from: number | null = null;
  for (let i = 0; i < end; i++) {
    if (/\s/.test(text[i] ?? '')) continue;
    let length = lengthOf(text, i, document, at, quote);
    for (; length === 0; length = lengthOf(text, i, document, at, quote)) {
      const skipped = SKIPPED.exec(document.slice(at, at + 2))?.[0].length ?? 0;
      if (skipped === 0 || at + skipped > whole.end) return whole;
      at += skipped;
    }
    if (i >= start) from ??= at;
    at += length;
    // `\U0001F600` stands for both halves of a surrogate pair.
    if (length === 10 && (text.codePointAt(i) ?? 0) > 0xffff) i++;
  }
  return { start: from ?? at, end: at };
}

/** Characters that aren't part of a text: white space, also as an escape, and the marks of Markdown. */
const SKIPPED = /^(?:\\[\s\S]?|[\s*_~`[\]<>])/;
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|["\\/])/y;

/** Returns the length of the character of `text` at `i` in the document, if it stands at `at` there; else 0. */
function lengthOf(text: string, i: number, document: string, at: number, quote: string | undefined): number {
  const char = text[i];
  if (quote === '"' && document[at] === '\\') {
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(document)?.[0] ?? '';
    const point = escaped.length > 2 ? Number.parseInt(escaped.slice(2), 16) : escaped.codePointAt(1);
    return point === text.charCodeAt(i) || point === text.codePointAt(i) ? escaped.length : 0;
  }
  if (document[at] !== char) return 0;
  return quote === "'" && char === "'" ? 2 : 1;
}
