/** Addresses as they are kept in a list of sources, and what a link's words say about the page behind it. */

import type { Span } from '../../../base/text';
import { withoutTracking } from '../../../base/urls';
import { EMPHASIS, trimUrl } from '../../../brief/sources/sourceEntries';

const ADDRESS = /https?:\/\/[^\s<>"，。；、）】」』|[\]]+/gi;

/** An address in a text, without the marks behind it that end a sentence or a bracket, and without Markdown's escapes. */
export interface WrittenAddress {
  readonly url: string;
  readonly span: Span;
}

/** The addresses of web pages in a text, in order. */
export function addressesIn(text: string): WrittenAddress[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => {
    const written = trimUrl(untilBracket(found));
    return { url: written.replace(/\\(?=[_*~-])/g, ''), span: { start: index, end: index + written.length } };
  });
}

/** Up to the bracket that closes one opened before the address, as behind `[words](https://…)`: words may follow it. */
function untilBracket(found: string): string {
  let open = 0;
  for (let i = 0; i < found.length; i++) {
    if (found[i] === '(') open++;
    else if (found[i] === ')' && --open < 0) return found.slice(0, i);
  }
  return found;
}

/** An address without what tells where a reader came from, and without the words to be marked on the page (`#:~:text=…`). */
export function cleanAddress(url: string): string {
  return withoutTracking(url)
    .replace(/:~:[^#]*$/, '')
    .replace(/#$/, '');
}

const NO_TITLE =
  /^(?:here|link|source|sources|this|that|it|read more|more|see|there|via|web|website|article|report|study|page|pdf|image|photo|ref|reference|hier|quelle|ici|aquí|这里|链接|来源|來源|原文|图片|此处|详情)(?: ?\d+)?$/i;
const BARE = /^(?:https?:\/\/|www\.)\S+$|^[\w.-]+\.[a-z]{2,12}(?:\/\S*)?$/i;
const NUMBER = /^[[(【]?\^?\d{1,3}[\])】]?$/;
const VAGUE =
  /^(?:the|a|an|this|that|these|its|their|one|another) (?:\w+ )?(?:report|study|article|paper|page|site|website|data|source|survey|analysis)$/i;

/** The words of a link that say what is behind it; null for an address, a number, "here" or "source". */
export function titleOfWords(written: string): string | null {
  const words = plainWords(written);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const bare = words.replace(EDGES, '');
  return [NO_TITLE, BARE, NUMBER, VAGUE].some((pattern) => pattern.test(words) || pattern.test(bare)) ? null : words;
}

/** The brackets and stops around words. */
const EDGES = /^[\s([{（【]+|[\s)\]}）】.,:;。，：；]+$/g;

/**
 * The words of a link within a sentence as a title: only where they look like one, as most are words of the sentence:
 * "output [rose by a third](…)".
 */
export function titleInSentence(written: string): string | null {
  const words = titleOfWords(written);
  if (words === null) return null;
  if (/^《[^》]+》$/.test(words)) return words;
  const parts = words.split(' ');
  return /^["“]?\p{Lu}/u.test(words) &&
    parts.length >= 2 &&
    parts.filter((part) => /^\p{Lu}/u.test(part)).length * 2 > parts.length
    ? words
    : null;
}

/** Without emphasis, escapes, images and addresses behind words, and the count of more sources behind it (`Reuters+2`). */
function plainWords(written: string): string {
  return written
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/[\s,，;；:：–—-]+https?:\/\/\S+/gi, '')
    .replace(EMPHASIS, '')
    .replace(/(?<=\S)\s?\+\d{1,2}$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
