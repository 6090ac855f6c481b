/** Tells lines of a pasted text apart: items, entries, and Markdown that stays as it is. */

/** A bullet and the space behind it. */
export const BULLET = /^[-–—•●▪■◦‣*+·]\s+(?=\S)/;
/** `1. `, `1) `, `1、`, `(1)`, `①`. */
export const NUMBER = /^(?:(\d{1,3})(?:[.)]\s+|、\s*)|[（(](\d{1,2})[)）]\s*|([①-⑳])\s*)(?=\S)/;
const VERBATIM = /^(?:\||>|<!--|<\/?[a-z][^>]*>$|\$\$|(?:[-*_]\s*){3,}$|\[\^?[^\]\n]{1,80}\]:\s)/i;
/** The marks that open or close code. */
export const FENCE = /^(`{3,}|~{3,})/;
const ENTRY = /^\[\d{1,4}\](?::|\s|[^\s[({])/;

/** True if the line starts with a bullet or a number of a list. */
export function isItemLine(line: string): boolean {
  const text = line.trimStart();
  return (BULLET.test(text) || NUMBER.test(text)) && !VERBATIM.test(text);
}

/** True if the line is Markdown that a rewriting would break: a fence, a table row, a quotation, a rule, HTML. */
export function isVerbatimLine(line: string): boolean {
  const text = line.trimStart();
  return VERBATIM.test(text) || FENCE.test(text);
}

/** True if the line opens with `[n]` as an entry of a list of sources does. */
export function isEntryLine(line: string): boolean {
  return ENTRY.test(line);
}

/** Returns the column at which the words of a line start, with tabs to every fourth column. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === '\t') columns += 4 - (columns % 4);
    else if (/\s/.test(char)) columns++;
    else break;
  }
  return columns;
}
