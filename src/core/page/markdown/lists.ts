/** What holds for all of a list, and the stretches in which a long one is shown. */
import type { SyntaxNode } from '@lezer/common';
import { fingerprint } from '../../brief/queries/anchors';
import { childrenOf, FOOTNOTE } from '../../document/markdown';

/** What the items of a list are shown by, all or some of them. */
export interface ListFacts {
  readonly tag: 'ul' | 'ol';
  /** No blank lines are between the items: their texts are not paragraphs. */
  readonly isTight: boolean;
  /** The number of the first that is shown; 1 without numbers. */
  readonly start: number;
}

/** Items that follow each other in a list. */
export interface Stretch {
  readonly items: readonly SyntaxNode[];
  readonly facts: ListFacts;
}

/** A list with more items than this is shown in stretches. */
export const MOST_ITEMS = 250;
const MOST_IN_STRETCH = 100;
/** Of an item that a stretch may start with. */
const FIRST_CHARACTERS = 100;

export function itemsOf(list: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(list).filter(({ name }) => name === 'ListItem');
}

/**
 * @param source with LF and CR LF alone at the ends of lines
 * @param shift where it starts, in the offsets of the nodes
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
 * The stretches of a long list; null for one that is shown as a whole. Which items one starts with depends on what they say: where
 * an item comes or goes, the other stretches stay.
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

/** One item in 36. */
function mayStart(words: string): boolean {
  return fingerprint(words).endsWith('0');
}

/** Whether blank lines are between items, or between the blocks of one. */
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

/** Where the last block of a node ends. */
function endOfText(node: SyntaxNode): number {
  let last = node;
  while (CONTAINERS.test(last.name) && last.lastChild) last = last.lastChild;
  return last.to;
}

/** Whether there is one before `to`, from the last words before `from` on. */
function hasBlankLine(source: string, from: number, to: number): boolean {
  let end = from;
  while (/[ \r\t\n]/.test(source[end - 1] ?? '')) end--;
  return /\n[ \t>\r]*\n/.test(source.slice(end, to));
}
