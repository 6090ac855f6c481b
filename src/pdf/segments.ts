/** Joins pieces of text that stand close to each other to segments of lines. */
import type { Piece } from './extracted';

/** Text whose gaps are no wider than those between words. */
export interface Segment {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
}

/** Widths of gaps and a height, in sizes of the letters. */
const WORD_GAP = 0.13;
const WIDEST_GAP = 1;
const SAME_LINE = 0.25;

/** Returns the segments of a page, from top to bottom and from left to right. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  return joinedAcross(piecesJoined(pieces));
}

/** Groups segments by line, from top to bottom; those on a line go from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const first = rows.at(-1)?.[0];
    const isBeside = first && Math.abs(segment.base - first.base) <= 0.4 * Math.min(segment.size, first.size);
    if (isBeside) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Joins pieces that follow each other in the document and on the page. */
function piecesJoined(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (!last || !(goesOn(last, piece) || raised(last, piece))) segments.push({ ...piece });
  }
  return segments;
}

/** Takes in a piece if the segment goes on with it. Tells whether it did. */
function goesOn(segment: Segment, piece: Piece | Segment): boolean {
  const size = Math.max(segment.size, piece.size);
  const gap = piece.left - segment.right;
  const isOnLine = Math.abs(piece.base - segment.base) <= SAME_LINE * size && piece.size > 0.6 * segment.size;
  if (!isOnLine || gap > WIDEST_GAP * size || gap < -0.5 * size || piece.left < segment.left) return false;
  const isParted = gap > WORD_GAP * size && !/\s$/.test(segment.text) && !/^\s/.test(piece.text);
  segment.text += `${isParted ? ' ' : ''}${piece.text}`;
  segment.right = Math.max(segment.right, piece.right);
  return true;
}

/**
 * Takes in a small mark above or below the line. A raised number must not become a part of the number before it. Tells whether
 * it did.
 */
function raised(segment: Segment, piece: Piece): boolean {
  const gap = piece.left - segment.right;
  const height = segment.base - piece.base;
  const isSmall = piece.size < 0.85 * segment.size && Math.abs(gap) < 0.5 * segment.size;
  if (!isSmall || height > 0.8 * segment.size || height < -0.4 * segment.size) return false;
  const text = height > 0.1 * segment.size ? piece.text.replace(/[\d+-]/g, (sign) => RAISED[sign] ?? sign) : piece.text;
  segment.text += text;
  segment.right = Math.max(segment.right, piece.right);
  return true;
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
};

/** Joins segments that stand side by side although they are apart in the document. */
function joinedAcross(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const beside = joined
      .slice(-8)
      .reverse()
      .find((other) => goesOn(other, segment));
    if (!beside) joined.push(segment);
  }
  return joined;
}
