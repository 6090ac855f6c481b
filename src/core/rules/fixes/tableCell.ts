import type { Span } from '../../base/text';

/** The cell of a Markdown table that a stretch stands in, without its bars and the spaces beside them. */
export function cellAround(text: string, { start, end }: Span): Span {
  const row = text.lastIndexOf('\n', start - 1) + 1;
  const bars = [...text.slice(row, nextOf(text, '\n', end)).matchAll(/(?<!\\)\|/g)].map(({ index }) => row + index);
  const from = bars.findLast((bar) => bar < start);
  const to = bars.find((bar) => bar >= end) ?? nextOf(text, '\n', end);
  const cell = { start: from === undefined ? row : from + 1, end: to };
  const written = text.slice(cell.start, cell.end);
  const content = written.trim();
  const at = cell.start + written.indexOf(content);
  return { start: at, end: at + content.length };
}

function nextOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}
