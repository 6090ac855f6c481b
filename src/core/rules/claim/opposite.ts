import { quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import { eachDenial, numberRule } from '../rule';
import { findingOf, notButSaid, saidOtherwise } from '../saidOtherwise';

/** The number may be right, and what is said is not: "rose by 12%" for "fell by 12%", "approved" for "not approved". */
export const opposite = numberRule({
  code: 'claim/opposite',
  severity: 'information',
  description: 'A claim that says the opposite of its sources: "rose" for "fell", "not approved" for "approved".',
  ...saidOtherwise('opposite', ({ quantity }, { said, at, found }) =>
    say(
      'Compare: about {2}, {0} says {1}, not {3}.',
      shown(at.source),
      quoted(found),
      quoted(quantity.surface),
      quoted(said),
    ),
  ),
  also: [
    eachDenial({
      *check(denial, context) {
        const { otherwise } = denial.part;
        yield findingOf(context, denial, otherwise, notButSaid(otherwise));
      },
    }),
  ],
});
