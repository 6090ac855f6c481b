import type { TextSpan } from '../../base/text';
import { withoutHidden } from '../../document/inline/htmlTags';
import { trimmed } from '../../document/moved';
import { matches } from '../numbers/matches';

export interface Quotation {
  /** The words between the marks, verbatim. */
  readonly text: string;
  /** Place of these words. */
  readonly span: TextSpan;
}

/** Least length of a quotation, in characters; a CJK character counts as two. Shorter ones are mostly terms. */
const SHORTEST = 12;

/** Marks that close what a mark opens. German closes with the mark that opens in English. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['‘', '’'],
  ['＂', '＂'],
  ['"', '"'],
]);

const MARKS = /["＂“”„‟«»‹›「」『』﹁﹂﹃﹄‘’]|(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?=[\r\n])/g;

/**
 * Finds the words in quotation marks of any kind. Short ones, ones without letters, and titles of works are left out. A
 * quotation may go over a line break, but not over an empty line. One within another isn't listed.
 *
 * @param text Markdown; code, tags and addresses are passed over
 * @returns in order
 */
export function findQuotations(text: string): Quotation[] {
  const masked = mask(text);
  const pairs: TextSpan[] = [];
  let open: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of matches(masked, MARKS)) {
    if (/^[\r\n]/.test(mark)) {
      open = [];
      continue;
    }
    const before = masked.charAt(index - 1);
    const after = masked.charAt(index + 1);
    const opener = open.findLastIndex((candidate) => CLOSING.get(candidate.mark)?.includes(mark));
    if (opener >= 0 && mayClose(mark, before, after)) {
      pairs.push({ start: (open[opener]?.at ?? 0) + 1, end: index });
      open.length = opener;
    } else if (CLOSING.has(mark) && mayOpen(mark, before, after)) {
      // The next mark replaces one that was left open.
      if (opener >= 0 && mark === CLOSING.get(mark)) open.length = opener;
      open.push({ mark, at: index });
      if (open.length > DEEPEST) open.shift();
    }
  }
  return outermost(pairs).flatMap((pair) => {
    const span = trimmed(text, pair);
    const words = text.slice(span.start, span.end);
    return isQuotation(words) ? [{ text: words, span }] : [];
  });
}

/** Largest number of marks that may be open at once. With more, the first have been left open. */
const DEEPEST = 20;

/** Replaces text whose marks quote nothing by blanks of the same length. */
function mask(text: string): string {
  return withoutHidden(text).replace(UNREAD, (all) => ' '.repeat(all.length));
}

/** Code, comments, tags with their attributes, and the addresses and titles of links. */
const UNREAD =
  /`[^`\n]+`|<!--[^<>]{0,2000}-->|<[/a-z][^<>]{0,500}>|(?<=\])\([^()\n]{0,500}\)|https?:\/\/[^\s"“”«»「」]+/gi;

const LETTER = /[\p{L}\p{N}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function mayOpen(mark: string, before: string, after: string): boolean {
  switch (mark) {
    case '"':
    case '＂':
      return !isWord(before) && /^\S$/.test(after);
    // `’90s` is often typed so.
    case '‘':
      return !isWord(before) && /^\p{L}$/u.test(after);
    case '»':
      return !isWord(before) && /^\S$/.test(after);
    default:
      return true;
  }
}

function mayClose(mark: string, before: string, after: string): boolean {
  switch (mark) {
    case '"':
    case '＂':
      return /^\S$/.test(before) && !isWord(after);
    // An apostrophe is followed by a letter, or stands for the s of a plural.
    case '’':
      return /^\S$/.test(before) && !isWord(after) && !(before === 's' && after === ' ');
    case '“':
    case '«':
      return /^\S$/.test(before);
    default:
      return true;
  }
}

/** True for a letter or digit of a word. CJK characters stand beside marks without a space, so they don't count. */
function isWord(character: string): boolean {
  return LETTER.test(character) && !CJK.test(character);
}

/** Returns the pairs that no other pair holds, in order. */
function outermost(pairs: readonly TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const pair of pairs) {
    // A pair that holds others is closed after them.
    while ((kept.at(-1)?.start ?? -1) > pair.start) kept.pop();
    kept.push(pair);
  }
  return kept;
}

function isQuotation(words: string): boolean {
  if (!/\p{L}/u.test(words)) return false;
  let length = 0;
  for (const character of words) {
    length += CJK.test(character) ? 2 : 1;
    if (length >= SHORTEST) return !isTitle(words);
  }
  return false;
}

/**
 * True for `Mineral Commodity Summaries`: every long word has a capital, and no sentence ends in it. In CJK, titles have marks
 * of their own (《》), which quote nothing.
 */
function isTitle(words: string): boolean {
  if (/^《[^《》]*》$/.test(words)) return true;
  if (/[.!?…]/.test(words.replace(/^.*\p{L}/su, ''))) return false;
  const long = words.match(/(?<![\p{L}\p{M}'’])[\p{Script=Latin}\p{M}]{4,}/gu) ?? [];
  return long.length >= 2 && !CJK.test(words) && long.every((word) => /^\p{Lu}/u.test(word) || TITLE_SMALL.has(word));
}

/** Long words that stay small in titles. */
const TITLE_SMALL: ReadonlySet<string> = new Set([
  'with',
  'from',
  'into',
  'over',
  'about',
  'after',
  'between',
  'under',
]);
