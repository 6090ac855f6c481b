/** Recognises the words by which a language says how a number is worked out. */

import { type Pattern, patternsOfLists } from '../../languages/wordLists';
import { isShare } from '../matching/readings';
import type { Amount } from '../numbers';
import { fold } from '../numbers/fold';
import { readHedge } from '../numbers/hedges';
import { has, matches } from '../numbers/matches';
import { changesBy, directionsOf } from '../saying/directions';

export type Operation = 'change' | 'difference' | 'ratio' | 'share' | 'fraction' | 'sum' | 'rest';

/** An operation that words may name. */
export interface Named {
  readonly operation: Operation;
  /** True if the words can mean nothing else. */
  readonly isSure: boolean;
}

/** Returns the operations that the words around a number may name; empty if there are none. */
export function operationsOf(whole: string, amount: Amount, language: string): readonly Named[] {
  const words = patternsIn(language);
  if (!words) return [];
  // The "more" of "more than 34" is a bound.
  const text = withoutBound(whole, amount);
  const directions = directionsOf(text, amount, language);
  const moves = directions.some(({ axis }) => axis === 'movement') || changesBy(text, amount, language);
  // A surplus is what comes in without what goes out.
  const balances = directions.some(({ axis }) => axis === 'balance');
  const isSigned = text[amount.span.start] === '+' || text[amount.span.start - 1] === '+';
  const compares = isSigned || has(text, words.difference);
  const isPercent = amount.unit === '%';
  const found: Named[] = [];
  if (isPercent && (moves || compares)) found.push({ operation: 'change', isSure: moves });
  if (isPercent && !moves) found.push({ operation: 'share', isSure: false });
  if (!isPercent && (moves || compares || balances))
    found.push({ operation: 'difference', isSure: compares || amount.unit === 'pp' });
  if (isShare(amount, amount.low)) found.push({ operation: 'fraction', isSure: false });
  if (amount.unit === 'times' || (amount.unit === null && has(text, words.ratio)))
    found.push({ operation: 'ratio', isSure: amount.unit === 'times' && comparesTwo(text, amount, words.times) });
  if (has(text, words.sum)) found.push({ operation: 'sum', isSure: true });
  if (has(text, words.rest)) found.push({ operation: 'rest', isSure: false });
  return found;
}

/**
 * True if the words right beside an amount say that it's worked out from others: "12 points higher", "by 12", "12 in total",
 * "+12".
 */
export function isWordedAsDerived(text: string, amount: Amount, language: string): boolean {
  const { span, unit, bound } = amount;
  if (unit === 'times' || text[span.start] === '+' || text[span.start - 1] === '+') return true;
  const words = patternsIn(language);
  if (!words) return false;
  // "By more than 12": the bound stands between.
  const from = bound === null ? span.start : readHedge(fold(text), span.start, span.end).span.start;
  if (changesBy(text, { ...amount, span: { start: from, end: span.end } }, language)) return true;
  const behind = text.slice(span.end, span.end + AS_FAR).replace(/[,.;:].*$/u, '');
  const first = matches(behind, words.difference)[0];
  if (first && /^ ?(?:\p{L}+ )?$/u.test(behind.slice(0, first.index))) return true;
  return has(text.slice(Math.max(0, from - AS_FAR), from) + behind, words.sum);
}

/** Blanks the words that bound an amount: "more than 34". */
function withoutBound(text: string, { bound, span }: Amount): string {
  if (bound === null) return text;
  const hedged = readHedge(fold(text), span.start, span.end).span;
  const blank = (from: number, to: number) => ' '.repeat(Math.max(0, to - from));
  return (
    text.slice(0, hedged.start) +
    blank(hedged.start, span.start) +
    text.slice(span.start, span.end) +
    blank(span.end, hedged.end) +
    text.slice(hedged.end)
  );
}

/** True for "three times as many as", and for "doubled", which compares two points in time. */
function comparesTwo(text: string, { span, surface }: Amount, times: Pattern): boolean {
  return has(text.slice(span.start, span.end + AS_FAR), times) || !/\p{Nd}|\s/u.test(surface);
}

/** Length of the text after a number that is searched for "times as many", in UTF-16 units. */
const AS_FAR = 24;

/** True if a text says what its number is a change from: "222 more than the year before". */
export function saysBase(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.base);
}

/** True if a text between a change and a level leads to the level: "rose by 700 to 8,900". */
export function endsInTo(text: string, language: string): boolean {
  const words = changesIn(language);
  if (words === null || text.length > FARTHEST_TO) return false;
  const last = matches(text, words.to).at(-1);
  return last !== undefined && text.slice(last.index + last[0].length).trim() === '';
}

/** True if one value follows "from" and the next "to", or the other way round. @param between text between the two */
export function leadsFromTo(before: string, between: string, language: string): boolean {
  const words = changesIn(language);
  if (words === null || between.length > FARTHEST_APART) return false;
  const endsWith = (text: string, pattern: Pattern) => {
    const last = matches(text, pattern).at(-1);
    return last !== undefined && /^[^\p{L}]*(?:\p{L}{2,8} )?$/u.test(text.slice(last.index + last[0].length));
  };
  return (
    (endsWith(before, words.from) && endsWith(between, words.to)) ||
    (endsWith(before, words.to) && endsWith(between, words.from))
  );
}

/** Longest text between two values that one thing changed from and to, in UTF-16 units. */
const FARTHEST_APART = 60;
/** Longest text between them, in UTF-16 units. */
const FARTHEST_TO = 30;

/** True if a text says that its number is an average. */
export function saysAverage(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.average);
}

/** True if a text has the words of a rate by which money is converted. */
export function saysRate(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.rate);
}

/** Returns the word for what a share falls to: "employee" in "per employee". Null if the text has no such word, or two. */
export function eachIn(text: string, language: string, isCjk: boolean): string | null {
  const words = patternsIn(language);
  if (!words) return null;
  const found = [...matches(text, words.each)].map(({ 0: word, index }) =>
    isCjk ? word : (/^ (\p{L}{3,})/u.exec(text.slice(index + word.length))?.[1] ?? ''),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** True if a text between two numbers says that the second is a part of the first. */
export function saysPart(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.part);
}

const patternsIn = patternsOfLists(({ operations }) => operations);
const changesIn = patternsOfLists(({ changes }) => changes);
