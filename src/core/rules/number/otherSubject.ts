import { numberRule } from '../rule';
import { saidOtherwise, twoReadings } from '../saidOtherwise';

/** "The tent weighs 2.4 kg" where the source has 2.4 kg for the stove, and 3.1 kg for the tent. */
export const otherSubject = numberRule({
  code: 'number/other-subject',
  severity: 'information',
  description: "A number that the source gives for something else. For the claim's subject, it has another number.",
  ...saidOtherwise('subject', twoReadings),
});
