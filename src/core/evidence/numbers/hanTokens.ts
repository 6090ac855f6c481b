import { isDigit } from '../../base/text';
import { readDigits } from './digits';
import { KOREAN_STARTS } from './koreanWords';

/** Returns the offset behind the numeral at `at`, which is skipped so that 数百万 isn't read as 百万. */
export function afterHan(text: string, at: number, language: string): number {
  return lex(text, at, language).at(-1)?.end ?? at + 1;
}

/** True if a Chinese, Japanese or Korean numeral may start with this code unit. */
export function mayStartHan(code: number): boolean {
  return STARTS[code] === 1;
}

/** Returns the value of a character that is a numeral by itself; else undefined. */
export function valueOfCharacter(char: string): number | undefined {
  return CHARACTERS.get(char.charCodeAt(0))?.value;
}

/** A piece of a numeral. */
export interface Token {
  readonly type: 'digit' | 'arabic' | 'unit' | 'vague' | 'point';
  readonly value: number;
  readonly end: number;
  /** Arabic digits in plain decimal notation; null for other tokens. */
  readonly decimal: string | null;
  readonly korean: boolean;
}

const token = (type: Token['type'], chars: string, values: readonly number[], korean = false) =>
  chars.split('').map((char, i) => [char.charCodeAt(0), { type, value: values[i] ?? 0, korean }] as const);
const ONE_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Characters of numerals, by code unit: every character of a text is looked up, and numbers are found faster than strings. */
const CHARACTERS: ReadonlyMap<number, Pick<Token, 'type' | 'value' | 'korean'>> = new Map([
  ...token('digit', '零〇', [0, 0]),
  ...token('digit', '一二三四五六七八九', ONE_TO_NINE),
  ...token('digit', '壹贰叁肆伍陆柒捌玖', ONE_TO_NINE),
  ...token('digit', '两', [2]),
  ...token('unit', '十百千万亿兆拾佰仟億', [10, 100, 1e3, 1e4, 1e8, 1e12, 10, 100, 1e3, 1e8]),
  ...token('digit', '영일이삼사오육칠팔구', [0, ...ONE_TO_NINE], true),
  ...token('unit', '십백천만억조', [10, 100, 1e3, 1e4, 1e8, 1e12], true),
]);
/** Holds 1 for each code unit that a numeral may start with. A table, because every character is looked up. */
const STARTS = new Uint8Array(0x10000);
for (const code of [...CHARACTERS.keys(), ...KOREAN_STARTS]) STARTS[code] = 1;
for (const char of '半翻过절') STARTS[char.charCodeAt(0)] = 1;

const VAGUE: ReadonlySet<string> = new Set(['多', '余', '几', '来']);
/** Characters that leave the number behind them open: 数百 and 几百. */
export const VAGUE_BEFORE: ReadonlySet<string> = new Set(['数', '几', '수']);
/** Largest number of tokens in a numeral; a longer run isn't a number. */
const MOST_TOKENS = 48;

/** Splits the numeral that starts at `at` into tokens; empty if there is no numeral. */
export function lex(text: string, at: number, language: string): Token[] {
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

function joins(preceding: Token, found: Token, text: string, language: string): boolean {
  if (found.type === 'arabic') {
    const goesOn = preceding.korean && found.value >= 100 && found.value < preceding.value;
    return preceding.type === 'unit' && (goesOn || unitFollows(text, found.end, language));
  }
  return [preceding, found].some(({ type }) => type === 'unit' || type === 'point');
}

function unitFollows(text: string, at: number, language: string): boolean {
  const next = CHARACTERS.get(text.charCodeAt(at));
  return next?.type === 'unit' && (!next.korean || language === 'ko');
}

function lexOne(text: string, at: number, preceding: Token | undefined, language: string): Token | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    if (preceding && preceding.type !== 'unit' && !(preceding.type === 'digit' && preceding.value === 0)) return null;
    const digits = readDigits(text, at, language);
    if (!digits) return null;
    const { decimal, end } = digits;
    return { type: 'arabic', value: Number(decimal), end, decimal, korean: false };
  }
  const known = CHARACTERS.get(code);
  if (known) {
    if (known.korean && language !== 'ko') return null;
    if (known.type === 'digit' && preceding?.type === 'arabic') return null;
    // 三百千克 is 三百 and a unit; 千万 and 万亿 are one.
    if (known.type === 'unit' && known.value < 1e4 && (preceding?.type === 'unit' || preceding?.type === 'vague'))
      return null;
    if (known.type === 'unit' && preceding?.type === 'arabic' && isUnitOfMeasure(text, at)) return null;
    const { type, value, korean } = known;
    return { type, value, end: at + 1, decimal: null, korean };
  }
  if (!preceding) return null;
  const char = text.charAt(at);
  if (VAGUE.has(char) && preceding.type !== 'vague' && preceding.type !== 'point') {
    if (preceding.type === 'digit' && preceding.value > 0) return null;
    if (preceding.type === 'arabic' && !unitFollows(text, at + 1, language)) return null;
    return { type: 'vague', value: 0, end: at + 1, decimal: null, korean: false };
  }
  const isPoint = char === '点' && preceding.type !== 'point' && preceding.type !== 'vague';
  return isPoint && DIGIT_NEXT.test(text.slice(at + 1, at + 4))
    ? { type: 'point', value: 0, end: at + 1, decimal: null, korean: false }
    : null;
}

const DIGIT_NEXT = /^ {0,2}[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]/;

const UNIT = /千(?:[克米瓦卡伏帕赫焦比]|字节)|兆[瓦字赫比]/y;

/** True for 千克, 千米, 兆字节 and the like, where the first character belongs to the unit. */
export function isUnitOfMeasure(text: string, at: number): boolean {
  UNIT.lastIndex = at;
  return UNIT.test(text);
}

/** True if Arabic digits continue the number before them: 37万5,000, and in Korean also behind a space. */
function goesOnBelow(preceding: Token, last: Token, text: string): boolean {
  return last.value < preceding.value && (isDigit(text.charCodeAt(preceding.end)) || preceding.korean);
}

/**
 * Drops a last token that isn't part of the numeral: a number that only stands beside it (3万 2023年), or the start of a unit.
 */
function trimTail(text: string, tokens: Token[]): Token[] {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last?.type === 'arabic' && before?.type === 'unit') {
    const isOther = (last.decimal?.length ?? 0) > 1 && !goesOnBelow(before, last, text);
    if (isOther || /[\p{Script=Latin}%年月日년월일]/u.test(text[last.end] ?? '')) tokens.pop();
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
