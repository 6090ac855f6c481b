import { numberRule } from '../rule';
import { notButSaid, saidOtherwise } from '../saidOtherwise';

/** "More than 2 million" where the source has fewer than 2 million. */
export const bound = numberRule({
  code: 'number/bound',
  severity: 'information',
  description: 'A bound that contradicts the source: "more than 5%" for "at most 5%".',
  ...saidOtherwise('bound', (_, otherwise) => notButSaid(otherwise)),
});
