/** Lists of indexes, in order, of what is found in a longer list. */

export function indexesWhere(count: number, isFound: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < count; index++) if (isFound(index)) found.push(index);
  return found;
}

/**
 * Indexes found in a list before, after what stood from `start` to `endBefore` became what stands from there to `end`.
 * Only that is looked at.
 */
export function indexesAfter(
  before: readonly number[],
  isFound: (index: number) => boolean,
  { start, end, endBefore }: { readonly start: number; readonly end: number; readonly endBefore: number },
): number[] {
  const first = placeOf(before, start);
  const rest = placeOf(before, endBefore);
  const found = before.slice(0, first);
  for (let index = start; index < end; index++) if (isFound(index)) found.push(index);
  const by = end - endBefore;
  if (by === 0) return found.concat(before.slice(rest));
  for (let i = rest; i < before.length; i++) found.push((before[i] ?? 0) + by);
  return found;
}

/** The place of the first index from `least` on. */
function placeOf(indexes: readonly number[], least: number): number {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
