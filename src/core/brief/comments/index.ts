/** Our own comments: `<!-- brief-disable… -->`, `<!-- brief: computed -->`, `<!-- brief: own -->`, `<!-- brief: verified … -->`. */

import type { In, LineIndex, Span, SpanIn, Whole } from '../../base/text';
import type { Field, IdleMark, ReviewMark, Suppression } from '../types';
import { isDay } from './words';

export type OurComment =
  | {
      readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable';
      readonly span: Span;
      readonly codes: readonly Field[];
    }
  | { readonly kind: 'own'; readonly span: Span }
  | ComputedComment
  | VerifiedComment;

export interface ComputedComment {
  readonly kind: 'computed';
  readonly span: Span;
  /** The text behind `computed`: a calculation, or a remark. May be empty. Ends before ` -- `, which starts a reason. */
  readonly words: Field;
}

export interface VerifiedComment {
  readonly kind: 'verified';
  readonly span: Span;
  readonly says: Omit<ReviewMark, 'span'> | ReviewFault;
}

/** The fault for which a review mark says nothing. */
export type ReviewFault = Omit<IdleMark, 'span'>;

const COMMENT =
  /^<!--\s*brief(?:-(disable-next-line|disable-line|disable|enable)\b|:\s*(computed|own|verified)\b)([\s\S]*?)-->/;

/** Reads the comment at `span`; null if it isn't one of ours. */
export function readComment<W extends Whole>(text: string, span: SpanIn<W>): In<W, OurComment> | null {
  const match = COMMENT.exec(text.slice(span.start, span.end));
  if (!match) return null;
  const end = span.start + match[0].length;
  const whole = { start: span.start, end };
  const rest = match[3] ?? '';
  if (match[2] === 'verified') return { kind: 'verified', span: whole, says: readReview(rest) };
  if (match[2] === 'computed') return { kind: 'computed', span: whole, words: trimmed(rest, end - 3 - rest.length) };
  if (match[2]) return { kind: 'own', span: whole };
  return { kind: match[1] as 'disable', span: whole, codes: readCodes(rest, end - 3 - rest.length) };
}

/** Cuts off the reason and the white space around a text. */
function trimmed<W extends Whole>(text: string, offset: number): In<W, Field> {
  const words = withoutReason(text);
  const start = offset + words.length - words.trimStart().length;
  const value = words.trim();
  return { value, span: { start, end: start + value.length } };
}

/** Cuts off the author's reason: the words after `--`. */
function withoutReason(text: string): string {
  const reason = text.search(/(?:^|\s)--(?:\s|$)/);
  return reason < 0 ? text : text.slice(0, reason);
}

/** Reads the date, the initials and the hash of a review mark, in this order. */
function readReview(text: string): VerifiedComment['says'] {
  const words = text.trim().split(/\s+/);
  const [date = '', reviewer = '', hash = ''] = words;
  if (words.length !== 3) return { fault: 'words', written: text.trim() };
  if (!isDay(date)) return { fault: 'date', written: date };
  if (!/^[0-9a-f]{6}$/.test(hash)) return { fault: 'hash', written: hash };
  return { date, reviewer, hash };
}

/** Writes the comment that says who has compared a claim with its sources, and when. */
export function writeReview({ date, reviewer, hash }: Omit<ReviewMark, 'span'>): string {
  return `<!-- brief: verified ${date} ${reviewer} ${hash} -->`;
}

/** Reads the rule codes of a suppression. */
function readCodes<W extends Whole>(text: string, offset: number): In<W, Field>[] {
  return [...withoutReason(text).matchAll(/[^\s,]+/g)].map((match) => ({
    value: match[0],
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/**
 * Turns comments into suppressions. "Line" means the insight or entry that starts there.
 *
 * @param startsOn gives the stretch of the insights, entries and blocks that start on a line; undefined if none start there
 */
export function suppressionsOf(
  comments: readonly OurComment[],
  lines: LineIndex,
  startsOn: (line: number) => Span | undefined,
  textEnd: number,
): Suppression[] {
  const suppressions: Suppression[] = [];
  const ends = endsOf(comments, textEnd);
  comments.forEach((comment, i) => {
    if (!('codes' in comment) || comment.kind === 'enable') return;
    const { span, codes } = comment;
    if (comment.kind === 'disable') {
      suppressions.push({ span, codes, covers: { start: span.end, end: ends[i] ?? textEnd } });
      return;
    }
    const line =
      lines.lineAt(comment.kind === 'disable-line' ? span.start : span.end) + (comment.kind === 'disable-line' ? 0 : 1);
    const whole = { start: lines.startOf(line), end: lines.endOf(line) };
    const covered = line < lines.count ? startsOn(line) : undefined;
    const covers = line >= lines.count ? { start: textEnd, end: textEnd } : covered ? union(whole, covered) : whole;
    suppressions.push({ span, codes, covers });
  });
  return suppressions;
}

/**
 * Returns the offset up to which each comment that turns rules off does so: the next comment that turns on all rules,
 * or one of its own. Other comments have `textEnd`.
 */
function endsOf(comments: readonly OurComment[], textEnd: number): readonly number[] {
  const ends: number[] = new Array(comments.length).fill(textEnd);
  const nextOn = new Map<string, number>();
  let nextAllOn = textEnd;
  for (let i = comments.length - 1; i >= 0; i--) {
    const comment = comments[i];
    if (!comment || !('codes' in comment)) continue;
    const { kind, codes, span } = comment;
    if (kind === 'disable')
      ends[i] = codes.reduce((end, { value }) => Math.min(end, nextOn.get(value) ?? textEnd), nextAllOn);
    else if (kind === 'enable' && codes.length === 0) nextAllOn = span.start;
    else if (kind === 'enable') for (const { value } of codes) nextOn.set(value, span.start);
  }
  return ends;
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
