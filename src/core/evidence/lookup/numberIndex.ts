import { once } from '../../base/once';
import { firstWhere } from '../../base/ordered';
import { keyWindows } from '../matching/keys';
import type { Quantity } from '../numbers';
import type { NumberIndex, PassageFacts, SourceFacts } from './types';

export function indexNumbers(passages: readonly PassageFacts[]): NumberIndex {
  const entries = sorted(passages.flatMap((facts, passage) => entriesOf(facts, passage)));
  const keys = keysIn(entries);
  return {
    mayHold: (quantity) => [...found(entries, keys, quantity)].sort((a, b) => a - b),
  };
}

/** A key on the number line, and what has it. */
interface Entry<T> {
  readonly key: number;
  readonly of: T;
}

function entriesOf<T>(facts: PassageFacts, of: T): Entry<T>[] {
  return facts.keys().map((key) => ({ key, of }));
}

function sorted<T>(entries: Entry<T>[]): Entry<T>[] {
  return entries.sort((a, b) => a.key - b.key);
}

function keysIn(entries: readonly Entry<unknown>[]): Float64Array {
  return Float64Array.from(entries, ({ key }) => key);
}

/** Returns all entries near a quantity, each once. */
function found<T>(entries: readonly Entry<T>[], keys: Float64Array, quantity: Quantity): Set<T> {
  const near = new Set<T>();
  for (const { from, to } of keyWindows(quantity)) {
    for (let i = firstFrom(keys, from); i < keys.length && (keys[i] ?? to) <= to; i++) {
      const entry = entries[i];
      if (entry) near.add(entry.of);
    }
  }
  return near;
}

/** A passage that may hold a number. */
export interface Candidate {
  readonly source: SourceFacts;
  readonly passage: number;
  readonly facts: PassageFacts;
}

/** Finds the few passages of all sources that may hold a number. */
export interface SourcesIndex {
  mayHold(quantity: Quantity): Candidate[];
  /** The sources that have no index of their own. */
  readonly short: ReadonlySet<SourceFacts>;
  readonly entries: readonly Entry<Candidate>[];
}

/** Finds the passages of sources that may hold a number, by the index of each. */
export function candidatesIn(sources: readonly SourceFacts[], quantity: Quantity): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const source of sources)
    for (const passage of source.numbers().mayHold(quantity)) {
      const facts = source.passages[passage];
      if (facts) found.push({ source, passage, facts });
    }
  return found;
}

/**
 * Indexes the numbers of sources. A source with a local copy has an index of its own, which is kept. Titles and quotes are
 * short and many, and have one together.
 *
 * @param last index of an earlier version: only the short sources that it lacks are indexed
 */
export function indexSources(sources: Iterable<SourceFacts>, last: SourcesIndex | null = null): SourcesIndex {
  const all = [...sources];
  const long = all.filter(({ hasText }) => hasText);
  const short = new Set(all.filter(({ hasText }) => !hasText));
  const kept = last?.entries.filter(({ of }) => short.has(of.source)) ?? [];
  const others = [...short].filter((source) => !last?.short.has(source));
  const entries = merged(kept, sorted(others.flatMap(entriesOfSource)));
  const keys = keysIn(entries);
  const places = once(() => new Map([...short].map((source, place) => [source, place])));
  return {
    mayHold: (quantity) => {
      const candidates = [...found(entries, keys, quantity)];
      const placeOf = ({ source }: Candidate) => places().get(source) ?? 0;
      if (candidates.length > 1) candidates.sort((a, b) => placeOf(a) - placeOf(b) || a.passage - b.passage);
      return candidates.concat(candidatesIn(long, quantity));
    },
    short,
    entries,
  };
}

function entriesOfSource(source: SourceFacts): Entry<Candidate>[] {
  return source.passages.flatMap((facts, passage) => entriesOf(facts, { source, passage, facts }));
}

/** Merges two sorted lists. */
function merged<T>(a: readonly Entry<T>[], b: readonly Entry<T>[]): readonly Entry<T>[] {
  if (a.length === 0) return b;
  const all: Entry<T>[] = [];
  let next = 0;
  for (const entry of a) {
    for (let other = b[next]; other && other.key < entry.key; other = b[++next]) all.push(other);
    all.push(entry);
  }
  for (; next < b.length; next++) {
    const other = b[next];
    if (other) all.push(other);
  }
  return all;
}

/** Returns the index of the first key that isn't below a value. */
function firstFrom(keys: Float64Array, value: number): number {
  return firstWhere(keys.length, (index) => (keys[index] ?? Number.POSITIVE_INFINITY) >= value);
}
