/** Finds what passages say otherwise of the numbers that they hold. */
import { once } from '../../base/once';
import { firstWhere } from '../../base/ordered';
import { type InText, overlaps, type TextSpan } from '../../base/text';
import { inside } from '../../document/moved';
import { isComparable } from '../frames/comparable';
import { betterReading } from '../frames/compare';
import { amountsThatHold, type NumberMatch, type PassageNumbers } from '../matching';
import { between } from '../matching/readings';
import type { Amount, CalendarDate, Quantity } from '../numbers';
import { type Direction, directionsOf, roleOf } from '../saying/directions';
import { eventOfDate, otherEventIn } from '../saying/events';
import type { NumberInstead, SaidOtherwise } from '../verdicts';
import { LONGEST, type ReadClaim } from './readClaim';
import { type HeldRow, type ReadIn, readIn } from './readIn';
import { sidesOf } from './sides';
import type { Statement } from './statements';
import type { PassageFacts } from './types';

/** A passage that holds some of a statement's numbers. */
export interface Holder extends HeldRow {
  /** Places of the numbers in the passage, by their indexes in the statement. */
  readonly places: (NumberMatch | undefined)[];
}

/** A statement of a passage that differs, and the number that the passage gives instead. */
export interface Differs {
  readonly otherwise: InText<SaidOtherwise>;
  readonly instead: () => NumberInstead | null;
}

/**
 * Returns what the passages that hold a number of a statement say otherwise of it, for each number. Every passage must do so,
 * in every place of the number. If one says nothing else, the claim may mean that place.
 *
 * @param claim the statement
 * @param wanted the numbers to look at; null for others
 * @param byNumber the passages that hold each number
 */
export function differencesIn(
  claim: ReadClaim,
  wanted: readonly (Quantity | null)[],
  byNumber: readonly (readonly Holder[])[],
): readonly (Differs | null)[] {
  const { statement } = claim;
  const found = wanted.map((quantity, i) => {
    const holders = byNumber[i] ?? [];
    if (!quantity || !statement.spanOf || holders.length > MOST_SAME) return null;
    if (quantity.kind === 'date') return statement.cell ? null : otherEventOf(quantity, statement, holders);
    // Words in the heads of a cell aren't its verbs.
    const ofWords = statement.cell
      ? null
      : (oppositeOf(quantity, statement, holders, i) ?? otherRoleOf(quantity, statement, holders, i));
    return ofWords ?? readOtherwise(quantity, claim, byNumber, i);
  });
  // "14.0% in the 4 mg group" is reported once.
  const earlier: Said[] = [];
  return found.map((one, i) => {
    const own = statement.numbers[i]?.span;
    if (!one || !own) return null;
    const said: Said = { own, words: one.otherwise.span };
    const isSaid = earlier.some((other) => overlaps(other.words, own) || overlaps(said.words, other.own));
    earlier.push(said);
    return isSaid ? null : one;
  });
}

/**
 * Returns the event that a claim gives a date, if every passage that holds the date gives it another event in every place, and gives
 * the claim's event another date: "born in 1952" beside "born in 1891 and died in 1952".
 */
function otherEventOf(date: CalendarDate, statement: Statement, holders: readonly Holder[]): Differs | null {
  const claimed = eventOfDate(statement.text, date, statement.language);
  if (!claimed) return null;
  return ofAll(
    holders,
    () => [claimed],
    (event, holder) => {
      const { facts, source, passage } = holder;
      const dates = facts.numbers().quantities.filter((one): one is CalendarDate => one.kind === 'date');
      if (facts.language !== statement.language || dates.length > MOST_SAME) return null;
      const found = otherEventIn({ text: facts.passage.text, dates, language: facts.language }, date, event);
      return (
        found && {
          otherwise: sidesOf('subject', statement, event, holder, found.event),
          instead: () => ({ source, passage, ...found.instead.span, quantity: found.instead }),
        }
      );
    },
  );
}

