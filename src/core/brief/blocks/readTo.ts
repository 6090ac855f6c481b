/** How much of a long text is read. */

import type { Content } from '../../base/content';
import { say } from '../../base/say';
import type { LineIndex } from '../../base/text';

/** A text longer than this, in UTF-16 units, or of more lines, is read up to here. */
const LONGEST = 10 * 1024 * 1024;
const MOST_LINES = 100_000;

/** A text that is read from its start to an offset. */
export interface Reading {
  readonly content: Content;
  readonly lines: LineIndex;
  readonly end: number;
}

/** Where what is read of a text ends: at the end of a line, where there is one. */
export function endOfRead({ length }: Content, lines: LineIndex): number {
  const end = lines.count > MOST_LINES ? lines.startOf(MOST_LINES) : length;
  return end <= LONGEST ? end : lines.startOf(lines.lineAt(LONGEST + 1)) || LONGEST;
}

/** What is said of a text that is read up to `end` and goes on after it. */
export function whyNotRead(lines: LineIndex, end: number): string {
  return lines.count > MOST_LINES && end === lines.startOf(MOST_LINES)
    ? say('The brief has over 100,000 lines, and the rest is not read. Split it.')
    : say('The brief has over 10 MB, and the rest is not read. Split it.');
}
