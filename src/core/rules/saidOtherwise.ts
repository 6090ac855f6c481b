/** Problems of claims that a passage contradicts. */

import { plain, quoted, shown } from '../base/messages';
import type { Finding } from '../base/problem';
import { say } from '../base/say';
import type { InText, Unplaced } from '../base/text';
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
      yield {
        ...findingOf(context, number, otherwise, message(number.part, otherwise)),
        // Either the number or what it is about may be wrong, so no fix is preferred.
        fixes: () =>
          number.inClaim((claim, placed) => [
            takeNumberFix(context, claim, placed),
            takeSaidFix(context, claim, placed.otherwise),
          ]),
      };
    },
  };
}

/** Reports a part of a claim at the words that a passage contradicts. */
export function findingOf(
  context: RuleContext,
  part: ClaimPart<{ readonly otherwise: SaidOtherwise | null }, unknown>,
  { span, at }: InText<SaidOtherwise>,
  message: string,
): Finding {
  return {
    span: part.placed(span),
    message,
    related: passageShown(context, at),
    fixes: () => part.inClaim((claim, { otherwise }) => [takeSaidFix(context, claim, otherwise)]),
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
