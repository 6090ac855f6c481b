import { isDigit } from './characters';
import { readDigits } from './digits';
import type { Bound, Numeral } from './quantity';
import { scaled, stepOf } from './scales';

/**
 * Numerals in Chinese characters, those in Japanese and Sino-Korean alike, and digits with such scales: 一万六七千,
 * 4.78万亿, 5亿1万, 三分之二, 百分之五, 九成, 两折, 4억 2천만.
 *
 * @param text folded (see `fold.ts`).
 * @returns null where no such numeral starts at `at`; digits without a scale of these scripts are for others.
 */
export function readHan(text: string, at: number, language: string): Numeral | null {
  const phrase = readPhrase(text, at);
  if (phrase) return phrase;
  const vague = VAGUE_BEFORE.has(text[at - 1] ?? '');
  const tokens = lex(text, at, language);
  const first = tokens[0];
  if (!first) return null;
  if (first.type === 'arabic' && tokens.length === 1 && !PART.test(text.slice(first.end, first.end + 6))) {
    return readTenths(text, { ...number(tokens), start: at }, first.end);
  }
  const end = tokens.at(-1)?.end ?? at;
  const part = readPart(text, at, tokens, end, language);
  if (part) return part;
  if (first.type !== 'arabic' && (vague || !stands(text, at, tokens, end))) return null;
  const base = number(tokens, text[end]);
  const whole: Numeral = {
    ...base,
    start: at,
    end,
    scaled: tokens.some((token) => token.type === 'unit' && token.value >= 1000),
    exponent: Math.log10(trailingUnits(tokens)),
    ...hedged(tokens),
  };
  return readTenths(text, whole, end) ?? readDozen(text, whole) ?? whole;
}

/** What a skipped stretch at `at` holds, so that 数百万 is not read as 百万: the offset to go on from. */
export function afterHan(text: string, at: number, language: string): number {
  return lex(text, at, language).at(-1)?.end ?? at + 1;
}

/** Whether a Chinese, Japanese or Korean numeral may start with this code unit. */
export function mayStartHan(code: number): boolean {
  return STARTS.has(code);
}

interface Token {
  readonly type: 'digit' | 'arabic' | 'unit' | 'vague' | 'point';
  readonly value: number;
  readonly end: number;
  /** Plain decimal notation of Arabic digits. */
  readonly decimal?: string;
  readonly korean?: boolean;
}

const token = (type: Token['type'], chars: string, values: readonly number[], korean = false) =>
  chars.split('').map((char, i) => [char, { type, value: values[i] ?? 0, korean }] as const);
const ONE_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const CHARACTERS: ReadonlyMap<string, Omit<Token, 'end'>> = new Map([
  ...token('digit', '零〇', [0, 0]),
  ...token('digit', '一二三四五六七八九', ONE_TO_NINE),
  ...token('digit', '壹贰叁肆伍陆柒捌玖', ONE_TO_NINE),
  ...token('digit', '两', [2]),
  ...token('unit', '十百千万亿兆拾佰仟億', [10, 100, 1e3, 1e4, 1e8, 1e12, 10, 100, 1e3, 1e8]),
  ...token('digit', '영일이삼사오육칠팔구', [0, ...ONE_TO_NINE], true),
  ...token('unit', '십백천만억조', [10, 100, 1e3, 1e4, 1e8, 1e12], true),
]);
/** As code units: a set of numbers is asked faster than one of characters, and every character is asked. */
const STARTS: ReadonlySet<number> = new Set([...CHARACTERS.keys(), '半', '翻', '过'].map((char) => char.charCodeAt(0)));

const VAGUE: ReadonlySet<string> = new Set(['多', '余', '几', '来']);
const VAGUE_BEFORE: ReadonlySet<string> = new Set(['数', '几', '수']);
/** More than a numeral has; a longer run is no number. */
const MOST_TOKENS = 48;

function lex(text: string, at: number, language: string): Token[] {
  const tokens: Token[] = [];
  let i = at;
  while (tokens.length < MOST_TOKENS) {
    const previous = tokens.at(-1);
    let next = i;
    if (previous) while (next < i + 4 && (text[next] === ' ' || text[next] === '\u00a0')) next++;
    const found = lexOne(text, next, previous, language);
    if (!found) break;
    // A space divides two numbers, unless one side of it is a unit or a point: 二十 億.
    if (next > i && previous && !joins(previous, found, text, language)) break;
    tokens.push(found);
    i = found.end;
  }
  return trimTail(text, tokens);
}

function joins(previous: Token, found: Token, text: string, language: string): boolean {
  if (found.type === 'arabic') return previous.type === 'unit' && unitFollows(text, found.end, language);
  return [previous, found].some(({ type }) => type === 'unit' || type === 'point');
}

