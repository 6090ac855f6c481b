/** Checks a claim that isn't in a brief against the brief's sources. */

import { NONE } from '../base/same';
import type { InText } from '../base/text';
import type { Brief } from '../brief/types';
import { plainText } from '../document/claims';
import { languageOfPart } from '../document/language';
import { sourcesFactsOf } from './brief';
import { contextReader } from './lookup/cited';
import { lookUpDenials } from './lookup/lookUpDenials';
import { lookUpNumbers } from './lookup/lookUpNumbers';
import { lookUpQuotations } from './lookup/lookUpQuotations';
import { readable, withoutNumbers } from './lookup/readable';
import type { Statement } from './lookup/statements';
import { findNumbers } from './numbers';
import { findQuotations } from './quotations';
import type { ClaimEvidence } from './verdicts';

/**
 * Looks up the numbers and quotations of a claim as if the brief had it as one sentence that cites some sources.
 *
 * @param claim in Markdown; citations in it don't count
 * @param cites the ids of these sources
 */
export function evidenceOfClaim(brief: Brief, claim: string, cites: readonly string[]): InText<ClaimEvidence> {
  const { text } = readable(plainText(claim), []);
  const language = languageOfPart(text, brief.language);
  const quantities = findNumbers(text, language);
  const statement: Statement = {
    sentence: null,
    text,
    topic: withoutNumbers(text, quantities),
    language,
    cites,
    pages: new Map(),
    numbers: quantities.map((quantity) => ({ quantity, span: quantity.span })),
    cell: null,
    isComputed: false,
    calculations: NONE,
    quotations: findQuotations(text),
    spanOf: (span) => span,
  };
  const sources = sourcesFactsOf(brief);
  const context = contextReader(sources)(statement);
  const numbers = lookUpNumbers(statement, context, sources);
  return {
    numbers,
    quotations: lookUpQuotations(statement, context, sources),
    denied: lookUpDenials(statement, context, numbers),
    faults: NONE,
  };
}
