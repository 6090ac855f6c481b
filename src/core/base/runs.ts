/**
 * Long lists in runs. If no item of a run changes, the run is the same object in the next version of the list. So values
 * derived from runs are computed again only after a change.
 */

import { derive, steady } from './derive';
import { firstWhere } from './ordered';
import { kept, NONE, sameEnds, sameList } from './same';
import type { Span } from './text';

/** A stretch of a list. It is never empty. */
export type Run<T extends object> = readonly T[];

export interface Runs<T extends object> {
  /** All items. */
  readonly items: readonly T[];
  /** The same items, in stretches. */
  readonly runs: readonly Run<T>[];
  /** The index of the first item of each run. */
  readonly firsts: readonly number[];
}

/** Returns how many items make a run. An edit costs as much as a run has items, and as the list has runs. */
function lengthOfRun(count: number): number {
  return Math.max(8, Math.ceil(Math.sqrt(count)));
}

/**
 * Makes a function that returns a list, or its last result with the same first item if that has the same items. So lists of the
 * same items are one object.
 */
export function canonical<T extends object>(): (list: readonly T[]) => readonly T[] {
  const last = steady<readonly T[]>(sameList);
  return (list) => {
    const [first] = list;
    return first === undefined ? NONE : last(first, list);
  };
}

/** Cuts a list into runs. */
export function inRuns<T extends object>(items: readonly T[]): Runs<T> {
  return joined(cut(items, lengthOfRun(items.length)));
}

/**
 * Returns a list with the items from `start` to `end` replaced.
 *
 * @param items the new items
 */
export function withReplaced<T extends object>(
  list: Runs<T>,
  start: number,
  end: number,
  items: readonly T[],
): Runs<T> {
  const { runs, firsts } = list;
  if (runs.length === 0) return inRuns(items);
  const lastRun = runs.length - 1;
  const first = Math.min(runAt(list, start), lastRun);
  const last = Math.max(first, Math.min(runAt(list, Math.max(start, end - 1)), lastRun));
  const head = runs[first]?.slice(0, start - (firsts[first] ?? 0)) ?? NONE;
  const tail = runs[last]?.slice(end - (firsts[last] ?? 0)) ?? NONE;
  const stretch = [...head, ...items, ...tail];
  const length = lengthOfRun(list.items.length);
  const cuts = stretch.length > 2 * length ? cut(stretch, length) : stretch.length > 0 ? [stretch] : [];
  return joined([...runs.slice(0, first), ...cuts, ...runs.slice(last + 1)]);
}

/**
 * Maps a list run by run, to runs of the same lengths.
 *
 * @param map returns a run with as many items
 */
export function mapRuns<T extends object, U extends object>(
  { runs, firsts }: Runs<T>,
  map: (run: Run<T>, first: number, index: number) => Run<U>,
): Runs<U> {
  const mapped = runs.map((run, i) => map(run, firsts[i] ?? 0, i));
  return { items: flat(mapped), runs: mapped, firsts };
}

/** True if two lists have the same number of items and of runs. */
export function isCutAlike(a: Runs<object>, b: Runs<object>): boolean {
  return a.items.length === b.items.length && a.runs.length === b.runs.length;
}

/** Returns the stretch of indexes outside of which two lists that are cut alike have the same items. */
export function changedItems(a: Runs<object>, b: Runs<object>): Span {
  const { head, tail } = sameEnds(a.runs, b.runs);
  let start = b.firsts[head] ?? b.items.length;
  let end = b.firsts[b.runs.length - tail] ?? b.items.length;
  while (start < end && a.items[start] === b.items[start]) start++;
  while (start < end && a.items[end - 1] === b.items[end - 1]) end--;
  return { start, end };
}

/** Returns the index of the run with an item, by the item's index; behind the last item, the number of runs. */
export function runAt({ runs, firsts, items }: Runs<object>, index: number): number {
  if (index >= items.length) return runs.length;
  return firstWhere(runs.length, (run) => (firsts[run] ?? 0) > index) - 1;
}

function cut<T extends object>(items: readonly T[], length: number): Run<T>[] {
  const runs: Run<T>[] = [];
  for (let at = 0; at < items.length; at += length) runs.push(items.slice(at, at + length));
  return runs;
}

function joined<T extends object>(runs: readonly Run<T>[]): Runs<T> {
  let first = 0;
  const firsts = runs.map((run) => {
    const at = first;
    first += run.length;
    return at;
  });
  return { items: flat(runs), runs, firsts };
}

/** Finds the items that pass a test, by index, in order. */
export interface RunFinder<T extends object> {
  /** Returns for each run the items that pass, by their index in the run. */
  inEach(runs: readonly Run<T>[]): readonly (readonly number[])[];
  inAll(list: Pick<Runs<T>, 'runs' | 'firsts'>): readonly number[];
}

/** @param isFound may depend only on the item */
export function finderOf<T extends object>(isFound: (item: T) => boolean): RunFinder<T> {
  const finder = finders++;
  const found = (run: Run<T>, known: (readonly number[])[]) => {
    known[finder] ??= indexesOf(run, isFound);
    return known[finder];
  };
  return {
    inEach: (runs) => {
      const known = foundInEach(runs);
      return runs.map((run, i) => found(run, known[i] ?? []));
    },
    inAll: ({ runs, firsts }) => {
      const known = foundInEach(runs);
      const indexes: number[] = [];
      for (let i = 0; i < runs.length; i++)
        for (const index of found(runs[i] ?? NONE, known[i] ?? [])) indexes.push((firsts[i] ?? 0) + index);
      return indexes;
    },
  };
}

