import { NONE } from '../../base/same';
import type { ClaimEvidence, DenialEvidence } from '../verdicts';
import { contextReader } from './cited';
import { lookUpDenials } from './lookUpDenials';
import { lookUpNumbers } from './lookUpNumbers';
import { lookUpQuotations } from './lookUpQuotations';
import type { Statement } from './statements';
import type { SourcesFacts } from './types';

/** One object for all claims that have neither numbers nor quotations. */
export const NOTHING: ClaimEvidence = { numbers: [], quotations: [], denied: [] };

/** Looks the numbers and quotations of the statements of one claim up in the sources that they cite. */
export function lookUp(statements: readonly Statement[], facts: SourcesFacts): ClaimEvidence {
  const contextOf = contextReader(facts);
  const denied: DenialEvidence[] = [];
  const numbers = statements.flatMap((statement) => {
    const context = contextOf(statement);
    const found = lookUpNumbers(statement, context, facts);
    if (!statement.isComputed) denied.push(...lookUpDenials(statement, context, found));
    return found;
  });
  const quotations = statements.flatMap((statement) => {
    // What is computed is no quotation of what is cited.
    const quoted = statement.isComputed ? { ...statement, cites: NONE } : statement;
    return lookUpQuotations(quoted, contextOf(quoted), facts);
  });
  return numbers.length === 0 && quotations.length === 0 && denied.length === 0
    ? NOTHING
    : { numbers, quotations, denied };
}
