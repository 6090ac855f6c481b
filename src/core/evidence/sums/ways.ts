/** Makes a number from others: which operations come to it, and whether they go the way that a claim says. */
import { isComparable } from '../frames/comparable';
import { frameOf } from '../frames/frame';
import type { FramedText } from '../frames/types';
import { isShare } from '../matching/readings';
import { type Amount, inBaseUnit, isLowerBound, sizeOf, stepOf } from '../numbers';
import { directionsOf } from '../saying/directions';
import type { Sign } from '../verdicts';
import type { Operation } from './operations';

/** A calculation: a sign, and the numbers of a passage that it takes. */
export interface Way {
  readonly sign: Sign;
  readonly operands: readonly Amount[];
}

/** The ways to work a number out by an operation, the likeliest first. */
export const WAYS: Readonly<Record<Operation, (amount: Amount, amounts: readonly Amount[]) => Way[]>> = {
  change: (_, amounts) => pairs('Δ%', likeliest(amounts), isSameKind),
  fraction: (_, amounts) => pairs('÷', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(b, a)),
  share: (_, amounts) => pairs('%', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(b, a)),
  difference: (amount, amounts) => pairs('−', ofUnit(amounts, amount), isMore),
  ratio: (_, amounts) => pairs('÷', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(a, b)),
  sum: (amount, amounts) => {
    const those = ofUnit(amounts, amount);
    return [...pairs('+', those, (a, b) => a.span.start < b.span.start), ...rows(those)];
  },
  rest: (amount, amounts) => {
    const those = ofUnit(amounts, amount);
    const parts = amount.unit === '%' ? those.map((one): Way => ({ sign: '100 −', operands: [one] })) : [];
    return [...parts, ...pairs('−', those, isMore)];
  },
};

/** Works a calculation out. */
export const WORK: Readonly<Record<Sign, (numbers: readonly number[]) => number>> = {
  '+': (numbers) => numbers.reduce((all, one) => all + one, 0),
  '−': ([a = 0, b = 0]) => a - b,
  '100 −': ([a = 0]) => 100 - a,
  '×': ([a = 0, b = 0]) => a * b,
  '÷': ([a = 0, b = 1]) => a / b,
  '%': ([a = 0, b = 1]) => (a / b) * 100,
  'Δ%': ([a = 1, b = 0]) => Math.abs(b / a - 1) * 100,
  mean: (numbers) => numbers.reduce((all, one) => all + one, 0) / numbers.length,
};

/** Returns the likeliest amounts to make a proportion of. Percentages are left out. */
function likeliest(amounts: readonly Amount[]): Amount[] {
  return amounts.filter(({ unit }) => unit !== '%').slice(0, MOST_IN_PROPORTION);
}

/** Most numbers that are compared for a proportion: among more, some two are in any proportion. */
const MOST_IN_PROPORTION = 4;

/** Returns the amounts in the unit of `amount` that are at least as exact: a difference isn't more exact than its parts. */
function ofUnit(amounts: readonly Amount[], amount: Amount): Amount[] {
  return amounts.filter(
    (one) => isOfUnit(one, amount) && (amount.approximate || stepOf(one) <= stepOf(amount) * (1 + 1e-6)),
  );
}

/** True if an amount is larger than another one, whatever their units. */
export function isMore(a: Amount, b: Amount): boolean {
  return sizeOf(a) > sizeOf(b);
}

/** @param mayBe whether two numbers may be meant, in this order */
function pairs(sign: Sign, amounts: readonly Amount[], mayBe: (a: Amount, b: Amount) => boolean): Way[] {
  return amounts.flatMap((a) => amounts.flatMap((b) => (a !== b && mayBe(a, b) ? [{ sign, operands: [a, b] }] : [])));
}

/** Returns the sums of three or more amounts that follow each other. */
function rows(amounts: readonly Amount[]): Way[] {
  const inOrder = [...amounts].sort((a, b) => a.span.start - b.span.start);
  return inOrder.flatMap((_, from) =>
    inOrder.slice(from + 2).map((_, i): Way => ({ sign: '+', operands: inOrder.slice(from, from + 3 + i) })),
  );
}

/** True if a calculation comes to an amount. */
export function isRight(amount: Amount, { sign, operands }: Way): boolean {
  return isShownAs(amount, WORK[sign](operands.map(sizeOf)));
}

/** Converts a number from the base unit to the unit of the claim, rounded to the claim's last digit. */
export function shownAs({ unit, step }: Amount, value: number): number {
  const inUnit = unit === null ? value : value / inBaseUnit(unit).factor;
  return step > 0 ? Number((Math.round(inUnit / step) * step).toPrecision(12)) : inUnit;
}

