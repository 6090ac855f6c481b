import type { Finding, Fix } from '../../base/problem';
import type { Claim } from '../../evidence/claims';
import type { NumberEvidence } from '../../evidence/verdicts';
import { markComputedFix } from '../fixes/markComputed';
import { moveCitationFix } from '../fixes/moveCitation';
import { takeNumberFix } from '../fixes/takeNumber';
import { saidOf, withMissingNumbers } from '../missingNumbers';
import { relatedOf } from '../passageShown';
import { briefRule, type RuleContext } from '../rule';

/** Most messages with the number that the source has instead. To look for it in all of a huge file would be noticeably slow. */
const MOST_COMPARED = 200;

/** Reports numbers that the cited source doesn't state: a slip, or from another source. */
export const notInSource = briefRule({
  code: 'number/not-in-source',
  severity: 'warning',
  description: 'A number of a cited insight or figure that the passages of the cited sources do not have.',
  *check(context): Iterable<Finding> {
    let compared = 0;
    for (const { parts, at, claim } of withMissingNumbers(context.brief))
      for (const missing of parts) {
        const { message, passage } = saidOf(missing, missing.isNowhere && compared++ < MOST_COMPARED);
        yield {
          span: { start: at + missing.start, end: at + missing.end },
          message,
          ...(missing.number.doubt !== null && { severity: 'information' as const }),
          related: relatedOf(context, passage),
          fixes: () => {
            const here = claim();
            const placed = here?.evidence.numbers[missing.index];
            return here && placed ? fixes(context, here, placed) : [];
          },
        };
      }
  },
});

/**
 * Returns fixes, the likeliest first. If another source has the number, the citation is probably wrong, otherwise the number
 * is.
 */
function fixes(context: RuleContext, claim: Claim, number: NumberEvidence): Fix[] {
  const move = moveCitationFix(context, claim, number);
  const take = takeNumberFix(context, claim, number);
  const mark = markComputedFix(context.brief, claim, number);
  return [...(move ? [move] : []), ...(take ? [{ ...take, preferred: move === null }] : []), ...(mark ? [mark] : [])];
}
