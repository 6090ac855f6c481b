/** The comments of people, beside what they are about. */

import { firstFrom, type Span, startingIn } from '../../base/text';
import { type Thread, type ThreadComment, threadsOf } from '../../brief/comments/threads';
import { formatDate } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import type { Page } from '../page';
import { dataEntry } from './dataEntry';

/** Yields the threads that start in a stretch, each with its markup; none if the page shows no comments. */
export function* threadsIn(stretch: Span, page: Page): Iterable<{ readonly span: Span; readonly write: () => Html }> {
  if (!page.comments) return;
  for (const thread of startingIn(threadsOf(page.brief), stretch))
    yield { span: thread.span, write: () => renderThread(thread, page) };
}

/** Counts the threads that aren't resolved. */
export function countOpen({ brief, comments }: Page): number {
  return comments ? threadsOf(brief).filter(({ resolved }) => !resolved).length : 0;
}

/** True if the page shows comments and the brief has any. */
export function showsThreads({ brief, comments }: Page): boolean {
  return comments && firstFrom(threadsOf(brief), Number.POSITIVE_INFINITY) > 0;
}

/** Renders a thread as plain text, in elements that may be inside a line, as a comment may. */
function renderThread({ comments, resolved }: Thread, page: Page): Html {
  const { words } = page;
  // In the margin, the style puts the same letter at the mark and at the thread.
  const mark = element('span', { class: 'thread-mark', 'aria-hidden': 'true' });
  const thread = element(
    'span',
    {
      class: resolved ? 'thread thread-resolved' : 'thread',
      role: 'note',
      'aria-label': words.comments.name,
      ...entryOf(comments, page),
    },
    join(comments.map((comment) => renderComment(comment, page))),
    resolved ? element('span', { class: 'thread-state' }, text(words.comments.resolved)) : nothing,
  );
  return join([mark, thread]);
}

/** Returns the attribute with the comments, as {@link CommentWords}, for programs that read the page. */
function entryOf(comments: readonly ThreadComment[], page: Page) {
  return dataEntry(page, () => ({
    comments: comments.map(({ text: said, author, date, resolved }) => ({ text: said, author, date, resolved })),
  }));
}

function renderComment({ author, date, text: said }: ThreadComment, { words, brief }: Page): Html {
  const day = date === null ? null : (formatDate(date, brief.language) ?? date);
  const lines = said.split('\n').map((line) => text(line));
  return element(
    'span',
    { class: 'comment' },
    element(
      'span',
      { class: 'comment-by' },
      element('bdi', { class: 'comment-author' }, text(author ?? words.comments.unsigned)),
      day === null ? nothing : join([text(' '), element('time', { datetime: date }, text(day))]),
    ),
    text(' '),
    element('bdi', { class: 'comment-text' }, join(lines, element('br', {}))),
    text(' '),
  );
}
