import { keysOf, keyWindows } from '../matching/keys';
import type { Quantity } from '../numbers';
import type { PassageFacts } from './passageFacts';

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
