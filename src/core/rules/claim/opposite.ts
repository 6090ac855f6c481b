import { quoted, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { disputedClaims } from '../../evidence/claims';
import { passageShown } from '../passageShown';
import { briefRule } from '../rule';

/** The number is right, and what is said of it is not: "rose by 12%" where the source has "fell by 12%". */
export const opposite = briefRule({
  code: 'claim/opposite',
  severity: 'warning',
  description: 'A claim that says of a number the opposite of what its sources say, such as "rose" for "fell".',
  *check(context): Iterable<Finding> {
    for (const { at: start, evidence } of disputedClaims(context.brief)) {
      for (const { opposite: against, quantity } of evidence.numbers) {
        if (!against) continue;
        const { span, said, at, found } = against;
        yield {
          span: { start: start + span.start, end: start + span.end },
          message: say(
            '{0} says {1} of {2}, not {3}. Correct the claim, or cite a source that says so.',
            shown(at.source),
            quoted(found),
            quoted(quantity.surface),
            quoted(said),
          ),
          related: passageShown(context, at),
        };
      }
    }
  },
});
