/** Judges a line by its look: a heading, the end of a claim, a continuation. */
import { sectionKindOf } from '../../brief/needs/sectionWords';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /\p{L}/u;
const MAX_HEADING_WORDS = 8;
const MAX_HEADING_LETTERS = 80;
const MAX_CJK_HEADING = 24;

/** Headings of reports that are one plain word, or that no rule of form would know. In lower case. */
const USUAL_HEADINGS = new Set(
  (
    'overview background introduction context outlook risks analysis findings results discussion implications ' +
    'opportunities challenges drivers trends market competition technology policy timeline history details ' +
    '背景 概述 概况 展望 风险 分析 结果 讨论 影响 趋势 政策 技术 市场 行业概况 行业概览 竞争格局 最新进展 ' +
    '技术进展 核心观点 核心要点 市场动态'
  ).split(' '),
);
for (const phrase of [
  'core viewpoint',
  'core viewpoints',
  'core insights',
  'industry overview',
  'competitive landscape',
  'recent developments',
]) {
  USUAL_HEADINGS.add(phrase);
}

/** Words that stand in lower case inside a heading in title case. */
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into nor of on onto or over per the to vs via with &'.split(' '),
);

/** Words that no claim ends with, so no heading follows them. */
const OPEN_WORDS = new Set(
  (
    'a an and as at between but by for from in into is are was were has have had nor of on onto or over per the than ' +
    'that their its to vs via with & which who called named'
  ).split(' '),
);

export function isCjk(char: string | undefined): boolean {
  return char !== undefined && CJK.test(char);
}

export function hasLetter(text: string): boolean {
  return LETTER.test(text);
}

/** True if a short text is mostly Chinese, Japanese or Korean. A CJK character counts as three letters. */
export function isMostlyCjk(text: string): boolean {
  let cjk = 0;
  let other = 0;
  for (const char of text) {
    if (CJK.test(char)) cjk++;
    else if (LETTER.test(char)) other++;
  }
  return cjk * 3 > other;
}

/** True if the text opens as a sentence or a heading does: not with a small letter, and not with a punctuation mark. */
export function opensAfresh(text: string): boolean {
  return /^["'“‘「『《（([$€£¥#*]{0,3}[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text);
}

export function startsSmall(text: string): boolean {
  return /^["'“‘(]{0,2}\p{Ll}/u.test(text);
}

/** Returns the heading without the bold marks or the colon that made it one; the text itself if it has none. */
export function bareHeading(text: string): string {
  const marked = /^#{1,6}\s+(?=\S)/.exec(text);
  const plain = (marked ? text.slice(marked[0].length) : text).trim();
  const bold = /^(?:\*\*([^*]+)\*\*|__([^_]+)__)([:：]?)$/.exec(plain);
  const words = bold ? (bold[1] ?? bold[2] ?? '') : plain;
  // Without the mark of a list before it, a number needs no backslash.
  return (
    words
      .replace(/[:：]$/, '')
      .replace(/^(\d{1,3})\\(?=[.)])/, '$1')
      .trim() || plain
  );
}

/** True if the words are a usual heading of reports, such as "Summary", "Sources" or 行业概况. */
export function isUsualHeading(text: string): boolean {
  const words = bareHeading(text);
  if (words.length > MAX_HEADING_LETTERS) return false;
  return USUAL_HEADINGS.has(words.toLowerCase()) || sectionKindOf(words) !== 'content';
}

/** A heading over all headings behind it, at the start of some words. */
const OVER_ALL = /^(?:Summary by Sections?|Section Summaries|分(?:章节|部分|板块)(?:摘要|总结|要点))(?=[\s:：]|$)/i;

/** Splits words that begin with a heading over all others into that heading and the rest; null for other words. */
export function headingOverAll(text: string): { readonly heading: string; readonly rest: string } | null {
  const words = bareHeading(text);
  const [heading] = OVER_ALL.exec(words) ?? [];
  return heading === undefined ? null : { heading, rest: words.slice(heading.length).replace(/^[:：\s]+/, '') };
}

export function isSourcesHeading(text: string): boolean {
  return text.length <= MAX_HEADING_LETTERS && sectionKindOf(bareHeading(text)) === 'sources';
}

/** True if the text has the form of a heading: short, opening like a sentence, and neither a sentence nor a citation. */
export function isHeadingLike(text: string): boolean {
  const words = bareHeading(text);
  if (words === '' || words.length > MAX_HEADING_LETTERS || !hasLetter(words) || !opensAfresh(words)) return false;
  if (/[.。,，;；!！…、\]】]$/.test(words) || /[\]】。；]|\w[.!;] |https?:\/\//.test(words)) return false;
  if (isMostlyCjk(words)) return words.length <= MAX_CJK_HEADING && !/[，。；！]/.test(words);
  return wordsOf(words).length <= MAX_HEADING_WORDS;
}

/** True if the first word, and every word of four letters or more, opens with a capital. CJK words always count. */
export function isTitleCase(text: string): boolean {
  const words = wordsOf(bareHeading(text));
  return words.length > 0 && words.every((word, i) => opensAfresh(word) || (i > 0 && isSmallWord(word)));
}

/**
 * Returns the offset of a heading at the end of a text, without any mark before it, as in "difficult for competitors to match
 * Industry Overview". Only words in title case after the end of a phrase count. Null if there is no heading.
 */
export function trailingHeading(text: string): number | null {
  const window = Math.max(0, text.length - 2 * MAX_HEADING_LETTERS);
  const tail = text.slice(window).trimEnd();
  const words = [...tail.matchAll(/\S+/g)];
  let first = words.length;
  while (first > 0 && words.length - first < MAX_HEADING_WORDS) {
    const word = words[first - 1]?.[0] ?? '';
    if (!isCapitalised(word) && !SMALL_WORDS.has(word)) break;
    first--;
  }
  while (first < words.length && !isCapitalised(words[first]?.[0] ?? '')) first++;
  for (let i = first; i < words.length; i++) {
    const at = words[i]?.index ?? 0;
    const heading = tail.slice(at);
    const afterOpenWord = i === 0 || OPEN_WORDS.has((words[i - 1]?.[0] ?? '').toLowerCase());
    const plain = i === first && words.length - i >= 2 && !afterOpenWord && isHeadingLike(heading);
    if (plain || (i > 0 && USUAL_HEADINGS.has(heading.toLowerCase()))) return window + at;
  }
  return null;
}

/** True if the last word is a number or a plain word in small letters, as at the end of a phrase without a name. */
export function endsPlainly(text: string): boolean {
  const last = /\S+$/.exec(text.slice(-80).trimEnd())?.[0] ?? '';
  return /^["'“‘(]{0,2}[\p{Ll}\p{N}$€£¥]/u.test(last) && !OPEN_WORDS.has(last);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word.toLowerCase()) || !hasLetter(word) || word.length < 4;
}

function isCapitalised(word: string): boolean {
  return /^["“‘(]{0,2}\p{Lu}/u.test(word) && !/[.,;:!?]$/.test(word);
}
