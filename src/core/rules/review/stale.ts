import { dayInWords, plain } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { writeReview } from '../../brief/comments';
import { idleMarks } from '../../brief/comments/idleMarks';
import type { Brief, IdleMark, ReviewMark } from '../../brief/types';
import { type ReviewState, reviewHash, reviewState, reviewsOf } from '../../evidence/reviews';
import { removeLines } from '../fixes/remove';
import { insightRule, type RuleContext } from '../rule';

/** Reports verified claims whose words or passages have changed: readers trust that a person has checked these very ones. */
export const stale = insightRule({
  code: 'review/stale',
  severity: 'warning',
  description: 'A verified insight whose claim or cited passages have changed since, or an invalid review mark.',
  which: (brief) => reviewsOf(brief).stale,
  *check({ index, placed }, context): Iterable<Finding> {
    const { brief } = context;
    const review = placed()?.review;
    if (!review) return;
    yield {
      span: review.span,
      message: messageOf(review, reviewState(brief, index)),
      fixes: () => [...verifyAgain(context, index, review), removeMark(brief, review.span)],
    };
  },
  also: [
    function* ({ brief }) {
      for (const { span, ...idle } of idleMarks(brief))
        yield {
          span,
          message: say('This review mark is invalid: {0}. Verify the claim again, or remove the mark.', faultOf(idle)),
          fixes: () => [removeMark(brief, span)],
        };
    },
  ],
});

function messageOf({ date, reviewer }: ReviewMark, state: ReviewState | null): string {
  const [who, when] = [plain(reviewer), dayInWords(date)];
  return state === 'claim'
    ? say(
        'The claim has changed since {0} verified it on {1}. Compare it with its sources and verify it again, or remove the mark.',
        who,
        when,
      )
    : say(
        'The sources of this claim have changed since {0} verified it on {1}. Compare it with them and verify it again, or remove the mark.',
        who,
        when,
      );
}

/** Returns the fix that verifies the claim again in the same reviewer's name, as its title says. */
function verifyAgain({ brief, today }: RuleContext, index: number, { span, reviewer }: ReviewMark): Fix[] {
  const hash = reviewHash(brief, index);
  if (!today || hash === null) return [];
  const date = today();
  const edits = [{ span, newText: writeReview({ date, reviewer, hash }) }];
  return [{ title: say('Verify again, as {0} on {1}', plain(reviewer), dayInWords(date)), edits }];
}

function removeMark(brief: Brief, span: Span): Fix {
  return { title: say('Remove the review mark'), edits: [removeLines(brief, span)] };
}

/** Returns the fault as a part of a sentence. */
function faultOf({ fault, written }: Omit<IdleMark, 'span'>): string {
  switch (fault) {
    case 'place':
      return say('it is not at the end of a claim, or another mark follows it');
    case 'words':
      return say('it needs a date, the initials of the reviewer, and a hash');
    case 'date':
      return say('{0} is not a date such as 2025-08-07', plain(written));
    case 'hash':
      return say('{0} is not a hash of six digits from 0 to 9 and a to f', plain(written));
  }
}
