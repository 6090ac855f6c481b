import type { Brief, Figure, Insight, Source } from '../../brief';
import { readable } from '../../evidence/lookup/readable';
import { matchNumber, type PassageNumbers, readPassageNumbers } from '../../evidence/matching';
import { findNumbers, type Quantity } from '../../evidence/numbers';
import { primaryLanguage } from '../../evidence/ranking/passageIndex';
import { rewritings } from '../../evidence/rewriteNumber';
import type { NumberEvidence, NumberInstead } from '../../evidence/verdicts';
import type { Fix } from '../../problem';
import type { Claim } from '../../queries';
import { contains, type Span } from '../../text';
import { plain } from '../messages';
import type { RuleContext } from '../rule';
import { fitsInYaml } from './yamlWords';

/** Where a number stands, and how what is written there is read. */
interface Place {
  /** What is read together. */
  readonly span: Span;
  readonly language: string;
  /** The numbers of the place once `words` stand there instead, each with where it is then in the document. */
  numbersWith(words: string): readonly { readonly quantity: Quantity; readonly span: Span }[];
  /** Whether the words may stand there at all. */
  fits(words: string): boolean;
}

/**
 * Puts the number of the source in the place of the claim's: as the source writes it, or as the claim does. It is offered
 * only where the result, read again, is found in that passage and no other number has become another one.
 */
export function takeNumberFix(context: RuleContext, claim: Claim, number: NumberEvidence): Fix | null {
  const instead = number.instead();
  const source = instead && context.sources.get(instead.source);
  const { brief } = context;
  const place =
    claim.kind === 'insight'
      ? placeInInsight(brief, claim.insight, number)
      : placeInFigure(brief, claim.figure, number);
  if (!source || !place) return null;
  const passage = readPassage(brief, source, instead);
  if (!passage) return null;
  const { span, quantity } = number;
  const written = brief.text.slice(span.start, span.end);
  const times = timesInTable(quantity, instead.quantity, passage.numbers);
  const isSame = passage.language === place.language;
  const before = place.numbersWith(written);
  for (const words of rewritings({ written, quantity }, instead.quantity, times, place.language, isSame)) {
    if (words === written || !place.fits(words)) continue;
    const after = place.numbersWith(words);
    const at = after.findIndex((other) => other.span.start <= span.start && span.start < other.span.end);
    const read = after[at]?.quantity;
    const othersStay =
      after.length === before.length && after.every((other, i) => i === at || isLike(other, before[i]));
    if (!read || !othersStay || read.kind !== quantity.kind || !matchNumber(read, passage.numbers)?.exact) continue;
    const what = quantity.kind === 'date' ? 'date' : 'number';
    return {
      title: `Take the source's ${what}: ${plain(words.replace(/[*_~\\]/g, ''))}`,
      edits: [{ span, newText: words }],
    };
  }
  return null;
}

function isLike(one: { readonly quantity: Quantity }, other: { readonly quantity: Quantity } | undefined): boolean {
  return one.quantity.surface === other?.quantity.surface && one.quantity.value === other.quantity.value;
}

function placeInInsight(brief: Brief, { sentences, citations }: Insight, { span, sentence }: NumberEvidence) {
  const holder = sentences[sentence ?? -1];
  if (!holder || !contains(holder.span, span)) return null;
  const { start } = holder.span;
  const language = primaryLanguage(holder.text, brief.language);
  const marks = marksOf(brief.text.slice(span.start, span.end));
  const numbersWith = (words: string) => {
    const moved = words.length - (span.end - span.start);
    const text = holder.text.slice(0, span.start - start) + words + holder.text.slice(span.end - start);
    const relative = (at: number) => at - start + (at >= span.end ? moved : 0);
    const blanked = citations.flatMap((citation) =>
      contains(holder.span, citation.span)
        ? [{ start: relative(citation.span.start), end: relative(citation.span.end) }]
        : [],
    );
    const read = readable(text, blanked);
    return findNumbers(read.text, language).map((quantity) => {
      const at = read.spanOf(quantity.span);
      return { quantity, span: { start: start + at.start, end: start + at.end } };
    });
  };
  return {
    span: holder.span,
    language,
    numbersWith,
    fits: (words: string) => marksOf(words) === marks,
  } satisfies Place;
}

/** What could be read as Markdown, and must stay as it is: `**5** million`. */
function marksOf(words: string): string {
  return words.replace(/[^\\`*_[\]<>{}|\r\n]/g, '');
}

function placeInFigure(brief: Brief, { content, title, caption }: Figure, { span }: NumberEvidence): Place | null {
  const value = content?.kind === 'value' ? content.value : undefined;
  const field = [value, title, caption].find((one) => one && contains(one.span, span));
  if (!field) return null;
  const unit = field === value && content?.kind === 'value' && content.unit ? ` ${content.unit.value}` : '';
  const { start, end } = field.span;
  const textWith = (words: string) =>
    brief.text.slice(start, span.start) + words + brief.text.slice(span.end, end) + unit;
  const language = primaryLanguage(field.value, brief.language);
  return {
    span: field.span,
    language,
    numbersWith: (words) =>
      findNumbers(textWith(words), language).map((quantity) => ({
        quantity,
        span: { start: start + quantity.span.start, end: start + quantity.span.end },
      })),
    fits: (words) => fitsInYaml(brief, field.span, span, words),
  };
}

function readPassage(brief: Brief, source: Source, { passage }: NumberInstead) {
  const held = source.passages[passage];
  if (!held) return null;
  const language = primaryLanguage(held.text, source.language?.value ?? brief.language);
  return { language, numbers: readPassageNumbers(held.text, language, held.context) };
}

/** What a bare number of a table is to be multiplied by; of what its header allows, what comes nearest the claim. */
function timesInTable(claimed: Quantity, instead: Quantity, { readings }: PassageNumbers): number {
  if (claimed.kind === 'date' || instead.kind === 'date') return 1;
  const { span, low } = instead;
  const value = Math.abs(claimed.high);
  const values = readings.flatMap((reading) =>
    reading.from === 'header' && reading.amount.span.start === span.start ? [reading.value] : [],
  );
  const distance = (other: number) => Math.abs(Math.log(other / value));
  const nearest = values.reduce((best, other) => (distance(other) < distance(best) ? other : best), Math.abs(low));
  return nearest === Math.abs(low) ? 1 : nearest / Math.abs(low);
}
