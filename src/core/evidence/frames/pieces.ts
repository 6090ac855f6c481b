import type { Span } from '../../base/text';
import type { Pattern } from '../../languages/wordLists';
import { matches } from '../numbers/matches';

/** A clause, a part of a list or a cell: what is said of one amount ends there, and what is said of the next begins. */
export interface Piece extends Span {
  /** Of sentences and rows, counted up. */
  readonly sentence: number;
}

/**
 * @param parts finds the marks and words between pieces
 * @returns in order, without what parts them
 */
export function piecesOf(text: string, parts: Pattern): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let sentence = 0;
  for (const { 0: mark, index } of matches(text, parts)) {
    if (index > start) pieces.push({ start, end: index, sentence });
    if (ENDS_SENTENCE.test(mark)) sentence++;
    start = index + mark.length;
  }
  if (start < text.length) pieces.push({ start, end: text.length, sentence });
  return pieces;
}

/** The sentence of an offset. */
export function sentenceAt(pieces: readonly Piece[], offset: number): number {
  return pieces.find(({ end }) => end >= offset)?.sentence ?? 0;
}

const ENDS_SENTENCE = /^[.!?。！？\n;；]/;
