/** Edits the comments of a brief. Each edit is as small as possible, and its result is read again. */

import { say } from '../../base/say';
import { applyEdits, contains, type Span, type TextEdit, touches } from '../../base/text';
import { type LayoutBlock, layoutOf } from '../../brief/blocks/layout';
import { type Thread, type ThreadComment, threadsOf } from '../../brief/comments/threads';
import { type CommentWords, plainComment, writeThreadComment } from '../../brief/comments/words';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight } from '../../brief/types';
import { removeLines } from '../../rules/fixes/remove';
import { keepingMeaning } from '../sources/sameModel';

/** An action on the comments of a brief. */
export type ThreadAction =
  /** Asks about the insight or cell at a place. If its thread is open, this answers in it. */
  | { readonly kind: 'add'; readonly at: Span; readonly text: string; readonly author: string; readonly date: string }
  /** Answers in the thread that has a comment at a place; a resolved one is open again. */
  | { readonly kind: 'reply'; readonly at: Span; readonly text: string; readonly author: string; readonly date: string }
  /** Gives the comment at a place another text. */
  | { readonly kind: 'edit'; readonly at: Span; readonly text: string }
  | { readonly kind: 'delete'; readonly at: Span }
  /** Deletes all comments of the thread at a place. */
  | { readonly kind: 'delete-thread'; readonly at: Span }
  | { readonly kind: 'resolve'; readonly at: Span; readonly resolved: boolean };

/** The edits, or sentences for people that say why there can't be any and what to do. */
export type ThreadEdits = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/** A comment that is rewritten or added. */
interface Change {
  readonly span: Span;
  readonly lead: string;
  readonly words: CommentWords;
}

/** Applies an action to the comments of a brief. */
export function editThread(brief: Brief, action: ThreadAction): ThreadEdits {
  if ('text' in action && plainComment(action.text) === '') return { refused: say('Write something first.') };
  const changes = changesOf(brief, action);
  if ('refused' in changes) return changes;
  for (const guarded of [false, true]) {
    const edits = [
      ...changes.changed.map(({ span, lead, words }) => ({ span, newText: lead + writeThreadComment(words, guarded) })),
      ...changes.removed.map((span) => removal(brief, span)),
    ].sort((a, b) => a.span.start - b.span.start);
    if (isKept(brief, edits, changes)) return { edits };
  }
  return {
    refused: say('These words cannot be used here: they would change what the text means. Write them differently.'),
  };
}

interface Changes {
  readonly changed: readonly Change[];
  readonly removed: readonly Span[];
}

function changesOf(brief: Brief, action: ThreadAction): Changes | { readonly refused: string } {
  const threads = threadsOf(brief);
  if (action.kind === 'add') {
    const place = placeFor(brief, action.at);
    if (place === null) return { refused: say('A comment goes after a list item, paragraph or cell. Choose one.') };
    const open = threads.findLast(({ span, resolved }) => !resolved && isAtEnd(brief, span.end, place));
    return added(open?.span.end ?? place, open?.comments.at(-1), action);
  }
  const thread = threads.find(({ comments }) => comments.some(({ span }) => meets(span, action.at)));
  const comment = thread?.comments.find(({ span }) => meets(span, action.at));
  if (!thread || !comment) return { refused: say('This comment is not there any more.') };
  switch (action.kind) {
    case 'reply':
      return added(thread.span.end, thread.comments.at(-1), action);
    case 'edit':
      return { changed: [rewritten(comment, { text: action.text })], removed: [] };
    case 'delete':
      return deleted(thread, comment);
    case 'delete-thread':
      return { changed: [], removed: thread.comments.map(({ span }) => span) };
    case 'resolve': {
      const last = thread.comments.at(-1) ?? comment;
      if (last.resolved === action.resolved) return { changed: [], removed: [] };
      // An open thread right after this one would be merged with it.
      const next = threads[threads.indexOf(thread) + 1];
      const isFollowed = next && brief.content.slice(thread.span.end, next.span.start).trim() === '';
      if (!action.resolved && isFollowed)
        return { refused: say('Another thread follows this one. Answer there instead.') };
      return { changed: [rewritten(last, { resolved: action.resolved })], removed: [] };
    }
  }
}

/** Adds a comment after the existing ones. @param last comment of the thread that it answers in */
function added(
  at: number,
  last: ThreadComment | undefined,
  { text, author, date }: { readonly text: string; readonly author: string; readonly date: string },
): Changes {
  const comment = { span: { start: at, end: at }, lead: ' ', words: { text, author, date, resolved: false } };
  return { changed: [...(last?.resolved ? [rewritten(last, { resolved: false })] : []), comment], removed: [] };
}

/** Deletes a comment. The mark of a resolved thread goes to the comment before, since it's in the last one. */
function deleted({ comments }: Thread, comment: ThreadComment): Changes {
  const before = comments[comments.indexOf(comment) - 1];
  const changed = comment.resolved && before ? [rewritten(before, { resolved: true })] : [];
  return { changed, removed: [comment.span] };
}

