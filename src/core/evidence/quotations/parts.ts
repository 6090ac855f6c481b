import { readWords, type Words } from './words';

/** Three dots or more, or two and more of the CJK kind; in brackets or not; or any other words in brackets. */
const GAP =
  /[[(（［【]\s?(?:\.\s?){3,}[\])）］】]|[[(（［【]\s?…+\s?[\])）］】]|(?:\.\s?){3,}|…+|⋯+|\[[^[\]\n]{1,80}\]/g;

/**
 * Cuts a quotation at the places where its author left something out. A citation in it is such a place too; a letter
 * in brackets (`[T]he`) belongs to its word.
 *
 * @returns the parts that have words, in order
 */
export function partsOf(quotation: string): Words[] {
  const plain = quotation
    .replace(/<!--[^<>]*-->/g, ' ')
    .replace(/!?\[([^[\]\n]{0,400})\]\([^()\s]*(?:\s"[^"\n]*")?\)/g, '$1')
    .replace(/\[(\p{L})\]/gu, '$1');
  return plain
    .split(GAP)
    .map((part) => readWords(part))
    .filter((words) => words.forms.length > 0);
}
