import { say } from '../../base/say';
import { applyEdits, contains, type Span, type TextEdit, touches } from '../../base/text';
import { writeReview } from '../../brief/comments';
import { idleMarks } from '../../brief/comments/idleMarks';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight, ReviewMark } from '../../brief/types';
import { reviewHash, reviewState } from '../../evidence/reviews';
import { removeWord } from '../../rules/fixes/remove';
import { MARK_VERIFIED } from '../navigation/kinds';
import { keepingMeaning } from '../sources/sameModel';
import type { CodeAction } from './codeActions';

/** The person who has compared a claim with its sources, and the date. */
export type ReviewStamp = Pick<ReviewMark, 'date' | 'reviewer'>;

/** The result of marking insights as verified. */
export interface MarkedVerified {
  readonly edits: readonly TextEdit[];
  readonly marked: number;
  /** Number of insights left unmarked, since a mark would change what the text means. */
  readonly refused: number;
}

/**
 * Marks the selected insights as verified. A new mark goes to the end of an insight's text, an existing mark is renewed in its
 * place, and remains of other marks are removed.
 *
 * @param spans the selections; for an empty one, the insight at the cursor counts, or the one on its line
 */
export function markVerified(brief: Brief, spans: readonly Span[], stamp: ReviewStamp): MarkedVerified {
  const indexes = [...new Set(spans.flatMap((span) => insightsIn(brief, span)))];
  const idle = idleMarks(brief).map(({ span }) => span);
  const marks = indexes.flatMap((index) => markOf(brief, index, stamp, idle) ?? []);
  const kept = isKept(brief, marks) ? marks : marks.filter((mark) => isKept(brief, [mark]));
  // Each mark alone is harmless, but together they change the text: then do nothing.
  const done = kept.length === marks.length || isKept(brief, kept) ? kept : [];
  return { edits: done.flatMap((mark) => mark.edits), marked: done.length, refused: marks.length - done.length };
}

/** Returns the refactoring that marks the selected insights as verified; empty if there are none. */
export function verification(brief: Brief, span: Span, stamp: ReviewStamp): CodeAction[] {
  const indexes = insightsIn(brief, span);
  if (indexes.length === 0) return [];
  const edits = () => markVerified(brief, [span], stamp).edits;
  return [{ title: verificationTitle(brief, indexes), kind: MARK_VERIFIED, slow: true, edits }];
}

/** Title of the refactoring at a place; null if there is nothing to verify. */
export function verificationAt(brief: Brief, span: Span): string | null {
  const indexes = insightsIn(brief, span);
  return indexes.length === 0 ? null : verificationTitle(brief, indexes);
}

function verificationTitle({ insights }: Brief, indexes: readonly number[]): string {
  if (indexes.length > 1) return say('Mark {0} insights as verified', indexes.length);
  return insights[indexes[0] ?? -1]?.review ? say('Mark as verified again') : say('Mark as verified');
}

interface Mark {
  readonly index: number;
  readonly edits: readonly TextEdit[];
}

function markOf(brief: Brief, index: number, stamp: ReviewStamp, idle: readonly Span[]): Mark | null {
  const insight = brief.insights[index];
  const hash = reviewHash(brief, index);
  if (!insight || hash === null) return null;
  const { review, span } = insight;
  const others = idle.filter((other) => contains(span, other));
  const place = review?.span ?? others.shift();
  const newText = writeReview({ ...stamp, hash });
  const mark = place ? { span: place, newText } : { span: { start: span.end, end: span.end }, newText: ` ${newText}` };
  return { index, edits: [mark, ...others.map((other) => removeWord(brief.text, other))] };
}

/** True if the marks leave the meaning of the text as it was, and each mark holds. */
function isKept(brief: Brief, marks: readonly Mark[]): boolean {
  const edits = marks.flatMap((mark) => mark.edits);
  if (!keepingMeaning(brief, edits, (id) => id)) return edits.length === 0;
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  return marks.every(({ index }) => reviewState(after, index) === 'holds');
}

/** The indexes of the insights that are selected. */
function insightsIn(brief: Brief, selected: Span): number[] {
  const { insights, lines } = brief;
  const where = (test: (insight: Insight) => boolean) =>
    insights.flatMap((insight, index) => (test(insight) ? [index] : []));
  const { start, end } = selected;
  if (start < end) return where(({ span }) => span.start < end && start < span.end);
  const at = where(({ span }) => touches(span, start)).slice(-1);
  if (at.length > 0) return at;
  const line = lines.lineAt(start);
  const onLine = { start: lines.startOf(line), end: lines.endOf(line) };
  return where(({ span, review }) => [span, review?.span].some((one) => one && touchesLine(one, onLine))).slice(0, 1);
}

function touchesLine(span: Span, line: Span): boolean {
  return span.start <= line.end && line.start <= span.end && span.end > line.start;
}
