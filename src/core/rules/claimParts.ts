/** Finds parts of claims for rules: numbers, quotations and so on, each at its place. */

import { derive } from '../base/derive';
import { finderOf, type Run } from '../base/runs';
import { kept, NONE } from '../base/same';
import type { InText, LocalSpan, Span, TextSpan, Unplaced } from '../base/text';
import type { ResolvedBlock } from '../brief/blocks/parsedBlock';
import { startOf } from '../brief/blocks/readBody';
import { modelOf } from '../brief/model';
import { declaredFiguresOf } from '../brief/queries/blocks';
import type { Finder } from '../brief/queries/finders';
import type { Brief } from '../brief/types';
import { inside, movedSpan } from '../document/moved';
import {
  disputedTables,
  evidenceByRun,
  evidenceInFigure,
  evidenceOfFigure,
  type InsightEvidence,
  isDisputed,
  moved,
  type RowEvidence,
} from '../evidence/brief';
import { type Claim, claimOf, claimOfTable } from '../evidence/claims';
import type {
  CalculationFault,
  ClaimEvidence,
  DenialEvidence,
  NumberEvidence,
  QuotationEvidence,
} from '../evidence/verdicts';

/** A part of a claim at its place. The claim gets its place only when somebody asks for it. */
export interface ClaimPart<T, P = InText<T>> {
  /** The part without its place. */
  readonly part: P;
  readonly span: Span;
  /** Gives another stretch of the part its place. */
  placed(stretch: TextSpan): Span;
  /** Calls a function with the claim and the part, both at their place. @returns what it returns, without null */
  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[];
}

/** A claim that rules look at. */
export interface LookedAt {
  readonly evidence: InText<ClaimEvidence>;
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
  /** Index of its block in the run, and its place in this block. */
  readonly block: number;
  readonly span: LocalSpan;
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
 *   on its arguments
 */
function claimParts<T, L extends { readonly span: TextSpan }>(listOf: ListOf<T, L>) {
  return <P>(read: (part: L, claim: LookedAt) => P | null): Finder<ClaimPart<T, P>> => {
    const foundIn = derive((claims: Run<LookedAt>): readonly Found<P>[] =>
      kept(
        claims.flatMap((claim) =>
          listOf(claim.evidence).flatMap((one, index): readonly Found<P>[] => {
            const part = read(one, claim);
            const span: LocalSpan = inside(one.span, claim);
            return part === null ? NONE : [{ part, block: claim.block, span, claim, index }];
          }),
        ),
      ),
    );
    // Most rules find nothing in most stretches. To look that up for each would be noticeable at each key.
    const hasPart = finderOf((claim: LookedAt) => listOf(claim.evidence).some((one) => read(one, claim) !== null));
    return (brief) => {
      const { stretches, runs } = stretchesOf(brief);
      const parts: ClaimPart<T, P>[] = [];
      const having = hasPart.inEach(runs);
      for (let i = 0; i < having.length; i++) {
        const stretch = having[i]?.length ? stretches[i] : undefined;
        if (stretch) for (const found of foundIn(stretch.claims)) parts.push(new PlacedPart(found, stretch, listOf));
      }
      return parts;
    };
  };
}

/** Gives a list of the evidence of a claim, placed or not. */
interface ListOf<T, L> {
  (evidence: InText<ClaimEvidence>): readonly L[];
  (evidence: ClaimEvidence): readonly T[];
}

export const numbersWith = claimParts<NumberEvidence, InText<NumberEvidence>>(
  <E extends Unplaced<ClaimEvidence>>({ numbers }: E): E['numbers'] => numbers,
);
export const quotationsWith = claimParts<QuotationEvidence, InText<QuotationEvidence>>(
  <E extends Unplaced<ClaimEvidence>>({ quotations }: E): E['quotations'] => quotations,
);
export const denialsWith = claimParts<DenialEvidence, InText<DenialEvidence>>(
  <E extends Unplaced<ClaimEvidence>>({ denied }: E): E['denied'] => denied,
);
export const faultsWith = claimParts<CalculationFault, InText<CalculationFault>>(
  <E extends Unplaced<ClaimEvidence>>({ faults }: E): E['faults'] => faults,
);

/** A long brief has a thousand of them at each key. */
class PlacedPart<T, P> implements ClaimPart<T, P> {
  readonly part: P;
  readonly span: Span;
  private readonly found: Found<P>;
  private readonly stretch: Stretch;
  private readonly listOf: (evidence: ClaimEvidence) => readonly T[];

  constructor(found: Found<P>, stretch: Stretch, listOf: (evidence: ClaimEvidence) => readonly T[]) {
    this.part = found.part;
    this.span = movedSpan(found.span, stretch.startOf(found.block));
    this.found = found;
    this.stretch = stretch;
    this.listOf = listOf;
  }

  placed(stretch: TextSpan): Span {
    const { claim } = this.found;
    return movedSpan(inside(stretch, claim), this.stretch.startOf(claim.block));
  }

  inClaim<R>(make: (claim: Claim, part: T) => readonly (R | null)[]): readonly R[] {
    const claim = this.stretch.claimOf(this.found.claim);
    const part = claim && this.listOf(claim.evidence)[this.found.index];
    return part ? make(claim, part).filter((one) => one !== null) : [];
  }
}

const stretchesOf = derive((brief: Brief) => {
  const { body, meanings, firstInsights } = modelOf(brief).blocks;
  const stretches: Stretch[] = [];
  for (const [run, evidence] of evidenceByRun(brief).entries()) {
    const claims = disputedIn(meanings.runs[run] ?? NONE, evidence);
    if (claims.length === 0) continue;
    const [firstBlock = 0, firstInsight = 0] = [meanings.firsts[run], firstInsights[run]];
    stretches.push({
      claims,
      startOf: (block) => startOf(body, firstBlock + block),
      claimOf: ({ index }) => claimOf(brief, firstInsight + index),
    });
  }
  for (const figure of declaredFiguresOf(brief))
    stretches.push({
      claims: alone(evidenceInFigure(brief, figure), figure.span.start),
      startOf: () => 0,
      claimOf: () => ({ kind: 'figure', figure, evidence: evidenceOfFigure(brief, figure) }),
    });
  for (const { span, at, rows } of disputedTables(brief))
    stretches.push({
      claims: inTable(rows),
      startOf: () => at,
      claimOf: ({ evidence, start }) => {
        const claim = claimOfTable(brief, span.start);
        return claim && { ...claim, evidence: moved(evidence, at + start) };
      },
    });
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
  (evidence: InText<ClaimEvidence>, start: number): Run<LookedAt> => [
    { evidence, start, block: 0, index: 0, mayMark: false },
  ],
);

const inTable = derive(
  (rows: readonly RowEvidence[]): Run<LookedAt> =>
    rows.map(({ evidence, start }, index) => ({ evidence, start, block: 0, index, mayMark: true })),
);
