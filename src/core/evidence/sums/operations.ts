/** Recognises the words by which a language says how a number is worked out. */

import { type Pattern, patternsOfLists } from '../../languages/wordLists';
import type { Amount } from '../numbers';
import { has, matches } from '../numbers/matches';
import { directionsOf } from '../saying/directions';

export type Operation = 'change' | 'difference' | 'ratio' | 'share' | 'sum' | 'rest';

/** An operation that words may name. */
export interface Named {
  readonly operation: Operation;
  /** True if the words can mean nothing else. */
  readonly isSure: boolean;
}

/** Returns the operations that the words around a number may name; empty if there are none. */
export function operationsOf(text: string, amount: Amount, language: string): readonly Named[] {
  const words = patternsIn(language);
  if (!words) return [];
  const moves = directionsOf(text, amount, language).some(({ axis }) => axis === 'movement');
  const compares = has(text, words.difference);
  const isPercent = amount.unit === '%';
  const found: Named[] = [];
  if (isPercent && (moves || compares)) found.push({ operation: 'change', isSure: moves });
  if (isPercent && !moves) found.push({ operation: 'share', isSure: false });
  if (!isPercent && (moves || compares))
    found.push({ operation: 'difference', isSure: compares || amount.unit === 'pp' });
  if (amount.unit === 'times' || (amount.unit === null && has(text, words.ratio)))
    found.push({ operation: 'ratio', isSure: amount.unit === 'times' && comparesTwo(text, amount, words.times) });
  if (has(text, words.sum)) found.push({ operation: 'sum', isSure: true });
  if (has(text, words.rest)) found.push({ operation: 'rest', isSure: false });
  return found;
}

/** True for "three times as many as", and for "doubled", which compares two points in time. */
function comparesTwo(text: string, { span, surface }: Amount, times: Pattern): boolean {
  return has(text.slice(span.start, span.end + AS_FAR), times) || !/\p{Nd}|\s/u.test(surface);
}

/** Length of the text after a number that is searched for "times as many", in UTF-16 units. */
const AS_FAR = 16;

/** True if a text says what its number is a change from: "222 more than the year before". */
export function saysBase(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.base);
}

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
