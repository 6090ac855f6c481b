import { briefRule } from '../rule';
import { notButSaid, numbersSaidOtherwise } from '../saidOtherwise';

/** "More than 2 million" where the source has fewer than 2 million. */
export const bound = briefRule({
  code: 'number/bound',
  severity: 'information',
  description: 'A bound that contradicts the source: "more than 5%" for "at most 5%".',
  check: (context) => numbersSaidOtherwise(context, 'bound', (_, otherwise) => notButSaid(otherwise)),
});
