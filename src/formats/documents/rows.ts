import type { Writer, Written } from './writer';

/** Signs that have a cell of their own only for the layout: `$ | 1,200`, `(56 | )`, `12 | %`. */
const OPENS = /^(?:[\p{Sc}(（]|[A-Z]{1,3}\$)+$/u;
const CLOSES = /^[)）%％]+$/;

/** Puts the cells of a row together as one text: `Output | 1,200 | $5`. */
export function joinCells(cells: readonly Written[], writer: Writer): Written | null {
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    const close = before && (OPENS.test(before.text) || CLOSES.test(cell.text));
    // A cell that covers several rows stands before the others of a later row.
    const at = before?.span.end ?? 0;
    if (before) writer.gap(close ? '' : ' | ', { start: at, end: Math.max(at, cell.span.start) });
    writer.append(cell);
  });
  return writer.take();
}
