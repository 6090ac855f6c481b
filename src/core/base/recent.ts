/**
 * Values by their keys. The most recently used are kept, as far as their number and the length of their keys allow; the others for
 * as long as somebody else has them.
 */
export interface Recent<T> {
  /** The value of a key: the kept value, unless it is refused. */
  take(key: string, make: (kept: T | undefined) => T): T;
  /**
   * Announces values that are about to be taken one after the other: these are kept.
   *
   * @param count number of values
   * @param length of the texts in their keys, in UTF-16 units
   */
  expect(count: number, length: number): void;
}

/** How much is kept; at most twice as much, and one value more. */
interface Limits {
  /** Number of values. */
  readonly count: number;
  /** Length of all keys that are longer than {@link SHORT}, in UTF-16 units beyond that. */
  readonly length: number;
}

const LEAST: Limits = { count: 1000, length: 100_000 };

/** Keys up to this length count by their number only, in UTF-16 units. */
const SHORT = 100;

/**
 * Makes a store of recent values. A value may take as much memory as the text in its key is long, times any number: the values
 * that are kept are limited by the length of their keys, too. A paragraph that is as long as a brief has a new key with each
 * keystroke.
 *
 * @param limits what is kept even if less is expected
 */
export function recent<T extends object>(limits: Partial<Limits> = {}): Recent<T> {
  const least = { ...LEAST, ...limits };
  let most = least;
  let now = new Map<string, T>();
  let earlier = now;
  let weak: ReadonlyMap<string, WeakRef<T>> = new Map();
  let length = 0;
  return {
    take(key, make) {
      const known = now.get(key);
      const value = make(known ?? earlier.get(key) ?? weak.get(key)?.deref());
      if (value === known) return value;
      if (now.size >= most.count || length >= most.length) {
        weak = weakly(earlier, weak);
        earlier = now;
        now = new Map();
        length = 0;
      }
      if (!now.has(key)) length += Math.max(0, key.length - SHORT);
      now.set(key, value);
      return value;
    },
    expect: (count, length) => {
      most = { count: Math.max(least.count, count), length: Math.max(least.length, length) };
    },
  };
}

/** Holds values that are no longer kept. Forgets the keys of those that are gone. */
function weakly<T extends object>(
  values: ReadonlyMap<string, T>,
  weak: ReadonlyMap<string, WeakRef<T>>,
): ReadonlyMap<string, WeakRef<T>> {
  const kept = new Map<string, WeakRef<T>>();
  for (const [key, ref] of weak) if (ref.deref()) kept.set(key, ref);
  for (const [key, value] of values) kept.set(key, new WeakRef(value));
  return kept;
}
