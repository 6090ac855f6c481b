/** Parts a paste that holds several summaries: each has a title, a byline and a body. */

import { isBrief } from '../recognise';
import { readByline } from './byline';
import { claimEnds } from './claimEnds';
import { isItemLine } from './lineKinds';
import { isRunOn } from './runOn';

/** A title, and what stands above it. */
const MOST_ABOVE_BYLINE = 3;

/**
 * The summaries of a text, each of which is a brief of its own; the text alone where it does not begin with the byline of one,
 * or has no second. Blank lines stand for what comes before a summary, so that all lines keep their numbers.
 */
export function storiesIn(text: string): readonly string[] {
  if (isBrief(text)) return [text];
  const lines = text.split(/\r\n?|\n/);
  const starts: number[] = [];
  let cites = false;
  for (const [at, line] of lines.entries()) {
    const start = startOfHeader(lines, at);
    const isFirst = start !== null && lines.slice(0, start).every((above) => above.trim() === '');
    if (start !== null && (isFirst || (starts.length > 0 && cites))) {
      starts.push(start);
      cites = false;
    }
    cites ||= claimEnds(line).some(({ cited }) => cited);
  }
  if (starts.length < 2) return [text];
  return starts.map(
    (start, i) =>
      '\n'.repeat(start) +
      lines
        .slice(start, starts[i + 1])
        .join('\n')
        .trimEnd(),
  );
}

/** The first of the lines that a byline stands below, after a blank line and above a body; null where no byline stands. */
function startOfHeader(lines: readonly string[], at: number): number | null {
  const byline = readByline(lines[at]?.trim() ?? '', false);
  if (byline?.publisher === undefined || byline.published === undefined) return null;
  let start = at;
  while (start > 0 && lines[start - 1]?.trim() !== '') start--;
  const above = lines.slice(start, at);
  const isHeader = above.length > 0 && above.length <= MOST_ABOVE_BYLINE && !above.some(isBody);
  const body = lines.slice(at + 1).find((line) => line.trim() !== '');
  return isHeader && body !== undefined && !readByline(body.trim(), false) ? start : null;
}

function isBody(line: string): boolean {
  return isItemLine(line) || isRunOn(line) || claimEnds(line).some(({ cited }) => cited);
}
