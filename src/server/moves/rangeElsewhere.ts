import type { Range } from '../../core';
import type { Agreement } from '../agreement';

/**
 * A range in a file that is not open, for the client. Where it counts bytes, which the file's text would be needed for,
 * it gets the whole lines.
 */
export function rangeElsewhere(range: Range, { encoding }: Pick<Agreement, 'encoding'>): Range {
  if (encoding === 'utf-16') return range;
  const { start, end } = range;
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
}
