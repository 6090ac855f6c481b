import { isSpace, type TextSpan } from '../../base/text';
import { widthOf } from '../../base/width';

/** A piece of an excerpt: words of the passage, marked or not, or the sign that some are left out. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Columns of an excerpt: five lines or so. A CJK character takes two. */
const BUDGET = 360;
/** Length in UTF-16 units up to which a gap isn't left out. */
const TOO_LITTLE = 16;

/**
 * Cuts a long passage to the text around its marks. The cost depends on the kept text, not on the passage.
 *
 * @param marks in any order; they may overlap or be outside the text
 * @returns the pieces in order, with `…` where something was left out
 */
export function excerptOf(text: string, marks: readonly TextSpan[], budget = BUDGET): Piece[] {
  const marked = merged(marks.map((mark) => clamped(mark, text)).filter(({ start, end }) => start < end));
  if (text.length <= budget && columnsOf(text) <= budget)
    return piecesOf(text, [{ start: 0, end: text.length }], marked);
  const shown = marked.length > 0 ? marked : [{ start: 0, end: 0 }];
  const share = Math.floor(budget / shown.length);
  const windows = shown.flatMap((mark) => windowsAround(text, mark, share));
  return piecesOf(text, merged(windows, TOO_LITTLE), marked);
}

/** The stretch to keep of one mark and the words around it; two stretches if the mark alone is too long. */
function windowsAround(text: string, { start, end }: TextSpan, budget: number): TextSpan[] {
  const length = end - start > budget ? budget : columnsOf(text.slice(start, end));
  if (length >= budget) {
    const half = Math.floor(budget / 2);
    return [
      { start: backward(text, start, half / 4), end: forward(text, start, half) },
      { start: backward(text, end, half), end: forward(text, end, half / 4) },
    ];
  }
  const room = budget - length;
  const before = Math.floor(room / 2);
  const from = backward(text, start, before);
  const unused = Math.max(0, before - columnsOf(text.slice(from, start)));
  const to = forward(text, end, room - before + unused);
  // Near the end of the passage, columns not needed after the mark go before it.
  const left = Math.max(0, room - before - columnsOf(text.slice(end, to)));
  return [{ start: to >= text.length ? backward(text, start, before + left) : from, end: to }];
}

/** The offset so many columns after `from`, at the end of a word; the end of the text if that is near. */
function forward(text: string, from: number, columns: number): number {
  let at = from;
  let left = columns;
  let wordEnd = from;
  while (at < text.length && left > 0) {
    const size = sizeAt(text, at);
    left -= columnsAt(text, at);
    at += size;
    if (mayCut(text, at)) wordEnd = at;
  }
  if (text.length - at <= TOO_LITTLE) return text.length;
  return wordEnd > from ? wordEnd : at;
}

/** The offset so many columns before `from`, at the start of a word; 0 if that is near. */
function backward(text: string, from: number, columns: number): number {
  let at = from;
  let left = columns;
  let wordStart = from;
  while (at > 0 && left > 0) {
    at -= at > 1 && sizeAt(text, at - 2) === 2 ? 2 : 1;
    left -= columnsAt(text, at);
    if (mayCut(text, at)) wordStart = at;
  }
  if (at <= TOO_LITTLE) return 0;
  return wordStart < from ? wordStart : at;
}

/** True if a line may break at an offset: beside white space, and between CJK characters. */
function mayCut(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at] ?? ' ';
  if (isSpace(before.charCodeAt(0)) !== isSpace(after.charCodeAt(0))) return true;
  return widthOf(before) === 2 && widthOf(after) === 2 && !CLOSING.test(after);
}

const CLOSING = /[、。，．：；！？）」』】》〉]/;

function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Columns of a character. A combining character counts as one, too, which limits the characters kept of any text. */
function columnsAt(text: string, at: number): number {
  return Math.max(1, widthOf(text.slice(at, at + sizeAt(text, at))));
}

function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += sizeAt(text, at)) columns += columnsAt(text, at);
  return columns;
}

function clamped({ start, end }: TextSpan, text: string): TextSpan {
  return { start: Math.max(0, start), end: Math.min(end, text.length) };
}

function trimmed({ start, end }: TextSpan, text: string): TextSpan {
  const kept = text.slice(start, end);
  return { start: end - kept.trimStart().length, end: start + kept.trimEnd().length };
}

/** Sorts spans, and merges those that overlap or are at most `near` apart. */
function merged(spans: readonly TextSpan[], near = 0): TextSpan[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end + near) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function piecesOf(text: string, kept: readonly TextSpan[], marks: readonly TextSpan[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (start: number, end: number, marked: boolean) => {
    if (start < end) pieces.push({ text: text.slice(start, end), marked });
  };
  for (const { start, end } of kept.map((span) => trimmed(span, text))) {
    if (start > at) pieces.push({ text: at === 0 ? '…' : ' … ', marked: false });
    at = start;
    for (const mark of marks) {
      if (mark.end <= start || mark.start >= end) continue;
      add(at, Math.max(at, mark.start), false);
      at = Math.max(at, mark.start);
      add(at, Math.min(end, mark.end), true);
      at = Math.min(end, mark.end);
    }
    add(at, end, false);
    at = end;
  }
  if (at < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
