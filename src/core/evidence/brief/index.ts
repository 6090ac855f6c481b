/** The evidence of a whole brief, at its places in the document. */

import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { mapped } from '../../base/same';
import { firstFrom, type InText, type Span, type TextSpan } from '../../base/text';
import { declaredFiguresOf, insightAt } from '../../brief/queries/blocks';
import type { Brief, Figure } from '../../brief/types';
import { inside } from '../../document/moved';
import { NOTHING } from '../lookup/lookUp';
import type { BriefEvidence, ClaimEvidence } from '../verdicts';
import { add, NO_VERDICTS, type VerdictCounts, verdictsIn } from './counts';
import { evidenceInFigure } from './figures';
import { evidenceByRun, evidenceOrigin, type InsightEvidence } from './insights';
import { evidenceOfTables, type TableOfRun, tableEvidence } from './tables';

export type { VerdictCounts } from './counts';
export { evidenceInFigure } from './figures';
export {
  countDenials,
  disputedInsights,
  evidenceByRun,
  evidenceOfOrigin,
  evidenceOrigin,
  type InsightEvidence,
  isDisputed,
  sourcesFactsOf,
} from './insights';
export { disputedTables, type RowEvidence, tableEvidence } from './tables';

/**
 * Looks up every number and quotation of a brief's insights and figures in the passages of the sources that they cite. These
 * are the sources of its own sentence; if that cites nothing, of its insight, or of the text that leads into the insight. Text
 * that is marked as the author's own judgement isn't looked up. A number that is marked as computed can only be wrong if its
 * words say how to compute it.
 *
 * The evidence is computed on the first call; further calls cost nothing.
 */
export const evidenceOf = derive(
  (brief: Brief): BriefEvidence => ({
    insights: brief.insights.map((_, index) => evidenceOfInsight(brief, index) ?? NOTHING),
    figures: brief.figures.map((figure) => evidenceOfFigure(brief, figure)),
  }),
);

/** The evidence of one insight, by its index. Unlike `evidenceOf`, it doesn't place the evidence of all others. */
export function evidenceOfInsight(brief: Brief, index: number): ClaimEvidence | undefined {
  const evidence = evidenceOrigin(brief, index);
  const insight = evidence && insightAt(brief, index);
  if (!insight) return undefined;
  if (evidence === NOTHING) return NOTHING;
  const placed = placedIn(brief);
  placed[index] ??= moved(evidence, insight.span.start);
  return placed[index];
}

/** The evidence of one of the brief's figures; for a table, of its cells. */
export function evidenceOfFigure(brief: Brief, figure: Figure): ClaimEvidence {
  const { start } = figure.span;
  if (figure.declaredIn === 'table') {
    const tables = tableEvidence(brief);
    const table = tables[firstFrom(tables, start)];
    return table?.span.start === start
      ? joined(table.rows.map(({ evidence, start }) => moved(evidence, table.at + start)))
      : NOTHING;
  }
  return moved(evidenceInFigure(brief, figure), start);
}

function joined(parts: readonly ClaimEvidence[]): ClaimEvidence {
  return {
    numbers: parts.flatMap(({ numbers }) => numbers),
    quotations: parts.flatMap(({ quotations }) => quotations),
    denied: parts.flatMap(({ denied }) => denied),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

/** The verdicts on the numbers and quotations of all insights and figures of a brief. */
export function verdictsOf(brief: Brief): VerdictCounts {
  const all = { ...NO_VERDICTS };
  for (const run of evidenceByRun(brief)) add(all, verdictsOfRun(run));
  for (const figure of declaredFiguresOf(brief)) add(all, verdictsIn(evidenceOfFigure(brief, figure)));
  for (const { tables } of evidenceOfTables(brief)) add(all, verdictsOfTables(tables));
  return all;
}

const verdictsOfRun = derive((run: Run<InsightEvidence>): VerdictCounts => {
  const all = { ...NO_VERDICTS };
  for (const { verdicts } of run) add(all, verdicts);
  return all;
});

const verdictsOfTables = derive((tables: readonly TableOfRun[]): VerdictCounts => {
  const all = { ...NO_VERDICTS };
  for (const { rows } of tables) for (const { evidence } of rows) add(all, verdictsIn(evidence));
  return all;
});

/** Gives the evidence of an insight, a row or a figure its place. `start` is the offset of that in the document. */
export const moved = derive((evidence: InText<ClaimEvidence>, start: number): ClaimEvidence => {
  const at = (span: TextSpan): Span => inside(span, { start });
  return {
    numbers: evidence.numbers.map((number) => ({
      ...number,
      span: at(number.span),
      otherwise: number.otherwise && { ...number.otherwise, span: at(number.otherwise.span) },
    })),
    quotations: evidence.quotations.map((quotation) => ({
      ...quotation,
      span: at(quotation.span),
      otherwise: quotation.otherwise && { ...quotation.otherwise, span: at(quotation.otherwise.span) },
    })),
    denied: evidence.denied.map((denied) => ({
      ...denied,
      span: at(denied.span),
      otherwise: { ...denied.otherwise, span: at(denied.span) },
    })),
    faults: mapped(evidence.faults, (fault) => ({ ...fault, span: at(fault.span) })),
  };
});

/** The placed evidence of a version. Insights with one text share their evidence, and `moved` caches only one place. */
const placedIn = derive((_brief: Brief): (ClaimEvidence | undefined)[] => []);
