/**
 * Keeps the entries of `sources` as they were read, for the next version of a brief. Entries that an edit left alone are
 * neither read again nor looked at.
 */

import { derive } from '../../base/derive';
import type { Local, TextEdit } from '../../base/text';
import { atStart, placed } from '../moved';
import type { FrontMatter } from '../types/frontMatter';
import type { SourceDeclaration } from '../types/source';
import { type EntryAt, type Line, openedAfter, type ReadEntry, type Run, type Runs } from './lines';
import type { EntryPieces } from './pieces';
import { DIRECTIVE } from './suppressions';

/** A declaration, and the offset to add to its spans. */
export interface DeclarationAt {
  readonly origin: Local<SourceDeclaration>;
  readonly at: number;
}

/** The entries of each list, in order; null for an entry to read again. */
type CachedLists = readonly (readonly (EntryAt | null)[])[];

/** Data kept for a front matter besides its contents. */
interface Cached {
  /** The declarations of its sources, each with its offset. */
  readonly declarations: readonly DeclarationAt[];
  readonly lists: CachedLists;
}

const kept = new WeakMap<FrontMatter, Cached>();
const NOTHING: Cached = { declarations: [], lists: [] };

export function keep(frontMatter: FrontMatter, now: Cached): void {
  kept.set(frontMatter, now);
}

export function cachedOf(frontMatter: FrontMatter): Cached {
  return kept.get(frontMatter) ?? NOTHING;
}

/** Returns the runs of entries that an edit left alone, by their first offset after the edit. */
export function runsAfter(lists: CachedLists, { span, newText }: TextEdit): Runs {
  const runs = new Map<number, Run>();
  const by = newText.length - (span.end - span.start);
  for (const list of lists) {
    let entries: EntryAt[] = [];
    const finish = () => {
      const [first, last] = [entries[0], entries.at(-1)];
      if (first && last) {
        const [end, next] = [last.at + last.entry.length, last.at + last.entry.whole];
        runs.set(first.at, { start: first.at, end, next, entries, first: first.entry, last: last.entry });
      }
      entries = [];
    };
    for (const one of list) {
      // An entry that the edit touches may be joined with the new text.
      const isBefore = one !== null && one.at + one.entry.whole < span.start;
      if (!one || (!isBefore && one.at <= span.end)) {
        finish();
        continue;
      }
      const at = isBefore ? one.at : one.at + by;
      const last = entries.at(-1);
      if (last && last.at + last.entry.whole !== at) finish();
      entries.push(at === one.at ? one : { entry: one.entry, at });
    }
    finish();
  }
  return runs;
}

/**
 * Returns the entries of a list that the next version may keep; null for an entry to read again.
 *
 * @param reads the reading of each entry; null for an entry to read again
 */
export function entriesToKeep(
  text: string,
  { entries, indent }: EntryPieces,
  lines: readonly Line[],
  reads: readonly (ReadEntry | null)[],
): (EntryAt | null)[] {
  const all: (EntryAt | null)[] = [];
  let line = 0;
  let opened: number | null = null;
  reads.forEach((read, i) => {
    const piece = entries[i];
    if (!piece) return;
    while ((lines[line]?.start ?? piece.start) < piece.start) opened = openedAfter(opened, lines[line++]);
    if (piece.run) {
      for (const one of piece.run.entries) all.push(one);
      return;
    }
    // A block of text that goes on into an entry would make text of its comments.
    const isLed = opened !== null && opened < indent;
    const last = piece.lines.at(-1);
    const next = entries[i + 1]?.start ?? last?.next ?? piece.end;
    let isPlain = !isLed && piece.span.start - piece.start === indent;
    let endsBlank = false;
    for (; line < lines.length && (lines[line]?.start ?? next) < next; line++) {
      const here = lines[line];
      if (!here) break;
      opened = openedAfter(opened, here);
      endsBlank = here.kind === 'blank';
      // A line in the first column may start a body, and a comment may speak of the entry after this.
      if (here.kind !== 'blank' && here.indent === 0 && here.start !== piece.start) isPlain = false;
      if (here.kind === 'comment' && DIRECTIVE.test(text.slice(here.start + here.indent, here.end))) isPlain = false;
    }
    const { start, end, column } = piece;
    const entry = read &&
      isPlain && { read, length: end - start, whole: next - start, indent, column, endsBlank, opened };
    all.push(entry ? { entry, at: start } : null);
  });
  return all;
}

/** Returns a declaration with its place in the document: the same object for the same offset. */
export function declarationAt(origin: Local<SourceDeclaration>, at: number): SourceDeclaration {
  return at === 0 ? atStart<SourceDeclaration>(origin) : movedSource(origin, at);
}

const movedSource = derive((origin: Local<SourceDeclaration>, at: number) => placed<SourceDeclaration>(origin, at));
