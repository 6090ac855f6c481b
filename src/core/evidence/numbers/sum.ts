import type { Word } from './lexicon';
import type { Numeral } from './quantity';
import { powerOfTen, scaled, stepOf } from './scales';

/** Digits that were already read, from which words and digits go on. */
export interface Lead {
  readonly end: number;
  readonly decimal: string;
  /** Power of ten of a scale that touched the digits: the `m` of `5m`. */
  readonly exponent: number;
}

/** Adds up a number, word by word. */
export class Sum {
  last: Word['type'] | 'start' | 'digits' = 'start';
  private total = 0;
  private section: number | null = null;
  /** Limit that the next small number must stay under. */
  private room = Number.POSITIVE_INFINITY;
  /** The power of ten of the last scale. */
  private lastScale = Number.POSITIVE_INFINITY;
  private largest = 0;
  private decimals = 0;
  /** True once a half or the like was added, after which nothing larger follows. */
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

  get scale(): number {
    return this.lastScale;
  }

  get isEmpty(): boolean {
    return this.last === 'start';
  }

  /** The count, if it is nothing but a small number in words; else null. */
  get simple(): number | null {
    return this.last === 'small' && this.total === 0 ? this.section : null;
  }

  /** Adds `word` to the number; false if it isn't part of it, and then nothing changes. */
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
    const step = isHalf ? 0 : powerOfTen(lastPlace(value, exponent - this.decimals));
    return { low: value, high: value, step, scaled: said, exponent };
  }
}

/** Returns the place, as a power of ten, of a digit of `value`: 5 for half a million, where its scale would say 6. */
function lastPlace(value: number, place: number): number {
  const last = place - 2;
  let at = place;
  while (at > last && place > 2 && value % 10 ** at !== 0) at--;
  return at;
}
