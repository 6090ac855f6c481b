/** The target behind the text of a link or an image: its address and title, or its label. */
import type { SpanIn, Whole } from '../../base/text';
import type { Leaf } from './tokens';

/** Brackets in an address that are nested deeper than this end it, as they do in other parsers. */
const DEEPEST_ADDRESS = 32;
/** CommonMark's longest label. */
export const LONGEST_LABEL = 999;

/** The parts after the text of a link or an image, and where they end. */
export type Target = { readonly tail: readonly Leaf[]; readonly end: number } | null;

/**
 * Reads `(address "title")` or `[label]`.
 *
 * @param at the offset after the bracket that closes the text
 * @returns its parts, and where it ends; null where neither follows
 */
export function readTarget(text: string, at: number): Target {
  if (text[at] === '(') return readAddress(text, at);
  if (text[at] !== '[') return null;
  const end = labelEnd(text, at);
  return end < 0 ? null : { tail: [{ name: 'LinkLabel', from: at, to: end }], end };
}

function readAddress(text: string, at: number): Target {
  const tail: Leaf[] = [{ name: 'LinkMark', from: at, to: at + 1 }];
  const from = skipSpace(text, at + 1);
  let pos = addressEnd(text, from);
  if (pos > from) tail.push({ name: 'URL', from, to: pos });
  else pos = from;
  const titleFrom = skipSpace(text, pos);
  // A title needs a space before it.
  const titleTo = pos > from && titleFrom > pos ? titleEnd(text, titleFrom) : -1;
  if (titleTo >= 0) tail.push({ name: 'LinkTitle', from: titleFrom, to: titleTo });
  const close = skipSpace(text, titleTo >= 0 ? titleTo : titleFrom);
  if (text[close] !== ')') return null;
  tail.push({ name: 'LinkMark', from: close, to: close + 1 });
  return { tail, end: close + 1 };
}

/** The end of the address that starts at a place; -1 or that place if there is no address. */
export function addressEnd(text: string, from: number): number {
  if (text[from] === '<') {
    for (let pos = from + 1; pos < text.length; pos++) {
      const unit = text[pos];
      if (unit === '>') return pos + 1;
      if (unit === '<' || unit === '\n') return -1;
      if (unit === '\\') pos++;
    }
    return -1;
  }
  let depth = 0;
  let pos = from;
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (isSpace(code)) break;
    if (code === 40 && ++depth > DEEPEST_ADDRESS) return -1;
    if (code === 41 && --depth < 0) break;
    if (code === 92 && !isSpace(text.charCodeAt(pos + 1))) pos++;
  }
  return Math.min(pos, text.length);
}

/** An address without the angle brackets that it may stand in (CommonMark 0.31, 6.3). */
export function insideAngles<W extends Whole>(text: string, { start, end }: SpanIn<W>): SpanIn<W> {
  const isBracketed = end - start > 1 && text[start] === '<' && text[end - 1] === '>';
  return isBracketed ? { start: start + 1, end: end - 1 } : { start, end };
}

/** The end of the title that starts at a place, or -1. */
export function titleEnd(text: string, from: number): number {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== '(') return -1;
  const close = open === '(' ? ')' : open;
  for (let pos = from + 1; pos < text.length; pos++) {
    const unit = text[pos];
    if (unit === close) return pos + 1;
    if (unit === '(' && open === '(') return -1;
    if (unit === '\\') pos++;
  }
  return -1;
}

/** The end of the label that starts with the bracket at a place, or -1. */
export function labelEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 1 + LONGEST_LABEL);
  for (let pos = at + 1; pos < limit; pos++) {
    const unit = text[pos];
    if (unit === ']') return pos + 1;
    if (unit === '[') return -1;
    if (unit === '\\') pos++;
  }
  return -1;
}

export function skipSpace(text: string, from: number): number {
  let pos = from;
  while (isSpace(text.charCodeAt(pos))) pos++;
  return pos;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
