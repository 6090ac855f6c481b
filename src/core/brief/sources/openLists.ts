/** Finds lists of sources by what they are: stretches of blocks that name works, with any heading or none. */

import { derive } from '../../base/derive';
import { hasAddress, isPlainHeading, startsAtOne } from '../../document/blocks/plainHeadings';
import { isReferences, type ParsedBlock, readingOf } from '../blocks/parsedBlock';
import { isLabel } from '../needs/sectionWords';

/** A list of sources that no words announce. */
export interface OpenList {
  /** The index of its first block. */
  readonly start: number;
  /** The index behind its last block. */
  readonly end: number;
  /** `numbers`: its entries have numbers in brackets, each once. `end`: it ends the document, behind a rule or a heading. */
  readonly knownBy: 'numbers' | 'end';
}

/** The longest stretch of labels and comments between a heading and the works below it, in blocks. */
const MOST_BETWEEN = 6;

/**
 * True if the first block behind a heading or line names works only, or has numbered entries behind a line of plain words. Comments
 * don't count, and behind a heading neither do labels and lower headings. The section of a heading must name as many works as it
 * has blocks of other text.
 */
export function listsWorks(blocks: readonly ParsedBlock[], opener: number): boolean {
  const level = blocks[opener]?.heading?.level;
  const isBetween = (block: ParsedBlock) =>
    block.isComment || (level !== undefined && ((block.heading?.level ?? 0) > level || isLabelBlock(block)));
  const first = blocks.slice(opener + 1, opener + 1 + MOST_BETWEEN).findIndex((block) => !isBetween(block));
  const next = blocks[opener + 1 + first];
  if (first < 0 || next === undefined) return false;
  const isList = namesWorks(next) || (isPlainHeading(blocks[opener]?.sourcesLine?.words ?? '') && isNumberedList(next));
  return isList && (level === undefined || namesMostlyWorks(blocks, opener, level));
}

/** True if a section names at least as many works as it has blocks of other text. */
function namesMostlyWorks(blocks: readonly ParsedBlock[], opener: number, level: number): boolean {
  let balance = 0;
  for (let at = opener + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || (block.heading && block.heading.level <= level)) break;
    if (block.heading || isBetween(block) || block.kind === 'rule' || isLabelBlock(block)) continue;
    balance += worksIn(block) || (hasFields(block) ? 1 : -1);
  }
  return balance >= 0;
}

function isLabelBlock({ kind, text }: ParsedBlock): boolean {
  return kind === 'paragraph' && isLabel(text);
}

function namesWorks(block: ParsedBlock): boolean {
  return isReferences(block) || hasFields(block);
}

/** True if a block has the fields of one source, as stand below the heading of an entry. */
function hasFields(block: ParsedBlock): boolean {
  return hasAddress(block.text) && readingOf(block, true).fields.some(({ count }) => count > 1);
}

/** True if a block counts from 1 in brackets, or if most of its numbered entries name works. */
function isNumberedList(block: ParsedBlock): boolean {
  const { length } = readingOf(block, true).entries;
  return startsAtOne(block.text) || (length > 1 && worksNamedIn(block) >= length * LEAST_WORKS);
}

/** Fewest works that make a list at the end of a document. */
const LEAST_AT_END = 3;
/** Fewest entries that make a list with numbers in brackets. */
const LEAST_NUMBERED = 2;
/** Blocks in a row of which none is an entry don't end a list. */
const FARTHEST = 8;

/** Finds the lists of sources that no words announce, in document order. */
export function openListsIn(blocks: readonly ParsedBlock[]): OpenList[] {
  const lists: OpenList[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const end = numberedFrom(blocks, at);
    if (end === null) continue;
    lists.push({ start: at, end, knownBy: 'numbers' });
    at = end - 1;
  }
  const start = startAtEnd(blocks);
  if (start < (lists.at(-1)?.start ?? blocks.length)) lists.push({ start, end: blocks.length, knownBy: 'end' });
  return lists;
}

/** Returns the index behind a list of numbered entries that starts with a block; null if none does. */
function numberedFrom(blocks: readonly ParsedBlock[], start: number): number | null {
  const first = blocks[start];
  if (!first || !opensWithNumber(first)) return null;
  return numberedTo(blocks, start, true) ?? numberedTo(blocks, start, false);
}

/** The share of the entries of a list that must name works, if the others only go on counting. */
const LEAST_WORKS = 0.5;

