import { type Amount, findNumbers, inBaseUnit } from '../numbers';
import { matches } from '../numbers/matches';
import type { Reading } from './readings';

/** A unit of measure that a table's header gives for its numbers: "Capacity (MW)", 产量（万吨）. */
export interface HeaderUnit {
  readonly unit: string;
  /** Factor of the unit: 10,000 for 万吨. */
  readonly times: number;
}

const IN_BRACKETS = /[(（[]\s?([\p{L}\p{M}²³°/·]{1,12})\s?[)）\]]/gu;
const AFTER_UNIT = /(?:单位|單位|単位)[ \u3000]?[:：]\s?([\p{L}²³°/·]{1,12})/gu;

/**
 * Finds the units of measure in brackets, or after 单位, in a passage or around it.
 *
 * @param language a BCP 47 tag, as for `findNumbers`
 */
export function headerUnits(text: string, context: string, language: string): HeaderUnit[] {
  if (!MAY_HOLD.test(text) && !MAY_HOLD.test(context)) return [];
  const notes = new Set<string>();
  for (const part of [text, context])
    for (const pattern of [IN_BRACKETS, AFTER_UNIT])
      for (const [, note = ''] of matches(part, pattern)) notes.add(note);
  return [...notes].flatMap((note) => unitOf(note, language) ?? []);
}

const MAY_HOLD = /[(（[]|[单單単]位/;

/** Units by language and note: all rows of a table have the same headers. */
const known = new Map<string, HeaderUnit | null>();
const MOST_KNOWN = 1000;

function unitOf(note: string, language: string): HeaderUnit | null {
  const key = `${language} ${note}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const one = `1 ${note}`;
  const [quantity] = findNumbers(one, language);
  const isWhole = quantity?.kind === 'dimension' && quantity.surface === one;
  const unit = isWhole && quantity.unit !== null ? { unit: quantity.unit, times: quantity.high } : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, unit);
  return unit;
}

/** Returns a bare number of a table in the base unit of the unit that its header gives; empty for other amounts. */
export function inHeaderUnit(amount: Amount, { unit, times }: HeaderUnit): Reading[] {
  if (amount.kind !== 'number' || amount.unit !== null || amount.low !== amount.high || amount.step === 0) return [];
  const base = inBaseUnit(unit);
  const value = Math.abs(amount.high) * times * base.factor;
  return [{ amount, value, unit: { unit: base.unit, open: null }, end: 'both', from: 'header' }];
}