let finders = 0;

/** Indexes that each finder found in a run. */
const foundIn = derive((_run: Run<object>): (readonly number[])[] => []);
/** The same for a list of runs: a keystroke asks dozens of finders about dozens of runs. */
const foundInEach = derive((runs: readonly Run<object>[]) => runs.map((run) => foundIn(run)));

function indexesOf<T extends object>(run: Run<T>, isFound: (item: T) => boolean): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < run.length; index++) {
    const item = run[index];
    if (item && isFound(item)) found.push(index);
  }
  return kept(found);
}

/**
 * @param keysOf the keys of an item to count
 * @returns a function that counts each key in a list of runs; its result is the same object if no count has changed
 */
export function countsInRuns<T extends object>(
  keysOf: (item: T) => Iterable<string>,
): (lineage: object, runs: readonly Run<T>[]) => ReadonlyMap<string, number> {
  const changesOf = changesInRuns<T>();
  const lastOf = derive((_lineage: object) => ({ counts: new Map<string, number>() }));
  return derive((lineage: object, runs: readonly Run<T>[]) => {
    const last = lastOf(lineage);
    const changes = new Map<string, number>();
    for (const [item, by] of changesOf(lineage, runs))
      for (const key of by === 0 ? NONE : keysOf(item)) changes.set(key, (changes.get(key) ?? 0) + by);
    last.counts = withChanges(last.counts, changes);
    return last.counts;
  });
}

/** A key, and one of its values. */
export interface ValueOfKey {
  readonly key: number;
  readonly value: number;
}

/**
 * @param valuesIn the values of an item
 * @param most keys that have more of them are left out
 * @returns a function that finds the keys with different values in a list of runs; its result is the same object if they are
 * the same
 */
export function disagreeingInRuns<T extends object>(
  valuesIn: (item: T) => readonly ValueOfKey[],
  most: number,
): (lineage: object, runs: readonly Run<T>[]) => ReadonlySet<number> {
  const changesOf = changesInRuns<T>();
  const lastOf = derive((_lineage: object) => ({
    /** The values of each key, repeated as often as they occur. Most keys have one, and a list takes less memory than a map. */
    values: new Map<number, number[]>(),
    disagreeing: new Set<number>(),
  }));
  return derive((lineage: object, runs: readonly Run<T>[]) => {
    const last = lastOf(lineage);
    const { values } = last;
    const touched = new Set<number>();
    for (const [item, by] of changesOf(lineage, runs))
      for (const { key, value } of by === 0 ? NONE : valuesIn(item)) {
        touched.add(key);
        for (let times = 0; times < Math.abs(by); times++) addOrRemove(values, key, value, by > 0);
      }
    for (const key of touched) {
      const known = values.get(key) ?? NONE;
      const disagrees = known.length <= most && known.some((value) => value !== known[0]);
      if (disagrees === last.disagreeing.has(key)) continue;
      last.disagreeing = new Set(last.disagreeing);
      if (disagrees) last.disagreeing.add(key);
      else last.disagreeing.delete(key);
    }
    return last.disagreeing;
  });
}

function addOrRemove(values: Map<number, number[]>, key: number, value: number, isNew: boolean): void {
  const known = values.get(key);
  if (!known) {
    if (isNew) values.set(key, [value]);
  } else if (isNew) known.push(value);
  else {
    known.splice(known.indexOf(value), 1);
    if (known.length === 0) values.delete(key);
  }
}

/** Counts how often each item came (or went, as a negative number) since the runs of the last call: new ones before old ones. */
export function changesInRuns<T extends object>(): (
  lineage: object,
  runs: readonly Run<T>[],
) => ReadonlyMap<T, number> {
  const lastOf = derive((_lineage: object): { runs: readonly Run<T>[] } => ({ runs: NONE }));
  const none: ReadonlyMap<T, number> = new Map();
  return (lineage, runs) => {
    const last = lastOf(lineage);
    if (last.runs === runs) return none;
    const { head, tail } = sameEnds(last.runs, runs);
    const changes = new Map<T, number>();
    const count = (all: readonly Run<T>[], by: 1 | -1) => {
      for (const run of all.slice(head, all.length - tail))
        for (const item of run) changes.set(item, (changes.get(item) ?? 0) + by);
    };
    count(runs, 1);
    count(last.runs, -1);
    last.runs = runs;
    return changes;
  };
}

/** @returns the same counts if nothing has changed */
function withChanges(counts: Map<string, number>, changes: ReadonlyMap<string, number>): Map<string, number> {
  const real = [...changes].filter(([, by]) => by !== 0);
  if (real.length === 0) return counts;
  const now = new Map(counts);
  for (const [key, by] of real) {
    const count = (now.get(key) ?? 0) + by;
    if (count > 0) now.set(key, count);
    else now.delete(key);
  }
  return now;
}

/** Joins lists. A keystroke joins thousands of short lists, for which `flatMap` is slow. */
export function flat<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  if (lists.length <= MOST_JOINED) return all.concat(...lists);
  for (const list of lists) for (const item of list) all.push(item);
  return all;
}

/** Most lists that one call joins. Many short ones are joined faster item by item. */
const MOST_JOINED = 200;
