/**
 * Searches one text for one thing from places that go up. What was found, or that there is nothing more, is remembered, so
 * that any number of searches together look at the text once.
 */
export interface Finder {
  /** The first place at `from` or after it, or the length of the text if there is none. */
  next(from: number): number;
}

/** @param pattern what is searched for; with the flag `g` */
export function createFinder(text: string, pattern: RegExp): Finder {
  let asked = 0;
  let found = -1;
  return {
    next(from) {
      if (from >= asked && from <= found) return found;
      pattern.lastIndex = from;
      asked = from;
      found = pattern.exec(text)?.index ?? text.length;
      return found;
    },
  };
}
