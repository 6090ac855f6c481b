/** How much of a long text is read, and which edits turn the part that was read of it before into the part to read now. */
import { say } from '../../base/say';
import type { LineIndex, TextEdit } from '../../base/text';

/** A text longer than this, in UTF-16 units, or of more lines, is read up to here. */
const LONGEST = 10 * 1024 * 1024;
const MOST_LINES = 100_000;

/** A text that is read from its start to an offset. */
export interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly end: number;
}

/** A reading, and the one edit that makes what it reads of what the reading before it read. */
export interface Step extends Reading {
  readonly edit: TextEdit;
}

/** Where what is read of a text ends: at the end of a line, where there is one. */
export function endOfRead(text: string, lines: LineIndex): number {
  const end = lines.count > MOST_LINES ? lines.startOf(MOST_LINES) : text.length;
  return end <= LONGEST ? end : text.lastIndexOf('\n', LONGEST) + 1 || LONGEST;
}

/** What is said of a text that is read up to `end` and goes on after it. */
export function whyNotRead(lines: LineIndex, end: number): string {
  return lines.count > MOST_LINES && end === lines.startOf(MOST_LINES)
    ? say('The brief has over 100,000 lines, and the rest is not read. Split it.')
    : say('The brief has over 10 MB, and the rest is not read. Split it.');
}

/**
 * The readings that lead from one to the next, the last of them `now`. An edit in a text that is too long also moves its
 * end past the limit or back. That is an edit of its own, at the end: as one edit with the other it would reach over all
 * that stands between them. None of the readings is longer than the longer one of `before` and `now`.
 *
 * @param edit the one edit that makes the text of `now` of that of `before`
 */
export function stepsBetween(before: Reading, now: Reading, edit: TextEdit): Step[] {
  const { start, end } = edit.span;
  const by = edit.newText.length - (end - start);
  const moved = before.end + by;
  const cut = (from: number, to: number): TextEdit => ({ span: { start: from, end: to }, newText: '' });
  if (end <= before.end && start + edit.newText.length <= now.end) {
    if (moved === now.end) return [{ ...now, edit }];
    if (moved > now.end) {
      const shorter = { ...before, end: now.end - by };
      return [
        { ...shorter, edit: cut(shorter.end, before.end) },
        { ...now, edit },
      ];
    }
    const added = { span: { start: moved, end: moved }, newText: now.text.slice(moved, now.end) };
    return [
      { ...now, end: moved, edit },
      { ...now, edit: added },
    ];
  }
  // The edit reaches over one of the ends, or lies behind both.
  const from = Math.min(start, before.end, now.end);
  return [{ ...now, edit: { span: { start: from, end: before.end }, newText: now.text.slice(from, now.end) } }];
}
