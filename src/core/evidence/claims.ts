/** Finds the claims of a brief with their evidence, and the things at a place. */

import { derive } from '../base/derive';
import { finderOf, type Run } from '../base/runs';
import { kept, NONE } from '../base/same';
import { firstFrom, type Span, touches } from '../base/text';
import { movedSpan } from '../brief/blocks/move';
import type { ResolvedBlock } from '../brief/blocks/parsedBlock';
import { startOf } from '../brief/blocks/readBody';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, insightAt } from '../brief/queries/blocks';
import type { Finder } from '../brief/queries/finders';
import { pastSign } from '../brief/queries/occurrences';
import type { Brief, Citation, CitationItem, Figure, FigureReference, Insight } from '../brief/types';
import {
  disputedTables,
  evidenceByRun,
  evidenceOf,
  evidenceOfFigure,
  evidenceOfInsight,
  type InsightEvidence,
  isDisputed,
  moved,
  type RowEvidence,
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

/** A part of a claim at its place. The claim gets its place only when somebody asks for it. */
export interface ClaimPart<T, P = T> {
  /** The part without its place: its spans count from the start of its claim. */
  readonly part: P;
  readonly span: Span;
  /** Puts another span of the part at its place. */
  placed(span: Span): Span;
  /** Calls a function with the claim and the part, both at their place. @returns what it returns, without null */
  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[];
}

/** A claim that rules look at. */
export interface LookedAt {
  /** With spans from the start of the claim. */
  readonly evidence: ClaimEvidence;
  /** Offset of the claim in its block. */
  readonly start: number;
  /** The indexes of its block and of itself in their run. */
  readonly block: number;
  readonly index: number;
  /** True if its numbers can be marked as computed: it stands in the text. */
  readonly mayMark: boolean;
}

/** Claims that stand together: the disputed ones of a run of blocks or of a table, or a figure. */
interface Stretch {
  /** The same list from version to version as long as the claims are the same. */
  readonly claims: Run<LookedAt>;
  /** Returns the offset of a block, by its index in the run. */
  startOf(block: number): number;
  claimOf(claim: LookedAt): Claim | null;
}

/** A part that a finder has found. It remembers the part as long as it remembers the claims. */
interface Found<P> {
  readonly part: P;
  /** Index of its block in the run, and its offsets in this block. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly claim: LookedAt;
  /** Index among such parts of its claim. */
  readonly index: number;
}

/**
 * Makes finders of one kind of part. They look through disputed insights, all figures that are declared, and disputed rows of tables
 * of the body; each in their order.
 *
 * @param listOf gives the list of a claim's evidence that holds the parts
 * @returns a function that makes a finder of what `read` makes of a part: null if the part isn't looked for. It may depend only
 *   on its arguments, whose spans count from the claim
 */
function claimParts<T extends { readonly span: Span }>(listOf: (evidence: ClaimEvidence) => readonly T[]) {
  return <P>(read: (part: T, claim: LookedAt) => P | null): Finder<ClaimPart<T, P>> => {
    const foundIn = derive((claims: Run<LookedAt>): readonly Found<P>[] =>
      kept(
        claims.flatMap((claim) =>
          listOf(claim.evidence).flatMap((one, index): readonly Found<P>[] => {
            const part = read(one, claim);
            const { start, end } = movedSpan(one.span, claim.start);
            return part === null ? NONE : [{ part, block: claim.block, start, end, claim, index }];
          }),
        ),
      ),
    );
    // Most rules find nothing in most stretches. To look that up for each would be noticeable at each key.
    const hasPart = finderOf((claim: LookedAt) => listOf(claim.evidence).some((one) => read(one, claim) !== null));
    return (brief) => {
      const { stretches, runs } = stretchesOf(brief);
      const parts: ClaimPart<T, P>[] = [];
      for (const [i, { length }] of hasPart.inEach(runs).entries()) {
        const stretch = length > 0 ? stretches[i] : undefined;
        if (stretch) for (const found of foundIn(stretch.claims)) parts.push(new PlacedPart(found, stretch, listOf));
      }
      return parts;
    };
  };
}

export const numbersWith = claimParts(({ numbers }) => numbers);
export const quotationsWith = claimParts(({ quotations }) => quotations);
export const denialsWith = claimParts(({ denied }) => denied);
export const faultsWith = claimParts(({ faults }) => faults);

/** A long brief has a thousand of them at each key. */
class PlacedPart<T, P> implements ClaimPart<T, P> {
  readonly part: P;
  readonly span: Span;
  private readonly found: Found<P>;
  private readonly stretch: Stretch;
  private readonly listOf: (evidence: ClaimEvidence) => readonly T[];

  constructor(found: Found<P>, stretch: Stretch, listOf: (evidence: ClaimEvidence) => readonly T[]) {
    this.part = found.part;
    this.span = movedSpan(found, stretch.startOf(found.block));
    this.found = found;
    this.stretch = stretch;
    this.listOf = listOf;
  }

  placed(span: Span): Span {
    const { block, start } = this.found.claim;
    return movedSpan(span, this.stretch.startOf(block) + start);
  }

  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[] {
    const claim = this.stretch.claimOf(this.found.claim);
    const part = claim && this.listOf(claim.evidence)[this.found.index];
    return part ? make(claim, part).filter((one) => one !== null) : [];
  }
}

const stretchesOf = derive((brief: Brief) => {
  const { body, meanings, firstInsights } = modelOf(brief).blocks;
  const ofRuns = evidenceByRun(brief).flatMap((evidence, run): readonly Stretch[] => {
    const claims = disputedIn(meanings.runs[run] ?? NONE, evidence);
    if (claims.length === 0) return NONE;
    const [firstBlock, firstInsight] = [meanings.firsts[run] ?? 0, firstInsights[run] ?? 0];
    return [
      {
        claims,
        startOf: (block) => startOf(body, firstBlock + block),
        claimOf: ({ index }) => claimOf(brief, firstInsight + index),
      },
    ];
  });
  const ofFigures = declaredFiguresOf(brief).map((figure): Stretch => {
    const evidence = evidenceOfFigure(brief, figure);
    return {
      claims: alone(evidence),
      startOf: () => 0,
      claimOf: () => ({ kind: 'figure', figure, evidence }),
    };
  });
  const ofTables = disputedTables(brief).map(
    ({ span, at, rows }): Stretch => ({
      claims: inTable(rows),
      startOf: () => at,
      claimOf: ({ evidence, start }) => {
        const claim = claimOfTable(brief, span.start);
        return claim && { ...claim, evidence: moved(evidence, at + start) };
      },
    }),
  );
  const stretches = [...ofRuns, ...ofFigures, ...ofTables];
  return { stretches, runs: stretches.map(({ claims }) => claims) };
});

const disputedIn = derive((run: Run<ResolvedBlock>, evidence: Run<InsightEvidence>): Run<LookedAt> => {
  const found: LookedAt[] = [];
  let index = 0;
  for (const [block, { insights }] of run.entries())
    for (const { span } of insights) {
      const one = evidence[index];
      if (one && isDisputed(one))
        found.push({ evidence: one.evidence, start: span.start, block, index, mayMark: true });
      index++;
    }
  return kept(found);
});

const alone = derive(
  (evidence: ClaimEvidence): Run<LookedAt> => [{ evidence, start: 0, block: 0, index: 0, mayMark: false }],
);

const inTable = derive(
  (rows: readonly RowEvidence[]): Run<LookedAt> =>
    rows.map(({ evidence, start }, index) => ({ evidence, start, block: 0, index, mayMark: true })),
);

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
