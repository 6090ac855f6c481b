import { fractionAt } from './exact';
import { lex, type Token, valueOfCharacter } from './hanTokens';
import { evaluate, hanValueOf, isVague } from './hanValue';
import type { Numeral } from './quantity';
import { scaled } from './scales';

/** What follows a number that is the lower part of a fraction, or the whole before one. */
export const PART = /^ {0,2}(?:分 {0,2}[之の]|분의|又)/;
const MIXED = /又 {0,2}/y;
const OF = / {0,2}(?:分 {0,2}[之の]|분의) {0,2}(负)?/y;

/** 三分之二, 一又二分之一, 百分之五. */
export function readPart(
  text: string,
  at: number,
  tokens: readonly Token[],
  end: number,
  language: string,
): Numeral | null {
  let whole = 0;
  let below = tokens;
  let next = end;
  while (text[next] === ' ' && next < end + 2) next++;
  MIXED.lastIndex = next;
  if (MIXED.test(text)) {
    below = lex(text, MIXED.lastIndex, language);
    whole = evaluate(tokens);
    next = below.at(-1)?.end ?? MIXED.lastIndex;
  } else next = end;
  OF.lastIndex = next;
  const of = OF.exec(text);
  if (!of || below.length === 0) return null;
  const above = lex(text, OF.lastIndex, language);
  const last = above.at(-1);
  if (!last) return null;
  const open = isVague(above);
  const bound = open ? 'moreThan' : null;
  const top = hanValueOf(above, true);
  const bottom = evaluate(below);
  if (bottom === 0) return null;
  const sign = of[1] ? -1 : 1;
  const isRate = below.every(({ type }) => type === 'unit');
  if (isRate) {
    // 百分之 names the percentage itself: no sum in floating point is in between.
    const shift = 2 - Math.round(Math.log10(bottom));
    const [low, high] = [top.low, top.high].map((value) => sign * scaled(String(value), shift));
    return {
      start: at,
      end: last.end,
      form: 'han',
      low: low ?? 0,
      high: high ?? 0,
      step: scaled(String(top.step), shift),
      scaled: false,
      exponent: 0,
      kind: 'percent',
      approximate: top.open || open,
      bound,
    };
  }
  const value = whole + (sign * top.low) / bottom;
  return { ...fractionAt(at, last.end, 'han', value), bound };
}

const TENTHS = / {0,2}(成|割|折)/y;
const NOT_TENTHS = /^(?:成[立为员本果长熟都就功分交型]|折[磨叠返射断线旧算扣])/;

/** 九成 is 90 %, and so is 九折: what is left to pay. */
export function readTenths(text: string, numeral: Numeral, end: number): Numeral | null {
  TENTHS.lastIndex = end;
  const sign = TENTHS.exec(text)?.[1];
  if (!sign || numeral.high > (sign === '折' ? 99 : 10) || numeral.scaled) return null;
  let close = TENTHS.lastIndex;
  if (NOT_TENTHS.test(text.slice(close - 1, close + 1))) return null;
  // 七成六 is 76 %, 五五折 is 55 %.
  const more = sign === '折' ? null : /^ ?([一二三四五六七八九])(?![成个])/.exec(text.slice(close, close + 3));
  const extra = more ? (valueOfCharacter(more[1] ?? '') ?? 0) : 0;
  if (more) close += more[0].length;
  const percent = (value: number) => (sign === '折' && value > 10 ? value : scaled(String(value), 1) + extra);
  return {
    ...numeral,
    end: close,
    low: percent(numeral.low),
    high: percent(numeral.high),
    step: extra ? 1 : numeral.step * 10,
    kind: 'percent',
  };
}

/** 十打: dozens. */
export function readDozen(text: string, numeral: Numeral): Numeral | null {
  if (
    text[numeral.end] !== '打' ||
    numeral.scaled ||
    /^打[击败架工电开破]/.test(text.slice(numeral.end, numeral.end + 2))
  )
    return null;
  return { ...numeral, end: numeral.end + 1, low: numeral.low * 12, high: numeral.high * 12, step: 1 };
}

interface Phrase {
  readonly pattern: RegExp;
  readonly value: number;
  readonly more?: Partial<Numeral>;
}

/** Set phrases for a half, and for what doubles. */
const PHRASES: readonly Phrase[] = [
  { pattern: /^一半|^半数|^半分(?![の之])|^절반/, value: 0.5, more: { fraction: true } },
  { pattern: /^过半(?!个|小时|年|天|月)/, value: 0.5, more: { fraction: true, bound: 'moreThan' } },
  { pattern: /^半百/, value: 50 },
  { pattern: /^半成(?![品年])/, value: 5, more: { kind: 'percent' } },
  { pattern: /^半折/, value: 50, more: { kind: 'percent' } },
  { pattern: /^翻(?:了?一|了)?番/, value: 2 },
  { pattern: /^翻了?两番/, value: 4 },
];

const PHRASE_START = /[一过절]?[半반]|翻/y;

export function readPhrase(text: string, at: number): Numeral | null {
  PHRASE_START.lastIndex = at;
  if (!PHRASE_START.test(text)) return null;
  const ahead = text.slice(at, at + 5);
  for (const { pattern, value, more } of PHRASES) {
    const length = pattern.exec(ahead)?.[0].length;
    if (length === undefined) continue;
    const frame = { start: at, end: at + length, form: 'han' as const, scaled: false, exponent: 0, step: 0 };
    return { ...frame, low: value, high: value, ...more };
  }
  return null;
}
