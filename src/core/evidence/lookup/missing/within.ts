/**
 * Finds numbers of passages that lie in a range which a claim gives: 195 for "more than 190", 2016 for "after 2015" and for "not
 * in 2015".
 */
import { once } from '../../../base/once';
import { NONE } from '../../../base/same';
import type { TextSpan } from '../../../base/text';
import { isShare, type Reading, readingsOf, readingsOfEnd } from '../../matching/readings';
import { unitsAgree } from '../../matching/unitsAgree';
import { type Amount, type Bound, type CalendarDate, isLowerBound, type Quantity } from '../../numbers';
import { dateBoundOf, yearsAwayAt } from '../../numbers/dateBounds';
import { isDeniedAt } from '../../saying/denials';
import type { NumberInstead, PassagePlace } from '../../verdicts';
import { termKeys } from '../passageFacts';
import type { Statement } from '../statements';
import { countShared, type Topic } from '../topic';
import type { PassageFacts, SourceFacts } from '../types';
import { passagesAbout, termsNear } from './numberInstead';

/**
 * Returns the number of a passage that lies in the range of a claimed number. The number must have the unit of the claim, and
 * more words of the claim around it than the numbers that lie outside.
 *
 * @param cited the sources to look in
 * @returns null if the claim gives no range, or if no such number stands there
 */
export function withinOf(
  quantity: Quantity,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
): Within | null {
  const away = yearAway(quantity, statement);
  const range = away ?? (quantity.kind === 'date' ? timesIn(quantity, statement) : valuesIn(quantity));
  if (!range) return null;
  const { text, language } = statement;
  const around = once(() => termsNear(text, quantity.span, language));
  // An amount must be said of the claim's thing. A date mostly is the only one.
  const needsThing = quantity.kind !== 'date' && away === null;
  const isBare = quantity.kind === 'number' && !isShare(quantity, quantity.low);
  const thing = isBare ? thingBehind(text, quantity.span.end, language) : null;
  let best: Within | null = null;
  let most = 0;
  for (const { source, passage, facts } of passagesAbout(statement, cited, topic)) {
    if (facts.passage.from === 'title') continue;
    const isForeign = facts.language !== language;
    const isOther = ({ end }: TextSpan) => !isForeign && thing !== null && !sharesThing(thing, facts, end);
    for (const { span, isInside } of range(facts)) {
      if (isOther(span)) continue;
      const words = countShared(around(), termsNear(facts.passage.text, span, facts.language));
      if (words < most || (words === 0 && (needsThing || isForeign))) continue;
      // Of a number inside and one outside with the same words, the claim may mean either.
      if (words === most && (best !== null || !isInside)) continue;
      most = words;
      best = isInside ? { place: { source, passage, ...span }, facts } : null;
    }
  }
  return best;
}

/** True if a number of a passage, which a claim likely means, lies close to the claim's number and in its range. */
export function isInRange(claimed: Quantity, { quantity, start, end }: NumberInstead, facts: PassageFacts): boolean {
  if (claimed.kind === 'date' || quantity.kind === 'date') return false;
  if (Math.abs(quantity.low - claimed.low) > Math.abs(claimed.low) * NEARBY) return false;
  const inside = valuesIn(claimed)?.(facts) ?? NONE;
  return inside.some(({ span, isInside }) => isInside && span.start === start && span.end === end);
}

/** Returns the keys of what a bare number counts: the words right behind it. Null if there are none, or no spaces between. */
function thingBehind(text: string, end: number, language: string): ReadonlySet<string> | null {
  const behind = /^[ -](?:\p{Script=Latin}+[ -]?){1,3}/u.exec(text.slice(end, end + FARTHEST_THING))?.[0];
  const keys = behind === undefined ? null : termKeys(behind, language);
  return keys && keys.size > 0 ? keys : null;
}

function sharesThing(thing: ReadonlySet<string>, { passage, language }: PassageFacts, end: number): boolean {
  const there = thingBehind(passage.text, end, language);
  return there === null || countShared(thing, there) > 0;
}

/** Length of the text behind a number in which its thing is named, in UTF-16 units. */
const FARTHEST_THING = 32;

/** A number of a passage that lies in a claim's range. */
export interface Within {
  readonly place: PassagePlace;
  readonly facts: PassageFacts;
}

/** A number or a date of a passage that a claim may mean. */
interface Comparable {
  readonly span: TextSpan;
  readonly isInside: boolean;
}

type Range = (facts: PassageFacts) => readonly Comparable[];

/** True if a number that a passage states itself lies in the range of a bound, whatever it counts. */
export function mayBeInRange(claimed: Amount, facts: PassageFacts): boolean {
  const inside = claimed.bound === null ? NONE : (valuesIn(claimed)?.(facts) ?? NONE);
  const { quantities } = facts.numbers();
  return inside.some(({ span, isInside }) => isInside && quantities.some((own) => own.span === span));
}

