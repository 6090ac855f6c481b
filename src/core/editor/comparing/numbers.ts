/** Compares numbers by value and unit. */
import { termKeys } from '../../evidence/lookup/passageFacts';
import { type Reading, readingsOf } from '../../evidence/matching/readings';
import { findSpansInWords } from '../../evidence/matching/spansInWords';
import { unitsAgree } from '../../evidence/matching/unitsAgree';
import { type Amount, type CalendarDate, isLowerBound, type Quantity } from '../../evidence/numbers';
import type { ComparedClaim, SaidNumber } from './claims';
import { type Comparison, type Fact, type Matched, matchFacts, type Pair } from './facts';
import { likeWords } from './pairing';

type NumberFact = Fact<SaidNumber>;

export const NUMBERS: Comparison<SaidNumber> = {
  kind: 'number',
  match: ({ old, now, isFirm }) => {
    const [ones, others] = [numbersIn(old), numbersIn(now)] as const;
    const inOrder = isFirm ? matchInOrder(ones, others) : null;
    if (inOrder) return inOrder;
    const { same, lost, added } = matchFacts(ones, others, isSameNumber, sameHedges);
    return {
      same,
      changed: [],
      lost: notTakenApart(lost, others, spansIn(now)),
      added: notTakenApart(added, ones, spansIn(old)),
    };
  },
  keysOf: ({ quantity }) =>
    quantity.kind === 'date'
      ? [quantity.value, ...(quantity.first === null ? [] : [`${quantity.first} ${quantity.last}`])]
      : readingsOf(quantity).map(({ value }) => value.toPrecision(9)),
  isSame: isSameNumber,
  likeness: ({ value: one }, { value: other }) => {
    if (!isOfOneKind(one.quantity, other.quantity)) return null;
    return (one.quantity.unit === other.quantity.unit ? 1 : 0) + 2 * likeWords(wordsAround(one), wordsAround(other));
  },
  countsAlone: ({ quantity }) => quantity.checkable,
};

/** Returns all numbers but "one" and "a". */
function numbersIn(claims: readonly ComparedClaim[]): NumberFact[] {
  return claims.flatMap((claim) =>
    claim.sentences.flatMap(({ numbers }) =>
      numbers.flatMap((value): NumberFact[] => {
        const { quantity, span } = value;
        const counts = quantity.kind === 'date' || quantity.checkable || Math.abs(quantity.high) > 1;
        return counts ? [{ value, text: quantity.surface, span, claim }] : [];
      }),
    ),
  );
}

/** Pairs the numbers of two texts in their order. Null unless the texts differ in their numbers alone. */
function matchInOrder(ones: readonly NumberFact[], others: readonly NumberFact[]): Matched<SaidNumber> | null {
  const [one, other] = [ones[0]?.claim, others[0]?.claim];
  if (!one || !other || ones.length !== others.length || withoutNumbers(one) !== withoutNumbers(other)) return null;
  const pairs = ones.flatMap((fact, i): Pair<SaidNumber>[] => (others[i] ? [[fact, others[i]]] : []));
  const isSame = ([old, now]: Pair<SaidNumber>) => isSameNumber(old.value, now.value);
  return { same: pairs.filter(isSame), changed: pairs.filter((pair) => !isSame(pair)), lost: [], added: [] };
}

function withoutNumbers({ sentences }: ComparedClaim): string {
  const texts = sentences.map(({ text, numbers }) =>
    numbers.reduceRight((rest, { quantity: { span } }) => `${rest.slice(0, span.start)}#${rest.slice(span.end)}`, text),
  );
  return texts.join(' ').replace(/\s+/g, ' ').toLowerCase();
}

function isSameNumber({ quantity: one }: SaidNumber, { quantity: other }: SaidNumber): boolean {
  if (one.kind === 'date' || other.kind === 'date') return isSameDate(one, other);
  if ((one.low === one.high) !== (other.low === other.high)) return false;
  return isSameAmount(one, other, 'low') && isSameAmount(one, other, 'high');
}

/** True if two dates are the same. A number may look like a year, and is compared as text then. */
function isSameDate(one: Quantity, other: Quantity): boolean {
  if (one.kind !== 'date' || other.kind !== 'date') return String(one.value) === String(other.value);
  return one.value === other.value || (one.first !== null && one.first === other.first && one.last === other.last);
}

function isSameAmount(one: Amount, other: Amount, end: 'low' | 'high'): boolean {
  const others = readingsAt(other, end);
  return readingsAt(one, end).some((reading) => others.some((another) => isSameReading(reading, another)));
}

