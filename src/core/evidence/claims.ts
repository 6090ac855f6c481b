/** Finds the claims of a brief with their evidence, and the things at a place. */

import { derive } from '../base/derive';
import { firstFrom, type Span, touches } from '../base/text';
import { insightAt } from '../brief/queries/blocks';
import { pastSign } from '../brief/queries/occurrences';
import type { Brief, Citation, CitationItem, Figure, FigureReference, Insight } from '../brief/types';
import { evidenceOfFigure, evidenceOfInsight } from './brief';
import type { ClaimEvidence, DenialEvidence, NumberEvidence, QuotationEvidence } from './verdicts';

/** An insight or a figure, with its evidence. */
export type Claim = InsightClaim | FigureClaim;

export interface InsightClaim {
  readonly kind: 'insight';
  readonly insight: Insight;
  readonly evidence: ClaimEvidence;
}

export interface FigureClaim {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly evidence: ClaimEvidence;
}

/** A thing at a place: a number, a quotation, denied words, a citation or a reference. */
export type Thing =
  | { readonly kind: 'number'; readonly span: Span; readonly number: NumberEvidence; readonly claim: Claim }
  | { readonly kind: 'quotation'; readonly span: Span; readonly quotation: QuotationEvidence; readonly claim: Claim }
  | { readonly kind: 'denial'; readonly span: Span; readonly denial: DenialEvidence; readonly claim: Claim }
  /** One source in a citation; if it's the only one, the whole citation: `[3]` with its brackets. */
  | { readonly kind: 'citation'; readonly span: Span; readonly item: CitationItem; readonly citation: Citation }
  /** One id in the `cites` of a figure. */
  | { readonly kind: 'figure-cites'; readonly span: Span; readonly id: string; readonly claim: FigureClaim }
  /** `{{id}}` or `@fig:id`. */
  | { readonly kind: 'figure-reference'; readonly span: Span; readonly reference: FigureReference };

/**
 * The things at an offset, the narrowest first: a number before the quotation around it. Things that end at the offset come
 * last, so that between `[1]` and `[7]` the 7 comes first.
 */
export function thingsAt(brief: Brief, offset: number): Thing[] {
  const ofSign = signedAt(brief, offset);
  const cited = ofSign.length > 0 ? ofSign : citationsAt(brief, offset);
  const things = [...claimThings(brief, offset), ...referencesAt(brief, offset), ...cited];
  const size = ({ span }: Thing) => span.end - span.start + (offset === span.end ? brief.content.length : 0);
  const isThere = (thing: Thing) => ofSign.includes(thing) || touches(thing.span, offset);
  return things.filter(isThere).sort((a, b) => size(a) - size(b));
}

/** The key whose sign, `@` or `@{`, is at an offset. */
function signedAt(brief: Brief, offset: number): Thing[] {
  const key = pastSign(brief, offset);
  return key === offset ? [] : [...citationsAt(brief, key)].filter(({ span }) => span.start === key);
}

/** The claim that a place is in: an insight, or a figure. */
export function claimAt(brief: Brief, offset: number): Claim | null {
  const index = lastStartingBefore(brief.insights, offset);
  const insight = brief.insights[index];
  if (insight && touches(insight.span, offset)) return claimOf(brief, index);
  const figure = brief.figures.find(({ span }) => touches(span, offset));
  return figure ? claimOfFigure(brief, figure) : null;
}

/** An insight with its evidence, by its index. */
export function claimOf(brief: Brief, index: number | null): InsightClaim | null {
  const insight = index === null ? undefined : insightAt(brief, index);
  const evidence = index === null ? undefined : evidenceOfInsight(brief, index);
  return insight && evidence ? insightClaim(insight, evidence) : null;
}

/** Makes one object per insight and evidence, so that values derived from a claim are computed once. */
const insightClaim = derive(
  (insight: Insight, evidence: ClaimEvidence): InsightClaim => ({ kind: 'insight', insight, evidence }),
);

/** A table of the body with its evidence, by the offset of its start. */
export function claimOfTable(brief: Brief, start: number): FigureClaim | null {
  const figure = tablesByStart(brief).get(start);
  return figure ? { kind: 'figure', figure, evidence: evidenceOfFigure(brief, figure) } : null;
}

const tablesByStart = derive(
  (brief: Brief): ReadonlyMap<number, Figure> =>
    new Map(
      brief.figures.flatMap((figure) => (figure.declaredIn === 'table' ? [[figure.span.start, figure] as const] : [])),
    ),
);

export function claimOfFigure(brief: Brief, figure: Figure): FigureClaim | null {
  return brief.figures.includes(figure) ? { kind: 'figure', figure, evidence: evidenceOfFigure(brief, figure) } : null;
}

function claimThings(brief: Brief, offset: number): Thing[] {
  const claim = claimAt(brief, offset);
  if (!claim) return [];
  const { numbers, quotations, denied } = claim.evidence;
  const things: Thing[] = [
    ...numbers.map((number) => ({ kind: 'number' as const, span: number.span, number, claim })),
    ...quotations.map((quotation) => ({ kind: 'quotation' as const, span: quotation.span, quotation, claim })),
    ...denied.map((denial) => ({ kind: 'denial' as const, span: denial.span, denial, claim })),
  ];
  if (claim.kind === 'figure' && claim.figure.declaredIn !== 'table')
    for (const { value: id, span } of claim.figure.cites) things.push({ kind: 'figure-cites', span, id, claim });
  return things;
}

function referencesAt({ figureReferences }: Brief, offset: number): Thing[] {
  const reference = figureReferences[lastStartingBefore(figureReferences, offset)];
  return reference ? [{ kind: 'figure-reference', span: reference.span, reference }] : [];
}

function citationsAt({ citations }: Brief, offset: number): Thing[] {
  const citation = citations[lastStartingBefore(citations, offset)];
  if (!citation) return [];
  const { items, span } = citation;
  return items.map((item) => ({ kind: 'citation', span: items.length === 1 ? span : item.span, item, citation }));
}

/** The index of the last part that starts at an offset or before it, or -1. `parts` are in document order. */
function lastStartingBefore(parts: readonly { readonly span: Span }[], offset: number): number {
  return firstFrom(parts, offset + 1) - 1;
}
