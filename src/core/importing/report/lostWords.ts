/** Finds the words of a text that an import leaves out, whatever stage lost them. */

/** Words of the text that are not in the brief, next to each other on one line. */
export interface LostWords {
  readonly text: string;
  /** Offset of the first word. */
  readonly at: number;
}

interface Word {
  /** The word as it is compared: raised and full-width digits are digits. */
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

/**
 * Compares the words of a text with those of the brief made from it. Marks, addresses, tags and the numbers of citations are
 * not words. The order of words does not matter.
 *
 * @param accounted texts that the report mentions, or that the brief has in another form: their words may be missing
 */
export function lostWords(before: string, after: string, accounted: readonly string[]): LostWords[] {
  const missing = new Map<string, number>();
  const words = wordsOf(before.replace(CITATIONS, blank));
  const left = wordsOf(after);
  for (const { word } of words) count(missing, word, 1);
  for (const { word } of left) count(missing, word, -1);
  for (const text of accounted) for (const { word } of wordsOf(text)) count(missing, word, -1);
  for (const [word, times] of missing) if (times <= 0) missing.delete(word);
  return missing.size === 0 ? [] : together(before, words, lostAmong(words, left, missing));
}

/** True if another text, such as the entry of a source with its address, has all of these words. */
export function isSaidBy(words: string, text: string): boolean {
  const said = new Set(text.toLowerCase().match(WORD));
  return (words.toLowerCase().match(WORD) ?? []).every((word) => said.has(word));
}

/**
 * Returns the indexes of the lost words, in order. If a word is still there, but less often, it counts as lost first where
 * other words stand beside it now.
 */
function lostAmong(words: readonly Word[], after: readonly Word[], missing: Map<string, number>): number[] {
  const kept = new Set(after.flatMap((_, i) => (missing.has(after[i]?.word ?? '') ? surroundings(after, i) : [])));
  const places = words.flatMap(({ word }, i) => (missing.has(word) ? [i] : []));
  const isMoved = (i: number) => !surroundings(words, i).some((around) => kept.has(around));
  const found: number[] = [];
  for (const i of [...places.filter(isMoved), ...places.filter((place) => !isMoved(place))]) {
    const word = words[i]?.word ?? '';
    if ((missing.get(word) ?? 0) === 0) continue;
    count(missing, word, -1);
    found.push(i);
  }
  return found.sort((a, b) => a - b);
}

/** Returns a word with the one before it, and with the one behind it. */
function surroundings(words: readonly Word[], i: number): string[] {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]].map((each) => each?.word ?? '');
  return [`${before} ${word}`, `${word} ${after} `];
}

function together(text: string, words: readonly Word[], lost: readonly number[]): LostWords[] {
  const runs: { from: Word; to: Word; last: number }[] = [];
  for (const i of lost) {
    const word = words[i];
    const run = runs.at(-1);
    if (!word) continue;
    if (run && run.last === i - 1 && !/[\r\n]/.test(text.slice(run.to.end, word.at)))
      Object.assign(run, { to: word, last: i });
    else runs.push({ from: word, to: word, last: i });
  }
  return runs.map(({ from, to }) => ({ text: text.slice(from.at, to.end), at: from.at }));
}

function count(counts: Map<string, number>, word: string, by: number): void {
  counts.set(word, (counts.get(word) ?? 0) + by);
}

/** Addresses, tags and entities. Blanks replace them, so that all other words keep their offsets. */
const NO_WORDS =
  /(?:https?:\/\/|www\.)[^\s<>"，。；、）】」』|[\]()]+|<\/?[a-z][^<>]{0,2000}>|&(?:[a-z]{2,31}|#\w{1,7});/gi;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]+/g;
/** Numbers of citations and of entries, which an import may change. */
const CITATIONS =
  /\\?[[［【]\\?[[［]?\^?\d{1,4}(?:\s?[-–—,，、;；]\s?\^?\d{1,4})*\\?[\]］】]|[[［]\^[^\]\s]{1,200}\]|【\d{1,4}†L[\dL–-]*】|[⁰¹²³⁴-⁹]+/g;
/** A character of a script without spaces is a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{Nd}\p{Nl}\u00AD\u200B-\u200D\u2060\uFEFF])+|\p{No}/gu;

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function wordsOf(text: string): Word[] {
  return [...text.replace(NO_WORDS, blank).matchAll(WORD)].map(({ 0: found, index }) => ({
    word: found.replace(INVISIBLE, '').normalize('NFKC'),
    at: index,
    end: index + found.length,
  }));
}
