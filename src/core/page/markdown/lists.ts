/** Facts of a whole list, and the stretches in which a long list is shown. */
import type { SyntaxNode } from '@lezer/common';
import { fingerprint } from '../../brief/queries/anchors';
import { FOOTNOTE } from '../../document/markdown';
import { childrenOf } from '../../document/parseTree';

/** The facts for rendering the items of a list, all or some of them. */
export interface ListFacts {
  readonly tag: 'ul' | 'ol';
  /** True if no blank lines separate the items. Their texts then aren't paragraphs. */
  readonly isTight: boolean;
  /** Number of the first item shown; 1 for a list with bullets. */
  readonly start: number;
}

/** Consecutive items of a list. */
export interface Stretch {
  readonly items: readonly SyntaxNode[];
  readonly facts: ListFacts;
}

/** A list with more items than this is shown in stretches. */
export const MOST_ITEMS = 250;
const MOST_IN_STRETCH = 100;
/** Characters of an item that decide whether a stretch may start with it. */
const FIRST_CHARACTERS = 100;

export function itemsOf(list: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(list).filter(({ name }) => name === 'ListItem');
}

/**
 * @param source text whose lines end with LF or CR LF
 * @param shift start of the source in the offsets of the nodes
 */
export function listFacts(list: SyntaxNode, items: readonly SyntaxNode[], source: string, shift: number): ListFacts {
  const at = list.from - shift;
  const isNumbered = list.name === 'OrderedList';
  return {
    tag: isNumbered ? 'ol' : 'ul',
    isTight: !isLoose(items, source, shift),
    start: isNumbered ? Number.parseInt(source.slice(at, at + 10), 10) : 1,
  };
}

/**
 * Returns the stretches of a long list; null for a list that is shown as a whole. The text of an item decides whether a
 * stretch may start with it. So the other stretches stay when an item is added or removed.
 */
export function stretchesOf(list: SyntaxNode, source: string, shift: number): readonly Stretch[] | null {
  const items = itemsOf(list);
  if (items.length <= MOST_ITEMS) return null;
  const facts = listFacts(list, items, source, shift);
  const stretches: Stretch[] = [];
  let first = 0;
  for (let index = 1; index <= items.length; index++) {
    const item = items[index];
    const at = item && item.from - shift;
    const goesOn =
      at !== undefined && index - first < MOST_IN_STRETCH && !mayStart(source.slice(at, at + FIRST_CHARACTERS));
    if (goesOn) continue;
    const start = facts.tag === 'ol' ? facts.start + first : 1;
    stretches.push({ items: items.slice(first, index), facts: { ...facts, start } });
    first = index;
  }
  return stretches;
}

/** True for one item in 36, on average. */
function mayStart(words: string): boolean {
  return fingerprint(words).endsWith('0');
}

/** True if blank lines separate items, or the blocks of one item. */
function isLoose(items: readonly SyntaxNode[], source: string, shift: number): boolean {
  const isApart = (one: SyntaxNode, next: SyntaxNode) =>
    hasBlankLine(source, endOfText(one) - shift, next.from - shift);
  let before: SyntaxNode | null = null;
  for (const item of items) {
    if (before && isApart(before, item)) return true;
    before = null;
    for (let child = item.firstChild; child; child = child.nextSibling) {
      if (before && before.name !== 'ListMark' && isApart(before, child)) return true;
      before = child;
    }
  }
  return false;
}

const CONTAINERS = new RegExp(`^(?:BulletList|OrderedList|ListItem|${FOOTNOTE})$`);

/** Returns the offset at which the last block in a node ends. */
function endOfText(node: SyntaxNode): number {
  let last = node;
  while (CONTAINERS.test(last.name) && last.lastChild) last = last.lastChild;
  return last.to;
}

/** True if a blank line is between the last word before `from` and `to`. */
function hasBlankLine(source: string, from: number, to: number): boolean {
  let end = from;
  while (/[ \r\t\n]/.test(source[end - 1] ?? '')) end--;
  return /\n[ \t>\r]*\n/.test(source.slice(end, to));
}
