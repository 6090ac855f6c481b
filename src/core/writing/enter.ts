/** Enter in a list: an empty item ends it, and a new one gets its number. */
import { lineBreakOf, type Span } from '../text';
import { indentItems } from './indent';
import { blockAround, itemOf, listsOf } from './lists';
import { habitOf, renumbered, setNumber } from './numbering';
import { isInSources, type Page, rewriteLines, type Writing } from './writing';

/**
 * Enter on items without text: one that is nested goes out by a level, one at the margin ends its list, with the blank
 * line that a paragraph needs behind a list. So does an empty line of a quotation: behind one, a paragraph without a blank
 * line would go on with it (CommonMark 0.31, 5.1).
 *
 * @returns null where one of the cursors is not in such a line
 */
export function endEmptyItem(page: Page, selections: readonly Span[]): Writing | null {
  const lines = selections.map(({ start, end }) => (start === end ? page.lines.lineAt(start) : null));
  const edits: { span: Span; newText: string }[] = [];
  for (const line of lines) {
    const text = line === null ? null : emptied(page, line);
    if (line === null || text === null) return null;
    edits.push({ span: { start: page.lines.startOf(line), end: page.lines.endOf(line) }, newText: text });
  }
  const [only] = lines;
  const goesOut = lines.length === 1 && only !== undefined && only !== null && itemOf(page.line(only), 0) !== null;
  const out = goesOut ? indentItems(page, selections, 'out') : null;
  if (out) return out;
  let growth = 0;
  const after = edits.map(({ span, newText }) => {
    growth += newText.length - (span.end - span.start);
    const at = span.end + growth;
    return { start: at, end: at };
  });
  return { edits, selections: after };
}

/** Whether a line has the marker of an item or a quotation, and no text. */
export function hasMarkerOnly(text: string): boolean {
  return itemOf(text, 0)?.empty ?? /^[ \t]*>[ \t>]*$/.test(text);
}

/**
 * Whether the editor's own Enter, and what follows it, come to the same as `endEmptyItem`: an item at the margin, or a
 * quotation, that ends right behind text. Nothing that is typed next has to wait then.
 *
 * @param text a line that has a marker only
 * @param above the line before it; empty at the start
 */
export function endsByItself(text: string, above: string): boolean {
  return /^(?:>[ \t]*|[^ \t>].*)$/.test(text) && hasText(above);
}

/** What becomes of a line that has a marker and no text; null: it is no such line. */
function emptied(page: Page, number: number): string | null {
  const text = page.line(number);
  if (!hasMarkerOnly(text) || !page.isProse(number)) return null;
  const quote = /^(?:[ \t]*>)*/.exec(text)?.[0] ?? '';
  const stays = itemOf(text, 0) ? quote : quote.slice(0, quote.lastIndexOf('>')).trimEnd();
  const lead = stays === '' ? '' : `${stays} `;
  return number > 0 && hasText(page.line(number - 1)) ? stays + lineBreakOf(page.text) + lead : lead;
}

/** Whether a line of a quotation, or any other, has more than its marks. */
function hasText(line: string): boolean {
  return /[^\s>]/.test(line);
}

/**
 * What follows when Enter has begun a line: a new item of an ordered list, and those after it, get the numbers that they
 * are shown with. In a list of sources, where citations name the numbers, the others stay, and a number that is taken
 * already becomes the next free one. Behind an item without text that the editor left, its marker goes.
 *
 * @param line the new line, on which more may have been typed meanwhile
 * @returns null where nothing has to change
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
