import type { TextSpan } from '../../base/text';

/**
 * Returns what describes the amount in a cell of a Markdown table: the first cell of its row and the head of its column. Null
 * outside a table.
 */
export function headsOfCell(text: string, at: number): readonly TextSpan[] | null {
  const line = lineAt(text, at);
  if (text[line] !== '|') return null;
  const row = cellsOf(text, line);
  const index = row.findIndex(({ start, end }) => start <= at && at < end);
  let first = line;
  while (first > 0 && text[lineAt(text, first - 1)] === '|') first = lineAt(text, first - 1);
  const head = cellsOf(text, first)[index];
  return [row[0], head].flatMap((cell) => (cell && !(cell.start <= at && at < cell.end) ? [cell] : []));
}

/** Returns the offset where the line of an offset starts. */
function lineAt(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function cellsOf(text: string, line: number): readonly TextSpan[] {
  const newLine = text.indexOf('\n', line);
  const end = newLine < 0 ? text.length : newLine;
  const cells: TextSpan[] = [];
  for (let start = line + 1; start < end; ) {
    const bar = text.indexOf('|', start);
    const stop = bar < 0 || bar > end ? end : bar;
    cells.push({ start, end: stop });
    start = stop + 1;
  }
  return cells;
}
