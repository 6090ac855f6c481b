import type { Span } from '../../base/text';
import type { Pattern } from '../../languages/wordLists';
import { matches } from '../numbers/matches';

/** A clause, a part of a list or a cell: what is said of one amount ends there, and what is said of the next begins. */
export interface Piece extends Span {
  /** Of sentences and rows, counted up. */
  readonly sentence: number;
}

/** What parts pieces: a mark or a word. */
export interface Parting extends Span {
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

/** @returns in order, without what parts them */
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

/** The sentence of an offset. */
export function sentenceAt(pieces: readonly Piece[], offset: number): number {
  return pieces.find(({ end }) => end >= offset)?.sentence ?? 0;
}

const ENDS_SENTENCE = '.!?。！？\n;；';
