/** Lists of which an edit replaces a stretch, and the indexes, in order, of what is found in them. */
import { firstWhere } from '../base/ordered';

/** What stands from `start` to `end` in a list came in the place of what stood from there to `endBefore`. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly endBefore: number;
}

/** Where a list differs from what it was, by the objects in it. */
export function replacedIn(before: readonly object[], now: readonly object[]): Replaced {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let fromEnd = 0;
  while (fromEnd < shorter - start && before[before.length - 1 - fromEnd] === now[now.length - 1 - fromEnd]) fromEnd++;
  return { start, end: now.length - fromEnd, endBefore: before.length - fromEnd };
}

/** What was found in an earlier version of a list, and where the two differ. */
export interface FoundBefore {
  readonly found: readonly number[];
  readonly replaced: Replaced;
}

/**
 * The indexes in a list of so many parts of which something is true.
 *
 * @param before then only what was replaced is looked at
 */
export function indexesWhere(
  count: number,
  isFound: (index: number) => boolean,
  before?: FoundBefore | null,
): readonly number[] {
  const { start, end, endBefore } = before?.replaced ?? { start: 0, end: count, endBefore: 0 };
  const earlier = before?.found ?? [];
  const placeOf = (least: number) => firstWhere(earlier.length, (place) => (earlier[place] ?? least) >= least);
  const found = earlier.slice(0, placeOf(start));
  for (let index = start; index < end; index++) if (isFound(index)) found.push(index);
  const by = end - endBefore;
  for (let i = placeOf(endBefore); i < earlier.length; i++) found.push((earlier[i] ?? 0) + by);
  return found;
}
