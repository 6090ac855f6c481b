/** Lists of sources that count from 1 again: each serves the part of the text before it. */
import type { SourceDeclaration } from '../types';

/**
 * A part of the text in which numbers mean the entries of one list: from the end of the list before to its own end, in
 * offsets of the document.
 */
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

const SUFFIXES = 'bcdefghijklmnopqrstuvwxyz';

/**
 * @param entries numbered entries, in document order
 * @param cites tells whether some text between two offsets cites a number
 * @returns null if no second list has a text of its own, or there are more lists than letters
 */
export function scopeNumbers(
  entries: readonly SourceDeclaration[],
  cites: (start: number, end: number) => boolean,
): ScopedEntries | null {
  const lists = listsOf(entries);
  if (lists.length < 2 || lists.length > SUFFIXES.length) return null;
  const scopes: NumberScope[] = [];
  const scoped: SourceDeclaration[] = [];
  const unused: SourceDeclaration[] = [];
  let start = 0;
  for (const list of lists) {
    const from = list[0]?.span.start ?? start;
    const end = list.at(-1)?.span.end ?? start;
    if (scopes.length > 0 && !cites(start, from)) unused.push(...list);
    else {
      const suffix = scopes.length === 0 ? '' : (SUFFIXES[scopes.length - 1] ?? '');
      scopes.push({ start, end, suffix });
      for (const entry of list) scoped.push(suffix === '' ? entry : { ...entry, id: `${entry.id}${suffix}` });
    }
    start = end;
  }
  return scopes.length < 2 ? null : { scopes, entries: scoped, unused };
}

/** Returns the suffix of numbers at an offset. Behind the last list, numbers belong to the first list, and it is empty. */
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
