/** Reads what the heads of rows and columns say about the numbers of their cells. */
import type { HeadWords } from '../../languages/language';
import { patternsOfLists } from '../../languages/wordLists';
import { has } from '../numbers/matches';

export type HeadKind = keyof HeadWords;

/**
 * True if the head of a row or a column says that its numbers are of a kind. Its words may be in `language`, in English, or
 * in Chinese or Japanese: no other language writes words in Han characters like these.
 */
export function isHeadOf(kind: HeadKind, head: string, language: string): boolean {
  return says(kind, head, language) || ALSO.some((one) => one !== language && says(kind, head, one));
}

const ALSO = ['en', 'zh', 'ja'];

function says(kind: HeadKind, head: string, language: string): boolean {
  const pattern = patternsIn(language)?.[kind];
  return pattern !== undefined && has(head, pattern);
}

/** True if numbers under or beside such a head may be worked out from others. Then no source needs to have them. */
export function mayBeWorkedOut(head: string, language: string): boolean {
  return WORKED_OUT.some((kind) => says(kind, head, language));
}

const WORKED_OUT: readonly HeadKind[] = ['total', 'rest', 'average', 'change'];

const patternsIn = patternsOfLists(({ heads }) => heads);
