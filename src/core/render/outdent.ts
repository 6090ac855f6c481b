/** A text that starts in the middle of a line: the indentation of what it stands in is taken off its other lines. */
import type { Insert } from './markdown/facts';

/** Columns from one tab stop to the next (CommonMark 0.31, "Tabs"). */
const TAB = 4;

/**
 * Takes indentation off all lines but the first, and moves the inserts along.
 *
 * @param columns how much is taken off at most; lines with less are left without any
 */
export function outdent(
  source: string,
  columns: number,
  inserts: readonly Insert[],
): { readonly source: string; readonly inserts: readonly Insert[] } {
  if (columns === 0) return { source, inserts };
  const cuts: { readonly at: number; readonly length: number }[] = [];
  let result = '';
  let kept = 0;
  for (const match of source.matchAll(/(?<=[\r\n])[ \t]+/g)) {
    const length = lengthOf(match[0], columns);
    result += source.slice(kept, match.index);
    kept = match.index + length;
    cuts.push({ at: match.index, length });
  }
  const moved = (offset: number) =>
    cuts.reduce((to, { at, length }) => (at < offset ? to - Math.min(length, offset - at) : to), offset);
  return {
    source: result + source.slice(kept),
    inserts: inserts.map((insert) => ({
      ...insert,
      span: { start: moved(insert.span.start), end: moved(insert.span.end) },
    })),
  };
}

/** How many characters of white space fill so many columns. */
function lengthOf(space: string, columns: number): number {
  let column = 0;
  let length = 0;
  while (length < space.length && column < columns) {
    column += space[length] === '\t' ? TAB - (column % TAB) : 1;
    length++;
  }
  return length;
}
