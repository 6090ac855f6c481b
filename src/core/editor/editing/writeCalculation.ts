import { applyEdits, type TextEdit, touches } from '../../base/text';
import { partBefore } from '../../brief/blocks/insights';
import { computedIn } from '../../brief/comments/computed';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight } from '../../brief/types';
import { spanFrom } from '../../document/moved';
import { evidenceOfInsight } from '../../evidence/brief';
import { claimAt } from '../../evidence/claims';
import { formulaOf } from '../../evidence/sums';
import type { ClaimEvidence } from '../../evidence/verdicts';

/** A calculation as a comment can name it. */
export interface WritableCalculation {
  readonly formula: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Names the calculation of the number at an offset in its sentence's comment: in the comment that says `computed`, else in a
 * new one after the sentence. Null if no words name the calculation, if a comment names it already, or if the edit would change
 * the verdict on any number.
 */
export function writeCalculation(brief: Brief, offset: number): WritableCalculation | null {
  const claim = claimAt(brief, offset);
  if (claim?.kind !== 'insight') return null;
  const index = claim.evidence.numbers.findIndex(({ span }) => touches(span, offset));
  const number = claim.evidence.numbers[index];
  const { calculation, sentence } = number ?? {};
  if (!calculation?.isRight || 'formula' in calculation || sentence == null) return null;
  const formula = formulaOf(calculation);
  const edit = editIn(claim.insight, sentence, formula);
  if (!edit) return null;
  const edited = parseChanged(brief, applyEdits(brief.text, [edit]));
  const after = evidenceOfInsight(edited, brief.insights.indexOf(claim.insight));
  return after && saysTheSame(claim.evidence, after, index) ? { formula, edits: [edit] } : null;
}

function editIn({ text, span, sentences }: Insight, sentence: number, formula: string): TextEdit | null {
  const own = sentences[sentence];
  if (!own) return null;
  const parts = sentences.map((one) => ({ span: spanFrom(one.span, span) }));
  const comment = computedIn(text).find(({ at }) => partBefore(at, text, parts) === sentence);
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  if (!comment) {
    // In a paragraph of Chinese, no space follows the sentence.
    const lead = /^(?:\s|$)/.test(text.slice(own.span.end - span.start)) ? ' ' : '';
    return insert(own.span.end, `${lead}<!-- brief: computed ${formula} -->`);
  }
  const { at, words } = comment;
  // A remark becomes the reason.
  if (words.value !== '') return insert(span.start + words.span.start, `${formula} -- `);
  const end = text.indexOf(COMPUTED, at) + COMPUTED.length;
  return insert(span.start + end, /^\s/.test(text.slice(end)) ? ` ${formula}` : ` ${formula} `);
}

const COMPUTED = 'computed';

/** True if the written calculation gives its number, and the verdicts on all numbers are as before. */
function saysTheSame(asItWas: ClaimEvidence, now: ClaimEvidence, index: number): boolean {
  const written = now.numbers[index]?.calculation;
  return (
    written?.isRight === true &&
    'formula' in written &&
    now.faults.length === asItWas.faults.length &&
    asItWas.numbers.length === now.numbers.length &&
    asItWas.numbers.every(({ verdict }, i) => verdict === now.numbers[i]?.verdict)
  );
}
