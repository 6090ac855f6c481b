/** The threads of a brief: comments of people that stand behind its insights (docs/format.md, "Comments"). */

import { derive } from '../../base/derive';
import { firstWhere } from '../../base/ordered';
import { type Local, type Span, withBlanks } from '../../base/text';
import { movedSpan } from '../../document/moved';
import type { ThreadDraft } from '../blocks/drafts';
import { meaningsWith } from '../queries/finders';
import type { Brief } from '../types';
import { type CommentWords, readThreadComment } from './words';

export type { CommentWords } from './words';

/** One comment, with its place in the document. */
export interface ThreadComment extends CommentWords {
  /** The comment from `{>>` to `<<}`. */
  readonly span: Span;
}

/** Comments that follow each other: the first one asks, the others answer. */
export interface Thread {
  readonly comments: readonly ThreadComment[];
  /** The thread from its first comment to the end of the last. */
  readonly span: Span;
  /** True if its last comment says `resolved`. */
  readonly resolved: boolean;
  /** Index in `insights` of the insight that it is about; null if it stands in a cell, a heading or a quotation. */
  readonly insight: number | null;
}

const withThreads = meaningsWith(({ dependencies }) => dependencies.reading.threads.length > 0);

/** The threads of a brief in document order: only blocks with comments are looked at. */
export const threadsOf = derive((brief: Brief): readonly Thread[] =>
  [...withThreads(brief)].flatMap(({ meaning, at }) => threadsIn(brief, meaning.dependencies.reading.threads, at)),
);

function threadsIn(brief: Brief, drafts: readonly Local<ThreadDraft>[], at: number): Thread[] {
  const threads: { comments: ThreadComment[]; insight: number | null }[] = [];
  for (const { span: own, behind } of drafts) {
    const span = movedSpan(own, at);
    const comment = { ...readThreadComment(brief.content.slice(span.start, span.end)), span };
    const last = threads.at(-1);
    const before = last?.comments.at(-1);
    const isReply = before && !before.resolved && brief.content.slice(before.span.end, span.start).trim() === '';
    if (last && isReply) last.comments.push(comment);
    else threads.push({ comments: [comment], insight: behind === null ? null : insightBefore(brief, span.start) });
  }
  return threads.map(({ comments, insight }) => {
    const [first] = comments;
    const last = comments.at(-1);
    const span = { start: first?.span.start ?? at, end: last?.span.end ?? at };
    return { comments, span, resolved: last?.resolved === true, insight };
  });
}

const withUnclosed = meaningsWith(({ unclosed }) => unclosed.length > 0);

/** Gives the `{>>` of comments that don't end in their paragraph, cell or heading, in document order. */
export function unclosedComments(brief: Brief): readonly Span[] {
  return withUnclosed(brief).flatMap(({ meaning, at }) => meaning.unclosed.map((span) => movedSpan(span, at)));
}

/** Returns the index of the last insight that starts at an offset or before it. */
function insightBefore({ insights }: Brief, offset: number): number | null {
  const after = firstWhere(insights.length, (index) => (insights[index]?.span.start ?? 0) > offset);
  return after === 0 ? null : after - 1;
}

/** Returns a stretch of a brief as a reader sees it, with blanks instead of comments of threads. */
export function shownText(brief: Brief, { start, end }: Span): string {
  const comments = threadsOf(brief)
    .flatMap((thread) => thread.comments)
    .filter(({ span }) => span.start < end && start < span.end);
  const blanked = comments.map(({ span }) => ({
    start: Math.max(0, span.start - start),
    end: Math.min(end, span.end) - start,
  }));
  return withBlanks(brief.content.slice(start, end), blanked);
}