/** Returns the range of an amount that is a bound or has two ends; null for others. */
function valuesIn(claimed: Amount): Range | null {
  const { bound, low, high, approximate } = claimed;
  if (claimed.kind === 'ordinal' || low < 0 || (bound === null && low === high)) return null;
  const wanted = (low === high ? readingsOfEnd(claimed, low, 'both') : readingsOf(claimed)).filter(
    ({ end }) => end !== 'high',
  );
  return (facts) => {
    const { readings, percentages } = facts.numbers();
    // The cells of a table leave their unit to its head.
    const isTable = facts.passage.text.includes(' | ');
    return (claimed.kind === 'percent' && !isTable ? percentages : readings).flatMap((reading): Comparable[] => {
      const { amount } = reading;
      const as = wanted.find((one) => agrees(one, reading, isTable));
      if (!as || amount.kind === 'ordinal' || amount.low < 0) return [];
      const factor = as.value / (low || 1);
      const ends = { from: low * factor, to: high * factor };
      const isInside =
        low === high
          ? isBeyond(reading, bound, ends.from, approximate)
          : reading.value >= ends.from &&
            reading.value <= ends.to &&
            amount.bound === null &&
            amount.low === amount.high;
      return [{ span: amount.span, isInside }];
    });
  };
}

/** True if two readings have one unit. A bare number counts something, so it agrees with bare ones alone. */
function agrees(wanted: Reading, found: Reading, isTable: boolean): boolean {
  if (isTable && wanted.unit?.unit === '%' && found.unit === null) return true;
  if ((wanted.unit === null) !== (found.unit === null)) return false;
  return unitsAgree(wanted.unit, found.unit);
}

/**
 * True if a number of a passage lies on the side of a value that a bound names. What is over 6.5 is over 5; but "at least" tells
 * which bound was reported. A bound that points back to the value must be near it: "over 196" lies below 200.
 */
function isBeyond({ value, amount }: Reading, bound: Bound | null, from: number, approximate: boolean): boolean {
  if (amount.low !== amount.high) return false;
  const isAbove = isLowerBound(bound);
  const isRounded = bound === 'moreThan' || bound === 'lessThan';
  if (amount.bound !== null && !(isRounded && isLowerBound(amount.bound) === isAbove)) {
    const isNear = Math.abs(value - from) <= from * NEARBY;
    if (amount.approximate || isLowerBound(amount.bound) === isAbove || !isNear) return false;
  }
  if (value === from) return bound === 'atLeast' || bound === 'atMost';
  if (isAbove ? value < from || value > from * FARTHEST : value > from || value * FARTHEST < from) return false;
  // "Nearly 500" and 500多 lie close to the number.
  return !approximate || Math.abs(value - from) <= from * CLOSE;
}

/** Farthest that two bounds lie apart that leave a number between them, as a part of the number. */
const NEARBY = 0.05;
/** Farthest that a bound reaches, as a ratio: nobody says "more than 100" of 7,000. */
const FARTHEST = 10;
/** Farthest that "nearly" reaches, as a part of the number. */
const CLOSE = 0.1;

/** Returns the year that "the year before 2015" or "three years after 2015" means, for its date and its number; null for others. */
function yearAway(quantity: Quantity, { text, language, numbers }: Statement): Range | null {
  if (quantity.kind !== 'date' && quantity.unit !== 'year') return null;
  for (const { quantity: date } of numbers) {
    if (date.kind !== 'date' || !/^\d{4}$/.test(date.value) || date.span.start < quantity.span.start) continue;
    const away = yearsAwayAt(text, date.span.start, language);
    if (!away) continue;
    const { way, at } = away;
    const count = numbers.find((one) => one.quantity.span.start < at && one.quantity.span.end > at)?.quantity;
    if (date !== quantity && count !== quantity) continue;
    const by = count?.kind === 'dimension' ? count.low : 1;
    const year = String(Number(date.value) + way * by);
    return (facts) => {
      const found = facts.numbers().dates.years.get(year);
      return found ? [{ span: found.span, isInside: true }] : NONE;
    };
  }
  return null;
}

/** Returns the range of a date behind "before", "after" and the like, and of one that is denied; null for others. */
function timesIn({ first, last, span }: CalendarDate, { text, language }: Statement): Range | null {
  const bound = dateBoundOf(text, span.start, span.end, language);
  const isDenied = isDeniedAt(text, span.start, language);
  if ((!bound && !isDenied) || first === null || last === null) return null;
  const holds = (date: CalendarDate) => {
    if (date.first === null || date.last === null) return null;
    return bound ? INSIDE[bound](date.first, date.last, first, last) : date.first <= last && date.last >= first;
  };
  return (facts) =>
    facts.numbers().dates.sorted.flatMap((date): Comparable[] => {
      const isHeld = holds(date);
      if (isHeld === null) return [];
      const { start, end } = date.span;
      // "By 2025" is a bound of its own.
      const isBound = dateBoundOf(facts.passage.text, start, end, facts.language) !== null;
      return [{ span: date.span, isInside: !isBound && isHeld !== isDenied }];
    });
}

const INSIDE: Readonly<Record<Bound, (from: string, to: string, first: string, last: string) => boolean>> = {
  lessThan: (_, to, first) => to < first,
  atMost: (_, to, __, last) => to <= last,
  moreThan: (from, _, __, last) => from > last,
  atLeast: (from, _, first) => from >= first,
};
