import { NONE, sameList } from './same';

/**
 * Computes a value once for each key and list of dependencies. The last value is kept for as long as the key is alive.
 *
 * What it returns takes nothing else: passed to `map` as it is, it would get the index and the list for dependencies, and compute
 * again each time. The compiler refuses that.
 *
 * @param compute a pure function of the key and the dependencies, which are compared by identity
 * @param settle what is given in place of a new value: the last one where it says the same, so that what is derived of it
 *   stays as it is
 */
export function derive<K extends object, D extends readonly unknown[], V>(
  compute: (key: K, ...dependencies: D) => V,
  settle?: (last: V, now: V) => V,
): (key: K, ...dependencies: [...D, ...never[]]) => V;
export function derive<K extends object, D extends readonly unknown[], V>(
  compute: (key: K, ...dependencies: D) => V,
  settle?: (last: V, now: V) => V,
): (key: K, ...dependencies: D) => V {
  const kept = new WeakMap<K, { readonly dependencies: D; readonly value: V }>();
  return (key, ...dependencies) => {
    const last = kept.get(key);
    if (last && sameList(last.dependencies, dependencies)) return last.value;
    const now = compute(key, ...dependencies);
    const value = last && settle ? settle(last.value, now) : now;
    kept.set(key, { dependencies, value });
    return value;
  };
}

/**
 * Gives the value that was given last for a key, as long as a new one is the same.
 *
 * @param isSame by some measure of what the values say
 */
export function steady<V>(isSame: (last: V, now: V) => boolean): (key: object, value: V) => V {
  return derive(
    (_key: object, value: V) => value,
    (last, now) => (isSame(last, now) ? last : now),
  );
}

/**
 * Gives lists by their names. Each that has the same parts as the one that was given last for a key is that one.
 */
export function steadyLists<L extends Readonly<Record<string, readonly unknown[]>>>(): (key: object, lists: L) => L {
  return derive(
    (_key: object, lists: L) => lists,
    (last, now) => {
      const names = Object.keys(now);
      const same = names.filter((name) => sameList(last[name] ?? NONE, now[name] ?? NONE));
      if (same.length === names.length) return last;
      return { ...now, ...Object.fromEntries(same.map((name) => [name, last[name]])) };
    },
  );
}
