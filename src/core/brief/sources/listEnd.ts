/** Finds the end of a list of sources that a line such as "Sources:" starts. (A list under a heading ends with its section.) */

import { derive } from '../../base/derive';
import { wordCount } from '../../document/claims';
import { childrenOf } from '../../document/parseTree';
import { isReferences, type ParsedBlock, readingOf } from '../blocks/parsedBlock';
import { isLabel } from '../needs/sectionWords';
import { readReference } from './sourceEntries';

/** The role of a block in a list of sources. */
interface ListPart {
  /** `between`: comments, rules and the like. `other`: neither entries nor prose, such as a phrase or code. */
  readonly role: 'entries' | 'prose' | 'label' | 'between' | 'other';
  /** True if each of its entries has an address, or is a printed reference. */
  readonly onlyWorks: boolean;
  /** The numbers of its first and its last entry; NaN if they have none. */
  readonly first: number;
  readonly last: number;
}

/** A list of sources that a line started. */
export interface LineList {
  /** True if the words of the line name sources. If not, only works with addresses belong to the list. */
  readonly isSure: boolean;
  /** The number of its last entry, NaN if that has no number; null before its first entry. */
  last: number | null;
}

/** Makes the list that a block starts with its line. */
export function listOpenedBy(block: ParsedBlock, isSure: boolean): LineList {
  const { entries, works } = readingOf(block, true);
  return { isSure, last: entries.length + works.length > 0 ? Number(entries.at(-1)?.id) : null };
}

/**
 * Tells whether a list has ended before a block. If it hasn't, the block's entries are added to it.
 *
 * @param index the index of the block
 */
export function endsBefore(list: LineList, blocks: readonly ParsedBlock[], index: number): boolean {
  if (isEndedBy(list, blocks, index)) return true;
  const block = blocks[index];
  const part = block && partOf(block);
  // A work without a number, as an address that was torn off its entry, counts no further.
  if (part?.role === 'entries') list.last = Number.isNaN(part.last) ? (list.last ?? part.last) : part.last;
  return false;
}

/** Most blocks behind a text in which entries may continue the numbers of a list. */
const FARTHEST = 8;

function isEndedBy(list: LineList, blocks: readonly ParsedBlock[], index: number): boolean {
  if (list.last === null) return false;
  const behind = behindLabels(blocks, index);
  const block = blocks[behind];
  if (!block || block.sourcesLine?.isSure) return false;
  const { role, onlyWorks } = partOf(block);
  if (role === 'between' || role === 'label') return false;
  if (!list.isSure) return !onlyWorks;
  return role === 'prose' && !isLast(blocks, behind) && !goesOnBehind(list, blocks, behind);
}

/** Returns the index of a block; for a label such as "Reports:", the index of the block that it stands over. */
function behindLabels(blocks: readonly ParsedBlock[], index: number): number {
  const first = blocks[index];
  if (!first || partOf(first).role !== 'label') return index;
  for (let at = index + 1; at <= index + FARTHEST; at++) {
    const block = blocks[at];
    if (!block || block.heading) return index;
    const { role } = partOf(block);
    if (role !== 'between' && role !== 'label') return at;
  }
  return index;
}

/** True if a block is the last text of a document. Behind a list of sources, such a text is a remark about the document. */
function isLast(blocks: readonly ParsedBlock[], index: number): boolean {
  return index > blocks.length - FARTHEST && blocks.slice(index + 1).every(isBetween);
}

function isBetween({ isComment, kind }: ParsedBlock): boolean {
  return isComment || kind === 'html' || kind === 'rule' || kind === 'definition';
}

/** True if a text is a remark in a list: the next block has works only, or later entries continue the list's numbers. */
function goesOnBehind({ last }: LineList, blocks: readonly ParsedBlock[], index: number): boolean {
  const counts = (block: ParsedBlock) => partOf(block).first === (last ?? Number.NaN) + 1;
  if (blocks[index] && counts(blocks[index])) return true;
  let isNext = true;
  for (const block of blocks.slice(index + 1, index + 1 + FARTHEST)) {
    if (block.heading) return false;
    const { role, onlyWorks } = partOf(block);
    if (counts(block) || (isNext && onlyWorks)) return true;
    if (role !== 'between') isNext = false;
  }
  return false;
}