/** A number that differs, and the words that say so. */
interface Said {
  readonly own: TextSpan;
  readonly words: TextSpan;
}

/** Limit for the passages with one number, and for its places in one passage. Above it, any of them may be meant. */
const MOST_SAME = 8;

/** Returns the direction that a claim gives a number, if every passage that holds it gives the opposite one in every place. */
function oppositeOf(quantity: Amount, statement: Statement, holders: readonly Holder[], index: number): Differs | null {
  const claimed = directionsOf(statement.text, quantity, statement.language).filter(({ way }) => way !== 0);
  if (claimed.length === 0) return null;
  return ofAll(holders, amountsOf(index), (amount, holder) => {
    const { passage, language } = holder.facts;
    const pair = oppositesIn(claimed, directionsOf(passage.text, amount, language));
    if (!pair) return null;
    const [claim, against] = pair;
    return { otherwise: sidesOf('opposite', statement, claim.span, holder, against.span), instead: nothing };
  });
}

/** Returns what a claim says that a percentage is, if every passage that holds it says something else in every place. */
function otherRoleOf(
  quantity: Amount,
  statement: Statement,
  holders: readonly Holder[],
  index: number,
): Differs | null {
  const claimed = roleOf(statement.text, quantity, statement.language);
  if (!claimed) return null;
  return ofAll(holders, amountsOf(index), (amount, holder) => {
    const { passage, language } = holder.facts;
    const found = roleOf(passage.text, amount, language);
    if (!found || found.role === claimed.role) return null;
    return { otherwise: sidesOf('role', statement, claimed.span, holder, found.span), instead: nothing };
  });
}

const nothing = () => null;

function oppositesIn(claimed: readonly Direction[], found: readonly Direction[]) {
  for (const against of found) {
    const claim = claimed.find(({ axis, way }) => axis === against.axis && way !== against.way);
    if (claim) return [claim, against] as const;
  }
  return null;
}

/** Returns what a claim says a number is of, if every passage that holds it says that of another number, in every place. */
function readOtherwise(
  quantity: Amount,
  claim: ReadClaim,
  byNumber: readonly (readonly Holder[])[],
  index: number,
): Differs | null {
  const { text, language } = claim.statement;
  if (text.length > LONGEST) return null;
  return ofAll(byNumber[index] ?? [], amountsOf(index), (written, holder) => {
    const { facts, amount, startOf, placeOf } = readIn(holder, written);
    if (facts.passage.text.length > LONGEST) return null;
    const taken = byNumber.flatMap((holders, other) => (other === index ? [] : placesIn(holders, other, startOf)));
    const others = othersFor(quantity, amount, facts, taken);
    const isForeign = facts.language !== language;
    if (others.length === 0 || (!isForeign && isSaidThere(claim, amount, others, facts.passage.text))) return null;
    const framed = claim.framed[Number(isForeign)]?.();
    const frames = framed && facts.frames(isForeign);
    const reading = frames && betterReading(framed, quantity, frames, amount, others);
    if (!reading) return null;
    const { kind, claimed, found, better } = reading;
    return {
      otherwise: { ...sidesOf(kind, claim.statement, claimed, { ...holder, facts }, found), at: placeOf(found) },
      instead: () => ({ ...placeOf(better.span), quantity: better }),
    };
  });
}

/**
 * True if all words that a passage shares with a claim stand in the sentence of its amount, without another amount. This is the
 * usual case.
 */
function isSaidThere({ starts }: ReadClaim, { span }: Amount, others: readonly Amount[], text: string): boolean {
  let { start, end } = span;
  while (start > 0 && !endsSentence(text, start - 1)) start--;
  while (end < text.length && !endsSentence(text, end)) end++;
  if (others.some((other) => overlaps(other.span, { start, end }))) return false;
  const [sentence, passage] = [text.slice(start, end).toLowerCase(), text.toLowerCase()];
  return starts().every((word) => sentence.includes(word) || !passage.includes(word));
}

