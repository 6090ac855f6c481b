/** Completes a list after Enter: an empty item ends it, and a new one gets its number. */
import { blockAround, itemOf, listsOf } from './lists';
import { habitOf, renumbered, setNumber } from './numbering';
import { isInSources, type Page, rewriteLines, type Writing } from './writing';

/**
 * Makes the edits after Enter has begun a line. A new item of an ordered list, and the items after it, get the numbers that
 * they are shown with. In a list of sources, where citations name the numbers, the others stay. A number that is taken there
 * becomes one more than the highest. If the line before has only a list marker, the marker is removed.
 *
 * @param line the new line, on which more may have been typed meanwhile
 * @returns null if nothing has to change
 */
export function followEnter(page: Page, line: number): Writing | null {
  if (!page.isProse(line)) return null;
  const writing = itemOf(page.line(line), 0) ? numbered(page, line) : leftBehind(page, line - 1);
  return writing && writing.edits.length > 0 ? writing : null;
}

function leftBehind(page: Page, line: number): Writing | null {
  return line >= 0 && hasMarkerOnly(page.line(line)) ? rewriteLines(page, line, [''], []) : null;
}

function numbered(page: Page, line: number): Writing | null {
  const { first, last } = blockAround(page, line);
  const lines = Array.from({ length: last - first + 1 }, (_, i) => page.line(first + i));
  const at = line - first;
  const list = listsOf(lines).find(({ items }) => items.some((item) => item.line === at));
  const item = list?.items.find((other) => other.line === at);
  if (!list || !item || item.number === null) return null;
  if (!isInSources(page, line))
    return rewriteLines(page, first, renumbered(lines, habitOf(lines, at), new Set([at])), []);
  const others = list.items.filter((other) => other.line !== at).map(({ number }) => number ?? 0);
  const next = (list.items.findLast((other) => other.line < at)?.number ?? 0) + 1;
  setNumber(lines, item, others.includes(next) ? Math.max(...others) + 1 : next);
  return rewriteLines(page, first, lines, []);
}

/** True if a line has the marker of an item or a quotation, but no text. */
function hasMarkerOnly(text: string): boolean {
  return itemOf(text, 0)?.empty ?? /^[ \t]*>[ \t>]*$/.test(text);
}