/** True if two blocks are the same for a list in which they may stand. */
export function isSameInList(a: ParsedBlock, b: ParsedBlock): boolean {
  const [one, other] = [partOf(a), partOf(b)];
  return (
    one.role === other.role &&
    one.onlyWorks === other.onlyWorks &&
    Object.is(one.first, other.first) &&
    Object.is(one.last, other.last)
  );
}

const partOf = derive((block: ParsedBlock): ListPart => {
  const { kind, text } = block;
  const none = { onlyWorks: false, first: Number.NaN, last: Number.NaN };
  if (isBetween(block)) return { role: 'between', ...none };
  const { entries, works } = readingOf(block, true);
  const numbers = { first: Number(entries[0]?.id), last: Number(entries.at(-1)?.id) };
  if (kind === 'paragraph' && entries.length === 0) {
    if (isLabel(text)) return { role: 'label', ...none };
    if (isProse(text)) return { role: 'prose', ...none };
  }
  if (kind === 'list' && isListOfSentences(block)) return { role: 'prose', ...none, ...numbers };
  const declares = entries.length + works.length > 0;
  return { role: declares ? 'entries' : 'other', onlyWorks: declares && isReferences(block), ...numbers };
});

/** True if each item of a list is a sentence rather than an entry. */
function isListOfSentences({ tree, text }: ParsedBlock): boolean {
  const items = tree.topNode.getChildren('ListItem').map((item) => {
    const paragraph = childrenOf(item).find(({ name }) => name === 'Paragraph');
    return paragraph ? text.slice(paragraph.from, paragraph.to) : '';
  });
  return items.every((item) => longestSentence(item) >= 3) && items.some((item) => isProse(item));
}

/** Fewest words of a sentence in prose. The title of an entry without further fields has fewer. */
const FEWEST_WORDS = 5;

function isProse(text: string): boolean {
  return longestSentence(text) >= FEWEST_WORDS;
}

const LINK = /!?\[((?:[^[\]\\]|\\.){0,300})\]\([^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?\)/g;
const CITATION = /\s?\[\^?\d{1,3}\](?:\([^\s()]{0,2000}\))?/g;
const ENTRY_START = /^\\?[[［【]\d/;
/** A link before the first word, unless the sentence goes on behind it. */
const LINK_FIRST = /^[\s*_"“「(]*\uE000[^\uE001]*\uE001[*_]*(?!\s?(?:\p{Ll}|\p{Script=Han}))/u;
/** A link behind a mark at the end: `Rules for kilns. [PDF](…)` */
const LINK_LAST = /[,.:;–—|，。：；-]\s*[(（]?\uE000[^\uE001]*\uE001[)）]?[.。]?$/;
const ADDRESS = /https?:\/\/|www\./i;
/** The longest reference, in UTF-16 units. */
const LONGEST = 4000;
const ENDS = /[.。!！?？…]["”’)）」』»*_]*$/;
/** The end of a printed reference: `Oslo Press, 2019.` */
const YEAR_LAST = /[,，]\s*(?:19|20)\d\d[.。]?$/;

/** Counts the words of a text's longest sentence; 0 for a phrase or a reference, which isn't prose. */
function longestSentence(text: string): number {
  const whole = text.trim();
  if (ENTRY_START.test(whole)) return 0;
  if (whole.length > LONGEST) return ADDRESS.test(whole) ? 0 : FEWEST_WORDS;
  const marked = whole.replace(CITATION, '').replace(LINK, '\uE000$1\uE001');
  if (LINK_FIRST.test(marked) || LINK_LAST.test(marked) || ADDRESS.test(marked)) return 0;
  const plain = marked.replace(/[\uE000\uE001]/g, '').trim();
  if (!ENDS.test(plain) || YEAR_LAST.test(plain) || /\bISBN\b/.test(plain)) return 0;
  const { authors, published, accessed, doi } = readReference(text, { start: 0, end: text.length });
  if (authors.length > 0 || published || accessed || doi) return 0;
  return plain.split(/[.!?]\s|[。！？]/).reduce((longest, sentence) => Math.max(longest, wordCount(sentence)), 0);
}
