import type { Token } from './hanTokens';
import { powerOfTen, scaled, stepOf } from './scales';

/** A value, or the two ends of an open one such as 六七千. */
export interface HanValue {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly open: boolean;
}

/**
 * Returns the value of a numeral.
 *
 * @param counts true if what follows counts or measures, so that two digits in a row (两三个) leave it open.
 */
export function hanValueOf(tokens: readonly Token[], counts: boolean): HanValue {
  const step = stepFor(tokens);
  const pair = tokens.length > 1 ? pairIn(tokens, counts) : -1;
  if (pair >= 0) {
    const low = evaluate(tokens.filter((_, i) => i !== pair + 1));
    const high = evaluate(tokens.filter((_, i) => i !== pair));
    if (low < high) return { low, high, step, open: true };
  }
  const decimal = tokens[0]?.decimal ?? null;
  const exact = decimal !== null && tokens.every(({ type }, i) => i === 0 || type === 'unit' || type === 'vague');
  const value = exact ? scaled(decimal, Math.round(Math.log10(trailingUnits(tokens)))) : evaluate(tokens);
  return { low: value, high: value, step, open: false };
}

/** Returns the index of two neighbouring digits that leave the value open (六七, 三五); else -1. */
function pairIn(tokens: readonly Token[], counts: boolean): number {
  const isOpen = (a: Token | undefined, b: Token | undefined) =>
    a?.type === 'digit' &&
    b?.type === 'digit' &&
    a.value > 0 &&
    (b.value === a.value + 1 || (a.value === 3 && b.value === 5));
  const scales = tokens.some(({ type }) => type === 'unit');
  if (!(counts || scales) || tokens.some(({ type }) => type === 'point')) return -1;
  const at = tokens.findIndex((first, i) => isOpen(first, tokens[i + 1]));
  const isLonger = tokens[at - 1]?.type === 'digit' || tokens[at + 2]?.type === 'digit';
  return isLonger ? -1 : at;
}

/** Adds up the tokens, section by section. */
export function evaluate(tokens: readonly Token[]): number {
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

/** Returns the product of the scales after the last digit. */
export function trailingUnits(tokens: readonly Token[]): number {
  let product = 1;
  for (const { type, value } of tokens) {
    if (type === 'unit') product *= value;
    else if (type === 'digit' || type === 'arabic') product = 1;
  }
  return product;
}

function stepFor(tokens: readonly Token[]): number {
  const units = trailingUnits(tokens);
  const last = tokens.findLast(({ type }) => type === 'digit' || type === 'arabic');
  const point = tokens.findIndex(({ type }) => type === 'point');
  const exponent = units < 1000 && last?.type !== 'arabic' ? 0 : Math.round(Math.log10(units));
  if (last && last.decimal !== null) return stepOf(last.decimal, exponent);
  const decimals = point < 0 ? 0 : tokens.slice(point).filter(({ type }) => type === 'digit').length;
  return powerOfTen(exponent - decimals);
}

/** True if 多, 余, 几 or 来 leaves it open above. */
export function isVague(tokens: readonly Token[]): boolean {
  return tokens.some(({ type }) => type === 'vague');
}
