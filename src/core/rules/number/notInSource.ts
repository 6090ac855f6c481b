import type { Finding, Fix } from '../../base/problem';
import type { Claim } from '../../evidence/claims';
import type { NumberEvidence } from '../../evidence/verdicts';
import { markComputedFix } from '../fixes/markComputed';
import { moveCitationFix } from '../fixes/moveCitation';
import { takeNumberFix } from '../fixes/takeNumber';
import { missingNumbers, saidOf } from '../missingNumbers';
import { relatedOf } from '../passageShown';
import { listRule, type RuleContext } from '../rule';

/** Most messages with the number that the source has instead. To look for it in all of a huge file would be noticeably slow. */
const MOST_COMPARED = 200;

/** Reports numbers that the cited source doesn't state: a slip, or from another source. */
export const notInSource = listRule({
  code: 'number/not-in-source',
  severity: 'warning',
  description: 'A number of a cited insight or figure that the passages of the cited sources do not have.',
  list: ({ brief }) => missingNumbers(brief),
  *checkAll(numbers, context): Iterable<Finding> {
    let compared = 0;
    let last: number | null = null;
    for (const one of numbers) {
      const { part, span } = one;
      const { isNowhere, severity } = part;
      // The cells of a file have one place.
      if (span.start === last) continue;
      last = span.start;
      const compares = isNowhere && compared++ < MOST_COMPARED;
      const { message, passage } = saidOf(part, compares);
      yield {
        span,
        message,
        severity,
        related: relatedOf(context, passage),
        fixes: () => one.inClaim((claim, number) => fixes(context, claim, number)),
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
