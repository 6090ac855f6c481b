import { matchNumber, type NumberMatch } from '../matching';
import type { Quantity } from '../numbers';
import type { NumberEvidence, PassagePlace, Verdict } from '../verdicts';
import { withLentYear } from './lentYear';
import { indexSources, type SourcesIndex } from './numberIndex';
import { numberInstead } from './numberInstead';
import { once } from './once';
import type { PassageFacts, SourceFacts } from './passageFacts';
import type { Statement } from './statements';
import { type Topic, topicOf } from './topic';

/** The sources of a brief by id. */
export type SourcesFacts = ReadonlyMap<string, SourceFacts>;

/**
 * Looks the numbers of a statement up in the passages of its sources.
 *
 * @returns one for each of its numbers; spans as in the statement
 */
export function lookUpNumbers(statement: Statement, sources: SourcesFacts): NumberEvidence[] {
  const cited = statement.cites.flatMap((id) => sources.get(id) ?? []);
  const topic = topicOf(statement.topic, statement.language);
  const wanted = statement.numbers.map(({ quantity }) => (quantity.checkable ? quantity : null));
  const pages = holdersIn(cited, wanted);
  const ranked = (holders: readonly Holder[]) => best(holders, statement, topic);
  const places = wanted.map((quantity, i) => (quantity ? ranked(pages.filter(({ places }) => places[i])) : null));
  const found = places.flatMap((holder, i) => (holder && isTelling(wanted[i] ?? null) ? [holder.facts] : []));
  const state = { cited, cites: statement.cites, topic, aboutIt: new Set(found), sources };
  return statement.numbers.map(({ quantity, span }, i): NumberEvidence => {
    const base = { quantity, span, sentence: statement.sentence };
    if (!quantity.checkable || statement.cites.length === 0)
      return { ...base, verdict: null, checkedAgainst: [], at: null, instead: () => null };
    const holder = places[i];
    const checkedAgainst = cited.map(({ id }) => id);
    const place = holder ? placeOf(holder, i) : null;
    if (place) return { ...base, verdict: 'found', checkedAgainst, at: place, instead: () => null };
    if (quantity.kind === 'date' && cited.some(({ published }) => published && matchNumber(quantity, published)))
      return { ...base, verdict: 'found', checkedAgainst, at: null, instead: () => null };
    const lent = quantity.kind === 'date' ? withLentYear(quantity, cited) : null;
    if (lent) return { ...base, verdict: 'found', checkedAgainst, at: lent, instead: () => null };
    const { verdict, at } = withoutPlace(quantity, state);
    const instead = once(() =>
      verdict === 'notFound' || verdict === 'elsewhere'
        ? numberInstead(quantity, statement, cited, topic, (other) => !takenBy(pages, other))
        : null,
    );
    return { ...base, verdict, checkedAgainst, at, instead };
  });
}

/** Whether a passage of a source may hold a number; each that does, may. */
export function mayHoldNumber({ numbers }: SourceFacts, quantity: Quantity): boolean {
  for (const _ of numbers().mayHold(quantity)) return true;
  return false;
}

/** A passage that holds some of a statement's numbers, each with its place there. */
interface Holder {
  readonly source: string;
  readonly passage: number;
  readonly facts: PassageFacts;
  readonly places: readonly (NumberMatch | null)[];
}

function holdersIn(sources: readonly SourceFacts[], wanted: readonly (Quantity | null)[]): Holder[] {
  return sources.flatMap(({ id, passages, numbers }) => {
    const places = new Map<number, (NumberMatch | null)[]>();
    for (const [i, quantity] of wanted.entries()) {
      for (const passage of quantity ? numbers().mayHold(quantity) : []) {
        const facts = passages[passage];
        const place = quantity && facts ? matchNumber(quantity, facts.numbers()) : null;
        if (!place) continue;
        const row = places.get(passage) ?? wanted.map(() => null);
        row[i] = place;
        places.set(passage, row);
      }
    }
    return [...places]
      .sort(([a], [b]) => a - b)
      .flatMap(([passage, row]): Holder[] => {
        const facts = passages[passage];
        return facts ? [{ source: id, passage, facts, places: row }] : [];
      });
  });
}

/**
 * The passage that is shown for a number: on the page that the citation names, then the one with most of the
 * statement's numbers, then the one that shares most of its words.
 */
