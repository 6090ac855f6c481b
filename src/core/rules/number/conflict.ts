import { plain, quoted } from '../../base/messages';
import type { Related } from '../../base/problem';
import { say } from '../../base/say';
import { type Conflict, conflictsElsewhere, conflictsOf } from '../../evidence/conflicts';
import { writeNumberFix } from '../fixes/writeNumber';
import { listRule } from '../rule';

/** Most other briefs that are named. */
const MOST_NAMED = 5;

/**
 * Reports "Revenue was $130 million in 2024" beside a table of the brief that has $120 million, or another brief that says
 * so.
 */
export const numberConflict = listRule({
  code: 'number/conflict',
  severity: 'warning',
  description: 'A number that differs from a table, a figure, another insight or another brief.',
  list: ({ brief }) => conflictsOf(brief),
  *check({ span, amount, other }, { brief }) {
    yield {
      span,
      message: message(other),
      related: [{ message: say('{0} is here.', quoted(other.surface)), span: other.span }],
      fixes: () => {
        const fix = writeNumberFix(brief, { span, low: amount.low }, other.value);
        return fix ? [fix] : [];
      },
    };
  },
  also: [
    function* ({ brief, elsewhere }) {
      for (const { span, others, first } of elsewhere ? conflictsElsewhere(brief, elsewhere) : [])
        yield {
          span,
          message: say('Another brief gives {0} here. Correct the wrong one.', plain(first.value)),
          related: others.slice(0, MOST_NAMED).map(
            ({ uri, range, value }): Related => ({
              message: say('{0} is here.', quoted(value)),
              span,
              elsewhere: { uri, range },
            }),
          ),
        };
    },
  ],
});

function message({ surface, head }: Conflict['other']): string {
  return head === null
    ? say('This brief also gives {0} for this. Correct the wrong one.', plain(surface))
    : say('This brief gives {0} for {1}. Correct the wrong one.', plain(surface), quoted(head));
}
