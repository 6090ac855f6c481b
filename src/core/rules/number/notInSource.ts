import type { Finding, Fix } from '../../base/problem';
import { type Claim, disputedClaims } from '../../evidence/claims';
import type { NumberEvidence } from '../../evidence/verdicts';
import { markComputedFix } from '../fixes/markComputed';
import { moveCitationFix } from '../fixes/moveCitation';
import { takeNumberFix } from '../fixes/takeNumber';
import { missingNumbers } from '../missingNumbers';
import { passageShown } from '../passageShown';
import { briefRule, type RuleContext } from '../rule';

/** How many messages say what the source has instead; looking for that in all of a huge file would be felt. */
const MOST_COMPARED = 200;

/** A citation says that the source states this. A number that is not there is a slip, or somebody else's. */
export const notInSource = briefRule({
  code: 'number/not-in-source',
  severity: 'warning',
  description: 'A number of a cited insight or figure that is in no passage of the cited sources.',
  *check(context): Iterable<Finding> {
    let compared = 0;
    for (const { mayMark, at, evidence, claim } of disputedClaims(context.brief)) {
      let last: number | null = null;
      for (const { index, number, bare, withOther } of missingNumbers(evidence, mayMark)) {
        // The cells of a file all stand where its path does, and the first says enough.
        if (last === number.span.start) continue;
        last = number.span.start;
        const isCompared = number.verdict === 'notFound' && compared++ < MOST_COMPARED;
        const { message, place } = isCompared ? withOther() : bare();
        yield {
          span: { start: at + number.span.start, end: at + number.span.end },
          message,
          related: passageShown(context, place),
          fixes: () => {
            const here = claim();
            const placed = here?.evidence.numbers[index];
            return here && placed ? fixes(context, here, placed) : [];
          },
        };
      }
    }
  },
});

/** The likeliest first: the number is right and the citation is not, where another source has it; else the other way. */
function fixes(context: RuleContext, claim: Claim, number: NumberEvidence): Fix[] {
  const move = moveCitationFix(context, claim, number);
  const take = takeNumberFix(context, claim, number);
  const mark = markComputedFix(context.brief, claim, number);
  return [...(move ? [move] : []), ...(take ? [{ ...take, preferred: move === null }] : []), ...(mark ? [mark] : [])];
}
