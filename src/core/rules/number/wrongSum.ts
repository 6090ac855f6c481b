import { digits, plain, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { formulaOf, LONGEST_CALCULATION, misplacedCalculations } from '../../evidence/sums';
import type { Calculation, CalculationFault } from '../../evidence/verdicts';
import { numberWith, writeNumberFix } from '../fixes/writeNumber';
import { passageShown } from '../passageShown';
import { eachFault, numberRule } from '../rule';

/** "13.1 points better" where the passage has 18.2% for one and 1.3% for the other; `computed (250 − 200) ÷ 200` beside 45%. */
export const numberWrongSum = numberRule({
  code: 'number/wrong-sum',
  severity: 'warning',
  description: 'A sum, difference or change that does not match its numbers, or a calculation that cannot be checked.',
  where: ({ calculation }) => calculation?.isRight === false,
  *check({ part: { calculation, quantity }, span }, context): Iterable<Finding> {
    if (!calculation || quantity.kind === 'date') return;
    const { brief } = context;
    const written = { span, low: quantity.low };
    const { result, operands } = calculation;
    yield {
      span,
      message: messageOf(calculation, quantity.surface, numberWith(brief, written, result) ?? String(result)),
      // What the author wrote himself is certain; what words name may be meant otherwise.
      ...(!('formula' in calculation) && { severity: 'information' as const }),
      related: passageShown(context, operands.find((operand) => operand.at)?.at ?? null),
      fixes: () => {
        const fix = writeNumberFix(brief, written, result);
        return fix ? [fix] : [];
      },
    };
  },
  also: [
    eachFault({
      *check({ part: { fault, written }, span }) {
        if (fault !== 'unchecked') yield { span, message: messageOfFault(fault, written) };
      },
    }),
    function* ({ brief }) {
      for (const span of misplacedCalculations(brief))
        yield {
          span,
          message: say("This calculation belongs to no number. Put it after the sentence, or in the number's cell."),
        };
    },
  ],
});

function messageOf(calculation: Calculation, surface: string, right: string): string {
  const [number, formula] = [plain(surface), plain(formulaOf(calculation))];
  if ('formula' in calculation)
    return say('{1} gives {2}, not {0}. Correct the number or the calculation.', number, formula, right);
  return say(
    'Compare: {0} is not found in {1}, where {2} gives {3}.',
    number,
    shown(calculation.operands[0]?.at.source ?? ''),
    formula,
    right,
  );
}

function messageOfFault(fault: Exclude<CalculationFault['fault'], 'unchecked'>, written: string): string {
  switch (fault) {
    case 'operand':
      return say(
        '{0} is not in the cited sources, the claim, or a figure or table of the brief. Correct it, or cite its source.',
        plain(written),
      );
    case 'part':
      return say(
        '{0} cannot be read as a number. Write numbers, + − × ÷ and parentheses: (250 − 200) ÷ 200.',
        plain(written),
      );
    case 'number':
      return say('A number is missing beside {0}. Write one, or delete the sign.', plain(written));
    case 'sign':
      return say('A sign is missing before {0}. Write + − × or ÷.', plain(written));
    case 'parenthesis':
      return say('This parenthesis has no counterpart. Add one, or delete it.');
    case 'result':
      return say('This calculation has no result: it divides by zero. Correct it.');
    case 'length':
      return say('This calculation is longer than {0} characters. Shorten it.', digits(LONGEST_CALCULATION));
  }
}
