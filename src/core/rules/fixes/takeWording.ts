import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import { applyEdits, contains, type Span, type TextEdit } from '../../base/text';
import type { Figure } from '../../brief/types';
import type { Claim } from '../../evidence/claims';
import { correctQuotation, matchQuotation, preparePassage } from '../../evidence/quotations';
import type { QuotationEvidence } from '../../evidence/verdicts';
import type { RuleContext } from '../rule';
import { fitsInYaml } from './yamlWords';

/**
 * Gives a quotation the words of its source: only the words that differ, or all if these can't be told apart. The quotation
 * marks stay.
 */
export function takeWordingFix(
  { brief, sources }: RuleContext,
  claim: Claim,
  { at, span, text }: QuotationEvidence,
): Fix | null {
  const passage = at && sources.get(at.source)?.passages[at.passage]?.text;
  if (!passage || brief.content.slice(span.start, span.end) !== text) return null;
  const edits = wordingEdits(text, passage, at)?.map((edit) => ({
    span: { start: span.start + edit.span.start, end: span.start + edit.span.end },
    newText: edit.newText,
  }));
  if (!edits || (claim.kind === 'figure' && !edits.every((edit) => fitsInField(claim.figure, edit)))) return null;
  return { title: say("Take the source's wording"), edits, preferred: true, certain: true };

  function fitsInField({ title, caption }: Figure, edit: TextEdit): boolean {
    const field = [title, caption].find((one) => one && contains(one.span, span));
    return field !== undefined && fitsInYaml(brief, field.span, edit.span, edit.newText);
  }
}

/**
 * Gives a text the words of a stretch of a passage: only the words that differ, or all if these can't be told apart.
 *
 * @returns edits in offsets of the text; null if the words could be read as Markdown
 */
export function wordingEdits(text: string, passage: string, { start, end }: Span): TextEdit[] | null {
  const prepared = preparePassage(passage);
  const whole = { span: { start: 0, end: text.length }, newText: passage.slice(start, end).replace(/\s+/g, ' ') };
  const mends = (edits: readonly TextEdit[]) =>
    edits.length > 0 &&
    edits.every(({ newText }) => !MARKS.test(newText)) &&
    matchQuotation(applyEdits(text, edits), prepared, true) !== null;
  return [correctQuotation(text, prepared) ?? [], [whole]].find(mends) ?? null;
}

/** Characters that could end the quotation, or be read as Markdown. */
const MARKS = /["“”„«»「」『』\\`*_[\]<>{}|\r\n]/;
