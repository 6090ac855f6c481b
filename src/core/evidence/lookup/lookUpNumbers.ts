import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { type InText, overlaps } from '../../base/text';
import { matchNumber } from '../matching';
import type { Quantity } from '../numbers';
import type { NumberEvidence, PassagePlace, Reservation, Verdict } from '../verdicts';
import { calculator, wrongMultiples } from './calculations';
import type { Cited, Context } from './cited';
import { differencesIn, type Holder } from './differences';
import { boundOf } from './missing/bound';
import { doubtOf } from './missing/doubt';
import { inAcronym, inName } from './missing/inName';
import { inOneWord } from './missing/inOneWord';
import { withLentYear } from './missing/lentYear';
import { listedIn } from './missing/listed';
import { allAbout, numberInstead } from './missing/numberInstead';
import { isInRange, withinOf } from './missing/within';
import { indexSources, type SourcesIndex } from './numberIndex';
import { readClaim } from './readClaim';
import { reservedAsUnread, reservedBySubject } from './reservations';
import type { Statement } from './statements';
import type { Topic } from './topic';
import type { PassageFacts, SourceFacts, SourcesFacts } from './types';

/**
 * Looks the numbers of a statement up in the passages of its sources.
 *
 * @param context the sources and the topic of the statement
 * @returns one result for each of its numbers, then one for each wrong multiple in words; spans as in the statement
 */
export function lookUpNumbers(statement: Statement, context: Context, sources: SourcesFacts): InText<NumberEvidence>[] {
  const { cited, topic } = context;
  const { checkedAgainst } = cited;
  const meant = statement.numbers.map((number) => asHeld(number, cited));
  const wanted = meant.map((quantity) => (quantity.checkable ? quantity : null));
  const { all, byNumber } = holdersIn(cited, wanted);
  const best = bestOf(statement, topic);
  const chosen = byNumber.map(best);
  const aboutIt = new Set(chosen.flatMap((holder, i) => (holder && isTelling(wanted[i] ?? null) ? holder.facts : [])));
  const about = once(() => new Set(allAbout(statement, cited.sources, topic).map(({ facts }) => facts)));
  const checkable = once(() => canCheck(cited, (facts) => aboutIt.has(facts) || about().has(facts)));
  const { sentence } = statement;
  const claim = readClaim(statement);
  const calculate = calculator(claim, cited, all);
  const differences = differencesIn(
    claim,
    wanted.map((quantity) => (quantity?.kind === 'date' || isTelling(quantity) ? quantity : null)),
    byNumber,
  );
  const found = statement.numbers.map(({ quantity: written, span }, i): InText<NumberEvidence> => {
    const quantity = meant[i] ?? written;
    const asked = { quantity, span, sentence, checkedAgainst };
    const unread = (reservation: Reservation | null = null) => {
      return looked({ ...asked, checkedAgainst: NO_SOURCES }, null, null, reservation);
    };
    if (statement.cites.length === 0) return unread();
    const asUnread = () => unread(reservedAsUnread(quantity, cited));
    if (!quantity.checkable) return asUnread();
    const holder = chosen[i];
    const place = holder ? placeOf(holder, i) : null;
    const isDate = quantity.kind === 'date';
    const isPublished = (source: SourceFacts) => {
      const published = source.published();
      return published !== null && matchNumber(quantity, published) !== null;
    };
    const differs = place && !statement.isComputed ? differences[i] : null;
    if (differs) return { ...looked(asked, 'differs', place), ...differs };
    if (holder && place) return looked(asked, 'found', place, reservedBySubject(claim, quantity, holder, i));
    if (isDate && cited.sources.some(isPublished)) return looked(asked, 'found', null);
    const named = isDate ? inAcronym(quantity, statement, cited) : inName(quantity, statement, cited);
    if (named) return looked(asked, 'found', named);
    const lent = isDate ? withLentYear(quantity, cited.sources) : null;
    if (lent) return looked(asked, 'found', lent);
    const ofBound = statement.isComputed ? null : boundOf({ quantity, span }, statement, cited);
    if (ofBound) return { ...looked(asked, 'differs', ofBound.at), ...ofBound };
    const within =
      withinOf(quantity, statement, cited.sources, topic) ??
      (isDate
        ? null
        : (listedIn(quantity, statement, cited.sources, topic) ??
          inOneWord(quantity, statement, cited.sources, topic)));
    if (within) {
      const { place, facts } = within;
      const reservation = quantity.kind !== 'date' && facts.language !== statement.language ? 'language' : null;
      return { ...looked(asked, 'found', place, reservation), isWithin: true };
    }
    const calculation = quantity.kind === 'date' || statement.cell ? null : calculate(quantity);
    if (calculation?.isRight) return { ...looked(asked, 'found', calculation.operands[0]?.at ?? null), calculation };
    // A total is the table's own, and no number of its sources.
    if (statement.cell?.mayBeWorkedOut) return unread();
    if (statement.isComputed && !calculation) return asUnread();
    const { verdict, at } = withoutPlace(quantity, checkable(), context, sources);
    if (statement.isComputed && verdict !== 'notFound') return asUnread();
    if (verdict === 'uncheckable') return looked(asked, verdict, at);
    const isFree = (other: PassagePlace) => !isTaken(all, other);
    const instead = once(() => numberInstead(quantity, statement, cited.sources, topic, isFree));
    if (verdict !== 'notFound') return { ...looked(asked, verdict, at), instead };
    const likely = quantity.bound !== null ? instead() : null;
    const facts = likely && cited.sources.find(({ id }) => id === likely.source)?.passages[likely.passage];
    if (likely && facts && isInRange(quantity, likely, facts))
      return { ...looked(asked, 'found', likely), isWithin: true };
    const doubt = calculation ? null : doubtOf(quantity, statement, cited, topic, () => instead() !== null);
    return { ...looked(asked, verdict, at), calculation, instead, doubt };
  });
  return [...found, ...wrongMultiples(statement, calculate, checkedAgainst)];
}

