import { isDigit } from '../../base/text';
import { readDigits } from './digits';
import { fractionAt, ordinalAt } from './exact';
import { type Lexicon, lexiconOf, type Word } from './lexicon';
import type { Numeral } from './quantity';
import { type Lead, Sum } from './sum';

/**
 * Reads a number in words, or one that begins with digits and goes on in words: "two hundred and five", "3 hundred and
 * 21", "half a million", "two-thirds", "twenty-first".
 *
 * @param text folded, `at` the start of a word.
 * @param lead the digits that were read before `at`, if any; a result then always holds them.
 */
export function readSpelled(text: string, at: number, language: string, lead: Lead | null): Numeral | null {
  const lexicon = lexiconOf(language);
  const sum = new Sum(lead);
  let end = lead ? lead.end : at;
  let fraction = false;
  let article = false;
  for (let count = 0; count < MOST_WORDS; count++) {
    const isFirst = !lead && count === 0;
    const next = peek(text, end, lexicon, isFirst, language);
    if (!next) break;
    const { words } = next;
    const [word] = words;
    if (!word) break;
    if (words.length > 1) {
      if (!words.every((part) => sum.add(part, true))) break;
    } else if (word.type === 'and') {
      const ordinal = ordinalAfterAnd(text, at, next.end, lexicon, sum, language);
      if (ordinal) return ordinal;
      const after = afterAnd(text, next.end, lexicon, sum, language);
      if (after === null) break;
      end = after;
      continue;
    } else if (word.type === 'article') {
      if (isFirst) {
        article = true;
        if (!leadsOn(text, next.end, lexicon, language)) return null;
      } else if (sum.last === 'half') {
        if (!leadsOn(text, next.end, lexicon, language)) break;
      } else break;
    } else if (word.type === 'part') {
      const part = readPart(text, at, next, word, sum, article, language);
      if (part === 'no') break;
      if (part) return part;
      fraction = true;
    } else if (word.type === 'point') {
      const decimals = readPoint(text, next.end, lexicon, language);
      if (!decimals || sum.isEmpty) break;
      sum.addDecimals(decimals.digits);
      end = decimals.end;
      continue;
    } else if (isFirst && cannotStart(word, text.slice(next.start, next.end), language)) {
      return null;
    } else {
      const part = partOfTens(text, at, next.end, word, lexicon, sum, language);
      if (part) return part;
      if (word.type === 'small' && standsApart(text, word, next.end, lexicon, sum, lead !== null)) break;
      if (!sum.add(word, false)) break;
    }
    end = next.end;
  }
  if (sum.isEmpty || (!lead && end === at)) return null;
  const { low, high, step, scaled: said, exponent } = sum.result();
  const form = lead ? 'digits' : 'words';
  return { start: at, end, form, low, high, step, scaled: said, exponent, fraction: fraction || step === 0 };
}

const MOST_WORDS = 24;

