import { sameList } from './same';

/**
 * Computes a value once for each key and list of dependencies. The last value is kept for as long as the key is alive.
 *
 * @param compute a pure function of the key and the dependencies, which are compared by identity
 */
export function derive<K extends object, D extends readonly unknown[], V>(
  compute: (key: K, ...dependencies: D) => V,
): (key: K, ...dependencies: D) => V {
  const kept = new WeakMap<K, { readonly dependencies: D; readonly value: V }>();
  return (key, ...dependencies) => {
    const last = kept.get(key);
    if (last && sameList(last.dependencies, dependencies)) return last.value;
    const value = compute(key, ...dependencies);
    kept.set(key, { dependencies, value });
    return value;
  };
}
