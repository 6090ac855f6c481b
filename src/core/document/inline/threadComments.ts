/** Finds comments of people in CriticMarkup, `{>>text @AZ 2026-11-28<<}`, in inline text (docs/format.md, "Comments"). */
import { createFinder } from './finder';
import type { Leaf } from './tokens';

/** The `{>>` of a comment that does not end in its paragraph, cell or heading. */
export const UNCLOSED_COMMENT = 'UnclosedComment';

const OPEN = '{>>';
const CLOSE = '<<}';

/**
 * Reads the comment that starts with the `{>>` at a place of one inline text. Where it does not end before the next one
 * begins, only its `{>>` is given. Places are asked for in order.
 */
export function createThreadReader(text: string): (at: number) => Leaf {
  const opens = createFinder(text, /\{>>/g);
  const closes = createFinder(text, /<<\}/g);
  return (at) => {
    const from = at + OPEN.length;
    const end = closes.next(from);
    return end < text.length && end < opens.next(from)
      ? { name: 'Comment', from: at, to: end + CLOSE.length }
      : { name: UNCLOSED_COMMENT, from: at, to: from };
  };
}

/** True if a text may hold comments of threads. */
export function mayHaveThreads(text: string): boolean {
  return text.includes(OPEN);
}
