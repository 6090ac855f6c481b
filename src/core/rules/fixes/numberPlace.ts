import { contains, type Span, touches } from '../../base/text';
import type { Brief, Field, Figure, Insight } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside } from '../../document/moved';
import type { Claim } from '../../evidence/claims';
import { type Readable, readable } from '../../evidence/lookup/readable';
import { findNumbers, type Quantity } from '../../evidence/numbers';
import type { NumberEvidence } from '../../evidence/verdicts';
import { cellAround } from './tableCell';
import { fitsInYaml } from './yamlWords';

/** The place of a number, and how text there is read. */
export interface NumberPlace {
  /** Language code, without script and region. */
  readonly language: string;
  /** Returns the numbers of the place if `words` were there instead, each with its span in the document after that change. */
  numbersWith(words: string): readonly { readonly quantity: Quantity; readonly span: Span }[];
  /** True if the words are allowed in the place. */
  fits(words: string): boolean;
}

/** Returns the place of a number; null if it isn't known exactly. */
export function placeOfNumber(brief: Brief, claim: Claim, number: NumberEvidence): NumberPlace | null {
  return claim.kind === 'insight' ? inInsight(brief, claim.insight, number) : inFigure(brief, claim.figure, number);
}

function inInsight(
  brief: Brief,
  { sentences, citations }: Insight,
  { span, sentence }: NumberEvidence,
): NumberPlace | null {
  const holder = sentences[sentence ?? -1];
  if (!holder || !contains(holder.span, span)) return null;
  const { start } = holder.span;
  const language = languageOfPart(holder.text, brief.language);
  const marks = marksOf(brief.content.slice(span.start, span.end));
  const numbersWith: NumberPlace['numbersWith'] = (words) => {
    const moved = words.length - (span.end - span.start);
    const text = holder.text.slice(0, span.start - start) + words + holder.text.slice(span.end - start);
    const relative = (at: number) => at - start + (at >= span.end ? moved : 0);
    const blanked = citations.flatMap((citation) =>
      contains(holder.span, citation.span)
        ? [{ start: relative(citation.span.start), end: relative(citation.span.end) }]
        : [],
    );
    const read = readable(text, blanked);
    return numbersIn(read, language, holder.span);
  };
  return { language, numbersWith, fits: (words) => marksOf(words) === marks };
}

/** Returns the numbers of a text at `place`, in which marks were taken out. */
function numbersIn({ text, spanOf }: Readable, language: string, place: Span) {
  return findNumbers(text, language).map((quantity) => ({ quantity, span: inside(spanOf(quantity.span), place) }));
}

/** Returns the characters that may be Markdown and must stay as they are: `**5** million`. */
function marksOf(words: string): string {
  return words.replace(/[^\\`*_[\]<>{}|\r\n]/g, '');
}

function inFigure(brief: Brief, figure: Figure, { span }: NumberEvidence): NumberPlace | null {
  if (figure.declaredIn === 'table') return inCell(brief, span);
  const { content, title, caption } = figure;
  const value = content?.kind === 'value' ? content.value : undefined;
  const field = [value, title, caption, cellOfRows(brief, figure, span)].find((one) => one && contains(one.span, span));
  if (!field) return null;
  const unit = field === value && content?.kind === 'value' && content.unit ? ` ${content.unit.value}` : '';
  const { start, end } = field.span;
  const textWith = (words: string) =>
    brief.content.slice(start, span.start) + words + brief.content.slice(span.end, end) + unit;
  const language = languageOfPart(field.value, brief.language);
  return {
    language,
    numbersWith: (words) =>
      findNumbers(textWith(words), language).map((quantity) => ({ quantity, span: inside(quantity.span, field.span) })),
    fits: (words) => fitsInYaml(brief, field.span, span, words),
  };
}

/** Returns the cell of a figure's rows around a number. */
function cellOfRows(brief: Brief, { content, span: figure }: Figure, { start: at }: Span): Field | undefined {
  if (content?.kind !== 'data' || !('rows' in content.data)) return undefined;
  for (const row of content.data.places) {
    for (const { value } of Object.values(row)) {
      const span = value && inside(value, figure);
      if (span && touches(span, at)) return { value: brief.content.slice(span.start, span.end), span };
    }
  }
  return undefined;
}

/**
 * Returns the place of a number in a table. It is read with its cell alone, so a number whose scale is in the column's
 * header isn't found.
 */
function inCell(brief: Brief, span: Span): NumberPlace {
  const cell = cellAround(brief.text, span);
  const written = brief.content.slice(cell.start, cell.end);
  const language = languageOfPart(written, brief.language);
  const marks = marksOf(brief.content.slice(span.start, span.end));
  return {
    language,
    numbersWith: (words) => {
      const read = readable(
        written.slice(0, span.start - cell.start) + words + written.slice(span.end - cell.start),
        [],
      );
      return numbersIn(read, language, cell);
    },
    fits: (words) => marksOf(words) === marks,
  };
}
