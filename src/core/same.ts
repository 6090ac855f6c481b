/** Whether two lists have the very same parts in the same order. */
export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** Whether two maps have the same keys, in whatever order, with values that are the same by some measure. */
export function sameMaps<K, T>(a: ReadonlyMap<K, T>, b: ReadonlyMap<K, T>, same: (a: T, b: T) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}