/** True if a value is an amount as that is written: rounded, or about as much. */
export function isShownAs(amount: Amount, value: number): boolean {
  const size = Math.abs(sizeOf(amount));
  if (isShare(amount, size)) return isFraction(amount, value);
  // "Over six times" is said of 6.6, and "nearly seven times", too.
  const beyond = isLowerBound(amount.bound) ? value - size : size - value;
  if (amount.bound !== null && beyond >= 0 && beyond < stepOf(amount)) return true;
  return Math.abs(value - size) <= Math.max(stepOf(amount) / 2, amount.approximate ? size * ABOUT : 0) * (1 + 1e-6);
}

/** Largest error of a number with "about", as a part of that number. */
const ABOUT = 0.01;

/** True if a share in words, such as "a third" or "more than half", may be said of a value. */
function isFraction({ low, bound, approximate }: Amount, value: number): boolean {
  if (isLowerBound(bound)) return value >= low && value < low + FRACTION_BEYOND;
  if (bound === 'lessThan' || bound === 'atMost') return value <= low && value > low - FRACTION_BEYOND;
  return Math.abs(value - low) <= (approximate ? FRACTION_ABOUT : FRACTION_ROUNDED);
}

/** Distances from a share in words. */
const FRACTION_ROUNDED = 0.015;

const FRACTION_ABOUT = 0.03;

const FRACTION_BEYOND = 0.15;

/** True for amounts of one kind in one unit. */
export function isSameKind(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.kind === b.kind;
}

/** True if an amount can be counted with another one. */
export function isOfUnit(one: Amount, amount: Amount): boolean {
  const isPoints = amount.unit === 'pp' && one.unit === '%';
  return isPoints || isComparable(one, amount);
}

/** True for a number that takes its unit from another one: "200 million tonnes, against 240 million". */
export function isBare({ unit, kind }: Amount): boolean {
  return unit === null && kind === 'number';
}

/** Gives such a number the unit of another amount. */
export function inUnitOf({ unit, kind }: Amount, one: Amount): Amount {
  return isBare(one) && unit !== 'pp' ? { ...one, unit, kind } : one;
}

/** Counts the digits of an amount that tell something. */
export function digitsOf({ surface }: Amount): number {
  return surface.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

/** True if `level` may have changed by `change` from `amount`, or to it, as far as units and sizes tell. */
export function isChangeOf(level: Amount, change: Amount, amount: Amount): boolean {
  if (level.span === change.span || !isOfUnit(level, amount) || !isMore(level, change)) return false;
  return (change.unit === 'pp' && level.unit === '%') || isOfUnit(change, amount);
}

/** Returns the sentence of an amount. */
export function sentenceOf({ text, pieces }: FramedText, { span }: Amount): string {
  const at = pieces.find(({ end }) => end >= span.end)?.sentence;
  const own = pieces.filter(({ sentence }) => sentence === at);
  return text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? text.length);
}

/** Returns the amounts of a text that are one number each, without dates, ordinals and nothing. */
export function singleIn({ quantities }: FramedText): Amount[] {
  return quantities.filter(
    (one): one is Amount => one.kind !== 'date' && one.kind !== 'ordinal' && one.low === one.high && one.low !== 0,
  );
}

/** Returns where a number went by the words of its text: 1 up, -1 down, 0 neither. */
export function movementOf({ text, language }: FramedText, amount: Amount): 1 | 0 | -1 {
  return directionsOf(text, amount, language).find(({ axis }) => axis === 'movement')?.way ?? 0;
}

/** True if the words of an amount say that something changed by it. */
export function isChange(framed: FramedText, amount: Amount): boolean {
  return movementOf(framed, amount) !== 0;
}

/**
 * False if the numbers contradict the direction of the claim: a rise must lead from a smaller, earlier number to a larger,
 * later one. Years are compared only if the passage gives both.
 */
export function goesTheWay({ sign, operands: [a, b] }: Way, way: 1 | 0 | -1, framed: FramedText): boolean {
  if (way === 0 || !a || !b || (sign !== 'Δ%' && sign !== '−')) return true;
  const [first, last] = sign === 'Δ%' ? [a, b] : way > 0 ? [b, a] : [a, b];
  if (Math.sign(sizeOf(last) - sizeOf(first)) !== way) return false;
  const [before, after] = [first, last].map((one) => frameOf(framed, one).periods.get('year')?.key);
  return before === undefined || after === undefined || !(/^\d/.test(before) && /^\d/.test(after)) || before <= after;
}
