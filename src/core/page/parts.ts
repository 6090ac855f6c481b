/** The parts that make up a page. */
import { element, type Html, join } from './html';

/**
 * Place of a part: `head` in the article, all others in its body. Parts of `body` are placed one by one, those of another
 * slot in a list.
 */
export type Slot = 'head' | 'body' | 'notes' | 'sources' | 'review';

/** A stretch of the page that stays or changes as a whole. Parts of one slot are consecutive, except in `body`. */
export interface Part {
  readonly slot: Slot;
  /** The zero-based line of the text from which the lines in its markup count, if they are relative. */
  readonly line: number;
  /** Markup; never empty. */
  readonly html: Html;
}

/** Makes parts of some stretches of markup. Empty ones are left out. */
export function partsOf(slot: Slot, line: number, ...htmls: readonly Html[]): Part[] {
  return htmls.filter(Boolean).map((html) => ({ slot, line, html }));
}

/** Joins the parts that come before the article's body. */
export function joinHead(parts: readonly Part[]): Html {
  return join(parts.filter(({ slot }) => slot === 'head').map(({ html }) => html));
}

/** Joins the parts of the body, with a list around the parts of each slot other than `body`. */
export function joinBody(parts: readonly Part[]): Html {
  const content: Html[] = [];
  for (let i = 0; i < parts.length; ) {
    const slot = parts[i]?.slot ?? 'head';
    const start = i;
    while (parts[i]?.slot === slot) i++;
    const run = parts.slice(start, i).map(({ html }) => html);
    if (slot === 'head') continue;
    // WebKit announces a list without bullets as a list only if it has the role.
    content.push(slot === 'body' ? join(run) : element('ol', { class: slot, role: 'list' }, join(run)));
  }
  return join(content);
}
