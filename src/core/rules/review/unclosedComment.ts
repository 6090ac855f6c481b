import { say } from '../../base/say';
import { unclosedComments } from '../../brief/comments/threads';
import { listRule } from '../rule';

/** Readers see such a comment in the page and in exports. */
export const unclosedComment = listRule({
  code: 'review/unclosed-comment',
  severity: 'hint',
  description: 'A comment that starts with `{>>` and does not end with `<<}` in its paragraph.',
  list: ({ brief }) => unclosedComments(brief),
  *check(span) {
    yield {
      span,
      message: say(
        'This comment does not end in its paragraph, so readers see it. End it with <<}, or write \\{>> if it is not a comment.',
      ),
    };
  },
});
