/** Completes a list after Enter: an empty item ends it, and a new one gets its number. */
import { blockAround, type Item, itemOf, listsOf } from './lists';
import { habitOf, renumbered, setNumber } from './numbering';
import { isInSources, type Page, rewriteLines, type Writing } from './writing';

type IsCited = (line: number, number: number | null) => boolean;

/**
 * Makes the edits after Enter has begun a line. Blanks at the end of the line above a new item go. A new item of an ordered list,
 * and the items after it, get the numbers that they are shown with. In a list of sources, where citations name the numbers, the
 * others stay. A number that is taken there becomes one more than the highest. If the new line is blank and the line above has only
 * a marker, the marker is removed.
 *
 * @param line the new line, on which more may have been typed meanwhile
 * @param isCited true of an item whose number citations name, by its line and number: its list is one of sources wherever it stands
 * @returns null if nothing has to change
 */
export function followEnter(page: Page, line: number, isCited: IsCited = () => false): Writing | null {
  if (!page.isProse(line)) return null;
  const text = page.line(line);
  const item = itemOf(text, 0);
  const writing = item ? begun(page, line, item, isCited) : text.trim() === '' ? leftBehind(page, line - 1) : null;
  return writing && writing.edits.length > 0 ? writing : null;
}

function leftBehind(page: Page, line: number): Writing | null {
  return line >= 0 && hasMarkerOnly(page.line(line)) ? rewriteLines(page, line, [''], []) : null;
}

function begun(page: Page, line: number, { number }: Item, isCited: IsCited): Writing {
  // Only a number depends on the items around.
  const { first, last } = number === null ? { first: Math.max(0, line - 1), last: line } : blockAround(page, line);
  const lines = Array.from({ length: last - first + 1 }, (_, i) => page.line(first + i));
  const at = line - first;
  const above = lines[at - 1];
  if (above !== undefined && !hasMarkerOnly(above)) lines[at - 1] = above.replace(/[ \t]+$/, '');
  const after = number === null ? lines : numbered(page, lines, first, line, isCited);
  return rewriteLines(page, first, after, []);
}

/** @param lines those around the new item, from the line `first` of the page; the new item is on its line `line` */
function numbered(
  page: Page,
  lines: readonly string[],
  first: number,
  line: number,
  isCited: IsCited,
): readonly string[] {
  const at = line - first;
  const list = listsOf(lines).find(({ items }) => items.some((item) => item.line === at));
  const item = list?.items.find((other) => other.line === at);
  if (!list || !item || item.number === null) return lines;
  const isOfSources =
    isInSources(page, line) || list.items.some((other) => other !== item && isCited(first + other.line, other.number));
  if (!isOfSources) return renumbered(lines, habitOf(lines, at), new Set([at]));
  const others = list.items.filter((other) => other.line !== at).map(({ number }) => number ?? 0);
  const next = (list.items.findLast((other) => other.line < at)?.number ?? 0) + 1;
  const after = [...lines];
  setNumber(after, item, others.includes(next) ? Math.max(...others) + 1 : next);
  return after;
}

/** True if a line has the marker of an item or a quotation, but no text. */
function hasMarkerOnly(text: string): boolean {
  return itemOf(text, 0)?.empty ?? /^[ \t]*>[ \t>]*$/.test(text);
}