/** Returns the first meaning of a number that a cited passage holds; if none does, the number as read. */
function asHeld({ quantity, also = [] }: Statement['numbers'][number], cited: Cited): Quantity {
  if (also.length === 0) return quantity;
  const isHeld = (one: Quantity) => cited.mayHold(one).some(({ facts }) => matchNumber(one, facts.numbers()) !== null);
  return [quantity, ...also].find(isHeld) ?? quantity;
}

const NO_SOURCES: readonly string[] = [];

/** What a number has by itself, without what its sources say. */
type Asked = Pick<InText<NumberEvidence>, 'quantity' | 'span' | 'sentence' | 'checkedAgainst'>;

/** Returns the evidence of a number that is found as the claim says it, or isn't looked for. A check makes thousands of these. */
function looked(
  { quantity, span, sentence, checkedAgainst }: Asked,
  verdict: Verdict | null,
  at: PassagePlace | null,
  reservation: Reservation | null = null,
): InText<NumberEvidence> {
  return {
    quantity,
    span,
    sentence,
    checkedAgainst,
    verdict,
    at,
    reservation,
    isWithin: false,
    doubt: null,
    otherwise: null,
    calculation: null,
    instead: nothingInstead,
  };
}

const nothingInstead = () => null;

/** True if a passage of a source may hold a number; always true if one does. */
export function mayHoldNumber(source: SourceFacts, quantity: Quantity): boolean {
  for (const _ of source.numbers().mayHold(quantity)) return true;
  return false;
}

interface Holders {
  readonly all: readonly Holder[];
  /** The passages that hold each number, in order. */
  readonly byNumber: readonly (readonly Holder[])[];
}

function holdersIn(cited: Cited, wanted: readonly (Quantity | null)[]): Holders {
  const bySource = new Map<SourceFacts, Map<number, Holder>>();
  const byNumber = wanted.map((quantity, i) => {
    const holders: Holder[] = [];
    if (!quantity) return holders;
    for (const { source, passage, facts } of cited.mayHold(quantity)) {
      const place = matchNumber(quantity, facts.numbers());
      if (!place) continue;
      const ofSource = bySource.get(source) ?? new Map<number, Holder>();
      if (ofSource.size === 0) bySource.set(source, ofSource);
      const known = ofSource.get(passage);
      const holder = known ?? { source: source.id, passage, facts, table: () => source.tableOf(passage), places: [] };
      if (!known) ofSource.set(passage, holder);
      holder.places[i] = place;
      holders.push(holder);
    }
    return holders;
  });
  return { all: [...bySource.values()].flatMap((holders) => [...holders.values()]), byNumber };
}

/**
 * Chooses the passage to show for a number: on the page of the citation, then with most of the statement's numbers, then with
 * most of its words.
 */
function bestOf({ pages }: Statement, topic: Topic): (holders: readonly Holder[]) => Holder | null {
  const scores = new Map<Holder, number>();
  const scoreOf = (holder: Holder) => {
    const { page, from } = holder.facts.passage;
    const onPage = page !== undefined && pages.get(holder.source)?.has(page) ? 1000 : 0;
    let numbers = 0;
    for (const place of holder.places) if (place) numbers += place.exact ? 3 : 2;
    const shared = topic.sharedWith(holder.facts);
    // A title says what a source is about; a quote says it.
    return onPage + numbers + Math.min(shared, 20) / 2 - (from === 'title' ? 1 : 0);
  };
  return (holders) => {
    if (holders.length < 2) return holders[0] ?? null;
    let chosen: Holder | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const holder of holders) {
      const score = scores.get(holder) ?? scoreOf(holder);
      scores.set(holder, score);
      if (score > most) {
        most = score;
        chosen = holder;
      }
    }
    return chosen;
  };
}