function readingsAt(amount: Amount, end: 'low' | 'high'): Reading[] {
  return readingsOf({ ...amount, low: amount[end], high: amount[end] });
}

function isSameReading(one: Reading, other: Reading): boolean {
  const isClose = Math.abs(one.value - other.value) <= 1e-9 * Math.max(one.value, other.value);
  return isClose && (one.unit && other.unit ? unitsAgree(one.unit, other.unit) : mayGoWithout(one.unit ?? other.unit));
}

/**
 * A unit may be left out where an earlier number had it: "for 31 days, and for 12". A number without a unit is no percentage.
 */
function mayGoWithout(unit: Reading['unit']): boolean {
  return unit === null || !/^(?:%|pp|times|basis point|per mille)$/.test(unit.unit);
}

/** Leaves out ranges whose ends stand alone on the other side, and dates that are told there in two parts; and the other way round. */
function notTakenApart(
  facts: readonly NumberFact[],
  others: readonly NumberFact[],
  spans: readonly Amount[],
): NumberFact[] {
  const quantities = others.map(({ value }) => value.quantity);
  const dates = quantities.filter((quantity) => quantity.kind === 'date');
  const amounts = [...quantities.filter((quantity) => quantity.kind !== 'date'), ...spans];
  return facts.flatMap((fact) => {
    const { quantity } = fact.value;
    if (others.some(({ value }) => isSameNumber(value, fact.value))) return [{ ...fact, isRepeated: true }];
    return (quantity.kind === 'date' ? isDateHeld(quantity, dates) : isAmountHeld(quantity, amounts)) ? [] : [fact];
  });
}

/** Finds spans of time in words: "a decade" is ten years. */
function spansIn(claims: readonly ComparedClaim[]): Amount[] {
  return claims.flatMap(({ sentences }) => sentences.flatMap(({ text }) => findSpansInWords(text, [])));
}

function isAmountHeld(quantity: Amount, others: readonly Amount[]): boolean {
  const ends = others.flatMap((other) => [
    { ...other, high: other.low },
    { ...other, low: other.high },
  ]);
  const isHeld = (end: 'low' | 'high') =>
    ends.some((other) => isSameAmount({ ...quantity, low: quantity[end], high: quantity[end] }, other, 'low'));
  return isHeld('low') && isHeld('high');
}

function isDateHeld({ value }: CalendarDate, others: readonly CalendarDate[]): boolean {
  const parts = others.flatMap((other) => other.value.split('/'));
  return value.split('/').every((part) => {
    const [, year = '', rest = ''] = /^(....)(.*)$/.exec(part) ?? [];
    if (parts.includes(part)) return true;
    if (rest === '') return parts.some((other) => other.startsWith(`${part}-`));
    if (year === 'XXXX') return parts.some((other) => other.endsWith(rest));
    return parts.includes(year) && parts.includes(`XXXX${rest}`);
  });
}

/** True if one number may have taken the place of the other. */
function isOfOneKind(one: Quantity, other: Quantity): boolean {
  if (one.kind === 'date' || other.kind === 'date') return one.kind === other.kind || isBare(one) || isBare(other);
  return one.kind === other.kind || one.unit === null || other.unit === null || one.low === other.low;
}

/** True for a bare number that may be a year: one that is far off is read as a number. */
function isBare({ kind, unit, surface }: Quantity): boolean {
  return kind === 'number' && unit === null && /^\d{4}$/.test(surface);
}

/** The UTF-16 units that are read on each side of a number. */
const AROUND = 40;

function wordsAround({ quantity: { span }, sentence: { text, language } }: SaidNumber): ReadonlySet<string> {
  const near = text.slice(Math.max(0, span.start - AROUND), span.end + AROUND);
  return termKeys(near, language);
}

/** The hedges of a number: about that much, at least that much, at most that much. */
export type NumberHedge = 'about' | 'above' | 'below';

export function hedgesOf({ kind, approximate, bound }: Quantity): readonly NumberHedge[] {
  // "Lower than in 2000" doesn't hedge the year.
  const side = bound === null || kind === 'date' ? [] : [isLowerBound(bound) ? ('above' as const) : ('below' as const)];
  return approximate ? ['about', ...side] : side;
}

function sameHedges({ quantity: one }: SaidNumber, { quantity: other }: SaidNumber): boolean {
  return areHedgesAlike(hedgesOf(one), hedgesOf(other));
}

/** True if two numbers have a hedge in common, or both have none. 500余 is both about and above. */
export function areHedgesAlike(one: readonly NumberHedge[], other: readonly NumberHedge[]): boolean {
  return one.length === 0 || other.length === 0
    ? one.length === other.length
    : one.some((hedge) => other.includes(hedge));
}
