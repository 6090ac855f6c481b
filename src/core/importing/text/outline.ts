/** Recognises outlines: lists of Markdown in lists, as Logseq, Obsidian and Roam write their pages. */

import { endsClaim } from './claimEnds';
import { indentOf, isEntryLine, isVerbatimLine } from './lineKinds';
import { isRunOn, splitRunOn } from './runOn';
import { isCjk, isHeadingLike, startsSmall } from './words';

/** An item whose text may go on below it. Columns count from 0. */
interface OpenItem {
  readonly indent: number;
  /** Column where the text of the item starts. Lines from there on belong to it. */
  readonly content: number;
  readonly isNumbered: boolean;
}

/** A block that runs to a mark: code, a formula or a comment. */
interface OpenBlock {
  readonly isEnd: (words: string) => boolean;
}

const ITEM = /^(?:[-*+]|(\d{1,9})[.)])(?:([ \t]+)|$)/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** `key:: value`, a field of a page. */
const PROPERTY = /^[^\s:|>#[\]][^:\n]{0,80}::(?:\s|$)/;
/** Tags, links to pages and embedded pages alone. */
const PAGES = /^(?:(?:#\[\[[^\]\n]+\]\]|#[^\s#]+|!?\[\[[^\]\n]+\]\])(?:[ \t,]+|$))+$/;
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const MOST_SPACES = 4;

/**
 * True if a text is a list of Markdown, and nothing in it waits to become a heading or an item: each item is indented as the
 * items beside it, and all else belongs to an item, is a block of its own, or is a paragraph that ends as a sentence does.
 * A list whose items hold no other lists, blocks or lines counts only where nothing else is in the text.
 */
export function isOutline(text: string): boolean {
  const open: OpenItem[] = [];
  let block: OpenBlock | null = null;
  let paragraph: string[] = [];
  const seen = { items: [] as string[], hasDepth: false, hasText: false };
  for (const line of [...text.split(/\r\n?|\n/), '']) {
    const words = line.trim();
    if (block) {
      if (block.isEnd(words)) block = null;
      continue;
    }
    const item = RULE.test(words) ? null : ITEM.exec(words);
    const indent = indentOf(line);
    const isInItem = words !== '' && item === null && indent >= (open[0]?.content ?? Number.POSITIVE_INFINITY);
    if (item || isInItem || words === '' || isBlock(words)) {
      if (!isText(paragraph)) return false;
      seen.hasText ||= paragraph.length > 0;
      paragraph = [];
    }
    if (item) {
      if (!opensItem(open, indent, item)) return false;
      seen.items.push(words.slice(item[0].length));
      seen.hasDepth ||= open.length > 1;
      block = blockOf(words.slice(item[0].length));
    } else if (isInItem) {
      while ((open.at(-1)?.content ?? 0) > indent) open.pop();
      // A line that goes on in the middle of a sentence was cut at a margin.
      if (!isBlock(words) && (startsSmall(words) || isCjk(words.charAt(0)))) seen.hasText = true;
      else seen.hasDepth = true;
      block = blockOf(words);
    } else if (words !== '' && isBlock(words)) {
      open.length = 0;
      block = blockOf(words);
    } else if (words !== '') {
      // Below a number, the number may be that of a heading.
      if (open[0]?.isNumbered) return false;
      if (paragraph.length === 0) open.length = 0;
      paragraph.push(words);
    }
  }
  if (seen.items.length === 0) return false;
  return seen.hasDepth || (!seen.hasText && seen.items.every((words) => splitRunOn(words, true) === null));
}

/**
 * Returns where an item ends that has more than other items in it: lines, fields, formulas, tables or code, which all belong
 * to it.
 *
 * @param start the index of its line
 * @returns the index after its last line; null for another item, and for one that is no outline by itself
 */
export function endOfNested(lines: readonly string[], start: number): number | null {
  const [mark = '', , spaces] = ITEM.exec(lines[start] ?? '') ?? [];
  if (spaces === undefined || spaces.length > 1) return null;
  let block = blockOf((lines[start] ?? '').slice(mark.length));
  let end = start + 1;
  let hasLines = false;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const words = line.trim();
    if (block) {
      if (block.isEnd(words)) block = null;
      hasLines = true;
    } else if (words !== '') {
      if (indentOf(line) < mark.length) break;
      const item = ITEM.exec(words);
      hasLines ||= item === null || isBlock(words.slice(item[0].length));
      block = blockOf(item ? words.slice(item[0].length) : words);
    } else continue;
    end = at + 1;
  }
  return hasLines && isOutline(lines.slice(start, end).join('\n')) ? end : null;
}

/** Opens an item, and closes those that it isn't in. @returns false if it is indented unlike the items beside it. */
function opensItem(open: OpenItem[], indent: number, [mark, number, spaces = '']: RegExpExecArray): boolean {
  let beside: OpenItem | undefined;
  while ((open.at(-1)?.content ?? 0) > indent) beside = open.pop();
  const isNumbered = number !== undefined;
  if (beside && (beside.indent !== indent || beside.isNumbered !== isNumbered)) return false;
  if (indent - (open.at(-1)?.content ?? 0) >= MOST_SPACES || (open.length === 0 && indent > 0)) return false;
  const width = mark.length - spaces.length;
  const gap = spaces.length === 0 || spaces.length > MOST_SPACES || spaces.includes('\t') ? 1 : spaces.length;
  open.push({ indent, content: indent + width + gap, isNumbered });
  return true;
}

function isBlock(words: string): boolean {
  if (words.startsWith('<') && !words.startsWith('<!--')) return false;
  return isVerbatimLine(words) || PROPERTY.test(words) || PAGES.test(words) || isEntryLine(words);
}

/** The code, formula or comment that a line opens and does not close; null for other lines. */
function blockOf(words: string): OpenBlock | null {
  const fence = FENCE.exec(words)?.[1];
  if (fence !== undefined)
    return { isEnd: (line) => line.startsWith(fence) && line.replaceAll(fence[0] ?? '', '') === '' };
  if (words.startsWith('$$') && words.indexOf('$$', 2) === -1) return { isEnd: (line) => line.includes('$$') };
  if (words.startsWith('<!--') && !words.includes('-->')) return { isEnd: (line) => line.includes('-->') };
  return null;
}

/** True if lines are none, or a paragraph that no heading, title or run-on list can be. */
function isText(lines: readonly string[]): boolean {
  if (lines.length === 0) return true;
  const text = lines.join(' ');
  const isHeading = (line: string, i: number) =>
    isHeadingLike(line) && !startsSmall(lines[i + 1] ?? '') && (i === 0 || endsClaim(lines[i - 1] ?? ''));
  return (endsClaim(text) || /[:：]$/.test(text)) && !lines.some(isHeading) && !isRunOn(text);
}
