import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import { wordPattern } from '../../languages/wordLists';
import { isLatin } from './characters';
import {
  CURRENCY_NAMES,
  CURRENCY_NAMES_CJK,
  CURRENCY_SIGNS,
  currencyOfCode,
  currencyOfSign,
  dollarOf,
} from './currencies';
import { BLANK } from './fold';
import { has } from './matches';
import { scaleOf } from './scales';
import { UNIT_NAMES, UNIT_NAMES_CJK } from './unitNames';
import { SYMBOLS } from './units';

/** The unit of a number, and the offset to which its words reach. */
export interface Measure {
  readonly kind: 'percent' | 'currency' | 'dimension' | 'number';
  readonly unit: string;
  readonly exponent: number;
  /** Offset where it ends; for a unit before the number, where it starts. */
  readonly at: number;
}

/** Finds the currency sign, code or name that stands before a number which starts at `start`: `US$`, `€`, `USD`, 人民币. */
export function measureBefore(text: string, start: number, language: string): Measure | null {
  let end = start;
  while (end > start - 2 && (text[end - 1] === ' ' || text[end - 1] === '\u00a0')) end--;
  const last = text.charCodeAt(end - 1);
  if (!isLatin(last) && !LAST_CODES.has(last)) return null;
  const sign = currencyOfSign(text[end - 1] ?? '', language);
  if (sign !== undefined && text[end - 1] !== '¢') {
    const letters = text[end - 1] === '$' ? BEFORE_DOLLAR.exec(text.slice(Math.max(0, end - 6), end - 1)) : null;
    // "a $3 fee" isn't in Australian dollars.
    const apart = letters?.[0].endsWith(' ') && /^[as]$/i.test(letters[1] ?? '');
    const dollar = letters?.[1] === undefined || apart ? undefined : dollarOf(letters[1].toLowerCase());
    const at = dollar === undefined || !letters ? end - 1 : end - 1 - letters[0].length;
    return { kind: 'currency', unit: dollar ?? sign, exponent: 0, at };
  }
  if (text[end - 1] === '币') {
    return end === start && text.startsWith('人民币', end - 3)
      ? { kind: 'currency', unit: 'CNY', exponent: 0, at: end - 3 }
      : null;
  }
  const code = codeBefore(text, end);
  const known = code === null ? undefined : currencyOfCode(code);
  // In running text a small "rs" or "fr" isn't a currency; a code of three letters is.
  if (
    code &&
    known &&
    (/^[A-Z]/.test(code) || SMALL_CODES.test(code)) &&
    !/[\p{L}\d]/u.test(text[end - code.length - 1] ?? '')
  ) {
    return { kind: 'currency', unit: known.unit, exponent: 0, at: end - code.length };
  }
  return null;
}

/** Code units that a currency before a number ends with, letters aside. */
const LAST_CODES: ReadonlySet<number> = new Set([...CURRENCY_SIGNS, '.', '币'].map((char) => char.charCodeAt(0)));

const SMALL_CODES = /^(?:usd|eur|gbp|rmb|cny|jpy|krw|inr|aud|cad|chf|hkd)$/;
const BEFORE_DOLLAR = /(?<![\p{L}\d])([a-z]{1,3}|u\.s\.?) ?$/iu;

/** Returns the two to four letters before `end`, with the full stop behind them; null if there are more or fewer. */
function codeBefore(text: string, end: number): string | null {
  const last = text.charCodeAt(end - 1) === 46 ? end - 1 : end;
  let start = last;
  while (start > last - LONGEST_CODE - 1 && isLetterOfCode(text.charCodeAt(start - 1))) start--;
  return last - start < 2 || last - start > LONGEST_CODE ? null : text.slice(start, end);
}

const LONGEST_CODE = 4;

function isLetterOfCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Finds the unit, percent sign or currency that follows a number which ends at `end`. */
export function measureAfter(text: string, end: number, language: string): Measure | null {
  let at = end;
  while (at < end + 2 && (text[at] === ' ' || text[at] === '\u00a0')) at++;
  const char = text[at];
  if (char === undefined || char === BLANK || char === '\n') return null;
  const code = char.charCodeAt(0);
  if (code > 0x2e7f && code !== 0xfffc) return afterCjk(text, at);
  if (char === '-' && at === end && /\p{L}/u.test(text[at + 1] ?? '')) at++;
  const found = isLatin(text.charCodeAt(at))
    ? afterLetters(text, at)
    : (afterSign(text, at, language) ?? afterLetters(text, at));
  return found && withScale(found, text, at, language);
}

const SCALE_AFTER = /^[ \u00a0](\p{L}{1,9})(?![\p{L}\d'-])/u;

/** Adds a scale that stands behind the code of a currency: "75 USD million". */
function withScale(measure: Measure, text: string, start: number, language: string): Measure {
  if (measure.kind !== 'currency' || !/^[A-Z]{3}$/.test(text.slice(start, measure.at))) return measure;
  const [said, word] = SCALE_AFTER.exec(text.slice(measure.at, measure.at + 12)) ?? [];
  const exponent = word === undefined ? undefined : scaleOf(word.toLowerCase(), language);
  return said === undefined || exponent === undefined || exponent < 3
    ? measure
    : { ...measure, exponent: measure.exponent + exponent, at: measure.at + said.length };
}

function reaching({ kind, unit, exponent }: Omit<Measure, 'at'>, at: number): Measure {
  return { kind, unit, exponent, at };
}

function afterSign(text: string, at: number, language: string): Measure | null {
  const char = text[at] ?? '';
  const sign = char === '\\' ? undefined : currencyOfSign(char, language);
  // In "10 $20" the sign belongs to what follows.
  if (sign !== undefined && !/^[ \u00a0]?\d/.test(text.slice(at + 1, at + 3))) {
    return { kind: 'currency', unit: sign, exponent: 0, at: at + 1 };
  }
  const longest = MAY_BE_SYMBOL.includes(char) ? SYMBOL.exec(text.slice(at, at + 6))?.[0] : undefined;
  const known = longest === undefined ? undefined : (SYMBOLS.get(longest) ?? UNIT_NAMES_CJK.get(longest));
  if (!known || longest === undefined) return null;
  const celsius = longest.length > 1 && /^[°º]/.test(longest) && /[\p{L}\d]/u.test(text[at + longest.length] ?? '');
  return celsius ? null : reaching(known, at + longest.length);
}

const SYMBOL = /^(?:%p|%ポイント|%포인트|° ?C|° ?F|º ?C|º ?F|[%‰°℃℉])/;
/** First characters of these symbols. */
const MAY_BE_SYMBOL = '%‰°º℃℉';

const WORDS = /[\p{L}.'/-]{1,24}[23²³]?(?:[ \u00a0][\p{L}.'/$€£-]{1,24}[23²³]?){0,3}/uy;

/** Words that a unit may stand behind. */
const LEADING = ['de', 'di', 'd', 'of', 'us', 'u', 'hong'];

/**
 * Length of the longest unit that begins with a word, for every such word. Most words after a number aren't units and are
 * skipped.
 */
const LONGEST_BY_WORD: ReadonlyMap<string, number> = longestByWord([
  ...[...SYMBOLS.keys(), ...UNIT_NAMES.keys(), ...CURRENCY_NAMES.keys()].map((name) => [name, name.length] as const),
  ...LEADING.map((word) => [word, Number.POSITIVE_INFINITY] as const),
]);

function longestByWord(names: readonly (readonly [name: string, length: number])[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const [name, length] of names) {
    const first = (/^[\p{L}]+/u.exec(name)?.[0] ?? name).toLowerCase();
    longest.set(first, Math.max(longest.get(first) ?? 0, length));
  }
  return longest;
}

/** Returns the largest length that a unit at an offset may have; 0 if there is no unit. */
function longestUnitAt(text: string, at: number): number {
  let end = at;
  while (end < at + 24 && (isLatin(text.charCodeAt(end)) || text[end] === 'μ')) end++;
  if (end === at) return 0;
  const word = text.slice(at, end);
  const longest = LONGEST_BY_WORD.get(word.toLowerCase());
  if (longest !== undefined) return longest;
  const mayBe = (word.length <= LONGEST_CODE && currencyOfCode(word) !== undefined) || ADJECTIVE.test(word);
  return mayBe ? Number.POSITIVE_INFINITY : 0;
}

/** Reads a unit of up to four words, the longest reading first. */
function afterLetters(text: string, at: number): Measure | null {
  const longest = longestUnitAt(text, at);
  if (longest === 0) return null;
  WORDS.lastIndex = at;
  const ahead = WORDS.exec(text)?.[0];
  if (ahead === undefined) return null;
  const spaced = ahead.includes('\u00a0') ? ahead.replaceAll('\u00a0', ' ') : ahead;
  const first = ahead.length <= longest ? ahead.length : shorter(ahead, longest + 1);
  for (let length = first; length > 0; length = shorter(ahead, length)) {
    const close = at + length;
    if (/[\p{L}\d]/u.test(text[close] ?? '') && !/\p{Script=Han}/u.test(text[close] ?? '')) continue;
    const words = spaced.slice(0, length);
    const known = lookUp(words);
    if (!known || isMisread(words, text, at, close)) continue;
    if (known.unit === 'times' && !has(text.slice(at, close + LONGEST_COMPARED), COMPARISON())) continue;
    return reaching(known, close);
  }
  return afterAdjective(ahead, at);
}

const ENDS = " \u00a0/'.-";

/** Returns the length up to the last place before `length` where a unit may end. */
function shorter(words: string, length: number): number {
  for (let i = length - 1; i > 0; i--) {
    if (ENDS.includes(words.charAt(i)) && !" \u00a0/'-".includes(words.charAt(i - 1))) return i;
  }
  return 0;
}

function lookUp(words: string): Omit<Measure, 'at'> | undefined {
  const last = words.charCodeAt(words.length - 1);
  const symbol = SYMBOLS.get(last === 0xb2 || last === 0xb3 ? words.slice(0, -1) + (last === 0xb2 ? '2' : '3') : words);
  if (symbol) return symbol;
  const code =
    words.length <= LONGEST_CODE && /^[A-Za-z]{2,4}$/.test(words) && (/^[A-Z]/.test(words) || SMALL_CODES.test(words))
      ? currencyOfCode(words)
      : undefined;
  if (code) return { kind: 'currency', ...code };
  const plain = words.toLowerCase();
  const unit = UNIT_NAMES.get(plain) ?? (plain.includes('-') ? UNIT_NAMES.get(plain.replaceAll('-', ' ')) : undefined);
  if (unit) return unit;
  const name = CURRENCY_NAMES.get(plain);
  if (name !== undefined) return { kind: 'currency', unit: name, exponent: 0 };
  return OF.test(plain) ? lookUpOf(plain) : undefined;
}

/** A word between a scale and its unit: "5 millions de dollars". */
const OF = /^(?:de|di|d'|of) ?/;

function lookUpOf(plain: string): Omit<Measure, 'at'> | undefined {
  const words = plain.replace(OF, '');
  const sign = /^(?:de|di) [$€£]$/.test(plain) ? currencyOfSign(words, '') : undefined;
  const currency = CURRENCY_NAMES.get(words) ?? sign;
  return currency === undefined ? UNIT_NAMES.get(words) : { kind: 'currency', unit: currency, exponent: 0 };
}

/** Currencies and units that are also other words. They count only with a space before them. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['mark', 'won', 'rand', 'ore', 'grad']);

/** Words that make "times" a unit, "three times as many": else it says how often something was. */
const COMPARISON = once(() => wordPattern(ofLanguages(({ operations }) => operations?.times).join('|'), false));

/** Longest text behind a name of times that says so, in UTF-16 units. */
const LONGEST_COMPARED = 24;

const AGED = /^-(?:old|long)/;

/** True if the words aren't a unit here. One letter is a unit only where it touches the number or stands alone after it. */
function isMisread(words: string, text: string, at: number, close: number): boolean {
  if (words === 'real') return true;
  if (OTHER_WORDS.has(words)) return text[at - 1] !== ' ';
  if (words === 'in') return !/\d/.test(text[at - 1] ?? '');
  // "stieg 2024 um 4,2 Prozent"
  if (words === 'um' && text[at - 1] === ' ') return /^ [\p{L}\d]/u.test(text.slice(close, close + 2));
  // "2019 year-on-year" counts no years.
  if (words.length > 1)
    return (
      text[close] === '-' &&
      /^(?:[A-Z]{2}|year|month|week|quarter)$/.test(words) &&
      !AGED.test(text.slice(close, close + 5))
    );
  const touches = /\d/.test(text[at - 1] ?? '');
  if (/[sKVJA]/.test(words) && !touches) return true;
  return (
    /^['&-]/.test(text.slice(close, close + 1)) ||
    (!touches && !/[mtghlLW]/.test(words)) ||
    /^ ' /.test(text.slice(close, close + 3))
  );
}

const ADJECTIVE = /^(?:[a-zäöü]+(?:ish|ian|an|ese|ische|ischen|ischer|sche)|us|u\.s\.|hong kong|de|d'|di)$/iu;

/** Reads a word for a country, then a currency: "30 Cambodian riel", `100 indische Rupien`. */
function afterAdjective(ahead: string, at: number): Measure | null {
  const [adjective, name] = ahead.split(/[ \u00a0]/);
  if (adjective === undefined || name === undefined || !ADJECTIVE.test(adjective)) return null;
  const bare = name.toLowerCase().replace(/[^\p{L}]+$/u, '');
  const unit = CURRENCY_NAMES.get(bare);
  return unit === undefined
    ? null
    : { kind: 'currency', unit, exponent: 0, at: at + adjective.length + 1 + bare.length };
}

/** Length of the longest name, by its first code unit. */
const LONGEST_CJK: ReadonlyMap<number, number> = longestNames([...CURRENCY_NAMES_CJK.keys(), ...UNIT_NAMES_CJK.keys()]);
const NEXT_WORD = / [가-힣]{1,8}/y;

function afterCjk(text: string, at: number): Measure | null {
  for (let length = LONGEST_CJK.get(text.charCodeAt(at)) ?? 0; length > 0; length--) {
    const words = text.slice(at, at + length);
    if (words.length < length) continue;
    const found = ofCjk(words, text[at + length] ?? '');
    if (found) return reaching(found, at + length);
  }
  // 10 미국 달러: a word for the country, then a currency.
  const space = at + text.slice(at, at + 7).indexOf(' ');
  if (space < at) return null;
  NEXT_WORD.lastIndex = space;
  const second = NEXT_WORD.exec(text)?.[0].slice(1) ?? '';
  for (let length = second.length; length > 0; length--) {
    const unit = CURRENCY_NAMES_CJK.get(second.slice(0, length));
    if (unit !== undefined && /^[가-힣]+$/.test(text.slice(at, space)) && length > 1) {
      return { kind: 'currency', unit, exponent: 0, at: space + 1 + length };
    }
  }
  return null;
}

function longestNames(names: readonly string[]): Map<number, number> {
  const longest = new Map<number, number>();
  for (const name of names) {
    const first = name.charCodeAt(0);
    longest.set(first, Math.max(longest.get(first) ?? 0, name.length));
  }
  return longest;
}

function ofCjk(words: string, next: string): Omit<Measure, 'at'> | undefined {
  const currency = CURRENCY_NAMES_CJK.get(words);
  // 圆 and 角 also begin other words.
  if (currency !== undefined && !(words.length === 1 && NOT_A_COIN.test(words + next)))
    return { kind: 'currency', unit: currency, exponent: 0 };
  const unit = UNIT_NAMES_CJK.get(words);
  if (!unit || (words.length === 1 && NOT_A_UNIT.test(words + next))) return undefined;
  return unit;
}

const NOT_A_COIN = /^(?:元[旦素首老]|块[头]|圆[形桌]|角[度色形落逐]|毛[病]|원[칙인]|불[가]|원$)/;
const NOT_A_UNIT =
  /^(?:度[过假]|年[代级轻纪度份]|两[岸边侧次个种位]|码头|节[课]|周[年]|里[面程]|天[然气]|克[服]|米[饭]|升[级至]|일[부본]|분의|주[식]|도[시]|세[계]|岁[月]|时间[内])/;
