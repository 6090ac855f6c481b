/** Numbers of ordered lists, kept in their order when items come and go. */
import { endOfItem, type Item, listsOf, marginOf, shifted } from './lists';

/** The numbering of the lists before a change. */
export interface Habit {
  /** The lines of the first items. */
  readonly firsts: ReadonlySet<number>;
  /** The lines of items whose list repeats one number: 1. 1. 1. */
  readonly repeating: ReadonlySet<number>;
}

/** @param without the line of an item that has just been added */
export function habitOf(lines: readonly string[], without?: number): Habit {
  const firsts = new Set<number>();
  const repeating = new Set<number>();
  for (const { items } of listsOf(lines)) {
    const [first, second] = items.filter(({ line }) => line !== without);
    if (items[0]) firsts.add(items[0].line);
    if (first && second && first.number === second.number) for (const { line } of items) repeating.add(line);
  }
  return { firsts, repeating };
}

/**
 * Numbers all ordered lists from their first item on. A list starts at 1 if its first item wasn't the first of a list before.
 * Readers of the rendered text see the same numbers as before, except for moved items.
 *
 * @param moved the lines of items that were added or moved
 */
export function renumbered(lines: readonly string[], habit: Habit, moved: ReadonlySet<number>): string[] {
  const after = [...lines];
  for (const { items } of listsOf(lines)) {
    const [first] = items;
    if (!first || first.number === null) continue;
    const staying = items.find(({ line }) => !moved.has(line));
    const step = staying && habit.repeating.has(staying.line) ? 0 : 1;
    const start = habit.firsts.has(first.line) ? first.number : 1;
    for (const [i, item] of items.entries()) setNumber(after, item, start + i * step);
  }
  return after;
}

/** Writes an item's number. Nested lines move along if the number gets longer or shorter. */
export function setNumber(lines: string[], item: Item, number: number): void {
  const { line, marker } = item;
  if (item.number === number) return;
  const digits = String(number);
  const growth = digits.length - (marker.length - 1);
  const end = growth === 0 ? line : endOfItem(lines, shiftedItem(lines, item));
  const text = lines[line] ?? '';
  const at = marginOf(text);
  lines[line] = text.slice(0, at) + digits + text.slice(at + marker.length - 1);
  for (let i = line + 1; i <= end; i++) lines[i] = shifted(lines[i] ?? '', growth);
}

/** The item at its present columns: a parent item may have moved it. */
function shiftedItem(lines: readonly string[], item: Item): Item {
  const by = marginOf(lines[item.line] ?? '') - item.indent;
  return { ...item, indent: item.indent + by, content: item.content + by };
}
