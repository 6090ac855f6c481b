/** Emphasis, and what is struck out: which runs of marks belong together. */
import type { Delimiter, Pair } from './tokens';

const SPACE = /\s/;
const PUNCTUATION = /[\p{S}\p{P}]/u;
/** The letters and the marks of Chinese, Japanese and Korean. */
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The run of marks that stands at a place, and whether it may open or close by what is around it (CommonMark 0.31, 6.2).
 *
 * Chinese and Japanese have no blanks beside `**`, by which CommonMark tells that `**（…）**和` ends there: two marks open and close
 * beside their letters and their punctuation as they do beside letters. One mark may be a sign for "times".
 *
 * @param to where it ends
 */
export function delimiterAt(text: string, sign: Delimiter['sign'], from: number, to: number): Delimiter {
  const before = text[from - 1];
  const after = text[to];
  const isSpace = (unit: string | undefined) => unit === undefined || SPACE.test(unit);
  const isTight = (unit: string | undefined) => sign !== '_' && to - from > 1 && unit !== undefined && CJK.test(unit);
  const isMark = (unit: string | undefined) => unit !== undefined && PUNCTUATION.test(unit) && !isTight(unit);
  const isLeft = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before) || isTight(before));
  const isRight = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after) || isTight(after));
  const isWithin = sign === '_' && isLeft && isRight;
  return {
    sign,
    from,
    to,
    size: to - from,
    opens: isLeft && (!isWithin || isMark(before)),
    closes: isRight && (!isWithin || isMark(after)),
    closed: [],
    opened: [],
  };
}

/**
 * Pairs runs of marks, as CommonMark has it: each that closes goes with the nearest before it that opens. What opens is on
 * a stack. Below some height nothing there goes with a run of a kind: that is remembered, so that the stack is looked
 * through once for each kind, and not for each run.
 *
 * @param delimiters in the order of the text, none of them paired yet
 */
export function pairDelimiters(delimiters: readonly Delimiter[]): void {
  if (delimiters.length < 2) return;
  const stack: Delimiter[] = [];
  const floors = new Int32Array(KINDS);
  for (const closer of delimiters) {
    while (closer.closes && closer.from < closer.to) {
      const kind = kindOf(closer);
      let at = stack.length - 1;
      for (const floor = floors[kind] ?? 0; at >= floor; at--) {
        const one = stack[at];
        if (one && goTogether(one, closer)) break;
      }
      const opener = at >= (floors[kind] ?? 0) ? stack[at] : undefined;
      if (!opener) {
        floors[kind] = stack.length;
        break;
      }
      pair(opener, closer);
      stack.length = opener.from < opener.to ? at + 1 : at;
      for (let i = 0; i < KINDS; i++) floors[i] = Math.min(floors[i] ?? 0, stack.length);
    }
    if (closer.opens && closer.from < closer.to) stack.push(closer);
  }
}

const SIGNS = '*_~';
const KINDS = SIGNS.length * 6;

/** All that of a closing run decides what opens it. */
function kindOf({ sign, opens, size }: Delimiter): number {
  return SIGNS.indexOf(sign) * 6 + (opens ? 3 : 0) + (size % 3);
}

function goTogether(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign) return false;
  const mayBeBoth = closer.sign !== '~' && (closer.opens || opener.closes);
  return !mayBeBoth || (opener.size + closer.size) % 3 !== 0 || (opener.size % 3 === 0 && closer.size % 3 === 0);
}

function pair(opener: Delimiter, closer: Delimiter): void {
  const isStrike = closer.sign === '~';
  const size = Math.min(2, opener.to - opener.from, closer.to - closer.from);
  const name = isStrike ? 'Strikethrough' : size === 2 ? 'StrongEmphasis' : 'Emphasis';
  const made: Pair = {
    name,
    mark: isStrike ? 'StrikethroughMark' : 'EmphasisMark',
    from: opener.to - size,
    innerFrom: opener.to,
    innerTo: closer.from,
    to: closer.from + size,
  };
  opener.opened.push(made);
  closer.closed.push(made);
  opener.to -= size;
  closer.from += size;
}