function unitFollows(text: string, at: number, language: string): boolean {
  const next = CHARACTERS.get(text[at] ?? '');
  return next?.type === 'unit' && (!next.korean || language === 'ko');
}

function lexOne(text: string, at: number, previous: Token | undefined, language: string): Token | null {
  const char = text[at];
  if (char === undefined) return null;
  if (isDigit(text.charCodeAt(at))) {
    if (previous && previous.type !== 'unit' && !(previous.type === 'digit' && previous.value === 0)) return null;
    const digits = readDigits(text, at, language);
    return digits ? { type: 'arabic', value: Number(digits.decimal), decimal: digits.decimal, end: digits.end } : null;
  }
  const known = CHARACTERS.get(char);
  if (known) {
    if (known.korean && language !== 'ko') return null;
    if (known.type === 'digit' && previous?.type === 'arabic') return null;
    // 三百千克 is 三百 and a unit; 千万 and 万亿 are one.
    if (known.type === 'unit' && known.value < 1e4 && (previous?.type === 'unit' || previous?.type === 'vague'))
      return null;
    if (known.type === 'unit' && previous?.type === 'arabic' && isUnitOfMeasure(text, at)) return null;
    return { ...known, end: at + 1 };
  }
  if (!previous) return null;
  if (VAGUE.has(char) && previous.type !== 'vague' && previous.type !== 'point') {
    if (previous.type === 'digit' && previous.value > 0) return null;
    if (previous.type === 'arabic' && !unitFollows(text, at + 1, language)) return null;
    return { type: 'vague', value: 0, end: at + 1 };
  }
  const isPoint = char === '点' && previous.type !== 'point' && previous.type !== 'vague';
  return isPoint && DIGIT_NEXT.test(text.slice(at + 1, at + 4)) ? { type: 'point', value: 0, end: at + 1 } : null;
}

const DIGIT_NEXT = /^ {0,2}[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]/;

/** 千克, 千米, 兆字节 and the like, where the first character belongs to the unit. */
function isUnitOfMeasure(text: string, at: number): boolean {
  const [first, second, third] = text.slice(at, at + 3);
  if (first === '千')
    return (
      (second !== undefined && '克米瓦卡伏帕赫焦'.includes(second)) ||
      (second === '字' && third === '节') ||
      second === '比'
    );
  return first === '兆' && (second === '瓦' || second === '字' || second === '赫' || second === '比');
}

/** Drops what a numeral does not end with: a lone point, a number that only stands beside it (3万 2023年). */
function trimTail(text: string, tokens: Token[]): Token[] {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last?.type === 'arabic' && before?.type === 'unit') {
    const next = text[last.end] ?? '';
    if ((last.decimal?.length ?? 0) > 1 || /[\p{Script=Latin}%年月日]/u.test(next)) tokens.pop();
  }
  // In 三千两百两 the last counts taels.
  if (tokens.length > 1 && last && last.value === 2 && text[last.end - 1] === '两') tokens.pop();
  // 六千字节 counts kilobytes.
  if (last?.type === 'unit' && before?.type === 'digit' && isUnitOfMeasure(text, last.end - 1)) {
    if (tokens.length === 2 || last.value === 1e12) tokens.pop();
  } else if (last?.type === 'unit' && last.value === 1e12 && isUnitOfMeasure(text, last.end - 1)) {
    tokens.pop();
  }
  return tokens;
}

type Base = Pick<Numeral, 'low' | 'high' | 'step' | 'approximate'>;

/** The value, or the two that 六七千 lies between. */
function number(tokens: readonly Token[], next?: string): Base & Omit<Numeral, keyof Base> {
  const step = stepFor(tokens);
  const frame = { start: 0, end: 0, form: 'han' as const, scaled: false, exponent: 0 };
  const pair = pairIn(tokens, next);
  if (pair >= 0) {
    const low = evaluate(tokens.filter((_, i) => i !== pair + 1));
    const high = evaluate(tokens.filter((_, i) => i !== pair));
    if (low < high) return { ...frame, low, high, step, approximate: true };
  }
  const [first, ...rest] = tokens;
  const value =
    first?.decimal !== undefined && rest.every(({ type }) => type === 'unit' || type === 'vague')
      ? scaled(first.decimal, Math.round(Math.log10(trailingUnits(tokens))))
      : evaluate(tokens);
  return { ...frame, low: value, high: value, step };
}

