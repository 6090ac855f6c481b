/** By which words a language says how a number is worked out. */

import { patternsOfLists } from '../../languages/wordLists';
import type { Amount } from '../numbers';
import { has } from '../numbers/matches';
import { directionsOf } from '../saying/directions';

export type Operation = 'change' | 'difference' | 'ratio' | 'share' | 'sum' | 'rest';

/** An operation that words may name. */
export interface Named {
  readonly operation: Operation;
  /** They can mean nothing else. */
  readonly isSure: boolean;
}

/** The operations that the words around a number may name; none where they name none. */
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
    found.push({ operation: 'ratio', isSure: false });
  if (has(text, words.sum)) found.push({ operation: 'sum', isSure: true });
  if (has(text, words.rest)) found.push({ operation: 'rest', isSure: false });
  return found;
}

/** Whether a text says of a change what it is a change from: "222 more than the year before". */
export function saysBase(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.base);
}

/** Whether a text between two numbers says that the second is a part of the first. */
export function saysPart(text: string, language: string): boolean {
  const words = patternsIn(language);
  return words !== null && has(text, words.part);
}

const patternsIn = patternsOfLists(({ operations }) => operations);
