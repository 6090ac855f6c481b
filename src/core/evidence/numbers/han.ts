import { PART, readDozen, readPart, readPhrase, readTenths } from './hanParts';
import { isUnitOfMeasure, lex, type Token, VAGUE_BEFORE } from './hanTokens';
import { hanValueOf, isVague, trailingUnits } from './hanValue';
import type { Numeral } from './quantity';

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
    return readTenths(text, numeralOf(at, tokens, first.end, false), first.end);
  }
  const end = tokens.at(-1)?.end ?? at;
  const part = readPart(text, at, tokens, end, language);
  if (part) return part;
  if (first.type !== 'arabic' && (vague || !stands(text, at, tokens, end))) return null;
  const whole = numeralOf(at, tokens, end, MEASURES.has(text[end] ?? ''));
  return readTenths(text, whole, end) ?? readDozen(text, whole) ?? whole;
}

function numeralOf(start: number, tokens: readonly Token[], end: number, counts: boolean): Numeral {
  const { low, high, step, open } = hanValueOf(tokens, counts);
  const vague = isVague(tokens);
  return {
    start,
    end,
    form: 'han',
    low,
    high,
    step,
    scaled: tokens.some(({ type, value }) => type === 'unit' && value >= 1000),
    exponent: Math.log10(trailingUnits(tokens)),
    approximate: open || vague,
    bound: vague ? 'moreThan' : null,
  };
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
  // 參加 and 放肆 count nothing.
  if (char === '叁' || char === '肆') return !HAN.test(next) || (MEASURES.has(next) && next !== '天');
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
