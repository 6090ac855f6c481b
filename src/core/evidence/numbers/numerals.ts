import { isDigit } from '../../base/text';
import { isLatin, isSpace } from './characters';
import { type Digits, readDigits } from './digits';
import { fractionAt, ordinalAt } from './exact';
import { lexiconOf } from './lexicon';
import type { Numeral } from './quantity';
import { isScaleElsewhere, powerOfTen, SCALE_LETTERS, scaled, scaleOf, stepOf } from './scales';
import { readSpelled } from './spelled';

/** The text around a number in digits, as far as it decides what a letter after it means. */
export interface Around {
  /** Tells whether a currency sign or code stands before it: `$5m` are millions. */
  isMoney(): boolean;
  /** Tells whether a unit of measure starts at an offset: `2.5m tonnes`. */
  unitAt(at: number): boolean;
}

/**
 * Reads a number that begins with digits at `at`: `5.3 million`, `40k`, `1.2e6`, `3/5`, `2½`, `21st`.
 *
 * @returns the numeral; or the offset behind what is an id: a version, `3D`, `24703L202`.
 */
export function readNumber(text: string, at: number, language: string, around: Around): Numeral | number {
  const digits = readDigits(text, at, language);
  if (!digits) return afterToken(text, at);
  const { decimal, end } = digits;
  if (SPECIAL.has(text[isSpace(text[end]) ? end + 1 : end] ?? '')) {
    const special =
      readVulgar(text, at, digits) ??
      readSlash(text, at, digits) ??
      readExponent(text, at, digits) ??
      readPower(text, at, digits);
    if (special) return special;
  }
  // A 4K screen isn't four thousand.
  if (text[end] === 'K' && /^[248]K(?![\p{L}\d])/u.test(text.slice(at, at + 3)) && !around.isMoney()) return at + 2;
  const next = text.charCodeAt(end);
  const touches = isLatin(next) || next === 0xba;
  LETTERS.lastIndex = end;
  const letters = touches ? (LETTERS.exec(text)?.[0] ?? '') : '';
  if (letters !== '' && makesOrdinal(letters, digits, language)) {
    return ordinalAt(at, end + letters.length, 'digits', Number(decimal));
  }
  const letterScale = letters === '' ? undefined : scaleOfLetters(text, end, letters, around);
  if (letterScale !== undefined) {
    return readSpelled(text, at, language, { end: end + letters.length, decimal, exponent: letterScale }) ?? end;
  }
  if (
    letters !== '' &&
    !around.unitAt(end) &&
    scaleOf(letters.toLowerCase(), language) === undefined &&
    !/^[xX]$/.test(letters)
  ) {
    return afterToken(text, at);
  }
  if (letters === '' && !goesOn(text, end, language)) {
    const value = Number(decimal);
    const bareYear = digits.plain && decimal.length === 4;
    const step = digits.plain ? 1 : stepOf(decimal, 0);
    return { start: at, end, form: 'digits', low: value, high: value, step, scaled: false, exponent: 0, bareYear };
  }
  const abbreviated = readScaleWords(text, end, language, around);
  const asThere = abbreviated?.elsewhere ? readDigits(text, at, DECIMAL_COMMA)?.decimal : undefined;
  const lead = {
    end: abbreviated?.end ?? end,
    decimal: asThere ?? decimal,
    exponent: abbreviated?.exponent ?? 0,
  };
  const numeral = readSpelled(text, at, language, lead);
  if (!numeral) return end;
  const bareYear = digits.plain && decimal.length === 4 && numeral.end === end && letters === '';
  return bareYear ? { ...numeral, bareYear } : numeral;
}

/** A language that sets off decimals with a comma. */
const DECIMAL_COMMA = 'de';

function makesOrdinal(letters: string, { decimal, plain }: Digits, language: string): boolean {
  if (/^(?:st|nd|rd|th)$/i.test(letters)) return true;
  return language !== 'en' && plain && decimal.length < 4 && /^(?:er|re|ème|e|o|a|º|ª)$/.test(letters);
}

