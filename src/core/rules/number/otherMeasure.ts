import { eachNumber, numberRule } from '../rule';
import { notButSaid, saidOtherwise, twoReadings } from '../saidOtherwise';

/** "Revenue of $86bn" for the profit, where the source has $174bn for the revenue; "grew by 28%" for "made up 28%". */
export const otherMeasure = numberRule({
  code: 'number/other-measure',
  severity: 'information',
  description:
    'A number that the source gives for another measure: revenue for profit, "grew by 28%" for "made up 28%".',
  ...saidOtherwise('measure', twoReadings),
  also: [eachNumber(saidOtherwise('role', (_, otherwise) => notButSaid(otherwise)))],
});
