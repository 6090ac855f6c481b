/** Moves list items in, under the item above, or out of the item that holds them. */
import type { Span } from '../../base/text';
import { blockAround, endOfItem, type Item, type List, listsOf, shifted } from './lists';
import { habitOf, renumbered } from './numbering';
import { isInSources, linesOf, type Page, rewriteLines, type Writing } from './writing';

/**
 * Moves the selected items in or out by one level, with all nested items, and renumbers ordered lists. In a list of sources,
 * numbers are names and stay. The first item of a list can't move in.
 *
 * @returns null if no item is selected, or no item can move out
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
  if (!page.isProse(start)) return null;
  const block = blockAround(page, start);
  const lines = Array.from({ length: block.last - block.first + 1 }, (_, i) => page.line(block.first + i));
  const lists = listsOf(lines);
  const family = familyOf(lists);
  const selected = lists.flatMap(({ items }) => items).filter(({ line }) => touched.has(block.first + line));
  if (selected.length === 0) return null;

  const moved = new Map<number, number>();
  const after = [...lines];
  let movedTo = -1;
  for (const item of selected.sort((a, b) => a.line - b.line)) {
    // An item inside a moved item moves along.
    if (item.line <= movedTo) continue;
    const { by, like } = direction === 'in' ? stepIn(family, item, moved) : stepOut(lines, family, item);
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

/** The columns that an item moves by, and the item whose list it joins there. */
interface Step {
  readonly by: number;
  readonly like: Item | null;
}

/** The marker of an item that joins another's list. */
function markerLike(like: Item, { marker }: Item): string {
  if (like.marker.slice(-1) === marker.slice(-1)) return marker;
  return like.number === null ? like.marker : `${like.number + 1}${like.marker.slice(-1)}`;
}

/** Moves an item to where the text of the item before it starts. Selected items in a row stay beside each other. */
function stepIn(family: Family, item: Item, moved: ReadonlyMap<number, number>): Step {
  const before = family.preceding.get(item.line);
  if (!before) return { by: 0, like: null };
  const by = moved.get(before.line);
  if (by !== undefined) return { by, like: null };
  return { by: before.content - item.indent, like: family.lastIn.get(before.line) ?? null };
}

/** Moves an item to the start of its parent item, or to the margin. An item never leaves its quotation. */
function stepOut(lines: readonly string[], family: Family, item: Item): Step {
  const parent = family.parent.get(item.line);
  const margin = /^(?:[ \t]*> ?)*/.exec(lines[item.line] ?? '')?.[0].length ?? 0;
  const like = parent && parent.indent >= margin ? parent : null;
  return { by: (like?.indent ?? margin) - item.indent, like };
}

/** The relations between items, by their lines. */
interface Family {
  readonly parent: ReadonlyMap<number, Item>;
  /** The item before it with the same parent. */
  readonly preceding: ReadonlyMap<number, Item>;
  /** Its last direct child. */
  readonly lastIn: ReadonlyMap<number, Item>;
}

function familyOf(lists: readonly List[]): Family {
  const parent = new Map<number, Item>();
  const preceding = new Map<number, Item>();
  const lastIn = new Map<number, Item>();
  for (const list of lists) {
    const holder = list.parent?.line ?? -1;
    for (const item of list.items) {
      const last = lastIn.get(holder);
      if (list.parent) parent.set(item.line, list.parent);
      if (last) preceding.set(item.line, last);
      lastIn.set(holder, item);
    }
  }
  return { parent, preceding, lastIn };
}
