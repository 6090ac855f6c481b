/** The parts that a page is put together of. */
import { element, type Html, join } from './html';

/**
 * Where a part stands: `head` in the article, all others in its body, those of `body` one by one, and those of each other
 * slot in a list.
 */
export type Slot = 'head' | 'body' | 'notes' | 'sources' | 'review';

/** A stretch of the page that stays or changes as a whole. Those of a slot, but for `body`, follow each other. */
export interface Part {
  readonly slot: Slot;
  /** The zero-based line of the text from which the lines in its markup count, where those are relative. */
  readonly line: number;
  /** Never empty. */
  readonly html: Html;
}

/** The parts of some stretches, without those that show nothing. */
export function partsOf(slot: Slot, line: number, ...htmls: readonly Html[]): Part[] {
  return htmls.filter(Boolean).map((html) => ({ slot, line, html }));
}

/** What stands in the article before its body. */
export function joinHead(parts: readonly Part[]): Html {
  return join(parts.filter(({ slot }) => slot === 'head').map(({ html }) => html));
}

/** The content of the body: lists around the parts of slots that are lists. */
export function joinBody(parts: readonly Part[]): Html {
  const content: Html[] = [];
  for (let i = 0; i < parts.length; ) {
    const slot = parts[i]?.slot ?? 'head';
    const start = i;
    while (parts[i]?.slot === slot) i++;
    const run = parts.slice(start, i).map(({ html }) => html);
    if (slot === 'head') continue;
    // Without bullets a list is announced as one only where its role is given (WebKit).
    content.push(slot === 'body' ? join(run) : element('ol', { class: slot, role: 'list' }, join(run)));
  }
  return join(content);
}
