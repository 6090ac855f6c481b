/** Keeps the entries of `sources` as they were read, for the next version of a brief. An entry with the same text isn't read again. */

import { derive } from '../../base/derive';
import type { FrontMatterError, UnknownKey } from '../../base/problem';
import type { Local } from '../../base/text';
import { atStart, placed } from '../moved';
import type { FrontMatter } from '../types/frontMatter';
import type { SourceDeclaration } from '../types/source';

/** A declaration, and the offset to add to its spans. */
export interface DeclarationAt {
  readonly origin: Local<SourceDeclaration>;
  readonly at: number;
}

/** The source that an entry declares, and the entry's problems. They count from the start of its first line. */
export type ReadEntry = Local<{
  /** The text of the entry. */
  readonly yaml: string;
  readonly source: SourceDeclaration | null;
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
}>;

/** Entries by their text. */
export type KnownEntries = ReadonlyMap<string, ReadEntry>;

/** Data kept for a front matter besides its contents. */
interface Cached {
  /** The declarations of its sources, each with its offset. */
  readonly declarations: readonly DeclarationAt[];
  readonly entries: KnownEntries;
}

const kept = new WeakMap<FrontMatter, Cached>();
const NOTHING: Cached = { declarations: [], entries: new Map() };

export function keep(frontMatter: FrontMatter, now: Cached): void {
  kept.set(frontMatter, now);
}

export function cachedOf(frontMatter: FrontMatter | null): Cached {
  return (frontMatter && kept.get(frontMatter)) ?? NOTHING;
}

/** Returns a declaration with its place in the document: the same object for the same offset. */
export function declarationAt(origin: Local<SourceDeclaration>, at: number): SourceDeclaration {
  return at === 0 ? atStart<SourceDeclaration>(origin) : movedSource(origin, at);
}

const movedSource = derive((origin: Local<SourceDeclaration>, at: number) => placed<SourceDeclaration>(origin, at));
