/** Finds where the numbers of a written calculation stand. */
import { NONE } from '../../../base/same';
import type { Cited } from '../../lookup/cited';
import type { Statement } from '../../lookup/statements';
import type { PassageFacts } from '../../lookup/types';
import { matchNumber } from '../../matching';
import { matchAmount } from '../../matching/amounts';
import { type Reading, readingsOf } from '../../matching/readings';
import { isSame } from '../../matching/window';
import { type Amount, findNumbers, type Quantity } from '../../numbers';
import type { PassagePlace } from '../../verdicts';
import type { Operand } from './expression';
import { type OwnNumbers, timesIn } from './ownNumbers';

/** A place where an operand stands. */
export interface Place {
  /** Scale as a power of ten: 6 where the calculation has 250 and the passage $250 million. */
  readonly scale: number;
  /** True if the number is a percentage there. */
  readonly isPercent: boolean;
  /** True if the number has no unit there: "from 200 to 250 million" may leave the scale to the next number. */
  readonly isBare: boolean;
  readonly at: PassagePlace | null;
  /** Facts of the passage at `at`; null if the number stands elsewhere. */
  readonly facts: PassageFacts | null;
  /** Index of the claim's number that it is; -1 for a number in the heads of a cell; null if it stands elsewhere. */
  readonly inClaim: number | null;
  /** Count of its occurrences in the figures and tables of the brief; 0 if it stands elsewhere. */
  readonly times: number;
}

/**
 * Returns the places of each operand: in passages of the cited sources, in the claim, and, if no passage has it, in figures and
 * tables. For each scale, only the passage with the most operands is kept.
 */
export function placesOf(
  operands: readonly Operand[],
  statement: Statement,
  cited: Cited,
  own: OwnNumbers,
): readonly (readonly Place[])[] {
  const meanings = operands.map(({ quantity }) => meaningsOf(quantity, statement.language));
  const inPassages = meanings.map((all) => all.flatMap((one) => passagesWith(one, cited)));
  const claimed = claimedBy(statement);
  const held = new Map<string, number>();
  const scalesIn = new Map<string, Set<number>>();
  for (const places of inPassages) {
    for (const key of new Set(places.map(keyOf))) held.set(key, (held.get(key) ?? 0) + 1);
    for (const place of places) scalesIn.set(keyOf(place), (scalesIn.get(keyOf(place)) ?? new Set()).add(place.scale));
  }
  const heldBy = (place: Place) => held.get(keyOf(place)) ?? 0;
  return meanings.map((all, i) => {
    const found = inPassages[i] ?? NONE;
    const lent = found.filter(({ isBare, scale }) => isBare && scale === 0);
    const inScale = (place: Place) => [...(scalesIn.get(keyOf(place)) ?? [])].map((scale) => ({ ...place, scale }));
    const passages = [...found, ...lent.flatMap(inScale)].sort((a, b) => heldBy(b) - heldBy(a));
    const scales = new Set<number>();
    const best = passages.filter(({ scale }) => !scales.has(scale) && scales.add(scale));
    return [
      ...best.sort((a, b) => a.scale - b.scale),
      ...all.flatMap((one) => claimedIn(one, claimed)),
      ...(best.length > 0 ? NONE : all.flatMap((one) => ownPlaces(one, own))),
    ];
  });
}

const keyOf = ({ at }: Place) => (at ? `${at.passage} ${at.source}` : '');

/** An operand, in the scale that it may have where it stands. */
interface Meaning {
  readonly amount: Amount;
  readonly scale: number;
}

/** Scales that are tried, in powers of ten: thousand, 万, million, 亿, billion, trillion. */
const SCALES = [3, 4, 6, 8, 9, 12];

function meaningsOf(amount: Amount, language: string): Meaning[] {
  const plain = { amount, scale: 0 };
  if (!isUnscaled(amount, language) || (amount.unit !== null && amount.kind !== 'currency')) return [plain];
  return [plain, ...SCALES.map((scale) => ({ amount: timesTen(amount, scale), scale }))];
}

