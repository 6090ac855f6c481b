/** Lists of sources that count from 1 again: each serves parts of the text. */
import type { SourceDeclaration } from '../types';

/** A part of the text in which numbers mean the entries of one list, in offsets of the document. */
export interface NumberScope {
  readonly start: number;
  readonly end: number;
  /** The letter behind the number in ids of its entries: the b of `1b`. Empty for the first list. */
  readonly suffix: string;
}

export interface ScopedEntries {
  readonly scopes: readonly NumberScope[];
  /** All entries, with their ids in the whole document. */
  readonly entries: readonly SourceDeclaration[];
  /** Entries of lists that serve no text. */
  readonly unused: readonly SourceDeclaration[];
}

/** Letters behind the numbers of further lists, and of links to further pages. */
export const SUFFIXES = 'bcdefghijklmnopqrstuvwxyz';

/** The share of the numbers of a text that a list must have to be meant. */
const MOST_NUMBERS = 0.8;

/**
 * Gives each part of the text, up to the next list and behind the last, its list: the nearest behind it that has its numbers;
 * else the one, of all, that has most of them.
 *
 * @param entries numbered entries, in document order
 * @param numbersIn returns the numbers that the text between two offsets cites
 * @returns null if nothing cites a list, or more lists than there are letters are cited
 */
export function scopeNumbers(
  entries: readonly SourceDeclaration[],
  numbersIn: (start: number, end: number) => ReadonlySet<string>,
): ScopedEntries | null {
  const lists = listsOf(entries);
  if (lists.length < 2) return null;
  const starts = [0, ...lists.map((list) => list.at(-1)?.span.end ?? 0)];
  const meant = starts.map((start, part) => {
    const end = lists[part]?.[0]?.span.start ?? Number.POSITIVE_INFINITY;
    const cited = numbersIn(start, end);
    return cited.size === 0 ? null : listFor(cited, lists, part);
  });
  const used = lists.filter((list) => meant.includes(list));
  if (used.length === 0 || used.length > SUFFIXES.length + 1) return null;
  const suffixOf = (list: SourceDeclaration[] | null | undefined) => SUFFIXES[used.indexOf(list ?? []) - 1] ?? '';
  const uncited = (apart: boolean) =>
    lists.filter((list, at) => !used.includes(list) && countsAgain(list, lists[at - 1]?.at(-1)) === apart).flat();
  const [unused, repeated] = [uncited(true), uncited(false)];
  if (used.length === 1) return { scopes: [], entries: [...used.flat(), ...repeated], unused };
  const scopes = starts.map((start, part) => ({
    start,
    end: starts[part + 1] ?? Number.POSITIVE_INFINITY,
    suffix: suffixOf(meant[part]),
  }));
  return {
    scopes,
    entries: [
      ...used.flatMap((list) => {
        const suffix = suffixOf(list);
        return suffix === '' ? list : list.map((entry) => ({ ...entry, id: `${entry.id}${suffix}` }));
      }),
      ...repeated,
    ],
    unused,
  };
}

/** Most units between two entries of one list. */
const NEAR = 8;

/** True for a list of its own. A single entry right behind another repeats a number, and so does one from the middle of a count. */
function countsAgain([first, second]: readonly SourceDeclaration[], preceding: SourceDeclaration | undefined): boolean {
  if (!first || !preceding) return true;
  return first.span.start - preceding.span.end > NEAR || (second !== undefined && first.id === '1');
}

/** @param next the index of the list behind the text */
function listFor(cited: ReadonlySet<string>, lists: SourceDeclaration[][], next: number): SourceDeclaration[] | null {
  const shareIn = (list: SourceDeclaration[]) => list.filter(({ id }) => cited.has(id)).length / cited.size;
  // Behind the last list, the nearest is the one before.
  const near = [...lists.slice(next), ...lists.slice(0, next).reverse()];
  const best = near.reduce((most, list) => Math.max(most, shareIn(list)), 0);
  return near.find((list) => shareIn(list) >= Math.min(best, MOST_NUMBERS)) ?? null;
}

/** Returns the suffix of numbers at an offset. */
export function suffixAt(scopes: readonly NumberScope[], offset: number): string {
  return scopes.find(({ start, end }) => start <= offset && offset < end)?.suffix ?? '';
}

/** Splits entries into lists. A list ends before a number that it has already. */
function listsOf(entries: readonly SourceDeclaration[]): SourceDeclaration[][] {
  const lists: SourceDeclaration[][] = [];
  let seen = new Set<string>();
  for (const entry of entries) {
    const list = lists.at(-1);
    if (list && !seen.has(entry.id)) list.push(entry);
    else {
      lists.push([entry]);
      seen = new Set();
    }
    seen.add(entry.id);
  }
  return lists;
}
