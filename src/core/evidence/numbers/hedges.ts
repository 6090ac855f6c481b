import type { TextSpan } from '../../base/text';
import { wordsOfLanguages } from '../../languages';
import { HEDGINGS, type Hedging } from '../../languages/language';
import { isLatin, isSpace } from './characters';
import type { Bound } from './quantity';

/** The words around a number that make it approximate or a bound. */
export interface Hedge {
  readonly approximate: boolean;
  readonly bound: Bound | null;
  /** Span of the number with those words. */
  readonly span: TextSpan;
}

/**
 * Reads "about", "more than", 超过, 左右 and the like around a number.
 *
 * @param text folded.
 */
export function readHedge(text: string, start: number, end: number): Hedge {
  let approximate = false;
  let bound: Bound | null = null;
  const take = (said: Hedging | undefined) => {
    if (said === 'about' || said === 'nearly') approximate = true;
    if (said === 'nearly') bound ??= 'lessThan';
    else if (said !== undefined && said !== 'about') bound ??= said;
  };
  let at = start;
  // Two hedges may follow each other: "at least about 5".
  for (let count = 0; count < 2; count++) {
    const found = wordsBefore(text, at) ?? charsBefore(text, at);
    if (!found) break;
    take(found.said);
    at = found.at;
  }
  const behind = after(text, end);
  take(behind?.said);
  // 500余 says both that it isn't exact and on which side it lies.
  if (MANY.has(text.charCodeAt(end))) {
    approximate = true;
    bound ??= 'moreThan';
  }
  return { approximate, bound, span: { start: at, end: behind?.end ?? end } };
}

type Found = { readonly said: Hedging; readonly at: number };

const table = (rows: readonly (readonly [said: Hedging, phrases: string])[]): ReadonlyMap<string, Hedging> =>
  new Map(rows.flatMap(([said, phrases]) => phrases.split('|').map((phrase) => [phrase, said] as const)));

const WORDS: ReadonlyMap<string, Hedging> = new Map(
  HEDGINGS.flatMap((said) => wordsOfLanguages(({ hedges }) => hedges?.[said]).map((phrase) => [phrase, said] as const)),
);

const CHARS = table([
  ['about', '约|大约|大概|约为|约有|约占|约达|差不多|估计|およそ|약|대략|~|≈'],
  ['nearly', '接近|将近|近|ほぼ|거의'],
  [
    'atLeast',
    '至少|没有低于|没有少于|没低于|未低于|不少于|不低于|不小于|不得低于|不得少于|不能低于|不能少于|不会低于|最少|最低|大于等于|少なくとも|최소|적어도|>=|≥',
  ],
  [
    'atMost',
    '至多|最多|最多为|没有超过|没超过|未超过|未能超过|没有突破|未突破|没有高于|未高于|不超过|不得超过|不得高于|不得多于|不能超过|不能高于|不会超过|不多于|不高于|不大于|最高|小于等于|多达|高达|最大|最大で|최대|<=|≤',
  ],
  ['moreThan', '超过|超出|超|逾|大于|多于|高于|突破|过|越|上|>'],
  ['lessThan', '不足|不到|小于|少于|低于|未满|不满|<'],
]);

/** Articles that may stand before the number: "about a third", "more than the 5". */
const SKIPPED: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const MOST_WORDS = 5;
const LAST_WORDS: ReadonlySet<string> = new Set([
  ...SKIPPED,
  ...[...WORDS.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
]);

function wordsBefore(text: string, start: number): Found | null {
  if (text[start - 1] !== ' ' && text[start - 1] !== '\u00a0') return null;
  // Tries the phrases that end before the number, the shortest first.
  let phrase = '';
  let best: Found | null = null;
  let to = start - 1;
  for (let count = 0; count < MOST_WORDS; count++) {
    let from = to;
    while (from > 0 && to - from < 16 && isWordCode(text.charCodeAt(from - 1))) from--;
    if (from === to) break;
    const written = text.slice(from, text.charCodeAt(to - 1) === 46 ? to - 1 : to).toLowerCase();
    // French: "un coût d'environ 35 millions"
    const word = written.startsWith("d'") ? written.slice(2) : written;
    // Most words before a number end no such phrase.
    if (phrase === '' && !LAST_WORDS.has(word)) break;
    const skipped = phrase === '' && SKIPPED.has(word);
    if (!skipped) phrase = phrase === '' ? word : `${word} ${phrase}`;
    const said = WORDS.get(phrase);
    if (said) best = { said, at: from };
    if (text[from - 1] !== ' ') break;
    to = from - 1;
  }
  return best;
}

/** True for Latin letters, the apostrophe and the full stop of an abbreviation. */
function isWordCode(code: number): boolean {
  return isLatin(code) || code === 39 || code === 46;
}

const LONGEST = 4;
const LAST_CODES: ReadonlySet<number> = new Set(
  [...CHARS.keys()].map((phrase) => phrase.charCodeAt(phrase.length - 1)),
);

function charsBefore(text: string, start: number): Found | null {
  const end = text[start - 1] === ' ' ? start - 1 : start;
  if (!LAST_CODES.has(text.charCodeAt(end - 1))) return null;
  for (let length = Math.min(LONGEST, end); length > 0; length--) {
    const said = CHARS.get(text.slice(end - length, end));
    // 5万元以上20万元以下: the end of the first says nothing of the second.
    if (said && !(length === 1 && text[end - 2] === '以')) return { said, at: end - length };
  }
  return null;
}

/** Words behind a number, in a group for each of {@link SAID_AFTER}. */
const AFTER = new RegExp(
  [
    /(左右|上下|前后|程度|ほど|前後|정도|가량|여|or so\b|odd\b|-odd\b|more or less\b|oder so\b)/,
    /(\+(?!\d)|or (?:more|greater|above|over|higher|older)\b|and (?:above|over|up)\b|oder mehr\b|ou plus\b|o más\b|o più\b|ou mais\b|-?plus\b|以上|이상|及以上|或以上)/,
    /(or (?:less|fewer|below|under|lower)\b|以内|以下|이하|及以下|或以下)/,
    /(초과)/,
    /(未満|未满|미만|不到)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
const SAID_AFTER: readonly Hedging[] = ['about', 'atLeast', 'atMost', 'moreThan', 'lessThan'];
const AFTER_COUNTED = /^(?:以[上下内]|左右|上下|前后|이상|이하|未満|未满)/;
const codes = (chars: string): ReadonlySet<number> => new Set(chars.split('').map((char) => char.charCodeAt(0)));
/** First characters of these words. */
const MAY_HEDGE = codes('oamp+-左上前程ほ정가여以이及或초多余未미不');
const MANY = codes('多余여');

function after(text: string, end: number): { readonly said: Hedging; readonly end: number } | undefined {
  let at = isSpace(text[end]) ? end + 1 : end;
  // 15人以上: a counted noun may stand between.
  if (text.charCodeAt(at) >= 0x4e00 && AFTER_COUNTED.test(text.slice(at + 1, at + 3))) at++;
  if (!MAY_HEDGE.has(text.charCodeAt(at))) return undefined;
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  if (!match) return undefined;
  const [words, ...groups] = match;
  const said = SAID_AFTER[groups.findIndex((group) => group !== undefined)];
  return said && { said, end: at + words.length };
}