/** The place of two neighbouring digits that leave it open (六七, 三五), else -1. */
function pairIn(tokens: readonly Token[], next: string | undefined): number {
  const isOpen = (a: Token | undefined, b: Token | undefined) =>
    a?.type === 'digit' &&
    b?.type === 'digit' &&
    a.value > 0 &&
    (b.value === a.value + 1 || (a.value === 3 && b.value === 5));
  const counts = tokens.some(({ type }) => type === 'unit') || (next !== undefined && MEASURES.has(next));
  if (!counts || tokens.some(({ type }) => type === 'point')) return -1;
  const at = tokens.findIndex((first, i) => isOpen(first, tokens[i + 1]));
  const isLonger = tokens[at - 1]?.type === 'digit' || tokens[at + 2]?.type === 'digit';
  return isLonger ? -1 : at;
}

function evaluate(tokens: readonly Token[]): number {
  let total = 0;
  let section = 0;
  let last: number | null = null;
  let lastBig = 0;
  let lastUnit = 0;
  let afterZero = false;
  let fraction = '';
  let inFraction = false;
  let strung = 0;
  for (const { type, value } of tokens) {
    if (type === 'point') {
      inFraction = true;
    } else if (type === 'digit' && inFraction) {
      fraction += String(value);
    } else if (type === 'digit' && value === 0 && last === null && lastUnit > 0) {
      afterZero = true;
    } else if (type === 'digit' || type === 'arabic') {
      last = last === null ? value : last * 10 + value;
      strung++;
    } else if (type === 'unit') {
      if (inFraction) {
        total = scaled(`${total + section + (last ?? 0)}.${fraction}`, Math.round(Math.log10(value)));
        section = 0;
        inFraction = false;
        fraction = '';
        lastBig = value;
      } else if (value < 1e4) {
        section += (last ?? 1) * value;
      } else {
        const part = section + (last ?? 0);
        if (part === 0) total = total === 0 ? value : total * value;
        else total = lastBig > 0 && value > lastBig ? (total + part) * value : total + part * value;
        lastBig = value;
        section = 0;
      }
      last = null;
      strung = 0;
      lastUnit = value;
      afterZero = false;
    }
  }
  // 九万四 is short for 九万四千.
  const short =
    last !== null && strung === 1 && !tokens[0]?.korean && last < 10 && lastUnit > 10 && !afterZero && !inFraction;
  const whole = total + section + (last ?? 0) * (short ? lastUnit / 10 : 1);
  return fraction === '' ? whole : Number(`${whole}.${fraction}`);
}

function trailingUnits(tokens: readonly Token[]): number {
  const lastDigit = tokens.findLastIndex(({ type }) => type === 'digit' || type === 'arabic');
  return tokens
    .slice(lastDigit + 1)
    .reduce((product, { type, value }) => (type === 'unit' ? product * value : product), 1);
}

function stepFor(tokens: readonly Token[]): number {
  const units = trailingUnits(tokens);
  const last = tokens.findLast(({ type }) => type === 'digit' || type === 'arabic');
  const point = tokens.findIndex(({ type }) => type === 'point');
  const exponent = units < 1000 && last?.type !== 'arabic' ? 0 : Math.round(Math.log10(units));
  if (last?.decimal !== undefined) return stepOf(last.decimal, exponent);
  const decimals = point < 0 ? 0 : tokens.slice(point).filter(({ type }) => type === 'digit').length;
  return Number(`1e${exponent - decimals}`);
}

function hedged(tokens: readonly Token[]): { approximate?: boolean; bound?: Bound } {
  return tokens.some(({ type }) => type === 'vague') ? { approximate: true, bound: 'moreThan' } : {};
}

// ── Whether it is a number at all ───────────────────────────────────────────────────────────────────────────

/** Characters that count or measure, and so make the numeral before them one. */
const MEASURES: ReadonlySet<string> = new Set(
  '个只种条名位家项次年月天日周岁人倍件张把块元角毛米克吨里斤升台辆艘架座栋间套所部篇本册份批组对双打届期轮场层级段句排株棵头匹根枚颗粒片瓶杯盒箱袋桶集国省市县州镇村校院厂店户代类款大门者成折分秒以円度美英欧日港'.split(
    '',
  ),
);
const FORMAL: ReadonlySet<string> = new Set('陆伍拾佰仟'.split(''));
const HAN = /\p{Script=Han}/u;

/** One character is a number only in company: 一 in 一看 counts nothing. */
function stands(text: string, at: number, tokens: readonly Token[], end: number): boolean {
  const [first] = tokens;
  const char = text[at] ?? '';
  const next = text[end] ?? '';
  if (first?.korean)
    return !/\p{L}/u.test(text[at - 1] ?? '') && tokens.length > 1 && tokens.some(({ type }) => type === 'unit');
  if (first?.type === 'unit' && first.value >= 100) return standsWithoutDigit(text, at, tokens, next);
  if (tokens.length > 1 || text[at - 1] === '第') return true;
  if (FORMAL.has(char)) return false;
  if (isUnitOfMeasure(text, end)) return true;
  const open = !HAN.test(next) && !HAN.test(text[at - 1] ?? '');
  if (char === '一')
    return (
      open ||
      (MEASURES.has(next) && !/^一[部大分日天国度对]/.test(text.slice(at, at + 2))) ||
      /^一对/.test(text.slice(at, at + 2)) ||
      next === '却'
    );
  if (char === '零' || char === '〇') return open || '个元円度年'.includes(next || '-');
  if (char === '两') return MEASURES.has(next) || next === '成' || next === '岸';
  return true;
}

