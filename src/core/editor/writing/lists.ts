/**
 * List items by their lines, as CommonMark nests them: an item is in the last one above it whose text does not start
 * right of it.
 */
import type { Page } from './writing';

export interface Item {
  /** The number of its line among the lines that were read. */
  readonly line: number;
  /** Where its marker starts. */
  readonly indent: number;
  /** `-`, `3.` */
  readonly marker: string;
  /** Null for a bullet. */
  readonly number: number | null;
  /** The column that its text, and what is nested in it, starts at. */
  readonly content: number;
  /** It has a marker and perhaps a task box, and no text. */
  readonly empty: boolean;
}

const ITEM = /^((?:[ \t]*>)*[ \t]*)([-*+]|(\d{1,9})[.)])(?:([ \t]+)(\[[ xX]\](?=\s|$))?(.*))?$/;
const BREAK = /^[ \t>]*(?:([-*])[ \t]*)(?:\1[ \t]*){2,}$/;

/** The item whose marker stands on a line. */
export function itemOf(text: string, line: number): Item | null {
  const [, margin, marker, digits, gap = '', , words = ''] = ITEM.exec(text) ?? [];
  if (margin === undefined || marker === undefined || BREAK.test(text)) return null;
  // More than four spaces, or none, and the text starts one column behind the marker.
  const space = gap.length >= 1 && gap.length <= 4 && words !== '' ? gap.length : 1;
  const number = digits === undefined ? null : Number(digits);
  const content = margin.length + marker.length + space;
  return { line, indent: margin.length, marker, number, content, empty: words.trim() === '' };
}

/** Items of one list: of one parent, with one kind of marker, one after the other. */
export interface List {
  readonly parent: Item | null;
  readonly items: readonly Item[];
}

/** The lists of some lines, each before those that are nested in it. */
export function listsOf(lines: readonly string[]): List[] {
  const lists: { readonly parent: Item | null; readonly items: Item[] }[] = [];
  /** The items that the next one may be in, with the list that each has opened last. */
  const open: { readonly item: Item | null; list: { readonly items: Item[] } | null }[] = [{ item: null, list: null }];
  for (const [i, text] of lines.entries()) {
    const item = itemOf(text, i);
    if (!item) continue;
    while (open.length > 1 && item.indent < (open.at(-1)?.item?.content ?? 0)) open.pop();
    const holder = open.at(-1);
    if (!holder) continue;
    const last = holder.list?.items.at(-1);
    if (!holder.list || !last || kindOf(last) !== kindOf(item)) {
      const list = { parent: holder.item, items: [] };
      lists.push(list);
      holder.list = list;
    }
    holder.list.items.push(item);
    open.push({ item, list: null });
  }
  return lists;
}

/** A change of the bullet, or of what stands behind the number, starts another list (CommonMark 0.31, 5.3). */
function kindOf({ marker }: Item): string {
  return marker.slice(-1);
}

/** The number of the last line of an item, with what is nested in it. */
export function endOfItem(lines: readonly string[], { line, content }: Item): number {
  let end = line;
  for (let i = line + 1; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (/^[ \t>]*$/.test(text)) continue;
    if (marginOf(text) < content) break;
    end = i;
  }
  return end;
}

export function marginOf(text: string): number {
  return /^(?:[ \t]*>)*[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** A line that starts so many columns further right, or left; quotation marks stay where they are. */
export function shifted(text: string, by: number): string {
  if (by === 0 || text.trim() === '') return text;
  const margin = marginOf(text);
  const quote = text.lastIndexOf('>', margin - 1) + 1;
  return by > 0
    ? text.slice(0, quote) + ' '.repeat(by) + text.slice(quote)
    : text.slice(0, quote) + text.slice(Math.min(margin, quote - by));
}

/** Nobody writes a list of more lines by hand. */
const MOST_LINES = 5000;

/** The first and the last line of the lists around a line, with nothing but lists and what belongs to them between. */
export function blockAround({ lines, line }: Page, number: number): { readonly first: number; readonly last: number } {
  let first = number;
  while (first > 0 && number - first < MOST_LINES && goesOn(line(first - 1), first > 1 ? line(first - 2) : '')) first--;
  let last = number;
  while (last < lines.count - 1 && last - number < MOST_LINES && goesOn(line(last + 1), line(last))) last++;
  return { first, last };
}

/** Whether a line can be part of a list: an item, an indented or a blank line, or text right below some other. */
function goesOn(text: string, above: string): boolean {
  if (/^ {0,3}#{1,6}[ \t]/.test(text)) return false;
  return /^[ \t]|^$/.test(text) || itemOf(text, 0) !== null || above.trim() !== '';
}
