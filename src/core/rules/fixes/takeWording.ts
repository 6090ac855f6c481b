import { plain } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import {
  applyEdits,
  type Characters,
  contains,
  type InText,
  type Span,
  type TextEdit,
  type TextSpan,
} from '../../base/text';
import type { Brief, Figure } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside } from '../../document/moved';
import type { Claim } from '../../evidence/claims';
import { correctQuotation, matchQuotation, preparePassage } from '../../evidence/quotations';
import { COMMON_WORDS } from '../../evidence/ranking/commonWords';
import type { QuotationEvidence, SaidOtherwise } from '../../evidence/verdicts';
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
    span: inside(edit.span, span),
    newText: edit.newText,
  }));
  if (!edits || (claim.kind === 'figure' && !edits.every((edit) => fitsInField(brief, claim.figure, edit))))
    return null;
  return { title: say("Take the source's wording"), edits, preferred: true, certain: true };
}

function fitsInField(brief: Brief, { title, caption }: Figure, { span, newText }: TextEdit): boolean {
  const field = [title, caption].find((one) => one && contains(one.span, span));
  return field !== undefined && fitsInYaml(brief, field.span, span, newText);
}

/**
 * Gives a claim the words by which a passage of the same language contradicts it: "rose" where it says "fell". Offered only if
 * they fit into the sentence of the claim. The citation may be wrong instead, so the fix is neither preferred nor certain.
 */
export function takeSaidFix(
  { brief, sources }: RuleContext,
  claim: Claim,
  otherwise: SaidOtherwise | null,
): Fix | null {
  if (!otherwise || !TAKEN.has(otherwise.kind)) return null;
  const { kind, span, said, at, found } = otherwise;
  const source = sources.get(at.source);
  const passage = source?.passages[at.passage]?.text;
  if (!source || !passage || MARKS.test(found) || brief.content.slice(span.start, span.end) !== said) return null;
  const own = claim.kind === 'figure' ? '' : brief.content.slice(claim.insight.span.start, claim.insight.span.end);
  if (languageOfPart(own, brief.language) !== languageOfPart(passage, source.language?.value ?? brief.language))
    return null;
  if (kind === 'opposite' && !isSamePlace(brief.content, span, passage, at)) return null;
  const newText = /^\p{Lu}/u.test(said) ? found.charAt(0).toUpperCase() + found.slice(1) : found;
  const edit = { span, newText };
  if (claim.kind === 'figure' && !fitsInField(brief, claim.figure, edit)) return null;
  return { title: say("Take the source's wording: {0}", plain(newText)), edits: [edit] };
}

/** The contradictions that the passage's words mend. In the others, the words name what a number is of: the number may be wrong. */
const TAKEN: ReadonlySet<SaidOtherwise['kind']> = new Set(['bound', 'opposite', 'speaker'] as const);

/**
 * True if words can take the place of others in a sentence, by what stands beside both: the same word or a number follows, and what
 * leads them is the same, or says nothing of their form. "Has grown by" does not take "fell by".
 */
function isSamePlace(content: Characters, span: Span, passage: string, at: TextSpan): boolean {
  const followingOf = (text: Characters, end: number) => {
    const [, word, number] = FOLLOWING.exec(text.slice(end, end + NEAR)) ?? [];
    return word?.toLowerCase() ?? (number === undefined ? '' : '0');
  };
  const leadingOf = (text: Characters, start: number) =>
    LEADING.exec(text.slice(Math.max(0, start - NEAR), start))?.[1]?.toLowerCase() ?? '';
  if (followingOf(content, span.end) !== followingOf(passage, at.end)) return false;
  const [own, other] = [leadingOf(content, span.start), leadingOf(passage, at.start)];
  return own === other || !(COMMON_WORDS.has(own) || COMMON_WORDS.has(other));
}

const FOLLOWING = /^[\s*_]*(?:(\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{L}+)|([\p{N}\p{Sc}]))?/u;
const LEADING = /(\p{L}+)[\s*_]*$/u;
/** Length of the text beside words that is looked at, in UTF-16 units. */
const NEAR = 40;

/**
 * Gives a text the words of a stretch of a passage: only the words that differ, or all if these can't be told apart.
 *
 * @returns null if the words could be read as Markdown
 */
export function wordingEdits(text: string, passage: string, { start, end }: TextSpan): InText<TextEdit>[] | null {
  const prepared = preparePassage(passage);
  const whole = { span: { start: 0, end: text.length }, newText: passage.slice(start, end).replace(/\s+/g, ' ') };
  const mends = (edits: readonly InText<TextEdit>[]) =>
    edits.length > 0 &&
    edits.every(({ newText }) => !MARKS.test(newText)) &&
    matchQuotation(applyEdits(text, edits), prepared, true) !== null;
  return [correctQuotation(text, prepared) ?? [], [whole]].find(mends) ?? null;
}

/** Characters that could end the quotation, or be read as Markdown. */
const MARKS = /["“”„«»「」『』\\`*_[\]<>{}|\r\n]/;
