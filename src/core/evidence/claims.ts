/** Finds the claims of a brief with their evidence, and the things at a place. */

import { derive } from '../base/derive';
import type { Run } from '../base/runs';
import { kept, NONE } from '../base/same';
import { firstFrom, type Span, touches } from '../base/text';
import type { ResolvedBlock } from '../brief/blocks/parsedBlock';
import { startOf } from '../brief/blocks/readBody';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, insightAt } from '../brief/queries/blocks';
import { pastSign } from '../brief/queries/occurrences';
import type { Brief, Citation, CitationItem, Figure, FigureReference, Insight } from '../brief/types';
import {
  disputedIn,
  disputedTables,
  evidenceByRun,
  evidenceOf,
  evidenceOfFigure,
  evidenceOfInsight,
  type InsightEvidence,
  isDisputed,
  moved,
} from './briefEvidence';
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

/** All insights and figures, in their order. */
export function* claimsOf(brief: Brief): Iterable<Claim> {
  const { insights, figures } = evidenceOf(brief);
  for (const [i, insight] of brief.insights.entries()) {
    const evidence = insights[i];
    if (evidence) yield { kind: 'insight', insight, evidence };
  }
  for (const [i, figure] of brief.figures.entries()) {
    const evidence = figures[i];
    if (evidence) yield { kind: 'figure', figure, evidence };
  }
}

/** The parts of a claim that a rule may report on. The claim is placed in the text only on demand. */
export interface PartsOfClaim<T> {
  /** At least one part, in the order of the claim. */
  readonly parts: readonly T[];
  /** Offset from which the spans of the parts count. */
  readonly at: number;
  /** Returns the claim placed in the text, with its numbers and quotations in the same order. */
  claim(): Claim | null;
}

/** The parts of an insight in a run of blocks. */
interface PartsInRun<T> {
  readonly parts: readonly T[];
  /** The indexes of its block and of itself in the run. */
  readonly block: number;
  readonly index: number;
  /** Offset of the insight from the start of its block. */
  readonly start: number;
}

/**
 * @param read returns the parts of a claim's evidence that a rule may report on. It's called once as long as the evidence stays
 *   the same. `mayMark` tells whether the numbers of the claim can be marked as computed
 * @returns a function that finds the claims with such parts: insights, then all figures that are declared, then rows of tables
 *   of the body; each in their order
 */
export function claimsWith<T>(
  read: (evidence: ClaimEvidence, mayMark: boolean) => readonly T[],
): (brief: Brief) => readonly PartsOfClaim<T>[] {
  const readOnce = derive(read);
  const readRun = derive((run: Run<ResolvedBlock>, evidence: Run<InsightEvidence>) => {
    const found: PartsInRun<T>[] = [];
    let index = 0;
    for (const [block, { insights }] of run.entries())
      for (const { span } of insights) {
        const one = evidence[index];
        const parts = one && isDisputed(one) ? readOnce(one.evidence, true) : NONE;
        if (parts.length > 0) found.push({ parts, block, index, start: span.start });
        index++;
      }
    return kept(found);
  });
  return derive((brief: Brief) => {
    const claims: PartsOfClaim<T>[] = [];
    const { body, meanings, firstInsights } = modelOf(brief).blocks;
    const { runs, figures, tables } = disputedOf(brief);
    for (const { evidence, run } of runs)
      for (const { parts, block, index, start } of readRun(meanings.runs[run] ?? NONE, evidence)) {
        const insight = (firstInsights[run] ?? 0) + index;
        const at = startOf(body, (meanings.firsts[run] ?? 0) + block) + start;
        claims.push({ parts, at, claim: () => claimOf(brief, insight) });
      }
    for (const { figure, evidence } of figures) {
      const parts = readOnce(evidence, false);
      if (parts.length > 0) claims.push({ parts, at: 0, claim: () => ({ kind: 'figure', figure, evidence }) });
    }
    for (const { span, at: block, rows } of tables)
      for (const { start, evidence } of rows) {
        const parts = readOnce(evidence, true);
        const at = block + start;
        const claim = () => {
          const figure = tablesByStart(brief).get(span.start);
          return figure ? { kind: 'figure' as const, figure, evidence: moved(evidence, at) } : null;
        };
        if (parts.length > 0) claims.push({ parts, at, claim });
      }
    return claims;
  });
}

/** The parts of a brief that rules look at: most runs have no disputed insight. */
const disputedOf = derive((brief: Brief) => {
  const all = evidenceByRun(brief);
  const found = disputedIn.inEach(all);
  return {
    runs: all.flatMap((evidence, run) => (found[run]?.length ? { evidence, run } : NONE)),
    figures: declaredFiguresOf(brief).map((figure) => ({ figure, evidence: evidenceOfFigure(brief, figure) })),
    tables: disputedTables(brief),
  };
});

/** The claims with quotations that a rule may report on, each with its quotations. */
export const disputedQuoting = claimsWith(({ quotations }) => quotations);

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
