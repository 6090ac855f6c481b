import { once } from '../../base/once';
import { readFramed } from '../frames/framedText';
import type { FramedText } from '../frames/types';
import { stem } from '../ranking/stem';
import type { Statement } from './statements';

/**
 * Longest text, in UTF-16 units, that is read for what its numbers are of or for what it denies. Longer ones go on for pages.
 */
export const LONGEST = 8000;
/** A statement; each part of what is read of it is read when first asked for. */
export interface ReadClaim {
  readonly statement: Statement;
  /** Returns the starts of its words, from {@link startsIn}. */
  readonly starts: () => readonly string[];
  /** Its frames: first in its own words, then in words that other languages share. */
  readonly framed: readonly (() => FramedText | null)[];
}

export function readClaim(statement: Statement): ReadClaim {
  const { text, language, numbers, cell } = statement;
  const quantities = once(() => [...(cell?.numbers ?? []), ...numbers.map(({ quantity }) => quantity)]);
  return {
    statement,
    starts: once(() => [...new Set(startsIn(text.toLowerCase()))]),
    framed: [false, true].map((isForeign) =>
      once(() => readFramed(text, language, quantities(), { isClaim: true, isForeign })),
    ),
  };
}

/** Returns the stems of words and numbers of three characters or more; pairs of characters in Chinese and Japanese. */
function startsIn(text: string): readonly string[] {
  if (MAY_BE_CJK.test(text)) return [...text.matchAll(WORD)].map(([word, pair]) => pair ?? stem(word));
  return [...text.matchAll(OTHER_WORD)].flatMap(([word]) => ([...word].length < 3 ? [] : [stem(word)]));
}

const WORD = /(?=([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}))|[\p{Script=Latin}\p{N}]{3,}/gu;
/** Words of a text without CJK characters. V8 compiles this pattern 20 times faster. */
const OTHER_WORD = /[\p{Script=Latin}\p{N}]+/gu;
/** Characters that may be CJK; there are none below U+2E80. */
const MAY_BE_CJK = /[\u2e80-\uffff]/;
