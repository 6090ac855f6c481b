import { say } from '../../base/say';
import { type Span, touches } from '../../base/text';
import { nameAt } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';
import { evidenceOfInsight } from '../../evidence/briefEvidence';
import { wantedCopies } from '../sources/keepCopies';
import type { CodeAction } from './codeActions';

/**
 * Offered at a citation or a declaration of a source whose text could be had, and at a number or a quotation that cannot be checked
 * without it.
 */
export function keepingCopies(brief: Brief, span: Span): CodeAction[] {
  const wanted = new Set(wantedCopies(brief).flatMap(({ id, url }) => (url === null ? [] : [id])));
  if (wanted.size === 0 || !sourcesAt(brief, span.start).some((id) => wanted.has(id))) return [];
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
