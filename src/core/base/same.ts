/** The one empty list: a brief has thousands of blocks, and most of their lists are empty. */
export const NONE: readonly never[] = [];

/** Copies a list to keep it, without the spare memory of a list that grew. */
export function kept<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : NONE;
}

/**
 * Copies a part of a text. A part that is cut out of a string may keep the whole string in memory, here a version of the
 * document.
 */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}

/** Maps a list. An empty list gives {@link NONE}. */
export function mapped<T, U>(list: readonly T[], map: (part: T, index: number) => U): readonly U[] {
  return list.length > 0 ? list.map(map) : NONE;
}

/** True if two lists have identical parts in the same order. */
export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Counts the identical parts at the start of two lists, and at their end behind these. */
export function sameEnds<T>(a: readonly T[], b: readonly T[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** True if two sets have the same parts. */
export function sameSets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((part) => b.has(part));
}

/** True if two maps have the same keys, in any order, with values that are equal by `same`. */
export function sameMaps<K, T>(a: ReadonlyMap<K, T>, b: ReadonlyMap<K, T>, same: (a: T, b: T) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}
