/** Captions, source lines and notes, which describe the block beside them and claim nothing themselves. */

import { ofLanguages } from '../../languages';
import type { Captions } from '../../languages/language';

/**
 * True if a paragraph is the caption, the source line or the note of the block beside it. "Figure 1 shows …" isn't a
 * caption: only a mark, a word with a capital, or nothing may follow the number.
 *
 * @param text Markdown, or plain text
 */
export function isCaption(text: string): boolean {
  const start = text.slice(0, LONGEST_START);
  const numbered = NUMBERED.exec(start);
  if (numbered) return TITLE.test(start.slice(numbered[0].length));
  return NUMBERED_CJK.test(start) || SOURCE_LINE.test(start);
}

/** True if a source line names a source in words: "Source: Harbour Bank, own estimates", and not "Source: [1]". */
export function namesSource(text: string): boolean {
  const match = NAMED_SOURCE.exec(text.slice(0, LONGEST_START));
  return match !== null && /^[\s*_]*[\p{L}\p{N}]/u.test(text.slice(match[0].length));
}

/** True if a text starts as a source line does: "Source: …", with a name or a citation behind. */
export function isSourceLine(text: string): boolean {
  return NAMED_SOURCE.test(text.slice(0, LONGEST_START));
}

const LONGEST_START = 80;

const EMPHASIS = String.raw`^[\s*_]*`;
/** `1`, `2a`, `A.1`, `S3`, `3-2`, `IV` */
const NUMBER = String.raw`(?:[a-z]{1,2}[.-]?)?\d{1,4}(?:[.-]\d{1,3})*[a-z]?(?![\p{L}\d])|[ivxl]{1,5}(?!\p{L})`;

/** Returns the words of a list in all languages, as a group of a regular expression. */
const group = (...lists: readonly (keyof Captions)[]) =>
  `(?:${lists.flatMap((list) => ofLanguages(({ captions }) => captions?.[list])).join('|')})`;

const NUMBERED = new RegExp(`${EMPHASIS}${group('figures')}\\s*(?:${NUMBER})`, 'iu');
/** The text that may follow the number of a caption. */
const TITLE = /^[\s*_]*(?:$|[:.)|–—：。-]|(?<=\s|[*_])[^\s\p{Ll},，]|\p{Script=Han})/u;

const NUMBERED_CJK = new RegExp(`${EMPHASIS}${group('numbered')}`, 'iu');
const NAMED_SOURCE = new RegExp(`${EMPHASIS}${group('sources')}[*_]*\\s*[:：]`, 'iu');
const SOURCE_LINE = new RegExp(`${EMPHASIS}${group('sources', 'notes')}(?:\\s*[:：]|\\s+[–—]\\s)`, 'iu');
