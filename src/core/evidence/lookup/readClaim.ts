import { once } from '../../base/once';
import { readFramed } from '../frames/framedText';
import type { FramedText } from '../frames/types';
import { stem } from '../ranking/stem';
import type { Statement } from './statements';

/** In UTF-16 units: a text that goes on for pages is not read for what its numbers are of, nor for what it denies. */
export const LONGEST = 8000;
/** A statement, each part of what is read of it when it is first asked for. */
export interface ReadClaim {
  readonly statement: Statement;
  /** How its words start. */
  readonly starts: () => readonly string[];
  /** In its own words, and in those that other languages share. */
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

/** Words and numbers; of Chinese and Japanese two characters. */
function startsIn(text: string): readonly string[] {
  if (MAY_BE_CJK.test(text)) return [...text.matchAll(WORD)].map(([word, pair]) => pair ?? stem(word));
  return [...text.matchAll(OTHER_WORD)].flatMap(([word]) => ([...word].length < 3 ? [] : [stem(word)]));
}

const WORD = /(?=([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}))|[\p{Script=Latin}\p{N}]{3,}/gu;
/** V8 takes a twentieth of the time to compile it. */
const OTHER_WORD = /[\p{Script=Latin}\p{N}]+/gu;
/** Below it is none of these. */
const MAY_BE_CJK = /[\u2e80-\uffff]/;
