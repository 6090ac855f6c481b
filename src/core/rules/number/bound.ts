import { quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import { briefRule } from '../rule';
import { numbersSaidOtherwise } from '../saidOtherwise';

/** "More than 2 million" where the source has fewer than 2 million. */
export const bound = briefRule({
  code: 'number/bound',
  severity: 'warning',
  description: 'A number that its sources bound from the other side: "more than 5%" for "at most 5%".',
  check: (context) =>
    numbersSaidOtherwise(context, 'bound', (_, { said, at, found }) =>
      say(
        '{0} says {1}, not {2}. Correct the claim, or cite a source that says so.',
        shown(at.source),
        quoted(found),
        quoted(said),
      ),
    ),
});