/** @param byCount whether a block may be an entry because it has the next number */
function numberedTo(blocks: readonly ParsedBlock[], start: number, byCount: boolean): number | null {
  const numbers = new Set<string>();
  const counted = { works: 0, entries: 0, definitions: 0, last: Number.NaN };
  let end = start;
  for (let at = start; at < blocks.length && at - end < FARTHEST; at++) {
    const block = blocks[at];
    if (!block || block.heading) break;
    if (isBetween(block)) {
      if (block.kind === 'definition') counted.definitions++;
      continue;
    }
    const own = opensWithNumber(block) ? numbersOf(block) : [];
    if (own.some((number) => numbers.has(number))) break;
    const isNext = !(Number(own[0]) > counted.last + 1 + counted.definitions || Number(own[0]) <= counted.last);
    if (!isReferences(block) && !(byCount && own.length > 0 && isNext && isShort(block))) break;
    counted.works += worksNamedIn(block);
    counted.entries += Math.max(own.length, 1);
    for (const number of own) numbers.add(number);
    counted.last = Number(own.at(-1) ?? counted.last);
    end = at + 1;
  }
  const isList = counted.works >= counted.entries * LEAST_WORKS;
  return numbers.size >= LEAST_NUMBERED && isList ? end : null;
}

/** The longest text of an entry that may be one because of its number alone, in UTF-16 units. */
const LONGEST_ENTRY = 400;

function isShort(block: ParsedBlock): boolean {
  return block.text.length <= LONGEST_ENTRY * Math.max(numbersOf(block).length, 1);
}

/** `[2]: After the survey of 2020`: an entry in the form of a link definition, whatever it says. */
const LIKE_DEFINITION = /^\s*\[\d{1,3}\][:：]\s/;

/** Counts the entries of a block that have an address, authors or a year; all of them if it names works only. */
const worksNamedIn = derive((block: ParsedBlock): number => {
  const { entries } = readingOf(block, true);
  if (isReferences(block) || LIKE_DEFINITION.test(block.text)) return Math.max(entries.length, 1);
  return entries.filter(({ url, doi, authors, published }) => url ?? doi ?? published ?? authors.length > 0).length;
});

function isBetween({ isComment, kind }: ParsedBlock): boolean {
  return isComment || kind === 'html' || kind === 'definition';
}

/** The number of an entry in brackets, which may be a link: `[1]`, `- [1]`, `[\[1\]](https://…)`. */
const NUMBER_FIRST =
  /^\s*(?:[-*+•]\s+)?(?:<a\s[^<>]{1,80}>(?:<\/a>)?\s*)?(?:\*\*)?\\?[[［【]{1,2}\\?\[?\d{1,3}\\?[\]］】]/;

function opensWithNumber({ kind, text }: ParsedBlock): boolean {
  return (kind === 'paragraph' || kind === 'list') && NUMBER_FIRST.test(text);
}

const numbersOf = derive((block: ParsedBlock): readonly string[] =>
  readingOf(block, true).entries.flatMap(({ id }) => (/^\d+$/.test(id) ? [id] : [])),
);

/**
 * Finds the list of sources at the end of a document, behind a rule, where word processors put notes, or behind a heading
 * in any words.
 *
 * @returns the index of its first block; the number of blocks if there is no such list
 */
function startAtEnd(blocks: readonly ParsedBlock[]): number {
  let start = blocks.length;
  let works = 0;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'rule' || block.heading) break;
    if (isReferences(block)) {
      start = i;
      works += worksIn(block);
    } else if (!isBetween(block)) return blocks.length;
  }
  const before = blocks.slice(0, start);
  const isList = works >= LEAST_AT_END && (before.at(-1)?.heading ? isApart(before) : before.length > 0);
  return isList ? start : blocks.length;
}

/** True if a document has other texts than lists of links. The last list of a digest is like those before it. */
function isApart(texts: readonly ParsedBlock[]): boolean {
  const lists = texts.filter((block) => block.kind === 'list' && isReferences(block));
  return lists.length === 0 && texts.some(({ kind }) => kind === 'paragraph' || kind === 'list');
}

/** Counts the works of a block that names works only; 0 for any other block. */
function worksIn(block: ParsedBlock): number {
  if (!isReferences(block)) return 0;
  const { entries, works } = readingOf(block, true);
  return entries.length + works.length;
}

/** True if two blocks are the same for the lists that no words announce. */
export function isSameInOpenLists(a: ParsedBlock, b: ParsedBlock): boolean {
  const [one, other] = [opensWithNumber(a), opensWithNumber(b)];
  if (worksIn(a) !== worksIn(b) || one !== other || hasFields(a) !== hasFields(b)) return false;
  if (isLabelBlock(a) !== isLabelBlock(b)) return false;
  return (
    !one ||
    (numbersOf(a).join() === numbersOf(b).join() && worksNamedIn(a) === worksNamedIn(b) && isShort(a) === isShort(b))
  );
}
