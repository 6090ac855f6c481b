/** Tab and Shift+Tab in a list: items go under the one above, or out of the one that they are in. */
import type { Span } from '../text';
import { blockAround, endOfItem, type Item, itemOf, type List, listsOf, shifted } from './lists';
import { habitOf, renumbered } from './numbering';
import { isInSources, isProse, linesOf, type Page, rewriteLines, type Writing } from './writing';

/**
 * Moves the selected items in or out by one level, with all that is nested in them, and numbers ordered lists anew; in
 * a list of sources numbers are names, and stay. The first item of a list can not go further in.
 *
 * @returns null where no item is selected, or none can go out
 */
export function indentItems(page: Page, selections: readonly Span[], direction: 'in' | 'out'): Writing | null {
  const [selection] = selections;
  // Of several selections, those in the lists around the first one are moved.
  if (!selection) return null;
  const touched = new Set<number>();
  for (const span of selections) {
    const { first, last } = linesOf(page, span);
    for (let i = first; i <= last; i++) touched.add(i);
  }
  const start = page.lines.lineAt(selection.start);
  if (!isProse(page, start)) return null;
  const block = blockAround(page, start);
  const lines = Array.from({ length: block.last - block.first + 1 }, (_, i) => page.line(block.first + i));
  const lists = listsOf(lines);
  const selected = lists.flatMap(({ items }) => items).filter(({ line }) => touched.has(block.first + line));
  if (selected.length === 0) return null;

  const moved = new Map<number, number>();
  const after = [...lines];
  let movedTo = -1;
  for (const item of selected.sort((a, b) => a.line - b.line)) {
    // One that is in an item that moves goes along.
    if (item.line <= movedTo) continue;
    const { by, like } = direction === 'in' ? stepIn(lists, item, moved) : stepOut(lines, lists, item);
    if (by === 0) continue;
    moved.set(item.line, by);
    const marker = like ? markerLike(like, item) : item.marker;
    const growth = marker.length - item.marker.length;
    const end = endOfItem(lines, item);
    movedTo = end;
    for (let i = item.line; i <= end; i++) after[i] = shifted(lines[i] ?? '', i === item.line ? by : by + growth);
    const text = after[item.line] ?? '';
    const at = item.indent + by;
    after[item.line] = text.slice(0, at) + marker + text.slice(at + item.marker.length);
  }
  if (direction === 'out' && moved.size === 0) return null;
  const result = isInSources(page, start) ? after : renumbered(after, habitOf(lines), new Set(moved.keys()));
  return rewriteLines(page, block.first, result, selections);
}

/** Whether Tab may mean more on a line than white space: in an item, or in what may be the row of a table. */
export function mayMoveByTab(text: string): boolean {
  return text.includes('|') || itemOf(text, 0) !== null;
}

/** Where an item goes, and the item whose list it joins there. */
interface Step {
  readonly by: number;
  readonly like: Item | null;
}

/** The marker of an item that joins another's list. */
function markerLike(like: Item, { marker }: Item): string {
  if (like.marker.slice(-1) === marker.slice(-1)) return marker;
  return like.number === null ? like.marker : `${like.number + 1}${like.marker.slice(-1)}`;
}

/** To where the text of the item before it starts; those that are selected one after the other stay beside each other. */
function stepIn(lists: readonly List[], item: Item, moved: ReadonlyMap<number, number>): Step {
  const parent = parentOf(lists, item);
  const before = childrenOf(lists, parent).findLast(({ line }) => line < item.line);
  if (!before) return { by: 0, like: null };
  const by = moved.get(before.line);
  if (by !== undefined) return { by, like: null };
  return { by: before.content - item.indent, like: childrenOf(lists, before).at(-1) ?? null };
}

/** To where the item starts that it is in; one that is in none, to the margin. */
function stepOut(lines: readonly string[], lists: readonly List[], item: Item): Step {
  const parent = parentOf(lists, item);
  const margin = /^(?:[ \t]*> ?)*/.exec(lines[item.line] ?? '')?.[0].length ?? 0;
  return { by: (parent?.indent ?? margin) - item.indent, like: parent };
}

function parentOf(lists: readonly List[], { line }: Item): Item | null {
  return lists.find(({ items }) => items.some((item) => item.line === line))?.parent ?? null;
}

/** The items right in an item, or in none, in their order. */
function childrenOf(lists: readonly List[], parent: Item | null): Item[] {
  return lists.filter((list) => list.parent?.line === parent?.line).flatMap(({ items }) => items);
}
