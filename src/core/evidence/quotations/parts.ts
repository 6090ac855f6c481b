import { matches } from '../numbers/matches';
import { readWords, type Words } from './words';

/** A gap: three dots or more, or any number of ellipsis signs, in brackets or not; or any other words in brackets. */
const GAP =
  /[[(（［【]\s?(?:\.\s?){3,}[\])）］】]|[[(（［【]\s?…+\s?[\])）］】]|(?:\.\s?){3,}|…+|⋯+|\[[^[\]\n]{1,80}\]/g;

/** A stretch of a quotation without gaps. */
export interface Part {
  readonly words: Words;
  /** Offset where it starts in the quotation; the spans of its words are relative to it. */
  readonly start: number;
}

/**
 * Cuts a quotation at the places where its author left something out. A citation in it counts as such a place. A letter in
 * brackets (`[T]he`) belongs to its word.
 *
 * @returns the parts that have words, in order
 */
export function partsOf(quotation: string): Part[] {
  const plain = quotation
    .replace(/<!--[^<>]*-->/g, (all) => ' '.repeat(all.length))
    .replace(/(!?\[)([^[\]\n]{0,400})(\]\([^()\s]*(?:\s"[^"\n]*")?\))/g, unseenAround)
    .replace(/(\[)(\p{L})(\])/gu, unseenAround);
  const parts: Part[] = [];
  let start = 0;
  const add = (end: number) => {
    const words = readWords(plain.slice(start, end));
    if (words.forms.length > 0) parts.push({ words, start });
  };
  for (const { 0: gap, index } of matches(plain, GAP)) {
    add(index);
    start = index + gap.length;
  }
  add(plain.length);
  return parts;
}

/** Replaces what isn't a word by invisible characters, so that every word stays in its place. */
function unseenAround(_: string, before: string, words: string, after: string): string {
  return UNSEEN.repeat(before.length) + words + UNSEEN.repeat(after.length);
}

const UNSEEN = '\u200B';
