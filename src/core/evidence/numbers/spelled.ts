import { isDigit } from './characters';
import { readDigits } from './digits';
import { type Lexicon, lexiconOf, type Word } from './lexicon';
import type { Numeral } from './quantity';
import { scaled, stepOf } from './scales';

/** Where words and digits go on from: digits already read, or nothing. */
export interface Lead {
  readonly end: number;
  readonly decimal: string;
  /** From a scale that touched the digits: the `m` of `5m`. */
  readonly exponent: number;
}

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
      const part = readPart(text, at, next, word, sum, article);
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
    } else if (word.plural === false || !sum.add(word, false)) break;
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

/** The number word that comes next, or the words that it is made of. */
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

/** "3 hundred and 21": whole digits below the magnitude before them. */
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

/** A compound as its parts: `dreihundertneun`. Each place is tried once. */
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

/** Whether an article is part of the number: "a hundred", "a third", "half a million". */
function leadsOn(text: string, at: number, lexicon: Lexicon, language: string): boolean {
  const type = peek(text, at, lexicon, false, language)?.words[0]?.type;
  return type === 'hundred' || type === 'scale' || type === 'dozen' || type === 'half' || type === 'part';
}

/** A lone "million" or "dozens" says no number; `mil` and `tausend` do. */
function cannotStart(word: Word, spelling: string, language: string): boolean {
  if (word.type === 'scale') return !(word.value === 3 && language !== 'en' && spelling !== 'thousand');
  return word.type === 'dozen' && spelling.endsWith('s');
}

/** What follows "and", and where it ends; null if the "and" joins two things rather than one number. */
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
  /^(?:$|[ \u00a0]*[^\p{L}\p{N} \u00a0]|[ \u00a0]+(?:of|more|less|fewer|higher|lower|as|to|in|the|and|or|than|is|was|were|are|said|have|had)\b)/u;

/** "two-thirds" and "a third" are fractions, "third" and "twenty-first" ordinals. */
function readPart(
  text: string,
  at: number,
  next: Peeked,
  word: Word,
  sum: Sum,
  article: boolean,
): Numeral | 'no' | null {
  const spelling = text.slice(next.start, next.end).toLowerCase();
  const frame = { start: at, end: next.end, form: 'words' as const, scaled: false, exponent: 0 };
  const count = sum.simple;
  const isQuarter = spelling.startsWith('quarter');
  if (count === null) {
    if (!sum.isEmpty) return 'no';
    if (isQuarter) {
      if (word.plural || !(article || /^[ -]?(?:million|billion|trillion)/.test(text.slice(next.end, next.end + 10))))
        return 'no';
      sum.add({ type: 'half', value: 0.25 }, false);
      return null;
    }
    if (word.plural || (spelling === 'second' && article)) return 'no';
    if (article && spelling !== 'first' && ENDS_PART.test(text.slice(next.end, next.end + 8))) {
      return { ...frame, low: 1 / word.value, high: 1 / word.value, step: 0, fraction: true };
    }
    return { ...frame, low: word.value, high: word.value, step: 1, kind: 'ordinal' };
  }
  if (!word.plural && count >= 20 && count % 10 === 0 && word.value < 10 && !isQuarter) {
    return { ...frame, low: count + word.value, high: count + word.value, step: 1, kind: 'ordinal' };
  }
  if (spelling === 'first' || spelling === 'second' || (word.plural ?? false) === (count === 1)) return 'no';
  return { ...frame, low: count / word.value, high: count / word.value, step: 0, fraction: true };
}

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

/** A number as it adds up, word by word. */
class Sum {
  last: Word['type'] | 'start' | 'digits' = 'start';
  private total = 0;
  private section: number | null = null;
  /** What the next small number must stay under. */
  private room = Number.POSITIVE_INFINITY;
  private lastScale = Number.POSITIVE_INFINITY;
  private largest = 0;
  private decimals = 0;
  /** A half or the like was added, after which nothing larger follows. */
  private parted = false;
  /** Digits with nothing but scales after them, so that the value is exact. */
  private exact: { decimal: string; exponent: number } | null = null;

  constructor(lead: Lead | null) {
    if (!lead) return;
    this.exact = { decimal: lead.decimal, exponent: lead.exponent };
    this.largest = lead.exponent;
    const value = scaled(lead.decimal, lead.exponent);
    if (lead.exponent > 0) {
      this.total = value;
      this.lastScale = lead.exponent;
      this.last = 'scale';
    } else {
      this.section = value;
      this.room = 1;
      this.last = 'digits';
    }
  }

  get isEmpty(): boolean {
    return this.last === 'start';
  }

