import { quoted, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { briefRule } from '../rule';
import { notButSaid, numbersSaidOtherwise, wordsSaidOtherwise } from '../saidOtherwise';

/** The number may be right, and what is said is not: "rose by 12%" for "fell by 12%", "approved" for "not approved". */
export const opposite = briefRule({
  code: 'claim/opposite',
  severity: 'information',
  description: 'A claim that says the opposite of its sources: "rose" for "fell", "not approved" for "approved".',
  *check(context): Iterable<Finding> {
    yield* numbersSaidOtherwise(context, 'opposite', ({ quantity }, { said, at, found }) =>
      say(
        'Compare: about {2}, {0} says {1}, not {3}.',
        shown(at.source),
        quoted(found),
        quoted(quantity.surface),
        quoted(said),
      ),
    );
    yield* wordsSaidOtherwise(context, notButSaid);
  },
});
