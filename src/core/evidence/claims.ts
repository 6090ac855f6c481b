/** Finds the claims of a brief with their evidence, and the things at a place. */

import { derive } from '../base/derive';
import { finderOf } from '../base/runs';
import { kept, NONE } from '../base/same';
import { firstFrom, type Span, touches } from '../base/text';
import { movedSpan } from '../brief/blocks/move';
import { startOf } from '../brief/blocks/readBody';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, insightAt } from '../brief/queries/blocks';
import type { Finder } from '../brief/queries/finders';
import { pastSign } from '../brief/queries/occurrences';
import type { Brief, Citation, CitationItem, Figure, FigureReference, Insight } from '../brief/types';
import {
  evidenceByRun,
  evidenceOf,
  evidenceOfFigure,
  evidenceOfInsight,
  type InsightEvidence,
  isDisputed,
  moved,
  rowsWith,
} from './briefEvidence';
import { NOTHING } from './lookup/lookUp';
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

/** A part of a claim at its place. The claim gets its place only when somebody asks for it. */
export interface ClaimPart<T> {
  /** The part without its place: its spans count from the start of its claim. */
  readonly part: T;
  readonly span: Span;
  /** True if the claim can be marked as computed: it stands in the text. */
  readonly mayMark: boolean;
  /** Puts another span of the part at its place. */
  placed(span: Span): Span;
  /** Calls a function with the claim and the part, both at their place. @returns what it returns, without null */
  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[];
}

/**
 * @param listOf gives the list of a claim's evidence that holds the parts
 * @param isFound tells whether a part is looked for. It may depend only on its arguments, whose spans count from the claim
 * @returns a function that finds such parts of disputed claims: those of insights, then of all figures that are declared, then
 *   of rows of tables of the body; each in their order
 */
export function claimPartsWith<T extends { readonly span: Span }>(
  listOf: (evidence: ClaimEvidence) => readonly T[],
  isFound: (part: T, evidence: ClaimEvidence) => boolean,
): Finder<ClaimPart<T>> {
  const foundIn = derive((evidence: ClaimEvidence): readonly { readonly index: number; readonly part: T }[] =>
    kept(listOf(evidence).flatMap((part, index) => (isFound(part, evidence) ? { index, part } : NONE))),
  );
  const isIn = (evidence: ClaimEvidence) => foundIn(evidence).length > 0;
  const insightsIn = finderOf((one: InsightEvidence) => isDisputed(one) && isIn(one.evidence));
  const tablesOf = rowsWith(isIn);
  function* partsOf(evidence: ClaimEvidence, at: number, mayMark: boolean, claim: () => Claim | null) {
    for (const { index, part } of foundIn(evidence))
      yield new PlacedPart(part, at, mayMark, claim, (one) => listOf(one)[index]);
  }
  return function* (brief) {
    const runs = evidenceByRun(brief);
    const { body, meanings, firstInsights } = modelOf(brief).blocks;
    for (const [run, found] of insightsIn.inEach(runs).entries()) {
      let block = 0;
      /** The insights of the run in the blocks above. */
      let above = 0;
      for (const inRun of found) {
        const blocks = meanings.runs[run] ?? NONE;
        for (let one = blocks[block]; one && inRun - above >= one.insights.length; one = blocks[++block])
          above += one.insights.length;
        const inBlock = blocks[block]?.insights[inRun - above]?.span.start ?? 0;
        const start = startOf(body, (meanings.firsts[run] ?? 0) + block) + inBlock;
        const evidence = runs[run]?.[inRun]?.evidence ?? NOTHING;
        yield* partsOf(evidence, start, true, () => claimOf(brief, (firstInsights[run] ?? 0) + inRun));
      }
    }
    for (const { figure, evidence } of figuresOf(brief))
      yield* partsOf(evidence, 0, false, () => ({ kind: 'figure', figure, evidence }));
    for (const { span, at, rows } of tablesOf(brief))
      for (const { start, evidence } of rows)
        yield* partsOf(evidence, at + start, true, () => claimOfRow(brief, span.start, evidence, at + start));
  };
}

/** A long brief has thousands of them at each key. */
class PlacedPart<T extends { readonly span: Span }> implements ClaimPart<T> {
  readonly part: T;
  readonly span: Span;
  readonly mayMark: boolean;
  readonly #at: number;
  readonly #claim: () => Claim | null;
  readonly #partOf: (evidence: ClaimEvidence) => T | undefined;

  /**
   * @param at offset from which the span of the part counts
   * @param partOf finds the part in the evidence of its claim
   */
  constructor(
    part: T,
    at: number,
    mayMark: boolean,
    claim: () => Claim | null,
    partOf: (evidence: ClaimEvidence) => T | undefined,
  ) {
    this.part = part;
    this.span = movedSpan(part.span, at);
    this.mayMark = mayMark;
    this.#at = at;
    this.#claim = claim;
    this.#partOf = partOf;
  }

  placed(span: Span): Span {
    return movedSpan(span, this.#at);
  }

  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[] {
    const claim = this.#claim();
    const placed = claim && this.#partOf(claim.evidence);
    return placed ? make(claim, placed).filter((one) => one !== null) : [];
  }
}

/** The figures that a brief declares, with their evidence: a dozen rules ask for them. */
const figuresOf = derive((brief: Brief) =>
  declaredFiguresOf(brief).map((figure) => ({ figure, evidence: evidenceOfFigure(brief, figure) })),
);

/** A row of a table as a claim of its own. @param at offset from which the spans of its evidence count */
function claimOfRow(brief: Brief, table: number, evidence: ClaimEvidence, at: number): Claim | null {
  const claim = claimOfTable(brief, table);
  return claim && { ...claim, evidence: moved(evidence, at) };
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
