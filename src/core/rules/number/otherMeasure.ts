import { briefRule } from '../rule';
import { numbersSaidOtherwise, twoReadings } from '../saidOtherwise';

/** "Revenue of $86bn" where the source has $86bn for the profit, and $174bn for the revenue. */
export const otherMeasure = briefRule({
  code: 'number/other-measure',
  severity: 'warning',
  description:
    'A number that its sources give for another measure, such as revenue for profit, and another for that of the claim.',
  check: (context) => numbersSaidOtherwise(context, 'measure', twoReadings),
});
