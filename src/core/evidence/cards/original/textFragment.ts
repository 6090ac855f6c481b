/** The fragment of an address that leads a browser to words of a page (WICG, URL Fragment Text Directives). */

import type { TextSpan } from '../../../base/text';
import type { Passage } from '../../../brief/types';
import {
  blockAt,
  type CopyBlock,
  type CopyWords,
  countWords,
  type Stretch,
  standsAt,
  standsOnce,
  textOfStretch,
  wholeWords,
  wordsOfCopy,
} from './copyWords';

/** Minimum number of words. Fewer may also occur in a part of the page that the copy lacks. */
const LEAST_WORDS = 4;
/** Maximum number of words added around a place; more don't make it unique. */
const MOST_AROUND = 40;
/** Maximum length of a text that is named in full, in UTF-16 units. A longer one is named by its first and last words. */
const LONGEST_TEXT = 240;
const WORDS_AT_ENDS = 5;

/**
 * The directive for a stretch of a passage, such as `text=capacity%20was-,90%25,-in%202023`. It has as many words before and
 * after the stretch as it takes to occur only once in the copy. No word is cut, because browsers find whole words only.
 *
 * @param passages the copy, the same object as long as it doesn't change
 * @param passage the index of the passage
 * @param stretch of its text; an empty one stands for its beginning
 * @returns null if nothing makes the stretch unique
 */
export function textDirective(passages: readonly Passage[], passage: number, stretch: TextSpan): string | null {
  const copy = wordsOfCopy(passages);
  const blocks = copy.byPassage[passage];
  const [head] = blocks ?? [];
  if (!blocks || !head) return null;
  const target = wordsIn(copy, blocks, stretch);
  const first = blockAt(copy, target.from);
  const isShort = target.to < first.end && textOfStretch(copy, target).length <= LONGEST_TEXT;
  const exact = isShort
    ? withWordsAround(copy, target)
    : fromTo(copy, { from: target.from, to: Math.min(target.to, first.end - 1) }, target);
  if (exact !== null || !first.isCell) return exact;
  const fromHead = fromTo(copy, beginningOf(copy, head), target);
  if (fromHead !== null) return fromHead;
  // The cell isn't unique: a link to the row is near enough.
  for (const cell of [first, ...blocks]) {
    const inRow = withWordsAround(copy, beginningOf(copy, cell));
    if (inRow !== null) return inRow;
  }
  return null;
}

/**
 * The directive for a quote that is in no copy.
 *
 * @returns null if it has too few words to be unique
 */
export function directiveOfQuote(text: string): string | null {
  const copy = wordsOfCopy([{ text, from: 'quote' }]);
  const all = { from: 0, to: copy.forms.length - 1 };
  const first = copy.blocks[0];
  if (!first || countWords(copy, all) < LEAST_WORDS) return null;
  if (first.end === copy.forms.length && text.length <= LONGEST_TEXT) return written('', textOfStretch(copy, all), '');
  return fromTo(copy, { from: 0, to: first.end - 1 }, all);
}

/** The words that a stretch touches; if it touches no word, the first words of the passage. */
function wordsIn(copy: CopyWords, blocks: readonly CopyBlock[], { start, end }: TextSpan): Stretch {
  const words: number[] = [];
  for (const block of start < end ? blocks : []) {
    for (let word = block.first; word < block.end; word++) {
      const span = copy.spans[word];
      if (span && span.end > start && span.start < end) words.push(word);
    }
  }
  const [from, to] = [words[0], words.at(-1)];
  const [head] = blocks;
  if (from !== undefined && to !== undefined) return wholeWords(copy, { from, to });
  return head ? beginningOf(copy, head) : { from: 0, to: 0 };
}

function beginningOf(copy: CopyWords, { first, end }: CopyBlock): Stretch {
  return wholeWords(copy, { from: first, to: Math.min(first + WORDS_AT_ENDS, end) - 1 });
}

/** The directive for words of one block, with the words before and after that make them unique; null if nothing does. */
function withWordsAround(copy: CopyWords, target: Stretch): string | null {
  const around = tellingAround(copy, target);
  if (!around) return null;
  const { first, end } = blockAt(copy, target.from);
  // The text before the words, and the text after them, must be of one block, too. If it's of another block, the named words
  // reach up to that block.
  const [start, last] = [around.from < first, around.to >= end];
  const named = { from: start ? first : target.from, to: last ? end - 1 : target.to };
  return written(
    textBefore(copy, around.from, named.from),
    textOfStretch(copy, named, { start, end: last }),
    textAfter(copy, named.to, around.to),
  );
}

