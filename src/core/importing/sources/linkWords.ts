/** What the words of a link are: a mark, words of the sentence, the title of the page behind it, the name of its publisher. */
import { titleInSentence, titleOfWords } from '../../rules/fixes/sources/addresses';
import type { Link } from './linksOf';

/** How many more sources there are: `Reuters+2`. */
export const OTHERS = /(?<=\S)\s?\+\d{1,2}\s*$/;
/** Words of pages that a sentence may have, too: "a [study](…) found", "[this report](…) says". */
const NOUNS =
  /^(?:(?:the|a|an|this|that|these|its|their|one|another) )?(?:\w+ )?(?:this|that|it|there|website|site|article|report|study|paper|page|survey|analysis|data|image|photo)$/i;
const DETERMINED = /(?:^|\s)(?:an?|the|this|that|its|their|one|another|by|in|of|per) $/i;

/** Whether the words of a link are not words of the sentence: an address, "source", `Reuters+2`. */
export function isMark(text: string, { span, words }: Link): boolean {
  if (OTHERS.test(words)) return true;
  if (titleOfWords(words) !== null) return false;
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  return !NOUNS.test(words) || !(DETERMINED.test(before) || goesOn(text, span.end));
}

/** Whether a sentence goes on behind a link: with a word in small letters. */
function goesOn(text: string, from: number): boolean {
  return /^[*_"”’]*,? \p{Ll}/u.test(text.slice(from, from + 8));
}

/** What a link says of the page behind it. */
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

/** A name of one word is that of a publisher: `AP`, `Reuters`. */
function named(words: string | null): Named {
  if (words === null) return {};
  return /^\p{Lu}\p{L}{1,15}$/u.test(words) ? { publisher: words } : { title: words };
}

/** Whether a link stands by itself: in a cell, behind a label, behind the stop of a sentence, as all of an item. */
function isApart(text: string, { span }: Link): boolean {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const after = text.slice(span.end, span.end + 8);
  return (
    /(?:^|\n|[|:：.。!?！？;；)）\]]|\n[ \t]*[-*+])[ \t*_]*$/.test(before) &&
    /^[*_ \t]*(?:$|[\r\n|、;；[(（]|[.。](?:\s|$))/.test(after)
  );
}

const MOST_LABEL = 150;

/** The title before an address that ends an item: `- Price Index 2024: https://…`. */
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
