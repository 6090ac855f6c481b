import { keysOf, keyWindows } from '../matching/keys';
import type { Quantity } from '../numbers';
import type { PassageFacts, SourceFacts } from './passageFacts';

/** Finds the few of many passages that may hold a number. */
export interface NumberIndex {
  /** The indexes of the passages that may hold it, in order; all that do are among them. */
  mayHold(quantity: Quantity): Iterable<number>;
}

export function indexNumbers(passages: readonly PassageFacts[]): NumberIndex {
  const entries = passages.flatMap((facts, passage) =>
    facts.numbers().quantities.length === 0 ? [] : [...keysOf(facts.numbers())].map((key) => ({ key, passage })),
  );
  entries.sort((a, b) => a.key - b.key);
  const keys = Float64Array.from(entries, ({ key }) => key);
  return {
    mayHold: (quantity) => {
      const found = new Set<number>();
      for (const { from, to } of keyWindows(quantity)) {
        for (let i = firstFrom(keys, from); i < keys.length && (keys[i] ?? to) <= to; i++) {
          found.add(entries[i]?.passage ?? 0);
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** A passage that may hold a number. */
export interface Candidate {
  readonly source: SourceFacts;
  readonly passage: number;
  readonly facts: PassageFacts;
}

/**
 * Finds the few passages of all sources that may hold a number. Sources with a local copy have an index of their own,
 * which is kept; titles and quotes, which are short and many, have one together.
 */
export function indexSources(sources: Iterable<SourceFacts>): (quantity: Quantity) => Candidate[] {
  const all = [...sources];
  const long = all.filter(({ hasText }) => hasText);
  const short = all.flatMap((source) =>
    source.hasText ? [] : source.passages.map((facts, passage): Candidate => ({ source, passage, facts })),
  );
  const index = indexNumbers(short.map(({ facts }) => facts));
  return (quantity) => {
    const found: Candidate[] = [];
    for (const at of index.mayHold(quantity)) {
      const candidate = short[at];
      if (candidate) found.push(candidate);
    }
    for (const source of long) {
      for (const passage of source.numbers().mayHold(quantity)) {
        const facts = source.passages[passage];
        if (facts) found.push({ source, passage, facts });
      }
    }
    return found;
  };
}

/** The index of the first key that is not below a value. */
function firstFrom(keys: Float64Array, value: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
