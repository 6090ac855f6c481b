/** Where the numbers of a written calculation stand. */
import { NONE } from '../../../base/same';
import type { Cited } from '../../lookup/cited';
import type { Statement } from '../../lookup/statements';
import { matchNumber } from '../../matching';
import { matchAmount } from '../../matching/amounts';
import { readingsOf } from '../../matching/readings';
import { type Amount, findNumbers, type Quantity } from '../../numbers';
import type { PassagePlace } from '../../verdicts';
import type { Operand } from './expression';
import { type OwnNumbers, timesIn } from './ownNumbers';

/** A place where an operand stands. */
export interface Place {
  /** In powers of ten: 6 where the calculation has 250 and the passage $250 million. */
  readonly scale: number;
  /** It is a percentage there. */
  readonly isPercent: boolean;
  /** It has no unit there: "from 200 to 250 million" may leave the scale to the next. */
  readonly isBare: boolean;
  readonly at: PassagePlace | null;
  /** The index of the claim's number that it is; -1 for a number of the heads of a cell; null: it stands elsewhere. */
  readonly inClaim: number | null;
  /** How often it stands in the figures and tables of the brief; 0: it stands elsewhere. */
  readonly times: number;
}

/**
 * The places of each operand: in the passages of the cited sources and in the claim; in figures and tables, where no passage has
 * it. Of passages, one for each scale: the one that has most of the operands.
 */
export function placesOf(
  operands: readonly Operand[],
  statement: Statement,
  cited: Cited,
  own: OwnNumbers,
): readonly (readonly Place[])[] {
  const inPassages = operands.map(({ quantity }) =>
    meaningsOf(quantity, statement.language).flatMap((one) => passagesWith(one, cited)),
  );
  const held = new Map<string, number>();
  const scalesIn = new Map<string, Set<number>>();
  for (const places of inPassages) {
    for (const key of new Set(places.map(keyOf))) held.set(key, (held.get(key) ?? 0) + 1);
    for (const place of places) scalesIn.set(keyOf(place), (scalesIn.get(keyOf(place)) ?? new Set()).add(place.scale));
  }
  const heldBy = (place: Place) => held.get(keyOf(place)) ?? 0;
  return operands.map(({ quantity }, i) => {
    const found = inPassages[i] ?? NONE;
    const lent = found.filter(({ isBare, scale }) => isBare && scale === 0);
    const inScale = (place: Place) => [...(scalesIn.get(keyOf(place)) ?? [])].map((scale) => ({ ...place, scale }));
    const passages = [...found, ...lent.flatMap(inScale)].sort((a, b) => heldBy(b) - heldBy(a));
    const scales = new Set<number>();
    const best = passages.filter(({ scale }) => !scales.has(scale) && scales.add(scale));
    const meanings = meaningsOf(quantity, statement.language);
    return [
      ...best.sort((a, b) => a.scale - b.scale),
      ...meanings.flatMap((one) => claimedIn(one, statement)),
      ...(best.length > 0 ? NONE : meanings.flatMap((one) => ownPlaces(one, own))),
    ];
  });
}

const keyOf = ({ at }: Place) => (at ? `${at.passage} ${at.source}` : '');

/** An operand, in the scale that it may have where it stands. */
interface Meaning {
  readonly amount: Amount;
  readonly scale: number;
}

/** In powers of ten: thousand, 万, million, 亿, billion, trillion. */
const SCALES = [3, 4, 6, 8, 9, 12];

function meaningsOf(amount: Amount, language: string): Meaning[] {
  const plain = { amount, scale: 0 };
  if (!isUnscaled(amount, language) || (amount.unit !== null && amount.kind !== 'currency')) return [plain];
  return [plain, ...SCALES.map((scale) => ({ amount: timesTen(amount, scale), scale }))];
}

function timesTen(amount: Amount, exponent: number): Amount {
  const scaled = (value: number) => Number((value * 10 ** exponent).toPrecision(15));
  const low = scaled(amount.low);
  return { ...amount, value: low, low, high: low, step: scaled(amount.step), lowStep: scaled(amount.lowStep) };
}

/** Whether a number is written in full, without a "million". */
export function isUnscaled(amount: Amount, language: string): boolean {
  return digitsOf(amount, language) === Math.abs(amount.low);
}

/** What the digits of a number come to without its scale and unit: 8.2 for "8.2 million". Null where it has no digits. */
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
    places.push({ scale, isPercent: quantity?.unit === '%', isBare, at, inClaim: null, times: 0 });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

function claimedIn({ amount, scale }: Meaning, { numbers, cell }: Statement): Place[] {
  const place = (unit: string | null, inClaim: number): Place => {
    return { scale, isPercent: unit === '%', isBare: false, at: null, inClaim, times: 0 };
  };
  return [
    ...numbers.flatMap(({ quantity, also = [] }, index) =>
      [quantity, ...also].some((one) => isNumber(amount, one)) ? [place(quantity.unit, index)] : [],
    ),
    ...(cell?.numbers ?? []).flatMap((one) => (isNumber(amount, one) ? [place(one.unit, -1)] : [])),
  ];
}

/** Whether an operand is a number of the claim, as it is or with a unit. */
export function isNumber(amount: Amount, other: Quantity): boolean {
  if (other.kind === 'date') return amount.unit === null && other.value === String(amount.low);
  const readings = readingsOf(other).sort((a, b) => a.value - b.value);
  return matchAmount(amount, readings)?.exact === true;
}

function ownPlaces({ amount, scale }: Meaning, own: OwnNumbers): Place[] {
  const { times, isPercent } = timesIn(own, amount);
  return times > 0 ? [{ scale, isPercent, isBare: false, at: null, inClaim: null, times }] : [];
}
