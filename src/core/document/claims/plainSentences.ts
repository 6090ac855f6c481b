/**
 * Sentences by the rules of Unicode Standard Annex 29, as ICU finds them, for texts in Latin letters without any other script.
 * ICU takes ten milliseconds before the first sentence, and is slower for each.
 */
import type { TextSpan } from '../../base/text';

const SPACE = String.raw`[ \t\u00a0]`;
const CLOSE = String.raw`[()[\]{}"'«»\u2018-\u201f‹›]`;
const LOWER = 'a-zªµºß-öø-ÿ';
const UPPER = 'A-ZÀ-ÖØ-Þ';

/** A text that has only characters which the rules below know. */
const PLAIN = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2023\u2026\u2030-\u203a\u20a0-\u20bf]*$/;
/** The end of a line, or what may end a sentence and belongs to it. */
const END = new RegExp(String.raw`\r\n?|\n|([.!?])(${CLOSE}*${SPACE}*)(\r\n?|\n)?`, 'g');
/** Characters before which a sentence goes on, though a mark that may end it came before them. */
const CONTINUES = /[.!?,:–—-]/;
/** A small letter before any other letter. Behind a full stop it continues the sentence. */
const SMALL = new RegExp(String.raw`[^${LOWER}${UPPER}\r\n.!?]*[${LOWER}]`, 'y');
const LETTER = new RegExp(`[${LOWER}${UPPER}]`);
const CAPITAL = new RegExp(`[${UPPER}]`);

/** Returns the sentences with the white space behind them, or null if only ICU can tell. */
export function plainSentences(text: string): TextSpan[] | null {
  if (!PLAIN.test(text)) return null;
  const sentences: TextSpan[] = [];
  let start = 0;
  for (const { 0: all, 1: mark, 2: behind, 3: newline, index } of text.matchAll(END)) {
    const end = index + all.length;
    if (end === text.length) break;
    // Versions of Unicode differ about a semicolon here.
    if (mark && !newline && text[end] === ';') return null;
    if (mark && !newline && goesOn(text, index, mark, behind ?? '', end)) continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function goesOn(text: string, at: number, mark: string, behind: string, end: number): boolean {
  const next = text[end] ?? '';
  if (CONTINUES.test(next)) return true;
  if (mark !== '.') return false;
  if (behind === '' && (/\d/.test(next) || (CAPITAL.test(next) && LETTER.test(text[at - 1] ?? '')))) return true;
  SMALL.lastIndex = end;
  return SMALL.test(text);
}
