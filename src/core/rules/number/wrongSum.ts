import { plain, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { disputedClaims } from '../../evidence/claims';
import { formulaOf } from '../../evidence/sums';
import { numberWith, writeNumberFix } from '../fixes/writeNumber';
import { passageShown } from '../passageShown';
import { briefRule } from '../rule';

/** "13.1 points better" where the passage has 18.2% for one and 1.3% for the other. */
export const numberWrongSum = briefRule({
  code: 'number/wrong-sum',
  severity: 'warning',
  description: 'A sum, a difference or a change that the numbers of the cited passage do not come to.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    for (const { at, evidence } of disputedClaims(brief)) {
      for (const number of evidence.numbers) {
        const { calculation, quantity } = number;
        const place = calculation?.operands[0]?.at;
        if (!calculation || calculation.isRight || !place) continue;
        const span = { start: at + number.span.start, end: at + number.span.end };
        if (quantity.kind === 'date') continue;
        const written = { span, low: quantity.low };
        yield {
          span,
          message: say(
            '{0} is not found in {1}, where {2} makes {3}. Correct it, or cite the source that has it.',
            plain(quantity.surface),
            shown(place.source),
            plain(formulaOf(calculation)),
            numberWith(brief, written, calculation.result) ?? String(calculation.result),
          ),
          related: passageShown(context, place),
          fixes: () => {
            const fix = writeNumberFix(brief, written, calculation.result);
            return fix ? [fix] : [];
          },
        };
      }
    }
  },
});
