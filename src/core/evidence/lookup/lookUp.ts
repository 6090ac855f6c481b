import { kept, NONE } from '../../base/same';
import type { InText } from '../../base/text';
import { NO_OWN_NUMBERS, type OwnNumbers } from '../sums/written/ownNumbers';
import { workOutWritten } from '../sums/written/workOut';
import type { CalculationFault, ClaimEvidence, DenialEvidence } from '../verdicts';
import { withOwnChanges } from './calculations';
import { contextReader } from './cited';
import { lookUpDenials } from './lookUpDenials';
import { lookUpNumbers } from './lookUpNumbers';
import { lookUpQuotations } from './lookUpQuotations';
import type { Statement } from './statements';
import type { SourcesFacts } from './types';

/** One object for all claims that have neither numbers nor quotations. */
export const NOTHING = { numbers: [], quotations: [], denied: [], faults: [] } as const satisfies ClaimEvidence;

/**
 * Looks the numbers and quotations of the statements of one claim up in the sources that they cite.
 *
 * @param own the numbers of the brief's own figures and tables, which its calculations may have
 */
export function lookUp(
  statements: readonly Statement[],
  facts: SourcesFacts,
  own: OwnNumbers = NO_OWN_NUMBERS,
): InText<ClaimEvidence> {
  const contextOf = contextReader(facts);
  const denied: InText<DenialEvidence>[] = [];
  const faults: InText<CalculationFault>[] = [];
  const numbers = statements.flatMap((statement) => {
    const context = contextOf(statement);
    const asSaid = lookUpNumbers(statement, context, facts);
    const written = workOutWritten(statement, (cites) => contextOf({ ...statement, cites }), own);
    faults.push(...written.faults);
    const byComment =
      written.byNumber.size === 0 ? asSaid : asSaid.map((number, i) => ({ ...number, ...written.byNumber.get(i) }));
    const found = withOwnChanges(statement, byComment);
    if (!statement.isComputed) denied.push(...lookUpDenials(statement, context, found));
    return found;
  });
  const quotations = statements.flatMap((statement) => {
    // What is computed is no quotation of what is cited.
    const quoted = statement.isComputed ? { ...statement, cites: NONE } : statement;
    return lookUpQuotations(quoted, contextOf(quoted), facts);
  });
  return [numbers, quotations, denied, faults].every(({ length }) => length === 0)
    ? NOTHING
    : { numbers: kept(numbers), quotations: kept(quotations), denied: kept(denied), faults: kept(faults) };
}