function timesTen(amount: Amount, exponent: number): Amount {
  const times = 10 ** exponent;
  const low = amount.low * times;
  return { ...amount, value: low, low, high: low, step: amount.step * times, lowStep: amount.lowStep * times };
}

/** True if a number is written in full, without a "million". */
export function isUnscaled(amount: Amount, language: string): boolean {
  return digitsOf(amount, language) === Math.abs(amount.low);
}

/** Returns the value of a number's digits without its scale and unit: 8.2 for "8.2 million". Null if it has no digits. */
export function digitsOf({ surface }: Amount, language: string): number | null {
  const [digits] = DIGITS.exec(surface) ?? [];
  const [found] = digits === undefined ? [] : findNumbers(digits, language);
  if (!found) return null;
  return found.kind === 'date' ? Number(found.value) : found.low;
}

const DIGITS = /\p{Nd}(?:[\p{Nd}.,'’ \u00A0\u2009\u202F]*\p{Nd})?/u;

const MOST_PLACES = 50;

function passagesWith({ amount, scale }: Meaning, cited: Cited): Place[] {
  const places: Place[] = [];
  for (const { source, passage, facts } of cited.mayHold(amount)) {
    const numbers = facts.numbers();
    const found = matchNumber(amount, numbers);
    if (!found || (scale > 0 && !found.exact)) continue;
    const { start, end } = found;
    const quantity = numbers.quantities.find(({ span }) => span.start === start);
    const at = { source: source.id, passage, start, end };
    const isBare = quantity?.kind === 'number' && quantity.unit === null;
    places.push({ scale, isPercent: quantity?.unit === '%', isBare, at, facts, inClaim: null, times: 0 });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

/** A number of a claim, in each way that it may be read. */
interface Claimed {
  readonly index: number;
  readonly unit: string | null;
  readonly all: readonly Quantity[];
  /** Readings of the numbers in full, sorted by value. Dates have none. */
  readonly readings: readonly Reading[];
}

function claimedBy({ numbers, cell }: Statement): Claimed[] {
  const claimed = (index: number, all: readonly Quantity[]): Claimed => {
    return { index, unit: all[0]?.unit ?? null, all, readings: readingsIn(all) };
  };
  return [
    ...numbers.map(({ quantity, also = [] }, index) => claimed(index, [quantity, ...also])),
    ...(cell?.numbers ?? []).map((one) => claimed(-1, [one])),
  ];
}

function readingsIn(all: readonly Quantity[]): Reading[] {
  return all.flatMap((one) => (one.kind === 'date' ? [] : readingsOf(one))).sort((a, b) => a.value - b.value);
}

function claimedIn({ amount, scale }: Meaning, claimed: readonly Claimed[]): Place[] {
  return claimed.flatMap(({ index, unit, all, readings }): Place[] =>
    isAmongst(amount, all, readings)
      ? [{ scale, isPercent: unit === '%', isBare: false, at: null, facts: null, inClaim: index, times: 0 }]
      : [],
  );
}

/** True if an operand is this number, which may have a unit or not. */
export function isNumber(amount: Amount, other: Quantity): boolean {
  return isAmongst(amount, [other], readingsIn([other]));
}

function isAmongst(amount: Amount, all: readonly Quantity[], readings: readonly Reading[]): boolean {
  const size = Math.abs(amount.low);
  if (readings.some(({ value }) => isSame(value, size))) return matchAmount(amount, readings)?.exact === true;
  return amount.unit === null && all.some(({ kind, value }) => kind === 'date' && value === String(amount.low));
}

function ownPlaces({ amount, scale }: Meaning, own: OwnNumbers): Place[] {
  const { times, isPercent } = timesIn(own, amount);
  return times > 0 ? [{ scale, isPercent, isBare: false, at: null, facts: null, inClaim: null, times }] : [];
}
