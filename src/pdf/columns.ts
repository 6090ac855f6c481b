/** Finds the columns of a page in the order in which they are read. */
import type { Piece } from './extracted';
import { type Line, linesOf } from './lines';
import { rowsOf, type Segment, segmentsOf } from './segments';

/** Part of a page that is read before the next one: a column, or text across columns. */
export interface Column {
  readonly lines: readonly Line[];
}

/** Returns the columns of a page in the order in which they are read. */
export function columnsOf(pieces: readonly Piece[]): Column[] {
  return inOrder(segmentsOf(pieces)).map((segments) => ({ lines: linesOf(segments) }));
}

/** Least number of lines beside each other that make columns. */
const LEAST_LINES = 4;

/** Cuts a page into columns. Text that crosses the space between two is read before the text below it. */
function inOrder(segments: readonly Segment[]): Segment[][] {
  const at = gutterOf(segments);
  if (at === null) return segments.length > 0 ? [[...segments]] : [];
  const blocks: Segment[][] = [];
  let [left, right, across]: [Segment[], Segment[], Segment[]] = [[], [], []];
  const flushColumns = () => {
    blocks.push(...inOrder(left), ...inOrder(right));
    left = [];
    right = [];
  };
  const flushAcross = () => {
    if (across.length > 0) blocks.push(across);
    across = [];
  };
  for (const segment of segments) {
    if (segment.right <= at || segment.left >= at) {
      flushAcross();
      (segment.right <= at ? left : right).push(segment);
    } else {
      flushColumns();
      across.push(segment);
    }
  }
  flushColumns();
  flushAcross();
  return blocks;
}

/** Returns the position in points at which the right one of two columns of prose begins; null if there are none. */
function gutterOf(segments: readonly Segment[]): number | null {
  let best: { readonly at: number; readonly lines: number } | null = null;
  for (const at of commonLefts(segments)) {
    const left = segments.filter(({ right }) => right <= at);
    const right = segments.filter((segment) => segment.left >= at);
    const lines = Math.min(left.length, right.length);
    if (lines < LEAST_LINES || lines <= (best?.lines ?? 0)) continue;
    if (areBeside(left, right) && isProse(left, at) && isProse(right, Math.max(...right.map((one) => one.right))))
      best = { at, lines };
  }
  return best?.at ?? null;
}

/** Returns up to 12 positions at which several segments begin, in points, the most frequent first. */
function commonLefts(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) counts.set(Math.floor(left), (counts.get(Math.floor(left)) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= LEAST_LINES);
  return common
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([left]) => left - 1);
}

function areBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.max(left[0]?.base ?? 0, right[0]?.base ?? 0);
  const end = Math.min(left.at(-1)?.base ?? 0, right.at(-1)?.base ?? 0);
  const within = (column: readonly Segment[]) => column.filter(({ base }) => base >= top - 2 && base <= end + 2).length;
  return within(left) >= LEAST_LINES - 1 && within(right) >= LEAST_LINES - 1;
}

/** True if at least half of a column's lines are full and have words in them, unlike the cells of a table. */
function isProse(column: readonly Segment[], end: number): boolean {
  const start = Math.min(...column.map(({ left }) => left));
  const rows = rowsOf(column);
  const full = rows.filter((row) => {
    const text = row.map((segment) => segment.text).join(' ');
    const width = Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ left }) => left));
    return width > 0.55 * (end - start) && text.length >= 14 && /\p{L}{2}/u.test(text);
  });
  return rows.length >= LEAST_LINES && full.length >= 0.5 * rows.length;
}
