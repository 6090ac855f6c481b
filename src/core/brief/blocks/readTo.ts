/** Limits on how much of a long text is read. */

import type { Content } from '../../base/content';
import { say } from '../../base/say';
import type { LineIndex } from '../../base/text';

/** The longest text that is read whole, in UTF-16 units, and the most lines. The rest isn't read. */
const LONGEST = 10 * 1024 * 1024;
const MOST_LINES = 100_000;

/** A text that is read from its start to an offset. */
export interface Reading {
  readonly content: Content;
  readonly lines: LineIndex;
  readonly end: number;
}

/** Returns the offset up to which a text is read: its end, or else the last line boundary within the limits, if any. */
export function endOfRead({ length }: Content, lines: LineIndex): number {
  const end = lines.count > MOST_LINES ? lines.startOf(MOST_LINES) : length;
  return end <= LONGEST ? end : lines.startOf(lines.lineAt(LONGEST + 1)) || LONGEST;
}

/** Returns the message about a text that is read up to `end` and goes on after it. */
export function whyNotRead(lines: LineIndex, end: number): string {
  return lines.count > MOST_LINES && end === lines.startOf(MOST_LINES)
    ? say('The brief has over 100,000 lines, and the rest is not read. Split it.')
    : say('The brief has over 10 MB, and the rest is not read. Split it.');
}