function placeOf({ source, passage, places }: Holder, index: number): PassagePlace | null {
  const place = places[index];
  return place ? { source, passage, start: place.start, end: place.end } : null;
}

/** True if a number by itself shows that a passage is about the same thing: no date, ordinal or small bare number. */
function isTelling(quantity: Quantity | null): boolean {
  if (!quantity || quantity.kind === 'date' || quantity.kind === 'ordinal') return false;
  return quantity.unit !== null || Math.abs(quantity.high) >= 100 || !Number.isInteger(quantity.high);
}

/** @param checkable true if the cited sources would have it */
function withoutPlace(
  quantity: Quantity,
  checkable: boolean,
  context: Context,
  sources: SourcesFacts,
): { verdict: Verdict; at: PassagePlace | null } {
  // If the cited sources can't be checked, or the number is a common one, another source must be closer.
  const needed = (checkable ? 1 : 2) + (isTelling(quantity) ? 0 : 1);
  const at = elsewhere(quantity, needed, context, sources);
  return { verdict: at ? 'elsewhere' : checkable ? 'notFound' : 'uncheckable', at };
}

/** True if all cited sources are declared, and each has its whole text here, or quotes about this very thing. */
export function canCheck({ allDeclared, sources }: Cited, isAboutIt: (facts: PassageFacts) => boolean): boolean {
  return (
    allDeclared &&
    sources.every(
      ({ hasWholeText, passages }) =>
        hasWholeText || passages.some((facts) => facts.passage.from === 'quote' && isAboutIt(facts)),
    )
  );
}

/** Returns the place in an uncited source, in the passage that shares most with the statement; null if none shares enough. */
function elsewhere(
  quantity: Quantity,
  needed: number,
  { cited, topic }: Context,
  sources: SourcesFacts,
): PassagePlace | null {
  let at: PassagePlace | null = null;
  let most = needed - 1;
  // Another passage of the same text is likelier than another source.
  const isNear = cited.sources.some(({ source }) => source.partOf !== undefined);
  for (const { source, passage, facts } of candidatesIn(sources).mayHold(quantity)) {
    // A number in a title isn't a sign that the claim rests on that source.
    if (cited.ids.has(source.id) || facts.passage.from === 'title') continue;
    const place = matchNumber(quantity, facts.numbers());
    if (!place) continue;
    const shared = topic.sharedWith(facts) + (isNear && source.source.partOf !== undefined ? 1 : 0);
    if (shared <= most) continue;
    most = shared;
    at = { source: source.id, passage, start: place.start, end: place.end };
  }
  return at;
}

/** The indexes of a brief's sources. */
interface Indexed {
  own: SourcesIndex | null;
  /** Index of an earlier version, used until their own is asked for. */
  inherited: SourcesIndex | null;
}

const indexedOf = derive((_sources: SourcesFacts): Indexed => ({ own: null, inherited: null }));

/** Hands the index of an earlier version of the sources on to them. */
export function inheritIndex(sources: SourcesFacts, last: SourcesFacts): void {
  if (sources === last) return;
  const { own, inherited } = indexedOf(last);
  indexedOf(sources).inherited = own ?? inherited;
}

/**
 * Indexes the numbers of many sources before one is first looked for in all of them. Each step is a slice of some milliseconds.
 * Does nothing if these sources, or an earlier version of them, have an index.
 */
export function* numbersAhead(sources: SourcesFacts): Generator<void> {
  const { own, inherited } = indexedOf(sources);
  if (own || inherited) return;
  let read = 0;
  for (const { passages, hasText } of sources.values()) {
    if (hasText) continue;
    for (const passage of passages) {
      passage.keys();
      if (++read % SLICE === 0) yield;
    }
  }
  candidatesIn(sources);
}

/** Passages in one step. */
const SLICE = 200;

function candidatesIn(sources: SourcesFacts): SourcesIndex {
  const indexed = indexedOf(sources);
  indexed.own ??= indexSources(sources.values(), indexed.inherited);
  indexed.inherited = null;
  return indexed.own;
}

/** True if another number of the statement was found in this stretch of a passage. */
function isTaken(holders: readonly Holder[], place: PassagePlace): boolean {
  return holders.some(
    ({ source, passage, places }) =>
      source === place.source && passage === place.passage && places.some((taken) => taken && overlaps(taken, place)),
  );
}
