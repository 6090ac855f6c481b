import { fractionAt, wholeAt } from './exact';
import { lex, type Token, valueOfCharacter } from './hanTokens';
import { evaluate, hanValueOf, isVague } from './hanValue';
import type { Bound, Numeral } from './quantity';
import { scaled } from './scales';

/** Text behind a number that is a denominator, or the whole before a fraction. */
export const PART = /^ {0,2}(?:分 {0,2}[之の]|분의|又)/;
const MIXED = /又 {0,2}/y;
const OF = / {0,2}(?:分 {0,2}[之の]|분의) {0,2}(负)?/y;

/** Reads a fraction or a percentage: 三分之二, 一又二分之一, 百分之五. */
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
    // 百分之 names the percentage itself: no floating-point division is needed.
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
/** Half a tenth, in percent. */
const HALF_A_TENTH = 5;
const NOT_TENTHS = /^(?:成[立为员本果长熟都就功分交型]|折[磨叠返射断线旧算扣])/;

/** Reads tenths: 九成 is 90 %, and so is 九折, the part left to pay. */
export function readTenths(text: string, numeral: Numeral, end: number): Numeral | null {
  TENTHS.lastIndex = end;
  const sign = TENTHS.exec(text)?.[1];
  if (!sign || numeral.high > (sign === '折' ? 99 : 10) || numeral.scaled) return null;
  let close = TENTHS.lastIndex;
  if (NOT_TENTHS.test(text.slice(close - 1, close + 1))) return null;
  // 七成六 is 76 %, 三成半 is 35 %, 五五折 is 55 %.
  const more = sign === '折' ? null : /^ ?([一二三四五六七八九半])(?![成个])/.exec(text.slice(close, close + 3));
  const extra = more?.[1] === '半' ? HALF_A_TENTH : (valueOfCharacter(more?.[1] ?? '') ?? 0);
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

/** Reads dozens: 十打. */
export function readDozen(text: string, numeral: Numeral): Numeral | null {
  if (
    text[numeral.end] !== '打' ||
    numeral.scaled ||
    /^打[击败架工电开破]/.test(text.slice(numeral.end, numeral.end + 2))
  )
    return null;
  return { ...numeral, end: numeral.end + 1, low: numeral.low * 12, high: numeral.high * 12, step: 1 };
}

const half =
  (bound: Bound | null) =>
  (start: number, end: number): Numeral => ({ ...fractionAt(start, end, 'han', 0.5), bound });
const tenths =
  (percent: number) =>
  (start: number, end: number): Numeral => ({ ...wholeAt(start, end, 'han', percent), kind: 'percent' });
const whole =
  (value: number) =>
  (start: number, end: number): Numeral =>
    wholeAt(start, end, 'han', value);

/** Set phrases for a half, for shares and for multiples, each with its numeral. */
const PHRASES: readonly (readonly [pattern: RegExp, numeral: (start: number, end: number) => Numeral])[] = [
  [/一半|半数|半分(?![の之])|절반/y, half(null)],
  [/过半(?!个|小时|年|天|月)/y, half('moreThan')],
  [/半百/y, whole(50)],
  [/半成(?![品年])/y, tenths(5)],
  [/半折|(?<=打)对折|对折(?=优惠|出售|销售|价)/y, tenths(50)],
  [/翻(?:了?一|了)?番/y, whole(2)],
  [/翻了?两番/y, whole(4)],
];

const PHRASE_START = /[一过절]?[半반]|翻|对折/y;

export function readPhrase(text: string, at: number): Numeral | null {
  PHRASE_START.lastIndex = at;
  if (!PHRASE_START.test(text)) return null;
  for (const [pattern, numeral] of PHRASES) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return numeral(at, pattern.lastIndex);
  }
  return null;
}
