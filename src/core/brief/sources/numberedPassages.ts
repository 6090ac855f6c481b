/** The passages that plain numbers cite, of a source that says `cite: passages` (docs/format.md). */

import { derive } from '../../base/derive';
import type { Local, Unplaced } from '../../base/text';
import type { Source } from '../types';

/** The passages of one source, each found by its number like a source. */
export interface NumberedPassages {
  /** The id of that source. */
  readonly source: string;
  /** Number of its passages; null as long as its text isn't known. Then any number may be a passage. */
  readonly count: number | null;
  /** The numbers, from 1, without those that are ids of sources. */
  readonly numbers: ReadonlySet<string>;
}

/** The number of passages that an unknown text may have. */
const MOST_UNKNOWN = 99;

/** Finds the passages that numbers cite; null if no source of the front matter says `cite: passages`. */
export const numberedPassages = derive((sources: readonly Unplaced<Source>[]): NumberedPassages | null => {
  const source = sources.find(isCitedByPassage);
  if (!source) return null;
  const { length } = textOf(source);
  const count = length === 0 ? null : length;
  const ids = new Set(sources.map(({ id }) => id));
  const all = Array.from({ length: count ?? MOST_UNKNOWN }, (_, i) => String(i + 1));
  return { source: source.id, count, numbers: new Set(all.filter((number) => !ids.has(number))) };
});

/** True if numbers cite the passages of a source. Only the brief's own front matter can say so. */
export function isCitedByPassage({ declarations }: Unplaced<Source>): boolean {
  return declarations.some(({ cite, declaredIn }) => cite !== undefined && declaredIn === 'front-matter');
}

/**
 * Returns a passage of a source as a source of its own. It has the source's fields, and two of its passages: the title and
 * this one. As long as the text isn't known, it has the quotes, because each may stand in any passage.
 *
 * @param number from 1, without zeros before it
 */
export function passageByNumber(source: Source, number: string): Source;
export function passageByNumber(source: Local<Source>, number: string): Local<Source>;
export function passageByNumber(source: Unplaced<Source>, number: string): Unplaced<Source>;
export function passageByNumber(source: Unplaced<Source>, number: string): Unplaced<Source> {
  const known = partsOf(source);
  const part = known.get(number) ?? partAt(source, number);
  known.set(number, part);
  return part;
}

const partsOf = derive((_source: Unplaced<Source>) => new Map<string, Unplaced<Source>>());

function partAt(source: Unplaced<Source>, number: string): Unplaced<Source> {
  const text = textOf(source);
  const passage = text[Number(number) - 1];
  const others = source.passages.filter(({ from }) => from === 'title' || (from === 'quote' && text.length === 0));
  return { ...source, id: number, partOf: source.id, passages: passage ? [...others, passage] : others };
}

const textOf = derive(({ passages }: Unplaced<Source>) => passages.filter(({ from }) => from === 'text'));
