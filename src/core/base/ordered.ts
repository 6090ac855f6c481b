/** Lists in order: how they are searched, and how a stretch of numbers becomes another. */

/** The first index below `count` that passes a test which all later indexes pass too; `count` if there is none. */
export function firstWhere(count: number, isSo: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Rising numbers with a replaced part: the first `start` old ones, then new ones, then the old ones from `rest` on, each
 * moved by `by`.
 */
export function withStretch(
  numbers: Int32Array,
  start: number,
  others: readonly number[],
  rest: number,
  by: number,
): Int32Array {
  const moved = start + others.length;
  const now = new Int32Array(moved + numbers.length - rest);
  now.set(numbers.subarray(0, start));
  now.set(others, start);
  now.set(numbers.subarray(rest), moved);
  if (by !== 0) for (let index = moved; index < now.length; index++) now[index] = (now[index] ?? 0) + by;
  return now;
}