/** True if the word after the digits may be part of the number; most aren't. */
function goesOn(text: string, end: number, language: string): boolean {
  let from = end;
  while (from < end + 3 && (isSpace(text[from]) || text[from] === '-' || text[from] === '\n')) from++;
  if (from === end) return false;
  let to = from;
  while (to < from + 24 && isLatin(text.charCodeAt(to))) to++;
  if (to === from) return false;
  const word = text.slice(from, to);
  const plain = word.toLowerCase();
  return SCALE_LETTERS.has(word) || scaleOf(plain, language) !== undefined || lexiconOf(language).words.has(plain);
}

const LETTERS = /[\p{Script=Latin}ºª]{1,24}/uy;
const TOKEN = /[\p{Script=Latin}\d_]+(?:[.,/-][\p{Script=Latin}\d_]+)*/uy;

function afterToken(text: string, at: number): number {
  TOKEN.lastIndex = at;
  return TOKEN.test(text) ? TOKEN.lastIndex : at + 1;
}

/**
 * Returns the power of ten of letters behind digits. `m` and `b` scale money and counted things, `b` also decimals; else `m` is
 * a metre.
 */
function scaleOfLetters(text: string, at: number, letters: string, around: Around): number | undefined {
  const exponent = SCALE_LETTERS.get(letters);
  if (exponent === undefined || isDigit(text.charCodeAt(at + letters.length))) return undefined;
  if (text[at + letters.length] === '-' && /\p{Lu}/u.test(text[at + letters.length + 1] ?? '')) return undefined;
  if (/^(?:k|K|M|B|bn|Bn|BN|mn|Mn|MN|tn|TN|trn)$/.test(letters) || around.isMoney()) return exponent;
  if (letters !== 'm' && letters !== 'b') return undefined;
  if (letters === 'b' && /\.\d{1,3}$/.test(text.slice(Math.max(0, at - 4), at))) return exponent;
  const next = text.slice(at + 1, at + 40);
  return COUNTED.test(next) || around.unitAt(at + 2) ? exponent : undefined;
}

/** A counted plural, so the letter before it isn't a metre. */
const COUNTED =
  /^ (?:(?:monthly|daily|weekly|annual|active|paid|paying|registered|new|more) ){0,2}(?:people|[a-z]{3,}(?:[^s\W]s|men|ren))\b/;

const SCALE_WORD = /[ \u00a0]{0,2}-?(\p{L}{1,12})\.?/uy;

