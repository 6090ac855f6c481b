/** Problems of claims that a passage contradicts. */

import { plain, quoted, shown } from '../base/messages';
import type { Finding, Fix } from '../base/problem';
import { say } from '../base/say';
import type { InText, Unplaced } from '../base/text';
import type { Claim } from '../evidence/claims';
import type { NumberEvidence, SaidOtherwise } from '../evidence/verdicts';
import type { ClaimPart } from './claimParts';
import { takeNumberFix } from './fixes/takeNumber';
import { takeSaidFix } from './fixes/takeWording';
import { passageShown } from './passageShown';
import type { RuleContext } from './rule';

/** Returns what a rule on numbers visits if it is about a kind of contradiction, and what it makes of them. */
export function saidOtherwise(
  kind: SaidOtherwise['kind'],
  message: (number: InText<NumberEvidence>, otherwise: InText<SaidOtherwise>) => string,
) {
  return {
    where: ({ otherwise }: InText<NumberEvidence>) => otherwise?.kind === kind,
    *check(number: ClaimPart<NumberEvidence>, context: RuleContext): Iterable<Finding> {
      const { otherwise } = number.part;
      if (!otherwise) return;
      // Either the number or what it is about may be wrong, so no fix is preferred.
      yield findingOf(context, number, otherwise, message(number.part, otherwise), takeNumberFix);
    },
  };
}

/**
 * Reports a part of a claim at the words that a passage contradicts.
 *
 * @param otherFix makes a fix besides the one that takes the words of the passage
 */
export function findingOf<T extends { readonly otherwise: SaidOtherwise | null }>(
  context: RuleContext,
  part: ClaimPart<T, unknown>,
  { span, at }: InText<SaidOtherwise>,
  message: string,
  otherFix: (context: RuleContext, claim: Claim, part: T) => Fix | null = () => null,
): Finding {
  return {
    span: part.placed(span),
    message,
    related: passageShown(context, at),
    fixes: () =>
      part.inClaim((claim, placed) => [
        otherFix(context, claim, placed),
        takeSaidFix(context, claim, placed.otherwise),
      ]),
  };
}

/** Returns a message such as `Compare: [1] says "at most 5%", not "more than 5%".` */
export function notButSaid({ said, at, found }: Unplaced<SaidOtherwise>): string {
  return say('Compare: {0} says {1}, not {2}.', shown(at.source), quoted(found), quoted(said));
}

/** Returns a message such as `Compare: [1] has 3.1 kg for "tent", and 2.4 kg for "stove".` */
export function twoReadings(
  { quantity, instead }: Unplaced<NumberEvidence>,
  { said, at, found }: Unplaced<SaidOtherwise>,
): string {
  return say(
    'Compare: {0} has {1} for {2}, and {3} for {4}.',
    shown(at.source),
    plain(instead()?.quantity.surface ?? ''),
    quoted(said),
    plain(quantity.surface),
    quoted(found),
  );
}
