import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { formulasOf } from '../../brief/queries/formulas';
import { briefRule } from '../rule';

/** A formula in whose place readers see its source. */
export const formula = briefRule({
  code: 'text/formula',
  severity: 'warning',
  description: 'A formula that the page cannot show, such as one with an unknown command or without a closing brace.',
  *check({ brief, formulaFault }): Iterable<Finding> {
    if (!formulaFault) return;
    for (const { value, span } of formulasOf(brief)) {
      const fault = formulaFault(value);
      if (fault !== null) yield { span, message: say('The formula cannot be shown. {0}', fault) };
    }
  },
});