/** 百万 and 千亿 say a number, and so does 近百; a lone 万 does not. */
function standsWithoutDigit(text: string, at: number, tokens: readonly Token[], next: string): boolean {
  const second = tokens[1];
  if (tokens[0]?.value === 1e8) return false;
  if (second?.type === 'unit') return second.value > (tokens[0]?.value ?? 0);
  if (next === '円') return true;
  if (/[近超过逾上约达破]/.test(text[at - 1] ?? '')) return MEASURES.has(next) || second !== undefined;
  return (
    (second?.type === 'digit' && tokens.length === 2 && !HAN.test(next) && !HAN.test(text[at - 1] ?? '')) ||
    (second !== undefined && tokens.length > 2)
  );
}

// ── Parts: 三分之二, 九成, 两折 ────────────────────────────────────────────────────────────────────────────

const PART = /^ {0,2}(?:分 {0,2}[之の]|분의|又)/;
const MIXED = /又 {0,2}/y;
const OF = / {0,2}(?:分 {0,2}[之の]|분의) {0,2}(负)?/y;

function readPart(text: string, at: number, tokens: readonly Token[], end: number, language: string): Numeral | null {
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
  const frame = { start: at, end: last.end, form: 'han' as const, scaled: false, exponent: 0, ...hedged(above) };
  const top = number(above, '成');
  const bottom = evaluate(below);
  if (bottom === 0) return null;
  const sign = of[1] ? -1 : 1;
  const isRate = below.every(({ type }) => type === 'unit');
  if (isRate) {
    // 百分之 names the percentage itself: no sum in floating point is in between.
    const shift = 2 - Math.round(Math.log10(bottom));
    const [low, high] = [top.low, top.high].map((value) => sign * scaled(String(value), shift));
    return {
      ...frame,
      ...(top.approximate ? { approximate: true } : {}),
      low: low ?? 0,
      high: high ?? 0,
      step: scaled(String(top.step), shift),
      kind: 'percent',
    };
  }
  const value = whole + (sign * top.low) / bottom;
  return { ...frame, low: value, high: value, step: 0, fraction: true };
}

const TENTHS = / {0,2}(成|割|折)/y;
const NOT_TENTHS = /^(?:成[立为员本果长熟都就功分交型]|折[磨叠返射断线旧算扣])/;

/** 九成 is 90 %, and so is 九折: what is left to pay. */
function readTenths(text: string, numeral: Numeral, end: number): Numeral | null {
  TENTHS.lastIndex = end;
  const sign = TENTHS.exec(text)?.[1];
  if (!sign || numeral.high > (sign === '折' ? 99 : 10) || numeral.scaled) return null;
  let close = TENTHS.lastIndex;
  if (NOT_TENTHS.test(text.slice(close - 1, close + 1))) return null;
  // 七成六 is 76 %, 五五折 is 55 %.
  const more = sign === '折' ? null : /^ ?([一二三四五六七八九])(?![成个])/.exec(text.slice(close, close + 3));
  const extra = more ? (CHARACTERS.get(more[1] ?? '')?.value ?? 0) : 0;
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

function readDozen(text: string, numeral: Numeral): Numeral | null {
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
  { pattern: /^一半|^半数/, value: 0.5, more: { fraction: true } },
  { pattern: /^过半(?!个|小时|年|天|月)/, value: 0.5, more: { fraction: true, bound: 'moreThan' } },
  { pattern: /^半百/, value: 50 },
  { pattern: /^半成(?![品年])/, value: 5, more: { kind: 'percent' } },
  { pattern: /^半折/, value: 50, more: { kind: 'percent' } },
  { pattern: /^翻(?:了?一|了)?番/, value: 2 },
  { pattern: /^翻了?两番/, value: 4 },
];

function readPhrase(text: string, at: number): Numeral | null {
  if (!'一半翻过'.includes(text[at] ?? '-')) return null;
  const ahead = text.slice(at, at + 5);
  for (const { pattern, value, more } of PHRASES) {
    const length = pattern.exec(ahead)?.[0].length;
    if (length === undefined) continue;
    const frame = { start: at, end: at + length, form: 'han' as const, scaled: false, exponent: 0, step: 0 };
    return { ...frame, low: value, high: value, ...more };
  }
  return null;
}
