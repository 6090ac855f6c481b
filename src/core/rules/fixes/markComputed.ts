import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Brief } from '../../brief/types';
import type { Claim } from '../../evidence/claims';
import type { NumberEvidence } from '../../evidence/verdicts';
import { cellAround } from './tableCell';

/** Says behind a sentence, its citations included, or in a cell that its number is the author's own sum. */
export function markComputedFix({ text }: Brief, claim: Claim, number: NumberEvidence): Fix | null {
  const end = endOf(text, claim, number);
  if (end === undefined) return null;
  // Within a paragraph of Chinese there is no space to put it between.
  const lead = /^(?:\s|$)/.test(text.slice(end, end + 1)) ? ' ' : '';
  const edit = { span: { start: end, end }, newText: `${lead}<!-- brief: computed -->` };
  return { title: say('Mark as computed'), edits: [edit] };
}

function endOf(text: string, claim: Claim, { sentence, span }: NumberEvidence): number | undefined {
  if (claim.kind === 'insight') return claim.insight.sentences[sentence ?? -1]?.span.end;
  return claim.figure.declaredIn === 'table' ? cellAround(text, span).end : undefined;
}
