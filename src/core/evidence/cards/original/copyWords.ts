/** The words of a local copy, to find stretches that occur only once. */

import { derive } from '../../../base/derive';
import type { TextSpan } from '../../../base/text';
import type { Passage } from '../../../brief/types';
import { readWords } from '../../quotations/words';

/** A block that no browser breaks up: a paragraph, or a cell of a row. */
export interface CopyBlock {
  /** The text of its passage, and its span in that text. */
  readonly text: string;
  readonly span: TextSpan;
  /** Indexes of its first word among all words of the copy, and of the word after its last one. */
  readonly first: number;
  readonly end: number;
  /** True for a cell of a row that has other cells. */
  readonly isCell: boolean;
}

export interface CopyWords {
  readonly blocks: readonly CopyBlock[];
  /** The blocks of each passage that have words, in order. */
  readonly byPassage: readonly (readonly CopyBlock[])[];
  /** All words in order, as they are compared. */
  readonly forms: readonly string[];
  /** The span of each word in the text of its passage. */
  readonly spans: readonly TextSpan[];
  /** The index of the block of each word. */
  readonly blockOf: readonly number[];
  /** The indexes of each form among all words. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Words that follow each other, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** @param passages the same object as long as the copy doesn't change */
export const wordsOfCopy = derive((passages: readonly Passage[]): CopyWords => {
  const blocks: CopyBlock[] = [];
  const forms: string[] = [];
  const spans: TextSpan[] = [];
  const blockOf: number[] = [];
  const places = new Map<string, number[]>();
  const byPassage = passages.map(({ text }) => {
    const cells = cellsOf(text);
    const before = blocks.length;
    for (const span of cells) {
      const first = forms.length;
      const read = readWords(text.slice(span.start, span.end));
      for (const [i, form] of read.forms.entries()) {
        const { start, end } = read.spans[i] ?? span;
        const others = places.get(form);
        if (others) others.push(forms.length);
        else places.set(form, [forms.length]);
        forms.push(form);
        spans.push({ start: span.start + start, end: span.start + end });
        blockOf.push(blocks.length);
      }
      if (forms.length > first) blocks.push({ text, span, first, end: forms.length, isCell: cells.length > 1 });
    }
    return blocks.slice(before);
  });
  return { blocks, byPassage, forms, spans, blockOf, places };
});

/** The cells of a row, which are joined by bars. */
function cellsOf(text: string): TextSpan[] {
  const cells: TextSpan[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/ \| /g)) {
    cells.push({ start, end: index });
    start = index + 3;
  }
  return [...cells, { start, end: text.length }];
}

const NO_BLOCK: CopyBlock = { text: '', span: { start: 0, end: 0 }, first: 0, end: 0, isCell: false };

export function blockAt({ blocks, blockOf }: CopyWords, word: number): CopyBlock {
  return blocks[blockOf[word] ?? -1] ?? NO_BLOCK;
}

/** Extends a stretch, within its first and its last block, until it begins and ends where a browser separates words. */
export function wholeWords(copy: CopyWords, { from, to }: Stretch): Stretch {
  const [{ first }, { end }] = [blockAt(copy, from), blockAt(copy, to)];
  let [start, last] = [from, to];
  while (start > first && !isParted(copy, start)) start--;
  while (last < end - 1 && !isParted(copy, last + 1)) last++;
  return { from: start, to: last };
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const SIGN = /[\p{S}\p{P}]/u;
/** Characters that keep words together, as in `3.5`, `a_b`, `U.S` and `don't` (UAX 29), and invisible ones. */
const JOINS = /^[.,;:'’·_\u00AD\u200B-\u200D\u2060\uFEFF]+$/;

/**
 * True if a browser separates a word from the one before it in its block. Browsers separate CJK characters by different
 * dictionaries: here, only punctuation and other scripts separate them.
 */
function isParted(copy: CopyWords, word: number): boolean {
  const [before, after] = [copy.spans[word - 1], copy.spans[word]];
  if (!before || !after) return true;
  const { text } = blockAt(copy, word);
  const between = text.slice(before.end, after.start);
  if (between !== '') return !JOINS.test(between);
  const [left, right] = [text.slice(before.start, before.end), text.slice(after.start, after.end)];
  return CJK.test(left) !== CJK.test(right) || SIGN.test(left) || SIGN.test(right);
}

/** Counts the words of a stretch. A CJK character is half a word. */
export function countWords({ forms }: CopyWords, { from, to }: Stretch): number {
  let count = 0;
  for (let word = from; word <= to; word++) count += CJK.test(forms[word] ?? '') ? 0.5 : 1;
  return count;
}

/** True if the same words follow each other nowhere else in the copy, even across blocks. */
export function standsOnce(copy: CopyWords, stretch: Stretch): boolean {
  let seen = 0;
  for (const _ of standsAt(copy, stretch)) if (++seen > 1) return false;
  return seen === 1;
}

/** Yields the index of the first word of each stretch with the same words, in order. */
export function* standsAt({ forms, places }: CopyWords, { from, to }: Stretch): Generator<number> {
  let [rarest, at] = [places.get(forms[from] ?? '') ?? [], from];
  for (let word = from + 1; word <= to; word++) {
    const others = places.get(forms[word] ?? '') ?? [];
    if (others.length < rarest.length) [rarest, at] = [others, word];
  }
  for (const place of rarest) {
    const start = place - (at - from);
    let length = 0;
    while (length <= to - from && forms[start + length] === forms[from + length]) length++;
    if (length > to - from) yield start;
  }
}

/**
 * The text of a stretch within one passage.
 *
 * @param ends `start`, `end`: with the text before the first word, or after the last, in its block
 */
export function textOfStretch(
  copy: CopyWords,
  { from, to }: Stretch,
  { start = false, end = false }: { readonly start?: boolean; readonly end?: boolean } = {},
): string {
  const [head, tail] = [blockAt(copy, from), blockAt(copy, to)];
  return head.text.slice(start ? head.span.start : copy.spans[from]?.start, end ? tail.span.end : copy.spans[to]?.end);
}