interface Peeked {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

const BETWEEN = /(?: - |[ \u00a0\n]{1,3}|-)/y;
const WORD = /\p{L}{1,80}/uy;

/** Returns the next number word, or the words of a compound; null if there is none. */
function peek(text: string, from: number, lexicon: Lexicon, isFirst: boolean, language: string): Peeked | null {
  let start = from;
  if (!isFirst) {
    BETWEEN.lastIndex = from;
    if (!BETWEEN.test(text)) return null;
    start = BETWEEN.lastIndex;
  }
  if (isDigit(text.charCodeAt(start))) return isFirst ? null : peekDigits(text, start, lexicon, language);
  WORD.lastIndex = start;
  const spelling = WORD.exec(text)?.[0].toLowerCase();
  if (!spelling) return null;
  const end = start + spelling.length;
  const word = lexicon.words.get(spelling);
  if (word) return { words: [word], start, end };
  const parts = lexicon.compounds && spelling.length > 5 ? split(spelling, lexicon) : null;
  return parts ? { words: parts, start, end } : null;
}

/** Reads whole digits below the magnitude before them: "3 hundred and 21". */
function peekDigits(text: string, start: number, lexicon: Lexicon, language: string): Peeked | null {
  const digits = readDigits(text, start, language);
  if (!digits?.plain || digits.decimal.length > 3 || /[\p{L}%]/u.test(text[digits.end] ?? '')) return null;
  BETWEEN.lastIndex = digits.end;
  const after = BETWEEN.test(text) ? BETWEEN.lastIndex : -1;
  WORD.lastIndex = after;
  const next = after < 0 ? undefined : lexicon.words.get(WORD.exec(text)?.[0].toLowerCase() ?? '');
  const scales = next?.type === 'hundred' || next?.type === 'scale';
  return { words: [{ type: 'small', value: Number(digits.decimal), plural: scales }], start, end: digits.end };
}

/** Returns the parts of a compound: `dreihundertneun`. Each place is tried once. Null if it isn't a number. */
function split(word: string, lexicon: Lexicon): Word[] | null {
  const dead = new Set<number>();
  const from = (at: number): Word[] | null => {
    if (at === word.length) return [];
    if (dead.has(at)) return null;
    for (let length = Math.min(12, word.length - at); length >= 2; length--) {
      const part = lexicon.words.get(word.slice(at, at + length));
      const rest = part ? from(at + length) : null;
      if (part && rest) return [part, ...rest];
    }
    dead.add(at);
    return null;
  };
  return from(0);
}

/** True if an article is part of the number: "a hundred", "a third", "half a million". */
function leadsOn(text: string, at: number, lexicon: Lexicon, language: string): boolean {
  const type = peek(text, at, lexicon, false, language)?.words[0]?.type;
  return type === 'hundred' || type === 'scale' || type === 'dozen' || type === 'half' || type === 'part';
}

/** True for a lone "million" or "dozens", which state no number; `mil` and `tausend` do. */
function cannotStart(word: Word, spelling: string, language: string): boolean {
  if (word.type === 'scale') return !(word.value === 3 && language !== 'en' && spelling !== 'thousand');
  return word.type === 'dozen' && spelling.endsWith('s');
}

/** True if a small number without a scale behind it is a separate one: "1.7 million four years ago". */
function standsApart(text: string, word: Word, end: number, lexicon: Lexicon, sum: Sum, led: boolean): boolean {
  if (word.plural !== undefined) return !word.plural;
  if (sum.last !== 'scale') return false;
  if (led) return true;
  if (sum.scale < 6) return false;
  BETWEEN.lastIndex = end;
  const next = BETWEEN.test(text) ? wordAt(text, BETWEEN.lastIndex) : '';
  return !lexicon.words.has(next);
}

const wordAt = (text: string, at: number): string => {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].toLowerCase() ?? '';
};

/** Adds what follows "and", and returns where it ends. Null if the "and" joins two things, not one number. */
function afterAnd(text: string, at: number, lexicon: Lexicon, sum: Sum, language: string): number | null {
  const next = peek(text, at, lexicon, false, language);
  const word = next?.words[0];
  if (!next || !word || next.words.length > 1) return null;
  if (word.type === 'half') return sum.addHalf() ? next.end : null;
  if (word.type === 'article') {
    const then = peek(text, next.end, lexicon, false, language);
    const part = then?.words[0];
    if (part?.type === 'half' && then) return sum.addHalf() ? then.end : null;
    if (language !== 'en' && sum.last === 'small') return sum.add({ type: 'small', value: 1 }, false) ? next.end : null;
    return null;
  }
  if (word.type !== 'small' || word.plural === true) return null;
  // "and three quarters", "and two fifths": a part of the last scale.
  const then = peek(text, next.end, lexicon, false, language);
  const part = then?.words[0];
  if (then && part?.type === 'part' && sum.last !== 'hundred' && (part.plural ?? word.value === 1)) {
    return sum.addPart(word.value / part.value) ? then.end : null;
  }
  // "3 hundred and 21" is one number, "3 million and 21 percent" two.
  if (word.plural === false) return sum.last === 'hundred' && sum.add(word, false) ? next.end : null;
  if (sum.last === 'hundred' || sum.last === 'scale' || language !== 'en') {
    return sum.add(word, false) ? next.end : null;
  }
  return null;
}

const ENDS_PART =
  /^(?:$|[ \u00a0]*[^\p{L}\p{N} \u00a0]|[ \u00a0]+(?:of|more|less|fewer|higher|lower|as|to|in|the|and|or|than|is|was|were|are|said|have|had|from|before|after|since|during)\b)/u;

/** Text behind a quarter of a whole: "a quarter of them". Before other words, it's three months: "a quarter earlier". */
const ENDS_QUARTER =
  /^(?:$|[.;:!?)]|[ -](?:of|m|b|t|[mbt]rillion|million|billion|trillion|more|less|fewer|higher|lower|larger|smaller|below|above|to|dollar|euro|pound|said|were|was|are|is|have|had)(?![\p{L}]))/u;

/**
 * Reads a part: "two-thirds" and "a third" are fractions, "third" and "twenty-first" ordinals.
 *
 * @returns `no` if it isn't part of the number; null if it was added to the sum
 */
