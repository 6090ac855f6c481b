/**
 * List items by their lines, as CommonMark nests them: an item is in the last one above it whose text does not start
 * right of it.
 */
import type { Page } from './writing';

export interface Item {
  /** The number of its line among the lines that were read. */
  readonly line: number;
  /** The column of its marker. */
  readonly indent: number;
  /** `-`, `3.` */
  readonly marker: string;
  /** Null for a bullet. */
  readonly number: number | null;
  /** The column where its text and nested items start. */
  readonly content: number;
  /** True if it has a marker and perhaps a task box, but no text. */
  readonly empty: boolean;
}

const ITEM = /^((?:[ \t]*>)*[ \t]*)([-*+]|(\d{1,9})[.)])(?:([ \t]+)(\[[ xX]\](?=\s|$))?(.*))?$/;
const BREAK = /^[ \t>]*(?:([-*])[ \t]*)(?:\1[ \t]*){2,}$/;

/** The item whose marker is on a line; null if the line has no marker. */
export function itemOf(text: string, line: number): Item | null {
  const [, margin, marker, digits, gap = '', , words = ''] = ITEM.exec(text) ?? [];
  if (margin === undefined || marker === undefined || BREAK.test(text)) return null;
  // After more than four spaces, or without text, the content starts one column after the marker.
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
  /** The items that may hold the next one, with the list that each has opened last. */
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

/** The last character of the marker. Another bullet or sign after the number starts another list (CommonMark 0.31, 5.3). */
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

/** Moves a line to the right by so many columns, or to the left if negative. The marks of quotations (`>`) stay. */
export function shifted(text: string, by: number): string {
  if (by === 0 || text.trim() === '') return text;
  const margin = marginOf(text);
  const quote = text.lastIndexOf('>', margin - 1) + 1;
  return by > 0
    ? text.slice(0, quote) + ' '.repeat(by) + text.slice(quote)
    : text.slice(0, quote) + text.slice(Math.min(margin, quote - by));
}

/** Maximum number of lines read above and below a line; nobody writes longer lists by hand. */
const MOST_LINES = 5000;

/** The first and the last line of the lists around a line, with only lists and their text in between. */
export function blockAround({ lines, line }: Page, number: number): { readonly first: number; readonly last: number } {
  let first = number;
  while (first > 0 && number - first < MOST_LINES && goesOn(line(first - 1), first > 1 ? line(first - 2) : '')) first--;
  let last = number;
  while (last < lines.count - 1 && last - number < MOST_LINES && goesOn(line(last + 1), line(last))) last++;
  return { first, last };
}

/** True if a line can be part of a list: an item, an indented or a blank line, or text right below other text. */
function goesOn(text: string, above: string): boolean {
  if (/^ {0,3}#{1,6}[ \t]/.test(text)) return false;
  return /^[ \t]|^$/.test(text) || itemOf(text, 0) !== null || above.trim() !== '';
}