function best(holders: readonly Holder[], { pages }: Statement, topic: Topic): Holder | null {
  let chosen: Holder | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const holder of holders) {
    const { page } = holder.facts.passage;
    const onPage = page !== undefined && pages.get(holder.source)?.has(page) ? 1000 : 0;
    const numbers = holder.places.reduce((sum, place) => sum + (place ? (place.exact ? 3 : 2) : 0), 0);
    const shared = holders.length > 1 ? topic.sharedWith(holder.facts) : 0;
    // A title says what a source is about; a quote says it.
    const score = onPage + numbers + Math.min(shared, 20) / 2 - (holder.facts.passage.from === 'title' ? 1 : 0);
    if (score > most) {
      most = score;
      chosen = holder;
    }
  }
  return chosen;
}

function placeOf({ source, passage, places }: Holder, index: number): PassagePlace | null {
  const place = places[index];
  return place ? { source, passage, start: place.start, end: place.end } : null;
}

/** Whether a number by itself shows that a passage is about the same thing: not a year, nor a small bare number. */
function isTelling(quantity: Quantity | null): boolean {
  if (!quantity || quantity.kind === 'date' || quantity.kind === 'ordinal') return false;
  return quantity.unit !== null || Math.abs(quantity.high) >= 100 || !Number.isInteger(quantity.high);
}

interface Lookup {
  readonly cited: readonly SourceFacts[];
  readonly cites: readonly string[];
  readonly topic: Topic;
  /** Passages that hold a telling number of the statement. */
  readonly aboutIt: ReadonlySet<PassageFacts>;
  readonly sources: SourcesFacts;
}

function withoutPlace(quantity: Quantity, state: Lookup): { verdict: Verdict; at: PassagePlace | null } {
  const { cited, cites, topic, aboutIt } = state;
  const checkable = canCheck(cited, cites, (facts) => aboutIt.has(facts) || topic.sharedWith(facts) > 0);
  // Where the cited sources can not be checked, or the number is a common one, another source must be closer.
  const needed = (checkable ? 1 : 2) + (isTelling(quantity) ? 0 : 1);
  const at = elsewhere(quantity, needed, state);
  return { verdict: at ? 'elsewhere' : checkable ? 'notFound' : 'uncheckable', at };
}

/** Whether each of the cited sources has its text here, or quotes about this very thing. */
export function canCheck(
  cited: readonly SourceFacts[],
  cites: readonly string[],
  isAboutIt: (facts: PassageFacts) => boolean,
): boolean {
  return (
    cited.length === cites.length &&
    cited.every(
      ({ hasText, passages }) =>
        hasText || passages.some((facts) => facts.passage.from === 'quote' && isAboutIt(facts)),
    )
  );
}

/** The place in a source that is not cited, in the passage that shares most with the statement. */
function elsewhere(quantity: Quantity, needed: number, { sources, cites, topic }: Lookup): PassagePlace | null {
  let at: PassagePlace | null = null;
  let most = needed - 1;
  for (const { source, passage, facts } of candidatesIn(sources).mayHold(quantity)) {
    if (cites.includes(source.id)) continue;
    const place = matchNumber(quantity, facts.numbers());
    const shared = place ? topic.sharedWith(facts) : 0;
    if (!place || shared <= most) continue;
    most = shared;
    at = { source: source.id, passage, start: place.start, end: place.end };
  }
  return at;
}

const indexes = new WeakMap<SourcesFacts, SourcesIndex>();
/** What is known of an earlier version, until the index of this one is asked for. */
const inherited = new WeakMap<SourcesFacts, SourcesIndex>();

/** Lets the sources as they are now take over what is indexed of them as they were. */
export function inheritIndex(now: SourcesFacts, before: SourcesFacts): void {
  const index = now === before ? undefined : (indexes.get(before) ?? inherited.get(before));
  if (index) inherited.set(now, index);
}

function candidatesIn(sources: SourcesFacts): SourcesIndex {
  const known = indexes.get(sources) ?? indexSources(sources.values(), inherited.get(sources));
  inherited.delete(sources);
  indexes.set(sources, known);
  return known;
}

/** Whether a stretch of a passage is what another number of the statement was found in. */
function takenBy(holders: readonly Holder[], place: PassagePlace): boolean {
  return holders.some(
    ({ source, passage, places }) =>
      source === place.source &&
      passage === place.passage &&
      places.some((taken) => taken && taken.start < place.end && place.start < taken.end),
  );
}