  /** The count, if it is nothing but a small number in words; else null. */
  get simple(): number | null {
    return this.last === 'small' && this.total === 0 ? this.section : null;
  }

  /** Whether `word` goes on the number; false leaves it as it was. */
  add(word: Word, compound: boolean): boolean {
    switch (word.type) {
      case 'small':
        return this.addSmall(word, compound);
      case 'article':
        return compound && this.addSmall({ type: 'small', value: 1 }, compound);
      case 'and':
        return compound && this.last !== 'start';
      case 'hundred':
        return this.addHundred();
      case 'scale':
        return this.addScale(word.value);
      case 'dozen':
        if (this.last === 'dozen' || this.last === 'scale') return false;
        this.exact = null;
        this.section = (this.section ?? 1) * 12;
        this.room = 1;
        break;
      case 'half':
        if (this.last === 'start') this.section = word.value;
        else if (compound && this.section !== null) this.section += word.value;
        else return false;
        this.room = 1;
        break;
      default:
        return false;
    }
    this.last = word.type;
    return true;
  }

  private addSmall({ value }: Word, compound: boolean): boolean {
    const isUnitBeforeTen =
      compound &&
      this.last === 'small' &&
      value >= 20 &&
      value < 100 &&
      this.room === 1 &&
      (this.section ?? 0) % 100 < 10;
    const fourTwenties = value === 20 && this.section === 4 && this.last === 'small';
    if (this.last === 'half' || this.last === 'dozen') return false;
    if (this.isEmpty || isUnitBeforeTen || fourTwenties || (value > 0 && value < this.room)) {
      if (this.last === 'scale' && value >= 10 ** this.lastScale) return false;
      this.exact = null;
      this.section = fourTwenties ? 80 : (this.section ?? 0) + value;
      if (fourTwenties) this.room = 20;
      else if (value >= 100) this.room = 100;
      else this.room = value === 60 ? 20 : value >= 20 && value % 10 === 0 ? 10 : 1;
      if (isUnitBeforeTen) this.room = 1;
      this.last = value >= 100 ? 'hundred' : 'small';
      return true;
    }
    return false;
  }

  private addHundred(): boolean {
    if (this.last === 'hundred' || this.last === 'dozen' || this.last === 'half') return false;
    if (this.section !== null && (this.section >= 100 || this.section <= 0)) return false;
    this.section = (this.section ?? 1) * 100;
    if (this.exact) this.exact = { ...this.exact, exponent: this.exact.exponent + 2 };
    this.room = 100;
    this.last = 'hundred';
    return true;
  }

  private addScale(exponent: number): boolean {
    if (this.last === 'dozen' || (this.parted && this.total > 0)) return false;
    if (this.section !== null && exponent > this.lastScale) return false;
    if (this.exact) this.exact = { ...this.exact, exponent: this.exact.exponent + exponent };
    const scale = 10 ** exponent;
    if (this.section === null) this.total = this.total === 0 ? scale : this.total * scale;
    else if (exponent > this.lastScale) this.total = (this.total + this.section) * scale;
    else this.total += this.section * scale;
    this.section = null;
    this.room = Number.POSITIVE_INFINITY;
    this.lastScale = exponent;
    this.largest = Math.max(this.largest, exponent);
    this.last = 'scale';
    return true;
  }

  addHalf(): boolean {
    return this.addPart(0.5);
  }

  addPart(part: number): boolean {
    if (this.last === 'start' || this.last === 'half') return false;
    this.exact = null;
    if (this.section !== null) this.section += part;
    else this.total += part * 10 ** this.lastScale;
    this.decimals = 1;
    this.parted = true;
    return true;
  }

  addDecimals(digits: string): void {
    this.exact = null;
    this.section = Number(`${this.section ?? 0}.${digits}`);
    this.decimals = digits.length;
    this.room = 1;
  }

  result(): Pick<Numeral, 'low' | 'high' | 'step' | 'scaled' | 'exponent'> {
    const said = this.largest >= 3;
    if (this.exact) {
      const value = scaled(this.exact.decimal, this.exact.exponent);
      return {
        low: value,
        high: value,
        step: stepOf(this.exact.decimal, this.exact.exponent),
        scaled: said,
        exponent: this.exact.exponent,
      };
    }
    const value = this.total + (this.section ?? 0);
    const isHalf = this.last === 'half' && !said;
    const exponent = this.section === null && said ? this.lastScale : 0;
    const step = isHalf ? 0 : Number(`1e${exponent - this.decimals}`);
    return { low: value, high: value, step, scaled: said, exponent };
  }
}
