import { plain, quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { type Conflict, conflictsOf } from '../../evidence/conflicts';
import { writeNumberFix } from '../fixes/writeNumber';
import { briefRule } from '../rule';

/** "Revenue was $130 million in 2024" beside a table of the brief that has $120 million. */
export const numberConflict = briefRule({
  code: 'number/conflict',
  severity: 'warning',
  description: 'A number that a table, a figure or another insight of the brief gives differently.',
  *check({ brief }): Iterable<Finding> {
    for (const { span, amount, other } of conflictsOf(brief)) {
      yield {
        span,
        message: message(other),
        related: [{ message: say('{0} is here.', quoted(other.surface)), span: other.span }],
        fixes: () => {
          const fix = writeNumberFix(brief, { span, low: amount.low }, other.value);
          return fix ? [fix] : [];
        },
      };
    }
  },
});

function message({ surface, head }: Conflict['other']): string {
  return head === null
    ? say('This brief also says {0} of this. Correct the wrong one.', plain(surface))
    : say('This brief gives {0} for {1}. Correct the wrong one.', plain(surface), quoted(head));
}
