/** Finds numbers, quotations and other parts of claims by what sources say about them. */

import { derive } from '../base/derive';
import { finderOf } from '../base/runs';
import type { Span } from '../base/text';
import { movedSpan } from '../brief/blocks/move';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, startOfInsight } from '../brief/queries/blocks';
import type { Finder } from '../brief/queries/finders';
import type { Brief } from '../brief/types';
import { evidenceByRun, evidenceOfFigure, type InsightEvidence, moved, rowsWith } from './briefEvidence';
import { type Claim, claimOf, claimOfTable } from './claims';
import { NOTHING } from './lookup/lookUp';
import type { ClaimEvidence } from './verdicts';

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
 * @returns a function that finds such parts: those of insights, then of all figures that are declared, then of rows of tables
 *   of the body; each in their order
 */
export function claimPartsWith<T extends { readonly span: Span }>(
  listOf: (evidence: ClaimEvidence) => readonly T[],
  isFound: (part: T, evidence: ClaimEvidence) => boolean,
): Finder<ClaimPart<T>> {
  const isIn = (evidence: ClaimEvidence) =>
    evidence !== NOTHING && listOf(evidence).some((part) => isFound(part, evidence));
  const insightsIn = finderOf(({ evidence }: InsightEvidence) => isIn(evidence));
  const tablesOf = rowsWith(isIn);
  // The data of a figure may be a long file.
  const isInFigure = derive(isIn);
  function* partsOf(evidence: ClaimEvidence, at: number, mayMark: boolean, claim: () => Claim | null) {
    for (const [index, part] of listOf(evidence).entries())
      if (isFound(part, evidence)) yield partAt(part, at, mayMark, claim, (one) => listOf(one)[index]);
  }
  return function* (brief) {
    const runs = evidenceByRun(brief);
    const { firstInsights } = modelOf(brief).blocks;
    for (const [run, found] of insightsIn.inEach(runs).entries())
      for (const inRun of found) {
        const evidence = runs[run]?.[inRun]?.evidence ?? NOTHING;
        const index = (firstInsights[run] ?? 0) + inRun;
        yield* partsOf(evidence, startOfInsight(brief, index) ?? 0, true, () => claimOf(brief, index));
      }
    for (const { figure, evidence } of figuresOf(brief))
      if (isInFigure(evidence)) yield* partsOf(evidence, 0, false, () => ({ kind: 'figure', figure, evidence }));
    for (const { span, at, rows } of tablesOf(brief))
      for (const { start, evidence } of rows)
        yield* partsOf(evidence, at + start, true, () => claimOfRow(brief, span.start, evidence, at + start));
  };
}

function partAt<T extends { readonly span: Span }>(
  part: T,
  at: number,
  mayMark: boolean,
  claim: () => Claim | null,
  partOf: (evidence: ClaimEvidence) => T | undefined,
): ClaimPart<T> {
  return {
    part,
    span: movedSpan(part.span, at),
    mayMark,
    placed: (span) => movedSpan(span, at),
    inClaim: (make) => {
      const here = claim();
      const placed = here && partOf(here.evidence);
      return placed ? make(here, placed).filter((one) => one !== null) : [];
    },
  };
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
