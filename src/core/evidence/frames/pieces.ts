import type { TextSpan } from '../../base/text';
import type { Pattern } from '../../languages/wordLists';
import { matches } from '../numbers/matches';

/** A clause, a part of a list or a cell. The words that describe one amount end with it. */
export interface Piece extends TextSpan {
  /** Number of its sentence or row, counted from 0. */
  readonly sentence: number;
}

/** A mark or word that separates pieces. */
export interface Parting extends TextSpan {
  readonly endsSentence: boolean;
}

/**
 * @param parts finds the marks and words between pieces
 * @returns in order
 */
export function partingsIn(text: string, parts: Pattern): readonly Parting[] {
  const partings: Parting[] = [];
  for (const { 0: mark, index } of matches(text, parts))
    partings.push({ start: index, end: index + mark.length, endsSentence: ENDS_SENTENCE.includes(mark.charAt(0)) });
  return partings;
}

/** Returns the pieces in order, without what separates them. */
export function piecesOf(text: string, partings: readonly Parting[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let sentence = 0;
  for (const parting of partings) {
    if (parting.start > start) pieces.push({ start, end: parting.start, sentence });
    if (parting.endsSentence) sentence++;
    start = parting.end;
  }
  if (start < text.length) pieces.push({ start, end: text.length, sentence });
  return pieces;
}

/** Returns the number of the sentence at an offset. */
export function sentenceAt(pieces: readonly Piece[], offset: number): number {
  return pieces.find(({ end }) => end >= offset)?.sentence ?? 0;
}

const ENDS_SENTENCE = '.!?。！？\n;；';
