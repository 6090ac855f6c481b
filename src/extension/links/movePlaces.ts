import type { Position, Range } from '../../core/base/text';

/** A change of a document, as VS Code reports it. The range is one of the text before the change. */
export interface Change {
  readonly range: Range;
  readonly text: string;
}

/**
 * Moves a place along with changes of its document, given in the order in which they are made.
 *
 * @returns null if the place's own text has changed, or if text was added right at it, without white space between them
 */
export function placeAfter(place: Range, changes: readonly Change[]): Range | null {
  let at: Range | null = place;
  for (const change of changes) at = at && placeAfterOne(at, change);
  return at;
}

function placeAfterOne(place: Range, { range, text }: Change): Range | null {
  const before = compare(range.end, place.start);
  if (before < 0 || (before === 0 && !/\S$/.test(text))) {
    return { start: moved(place.start, range, text), end: moved(place.end, range, text) };
  }
  const after = compare(range.start, place.end);
  return after > 0 || (after === 0 && !/^\S/.test(text)) ? place : null;
}

/** Moves a position that is after a change. */
function moved({ line, character }: Position, { start, end }: Range, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const added = lines.length - 1;
  if (line > end.line) return { line: line + added - (end.line - start.line), character };
  const column = (added === 0 ? start.character : 0) + last.length;
  return { line: start.line + added, character: column + character - end.character };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
