import { say } from '../../base/say';
import { type Span, touches } from '../../base/text';
import { nameAt } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';
import { evidenceOfInsight } from '../../evidence/brief';
import { wantedCopies } from '../sources/keepCopies';
import type { CodeAction } from './codeActions';

/**
 * Offered at a citation or a declaration of a source whose text could be had, and at a number or a quotation that cannot be checked
 * without it.
 */
export function keepingCopies(brief: Brief, span: Span): CodeAction[] {
  const ids = sourcesAt(brief, span.start);
  if (ids.length === 0 || !wantedCopies(brief).some(({ id, url }) => url !== null && ids.includes(id))) return [];
  return [{ title: say('Keep copies of all sources…'), kind: 'quickfix', edits: () => [], command: 'keepCopies' }];
}

function sourcesAt(brief: Brief, offset: number): readonly string[] {
  const name = nameAt(brief, offset)?.name;
  if (name?.kind === 'source') return [name.id];
  const insight = brief.insights.findIndex((one) => touches(one.span, offset));
  const { numbers = [], quotations = [] } = (insight < 0 ? undefined : evidenceOfInsight(brief, insight)) ?? {};
  return [...numbers, ...quotations]
    .filter((one) => one.verdict === 'uncheckable' && touches(one.span, offset))
    .flatMap(({ checkedAgainst }) => checkedAgainst);
}
