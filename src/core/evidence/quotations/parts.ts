import { matches } from '../numbers/matches';
import { readWords, type Words } from './words';

/** Three dots or more, or two and more of the CJK kind; in brackets or not; or any other words in brackets. */
const GAP =
  /[[(（［【]\s?(?:\.\s?){3,}[\])）］】]|[[(（［【]\s?…+\s?[\])）］】]|(?:\.\s?){3,}|…+|⋯+|\[[^[\]\n]{1,80}\]/g;

/** A stretch of a quotation without gaps. */
export interface Part {
  readonly words: Words;
  /** Where it starts in the quotation; the spans of its words are relative to that. */
  readonly start: number;
}

/**
 * Cuts a quotation at the places where its author left something out. A citation in it is such a place too; a letter
 * in brackets (`[T]he`) belongs to its word.
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

/** Writes what is not a word over with what is never seen, so that every word stays in its place. */
function unseenAround(_: string, before: string, words: string, after: string): string {
  return UNSEEN.repeat(before.length) + words + UNSEEN.repeat(after.length);
}

const UNSEEN = '\u200B';
