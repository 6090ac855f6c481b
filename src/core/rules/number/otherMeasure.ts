import { briefRule } from '../rule';
import { notButSaid, numbersSaidOtherwise, twoReadings } from '../saidOtherwise';

/** "Revenue of $86bn" for the profit, where the source has $174bn for the revenue; "grew by 28%" for "made up 28%". */
export const otherMeasure = briefRule({
  code: 'number/other-measure',
  severity: 'information',
  description:
    'A number that the source gives for another measure: revenue for profit, "grew by 28%" for "made up 28%".',
  *check(context) {
    yield* numbersSaidOtherwise(context, 'measure', twoReadings);
    yield* numbersSaidOtherwise(context, 'role', (_, otherwise) => notButSaid(otherwise));
  },
});
