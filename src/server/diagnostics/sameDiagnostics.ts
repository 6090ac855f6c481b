import type { Range } from '../../core';
import type { Diagnostic } from '../lsp';

/**
 * The diagnostics of a version, with those in the place of new ones that the version before had and that say the same. So of
 * a thousand a key writes one as JSON, and not all.
 */
export function keepingSame(last: readonly Diagnostic[], now: readonly Diagnostic[]): Diagnostic[] {
  let at = 0;
  return now.map((diagnostic) => {
    // Most edits bring or take one at a place.
    for (const place of [at, at + 1, at - 1]) {
      const known = last[place];
      if (!known || !saysSame(known, diagnostic)) continue;
      at = place + 1;
      return known;
    }
    at++;
    return diagnostic;
  });
}

function saysSame(a: Diagnostic, b: Diagnostic): boolean {
  const [relatedA = [], relatedB = []] = [a.relatedInformation, b.relatedInformation];
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    isSameRange(a.range, b.range) &&
    a.message === b.message &&
    a.tags?.length === b.tags?.length &&
    relatedA.length === relatedB.length &&
    relatedA.every(({ message, location }, i) => {
      const other = relatedB[i];
      return (
        message === other?.message &&
        location.uri === other.location.uri &&
        isSameRange(location.range, other.location.range)
      );
    })
  );
}

function isSameRange({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}