/** The smallest unique stretch around words: in their block, else with words of the block before and of the next. */
function tellingAround(copy: CopyWords, target: Stretch): Stretch | null {
  const { first, end, isCell } = blockAt(copy, target.from);
  const index = copy.blockOf[target.from] ?? 0;
  const own = { from: first, to: end - 1 };
  const inBlock = tellingWithin(copy, target, own, LEAST_WORDS);
  if (inBlock) return inBlock;
  // A short paragraph is enough by itself; a cell isn't.
  if (!isCell && countWords(copy, own) < LEAST_WORDS && standsOnce(copy, own)) return own;
  const [last, next] = [copy.blocks[index - 1], copy.blocks[index + 1]];
  const bounds = { from: last?.first ?? first, to: (next?.end ?? end) - 1 };
  return tellingWithin(copy, target, bounds, LEAST_WORDS);
}

/** @param bounds the words that the stretch may not leave */
function tellingWithin(copy: CopyWords, target: Stretch, bounds: Stretch, least: number): Stretch | null {
  let stretch = target;
  for (let added = 0; added <= MOST_AROUND; added++) {
    if (countWords(copy, stretch) >= least && standsOnce(copy, stretch)) return stretch;
    const [isStart, isEnd] = [stretch.from === bounds.from, stretch.to === bounds.to];
    if (isStart && isEnd) return null;
    const goesBack = isEnd || (!isStart && target.from - stretch.from < stretch.to - target.to);
    stretch = wholeWords(
      copy,
      goesBack ? { from: stretch.from - 1, to: stretch.to } : { from: stretch.from, to: stretch.to + 1 },
    );
  }
  return null;
}

/**
 * The directive from some words to the last words of a stretch; null if they aren't unique.
 *
 * @param head words of one block at the beginning of the stretch, or before it
 */
function fromTo(copy: CopyWords, head: Stretch, { from, to }: Stretch): string | null {
  const start = startIn(copy, head);
  const { first } = blockAt(copy, to);
  const end = wholeWords(copy, { from: Math.max(first, from, to - WORDS_AT_ENDS + 1), to });
  if (!start || end.from <= start.to) return null;
  // The browser stops at the first words like these.
  for (const place of standsAt(copy, end)) {
    if (place > start.to) {
      if (place < end.from) return null;
      break;
    }
  }
  const isBlock = start.before < blockAt(copy, start.from).first;
  return written(
    textBefore(copy, start.before, start.from),
    textOfStretch(copy, start, { start: isBlock }),
    '',
    textOfStretch(copy, end),
  );
}

/** The first words of a stretch, and the index, at or before them, from which the text is unique; null if there isn't one. */
function startIn(copy: CopyWords, { from, to }: Stretch): (Stretch & { readonly before: number }) | null {
  const { first } = blockAt(copy, from);
  const index = copy.blockOf[from] ?? 0;
  const start = wholeWords(copy, { from, to: Math.min(from + WORDS_AT_ENDS - 1, to) });
  const low = start.from > first ? first : (copy.blocks[index - 1]?.first ?? first);
  for (let { from: at } = start; ; at--) {
    const around = wholeWords(copy, { from: at, to: start.to });
    if (standsOnce(copy, around)) return { ...start, before: around.from };
    if (around.from <= low || start.from - around.from > MOST_AROUND) return null;
    at = around.from;
  }
}

/** The text from one word up to another, cut at the end of the first word's block. */
function textBefore(copy: CopyWords, from: number, word: number): string {
  if (from >= word) return '';
  const { text, end } = blockAt(copy, from);
  if (end <= word) return textOfStretch(copy, { from, to: end - 1 }, { end: true });
  return text.slice(copy.spans[from]?.start, copy.spans[word]?.start);
}

/** The text after one word, up to the end of another, cut at the start of the second word's block. */
function textAfter(copy: CopyWords, word: number, to: number): string {
  if (to <= word) return '';
  const { text, first } = blockAt(copy, to);
  if (first > word) return textOfStretch(copy, { from: first, to }, { start: true });
  return text.slice(copy.spans[word]?.end, copy.spans[to]?.end);
}

function written(prefix: string, start: string, suffix: string, end = ''): string | null {
  const parts = [
    prefix === '' ? [] : [`${encoded(prefix)}-`],
    [encoded(start)],
    end === '' ? [] : [encoded(end)],
    suffix === '' ? [] : [`-${encoded(suffix)}`],
  ];
  return `text=${parts.flat().join(',')}`;
}

/** Encodes a text for a directive. Hyphens have a meaning there, and `encodeURIComponent` leaves them. */
function encoded(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  return encodeURIComponent(line).replace(/-/g, '%2D');
}
