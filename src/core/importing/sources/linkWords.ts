/** Tells what the words of a link are: a mark, words of the sentence, or the title or the publisher of the page. */
import { titleInSentence, titleOfWords } from '../../rules/fixes/sources/addresses';
import type { Link } from './linksOf';

/** Count of further sources behind a name: `Reuters+2`. */
export const OTHERS = /(?<=\S)\s?\+\d{1,2}\s*$/;
/** Words for pages that may also be words of a sentence: "a [study](…) found", "[this report](…) says". */
const NOUNS =
  /^(?:(?:the|a|an|this|that|these|its|their|one|another) )?(?:\w+ )?(?:this|that|it|there|website|site|article|report|study|paper|page|survey|analysis|data|image|photo)$/i;
const DETERMINED = /(?:^|\s)(?:an?|the|this|that|its|their|one|another|by|in|of|per) $/i;

/** True if the words of a link aren't words of the sentence: an address, "source", `Reuters+2`. */
export function isMark(text: string, { span, words }: Link): boolean {
  if (OTHERS.test(words)) return true;
  if (titleOfWords(words) !== null) return false;
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  return !NOUNS.test(words) || !(DETERMINED.test(before) || goesOn(text, span.end));
}

/** True if the sentence goes on behind a link, with a word in small letters. */
function goesOn(text: string, from: number): boolean {
  return /^[*_"”’]*,? \p{Ll}/u.test(text.slice(from, from + 8));
}

/** Title or publisher of a page, as far as a link gives them. */
export interface Named {
  readonly title?: string;
  readonly publisher?: string;
}

/**
 * @param isAlone nothing but links stands in parentheses, or the words are a mark
 */
export function namedBy(text: string, link: Link, isAlone: boolean): Named {
  if (!isAlone && isApart(text, link)) return named(titleOfWords(link.words));
  const title = isAlone ? (titleOfWords(link.words) ?? labelOf(text, link)) : titleInSentence(link.words);
  return title === null ? {} : { title };
}

/** Reads words as a publisher if they are one capitalised word (`AP`, `Reuters`), else as a title. */
function named(words: string | null): Named {
  if (words === null) return {};
  return /^\p{Lu}\p{L}{1,15}$/u.test(words) ? { publisher: words } : { title: words };
}

/** True if a link stands by itself: in a cell, behind a label, behind the end of a sentence, or as a whole item. */
function isApart(text: string, { span }: Link): boolean {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const after = text.slice(span.end, span.end + 8);
  return (
    /(?:^|\n|[|:：.。!?！？;；)）\]]|\n[ \t]*[-*+])[ \t*_]*$/.test(before) &&
    /^[*_ \t]*(?:$|[\r\n|、;；[(（]|[.。](?:\s|$))/.test(after)
  );
}

const MOST_LABEL = 150;

/** Returns the title before an address that ends an item: `- Price Index 2024: https://…`. Null if there is none. */
function labelOf(text: string, { span, words, url }: Link): string | null {
  if (words !== url && !/^https?:\/\//.test(words)) return null;
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  if (!/^[>\s]*(?:\r?\n|$)/.test(text.slice(span.end, span.end + 10))) return null;
  const label = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(\S.*?)[ \t]*[:：.。–—-][ \t]*<?$/.exec(line)?.[1] ?? '';
  const isSentence = /\b(?:is|are|was|were|can|see|visit|at|found|under|here)\b|[[\]]|[.!?] \p{Lu}[^.]*\s\p{Ll}/u.test(
    label,
  );
  if (label.length > MOST_LABEL || isSentence || /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/.test(label)) return null;
  return /\p{L}\S*\s+\S*\p{L}|\p{Lo}{4}/u.test(label) ? titleOfWords(label) : null;
}