function endsSentence(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return SENTENCE_ENDS.includes(sign) || (STOPS.includes(sign) && (at + 1 === text.length || text[at + 1] === ' '));
}

const SENTENCE_ENDS = '\n。！？；;';
const STOPS = '.!?';

/**
 * Returns the first result of all places of a number in all passages; null as soon as one place has no result.
 *
 * @param placesIn the places in one passage
 */
function ofAll<Place>(
  holders: readonly Holder[],
  placesIn: (holder: Holder) => readonly Place[],
  at: (place: Place, holder: Holder) => Differs | null,
): Differs | null {
  let first: Differs | null = null;
  for (const holder of holders) {
    const places = placesIn(holder);
    if (places.length > MOST_SAME) return null;
    for (const place of places) {
      const one = at(place, holder);
      if (!one) return null;
      first ??= one;
    }
  }
  return first;
}

/** Returns the amounts of a passage that equal one of a statement. @param index of that one */
function amountsOf(index: number): (holder: Holder) => readonly Amount[] {
  return ({ facts, places }) => sameAmounts(facts.numbers(), places[index]);
}

/** Returns the places of a number in a text, for the passages that are part of that text. */
function placesIn(holders: readonly Holder[], index: number, startOf: ReadIn['startOf']): TextSpan[] {
  return holders.flatMap((holder) => {
    const [start, place] = [startOf(holder), holder.places[index]];
    return start === undefined || !place ? [] : [inside(place, { start })];
  });
}

/**
 * Returns the amounts of a text that could stand for a claim's amount. Equal amounts, and the places of the claim's other
 * numbers, are left out.
 */
function othersFor(claimed: Amount, amount: Amount, facts: PassageFacts, taken: readonly TextSpan[]): Amount[] {
  const numbers = facts.numbers();
  const same = once(() => amountsThatHold(claimed, numbers));
  return numbers.quantities.filter(
    (other): other is Amount =>
      isComparable(amount, other) &&
      other.checkable &&
      Math.abs(other.span.start - amount.span.start) < FARTHEST &&
      isOfItsSize(other, amount) &&
      !isAboutSame(other, amount) &&
      !taken.some((place) => overlaps(place, other.span)) &&
      !same().has(other),
  );
}

/** Largest distance between two amounts, in UTF-16 units. */
const FARTHEST = 1500;

/** False for a small bare number, such as "3" beside "1,900": these are common. */
function isOfItsSize(other: Amount, { high }: Amount): boolean {
  const size = Math.abs(other.high);
  return other.unit !== null || size >= 100 || size * 10 >= Math.abs(high) || !Number.isInteger(other.high);
}

/** True if two amounts are about equal and one is rounded: "almost half a million dollars" and "the $468,750". */
function isAboutSame(one: Amount, other: Amount): boolean {
  const isRounded = one.approximate || other.approximate || one.step === 0 || other.step === 0;
  return isRounded && Math.abs(one.low - other.low) < 0.1 * Math.abs(other.low);
}

/** Returns the amounts of a passage that equal the one at a place, at most one more than {@link MOST_SAME}. */
export function sameAmounts({ quantities, readings }: PassageNumbers, place: NumberMatch | undefined): Amount[] {
  if (!place) return [];
  const there = quantities[firstWhere(quantities.length, (i) => (quantities[i]?.span.end ?? Infinity) > place.start)];
  if (!there || there.kind === 'date') return [];
  if (there.low !== there.high) return [there];
  const size = Math.abs(there.low);
  const same: Amount[] = [];
  for (const { amount, from } of between(readings, size, size)) {
    if (from === 'said' && amount.unit === there.unit && amount.low === amount.high) same.push(amount);
    if (same.length > MOST_SAME) break;
  }
  return same;
}