/** Reads scales that aren't number words: `bn`, `Mio.`, `crore`, a `k` after a space. */
function readScaleWords(
  text: string,
  at: number,
  language: string,
  around: Around,
): { end: number; exponent: number; elsewhere: boolean } | null {
  let end = at;
  let exponent = 0;
  let elsewhere = false;
  for (let count = 0; count < 2; count++) {
    SCALE_WORD.lastIndex = end;
    const match = SCALE_WORD.exec(text);
    const word = match?.[1];
    if (!word) break;
    // "£5 m" isn't metres.
    const isSpaced = /^[mb]$/.test(word) ? around.isMoney() : /^[kKM]$/.test(word) && !around.unitAt(end + 1);
    const spaced = isSpaced ? SCALE_LETTERS.get(word) : undefined;
    const power = spaced ?? scaleOf(word.toLowerCase(), language);
    if (power === undefined || power === 2) break;
    const close = SCALE_WORD.lastIndex - (match[0].endsWith('.') && !/^(?:mio|mrd|tsd|bio)$/i.test(word) ? 1 : 0);
    if (/[\p{L}\d'-]/u.test(text[close] ?? '') && !/^-\p{Ll}/u.test(text.slice(close, close + 2))) break;
    exponent += power;
    elsewhere ||= isScaleElsewhere(word.toLowerCase(), language);
    end = close;
  }
  return end > at ? { end, exponent, elsewhere } : null;
}

const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** Characters with which a fraction or a power of ten goes on, perhaps after a space. */
const SPECIAL: ReadonlySet<string> = new Set([...VULGAR.keys(), ...'/^xX×eE0123456789⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹']);

/** Returns the fraction of a sign such as ½ that stands alone at `at`; null if there is none. */
export function readVulgarAlone(text: string, at: number): Numeral | null {
  const value = VULGAR.get(text[at] ?? '');
  return value === undefined ? null : fractionAt(at, at + 1, 'digits', value);
}

function readVulgar(text: string, at: number, digits: Digits): Numeral | null {
  if (!digits.plain) return null;
  const sign = text[digits.end] === ' ' ? digits.end + 1 : digits.end;
  const part = VULGAR.get(text[sign] ?? '');
  if (part !== undefined) {
    return fractionAt(at, sign + 1, 'digits', Number(digits.decimal) + part);
  }
  MIXED.lastIndex = digits.end;
  const [whole, above, below] = MIXED.exec(text) ?? [];
  if (whole === undefined || Number(above) >= Number(below)) return null;
  const value = Number(digits.decimal) + Number(above) / Number(below);
  return fractionAt(at, digits.end + whole.length, 'digits', value);
}

const MIXED = / (\d{1,2})\/(\d{1,3})(?![\d/]|[.,]\d)/y;
const SLASH = / ?\/ ?(\d{1,4})(?![\d/]|[.,]\d)/y;

function readSlash(text: string, at: number, digits: Digits): Numeral | null {
  if (!digits.plain || digits.decimal.length > 3) return null;
  SLASH.lastIndex = digits.end;
  const match = SLASH.exec(text);
  const below = Number(match?.[1] ?? 0);
  if (!match || below < 2 || /^24\/7$/.test(text.slice(at, SLASH.lastIndex))) return null;
  return fractionAt(at, digits.end + match[0].length, 'digits', Number(digits.decimal) / below);
}

const EXPONENT =
  /(?:[eE]([+-]?\d{1,3})|[ \u00a0]?[x×][ \u00a0]?10(?:\^([+-]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,3})))(?![\p{L}\d])/uy;
const POWER = /(?:\^([+-]?\d{1,3})|(?<=(?<!\d)10)([⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))(?![\p{L}\d]|[.,]\d)/uy;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Returns the number that superscript digits mean, as in 10⁻⁶. */
function lowered(raised: string): number {
  const digits = raised.replace('⁻', '-').replace('⁺', '');
  return Number(digits.replace(/[^-]/g, (char) => String(SUPERSCRIPT.indexOf(char))));
}

/** Least exponent in superscript, without its sign. A smaller one is likelier the mark of a footnote: 10². */
const LEAST_RAISED = 3;

/** Reads a power: `10^6`, 10²⁵, `2^-3`. A power of ten is an order of magnitude; any other is exact. */
function readPower(text: string, at: number, { decimal, end }: Digits): Numeral | null {
  POWER.lastIndex = end;
  const [, power, raised] = POWER.exec(text) ?? [];
  if (power === undefined && raised === undefined) return null;
  const exponent = raised === undefined ? Number(power) : lowered(raised);
  if (raised !== undefined && Math.abs(exponent) < LEAST_RAISED) return null;
  const isOfTen = decimal === '10';
  const value = isOfTen ? powerOfTen(exponent) : Number(decimal) ** exponent;
  if (!Number.isFinite(value)) return null;
  const written = { start: at, end: POWER.lastIndex, form: 'digits' as const, low: value, high: value };
  return isOfTen
    ? { ...written, step: value, scaled: true, exponent }
    : { ...written, step: 0, scaled: false, exponent: 0 };
}

function readExponent(text: string, at: number, digits: Digits): Numeral | null {
  EXPONENT.lastIndex = digits.end;
  const [whole, plain, caret, raised] = EXPONENT.exec(text) ?? [];
  if (whole === undefined) return null;
  const exponent = raised === undefined ? Number(plain ?? caret) : lowered(raised);
  const value = scaled(digits.decimal, exponent);
  if (!Number.isFinite(value)) return null;
  return {
    start: at,
    end: digits.end + whole.length,
    form: 'digits',
    low: value,
    high: value,
    step: stepOf(digits.decimal, exponent),
    scaled: true,
    exponent,
  };
}
