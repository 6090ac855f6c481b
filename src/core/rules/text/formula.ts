import { say } from '../../base/say';
import { formulasOf } from '../../brief/queries/formulas';
import { listRule } from '../rule';

/** A formula in whose place readers see its source, or whose end no paper shows. */
export const formula = listRule({
  code: 'text/formula',
  severity: 'warning',
  description:
    'A formula that is wider than a page, or that the page cannot show because of an unknown command, for example.',
  list: ({ brief, formulaFault }) => (formulaFault ? formulasOf(brief) : []),
  *check({ value, span }, { formulaFault }) {
    const fault = formulaFault?.(value);
    if (fault === 'wide') yield { span, severity: 'information', message: wide() };
    else if (fault) yield { span, message: say('The formula cannot be shown. {0}', fault.error) };
  },
});

function wide(): string {
  return say(
    'The formula is wider than a page: on paper its end is cut off. Break it into lines, such as with "aligned".',
  );
}
