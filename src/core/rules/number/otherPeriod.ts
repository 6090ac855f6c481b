import { numberRule } from '../rule';
import { saidOtherwise, twoReadings } from '../saidOtherwise';

/** "83.5 million in 2023" where the source has 83.5 million for 2019, and 85.1 million for 2023. */
export const otherPeriod = numberRule({
  code: 'number/other-period',
  severity: 'information',
  description: "A number that the source gives for another period. For the claim's period, it has another number.",
  ...saidOtherwise('period', twoReadings),
});