function readPart(
  text: string,
  at: number,
  next: Peeked,
  word: Word,
  sum: Sum,
  article: boolean,
  language: string,
): Numeral | 'no' | null {
  const spelling = text.slice(next.start, next.end).toLowerCase();
  const count = sum.simple;
  if (language !== 'en') return partElsewhere(text, at, next.end, word, sum, article);
  const isQuarter = spelling.startsWith('quarter');
  if (count === null) {
    if (!sum.isEmpty) return word.plural && !isQuarter ? (overWhole(at, next.end, sum, word.value) ?? 'no') : 'no';
    if (isQuarter) {
      const behind = text.slice(next.end, next.end + 12);
      if (word.plural || !(article ? ENDS_QUARTER : /^[ -]?(?:million|billion|trillion)/).test(behind)) return 'no';
      sum.add({ type: 'half', value: 0.25 }, false);
      return null;
    }
    if (word.plural || (spelling === 'second' && article)) return 'no';
    if (article && spelling !== 'first' && ENDS_PART.test(text.slice(next.end, next.end + 8))) {
      return fractionAt(at, next.end, 'words', 1 / word.value);
    }
    return ordinalAt(at, next.end, 'words', word.value);
  }
  if (!word.plural && count >= 20 && count % 10 === 0 && word.value < 10 && !isQuarter) {
    return ordinalAt(at, next.end, 'words', count + word.value);
  }
  if (!word.plural && count > 1 && word.value >= 100) return ordinalAt(at, next.end, 'words', count * word.value);
  if (spelling === 'first' || spelling === 'second' || (word.plural ?? false) === (count === 1)) return 'no';
  return fractionAt(at, next.end, 'words', count / word.value);
}

/** Reads an ordinal such as "one hundred and fifth", but not "a hundred and third-party apps". */
function ordinalAfterAnd(
  text: string,
  at: number,
  from: number,
  lexicon: Lexicon,
  sum: Sum,
  language: string,
): Numeral | null {
  if (sum.last !== 'hundred') return null;
  const next = peek(text, from, lexicon, false, language);
  const word = next?.words[0];
  if (!next || word?.type !== 'part' || word.plural || word.value >= 20 || text[next.end] === '-') return null;
  const { low } = sum.result();
  return Number.isInteger(low) && !text.startsWith('quarter', next.start)
    ? ordinalAt(at, next.end, 'words', low + word.value)
    : null;
}

/** Reads "seven twenty-fifths", where the tens and the part after them are the denominator. */
function partOfTens(
  text: string,
  at: number,
  end: number,
  tens: Word,
  lexicon: Lexicon,
  sum: Sum,
  language: string,
): Numeral | null {
  if (sum.isEmpty || tens.type !== 'small' || tens.value < 20 || tens.value % 10 !== 0) return null;
  const next = peek(text, end, lexicon, false, language);
  const unit = next?.words[0];
  if (!next || unit?.type !== 'part' || !unit.plural || unit.value > 9) return null;
  return text.startsWith('quarter', next.start) ? null : overWhole(at, next.end, sum, tens.value + unit.value);
}

/** Returns the number read so far, divided; null unless it's a whole number. */
function overWhole(at: number, end: number, sum: Sum, below: number): Numeral | null {
  const { low } = sum.result();
  return Number.isInteger(low) ? fractionAt(at, end, 'words', low / below) : null;
}

/** Reads `un tercio de`, `zwei Drittel`. Outside English such a word alone is an ordinal, a room, or a part of the town. */
function partElsewhere(text: string, at: number, end: number, word: Word, sum: Sum, article: boolean): Numeral | 'no' {
  const above = sum.simple ?? (article && sum.isEmpty ? 1 : null);
  if (above === null || above >= word.value) return 'no';
  if (above === 1 && !ENDS_PART_ELSEWHERE.test(text.slice(end, end + 8))) return 'no';
  return fractionAt(at, end, 'words', above / word.value);
}

const ENDS_PART_ELSEWHERE =
  /^(?:$|[ \u00a0]*[^\p{L}\p{N} \u00a0]|[ \u00a0]+(?:d[eiu']|del|della|dei|delle|degli|des|der|do|da|dos|das|partes?|parties?)(?![\p{L}]))/u;

function readPoint(
  text: string,
  at: number,
  lexicon: Lexicon,
  language: string,
): { digits: string; end: number } | null {
  let digits = '';
  let end = at;
  while (digits.length < 15) {
    const next = peek(text, end, lexicon, false, language);
    const word = next?.words[0];
    if (!next || word?.type !== 'small' || word.value > 9) break;
    digits += String(word.value);
    end = next.end;
  }
  return digits === '' ? null : { digits, end };
}
