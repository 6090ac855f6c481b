/**
 * Programs that export a library overwrite the old file bit by bit. A file that is read meanwhile is empty or broken off. It is
 * not believed until it has stayed the same for a while.
 */
import type { BibliographyFile } from '../../core/checking';

/** Milliseconds that a file must stay the same, and milliseconds after which it is believed in any case. */
const STILL_MS = 1000;
const MOST_MS = 10_000;

/** True if one of the bibliographies may be half written: it can't be read, or has fewer entries or more errors than before. */
export function mayBeHalfWritten(last: readonly BibliographyFile[], now: readonly BibliographyFile[]): boolean {
  return now.some((file) => {
    const known = last.find(({ path }) => path === file.path);
    if (!known || known === file || known.declarations.length === 0) return false;
    return (
      file.unreadable !== undefined ||
      file.declarations.length < known.declarations.length ||
      file.errors.length > known.errors.length
    );
  });
}

/** Results of reading files that may be half written, by the document that they were read for. */
export interface HeldLooks<T> {
  /**
   * @param same tells whether two results are the same
   * @param again reads once more; called after a while, unless the document is forgotten
   * @returns whether to believe the result now
   */
  believes(uri: string, found: T, same: (a: T, b: T) => boolean, again: () => void): boolean;
  forget(uri: string): void;
}

export function createHeldLooks<T>(): HeldLooks<T> {
  interface Held {
    readonly found: T;
    readonly since: number;
    readonly timer: ReturnType<typeof setTimeout>;
    readonly due: number;
  }
  const held = new Map<string, Held>();
  const forget = (uri: string) => {
    clearTimeout(held.get(uri)?.timer);
    held.delete(uri);
  };
  return {
    believes: (uri, found, same, again) => {
      const before = held.get(uri);
      const now = Date.now();
      const isStill = before !== undefined && same(before.found, found);
      if (isStill && now < before.due) return false;
      if (before && (isStill || now - before.since > MOST_MS)) {
        forget(uri);
        return true;
      }
      clearTimeout(before?.timer);
      held.set(uri, {
        found,
        since: before?.since ?? now,
        due: now + STILL_MS,
        timer: setTimeout(again, STILL_MS + 10),
      });
      return false;
    },
    forget,
  };
}
