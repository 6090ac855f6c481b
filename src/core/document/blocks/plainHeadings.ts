/** Lines of plain words that head a list of sources, as in a text that was pasted without its marks: `Works cited`. */
import type { MarkdownConfig } from '@lezer/markdown';
import { once } from '../../base/once';
import { wordsOfLanguages } from '../../languages';

/** The longest such line, in UTF-16 units. */
const LONGEST = 40;
const ADDRESS = /https?:\/\/|www\.|\b10\.\d{4,9}\//i;

const words = once(() => new Set(wordsOfLanguages(({ headings }) => headings?.sources)));

/** True if a line has no words but those of a heading of sources. */
export function isPlainHeading(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length <= LONGEST && words().has(trimmed.toLowerCase());
}

/** True if a line has an address, as the entries of a list of sources have. */
export function hasAddress(line: string): boolean {
  return ADDRESS.test(line);
}

/** True if a text starts with the number 1 in brackets, as the first entry of a list of sources does. */
export function startsAtOne(text: string): boolean {
  return /^\s*\\?[[［【]1\\?[\]］】][:：.]?[ \t]/.test(text);
}

/** True if a line below such words begins a list of sources. */
export function beginsList(line: string): boolean {
  return hasAddress(line) || startsAtOne(line);
}

/** The first entry of a list, with its address. */
const FIRST_ENTRY = /^\[1\][ \t](?:.{0,200}\s)?[<(]?https?:\/\//;

/** Such a line ends the paragraph before it if a list begins in the next line, and so does the first entry of a list. */
export const plainHeadings: MarkdownConfig = {
  parseBlock: [
    {
      name: 'PlainHeading',
      endLeaf: (cx, { text, pos }) => {
        const line = text.slice(pos);
        return FIRST_ENTRY.test(line) || (isPlainHeading(line.slice(0, LONGEST + 1)) && beginsList(cx.peekLine()));
      },
    },
  ],
};