function rewritten({ span, ...words }: ThreadComment, change: Partial<CommentWords>): Change {
  const { text, author, date, resolved } = { ...words, ...change };
  return { span, lead: '', words: { text, author, date, resolved } };
}

/** Removes a comment with the white space before it, or with its whole line if it's alone there. */
function removal(brief: Brief, { start, end }: Span): TextEdit {
  const { content, lines } = brief;
  const before = content.slice(lines.startOf(lines.lineAt(start)), start);
  if (/^[\s>]*$/.test(before)) return removeLines(brief, { start, end });
  let space = 0;
  while (/[ \t]/.test(before.at(-1 - space) ?? '')) space++;
  const joins = space > 0 && /^[\p{L}\p{N}]/u.test(content.slice(end, end + 2));
  return { span: { start: start - space + (joins ? 1 : 0), end }, newText: '' };
}

function meets(a: Span, b: Span): boolean {
  return a.start === b.start || contains(a, b);
}

// ── Where a comment may stand ───────────────────────────────────────────────────────────────────────────────

/** Offset for a new comment: after the insight or the cell at a place and all its comments; null if there is neither. */
function placeFor(brief: Brief, at: Span): number | null {
  const insight = insightIn(brief, at);
  if (insight) return behindComments(insight);
  const cell = cellIn(brief, at);
  if (cell && cell.span.end > cell.span.start) return cell.span.end;
  const beside = insightBeside(brief, at);
  return beside ? behindComments(beside) : null;
}

function behindComments({ span, comments }: Insight): number {
  return Math.max(span.end, ...comments.map(({ end }) => end));
}

/** True if only comments and white space are between the end of a thread and the end of its insight or cell. */
function isAtEnd({ content }: Brief, end: number, place: number): boolean {
  return end <= place && /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)*$/.test(content.slice(Math.max(end, place - 1000), place));
}

/** The insight at a place, or the last one that a selection holds; else the first one on its line. */
function insightIn(brief: Brief, { start, end }: Span): Insight | undefined {
  const here = brief.insights.filter((one) =>
    start < end
      ? one.span.start < end && start < behindComments(one)
      : touches({ start: one.span.start, end: behindComments(one) }, start),
  );
  return here.at(-1) ?? insightsOn(brief, brief.lines.lineAt(start))[0];
}

/** The insight beside a place without one, where VS Code opens a box, too: on the last of its lines, above it, or else below it. */
function insightBeside(brief: Brief, { start, end }: Span): Insight | undefined {
  const [first, last] = [brief.lines.lineAt(start), brief.lines.lineAt(end)];
  return insightsOn(brief, last).at(-1) ?? insightsOn(brief, first - 1).at(-1) ?? insightsOn(brief, last + 1)[0];
}

function insightsOn({ insights, lines }: Brief, line: number): Insight[] {
  if (line < 0 || line >= lines.count) return [];
  const [from, to] = [lines.startOf(line), lines.endOf(line)];
  return insights.filter((one) => one.span.start <= to && from <= behindComments(one) && one.span.end > from);
}

/** The cell at a place, or the last one with words on its line. */
function cellIn(brief: Brief, { start }: Span): LayoutBlock | undefined {
  const rowsIn = (block: LayoutBlock): LayoutBlock[] =>
    block.kind === 'row' ? [block] : block.children.flatMap(rowsIn);
  const line = brief.lines.lineAt(start);
  const row = layoutOf(brief)
    .filter(({ span }) => touches(span, start) || brief.lines.lineAt(span.start) <= line)
    .flatMap(rowsIn)
    .find(({ span }) => brief.lines.lineAt(span.start) === line);
  return row?.children.find(({ span }) => touches(span, start)) ?? row?.children.at(-1);
}

/** Spans where comments may be started: insights and tables, in document order. */
export function commentableSpans({ insights, blocks }: Brief): readonly Span[] {
  const tables = blocks.filter(({ kind }) => kind === 'table');
  return [...insights, ...tables].map(({ span }) => span).sort((a, b) => a.start - b.start);
}

// ── What must stay ──────────────────────────────────────────────────────────────────────────────────────────

/** True if the edited text has the expected comments, and means the same as before. */
function isKept(brief: Brief, edits: readonly TextEdit[], { changed, removed }: Changes): boolean {
  if (edits.length === 0) return true;
  if (!keepingMeaning(brief, edits, (id) => id)) return false;
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  const said = (comments: readonly CommentWords[]) => comments.map(fingerprint).sort().join('\n');
  const gone = new Set([...removed, ...changed.map(({ span }) => span)].map(({ start }) => start));
  const kept = commentsOf(brief).filter(({ span }) => !gone.has(span.start));
  const isSame = said([...kept, ...changed.map(({ words }) => words)]) === said(commentsOf(after));
  return (
    isSame &&
    brief.insights.every(({ text }, i) => withoutBlanks(text) === withoutBlanks(after.insights[i]?.text ?? ''))
  );
}

function commentsOf(brief: Brief): ThreadComment[] {
  return threadsOf(brief).flatMap(({ comments }) => comments);
}

function fingerprint({ text, author, date, resolved }: CommentWords): string {
  return JSON.stringify([plainComment(text), author, date, resolved]);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
