/** What is wrong in a brief, for an assistant that is to mend it. */

import { type Problem, SEVERITIES, type Severity } from '../../base/problem';
import type { Brief } from '../../brief/types';
import { type BriefStats, statsOf } from '../../evidence/stats';
import { clipped, count, list, type Place, placeIn, type ReportedEdit } from './texts';

export interface CheckLimits {
  /** How many problems are wanted, the gravest first. */
  readonly most: number;
  /** What is less grave is left out. */
  readonly least: Severity;
}

export interface CheckReport {
  readonly title: string | null;
  readonly language: string;
  /** How many problems of each severity the brief has, those that are left out included. */
  readonly totals: Readonly<Record<Severity, number>>;
  readonly stats: BriefStats;
  /** In the order of the text. */
  readonly problems: readonly ProblemReport[];
  /** What was left out, in a sentence; null: nothing. */
  readonly leftOut: string | null;
}

export interface ProblemReport extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What it is at, or the start of that. */
  readonly text: string;
  /** The fix that is likeliest wanted; null: there is none. */
  readonly fix: FixReport | null;
}

export interface FixReport {
  /** What it does, as a command. */
  readonly title: string;
  /** All of them together; null where they are too long to be told. */
  readonly edits: readonly ReportedEdit[] | null;
}

/** UTF-16 units of what a problem is at. */
const LONGEST_TEXT = 240;
/** UTF-16 units of all old and new texts of a fix. */
const LONGEST_FIX = 2000;

/**
 * Puts problems, with their fixes, and counts into plain values. Its size has limits: a brief may have 1,000 problems.
 *
 * @param problems all of the brief, in the order of the text
 */
export function checkReport(brief: Brief, problems: readonly Problem[], { most, least }: CheckLimits): CheckReport {
  const totals: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) totals[severity]++;
  const wanted = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  const told = new Set(
    wanted.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(0, most),
  );
  return {
    title: brief.title ? clipped(brief.title.value, LONGEST_TEXT) : null,
    language: brief.language,
    totals,
    stats: statsOf(brief),
    problems: problems.filter((problem) => told.has(problem)).map((problem) => reported(brief, problem)),
    leftOut: leftOutOf(problems, told),
  };
}

function reported(brief: Brief, { rule, severity, message, span, fixes }: Problem): ProblemReport {
  const all = fixes?.() ?? [];
  const fix = all.find(({ preferred }) => preferred) ?? all[0];
  const edits = fix?.edits.map(({ span: place, newText }) => ({
    range: brief.lines.rangeOf(place),
    oldText: brief.content.slice(place.start, place.end),
    newText,
  }));
  const size = edits?.reduce((sum, { oldText, newText }) => sum + oldText.length + newText.length, 0) ?? 0;
  return {
    rule,
    severity,
    message,
    ...placeIn(brief, span),
    text: clipped(brief.content.slice(span.start, span.end), LONGEST_TEXT),
    fix: fix && edits ? { title: fix.title, edits: size > LONGEST_FIX ? null : edits } : null,
  };
}

function leftOutOf(problems: readonly Problem[], told: ReadonlySet<Problem>): string | null {
  const left = SEVERITIES.flatMap((severity) => {
    const number = problems.filter((problem) => problem.severity === severity && !told.has(problem)).length;
    if (number === 0) return [];
    return [severity === 'information' ? `${number} information` : count(number, severity)];
  });
  return left.length === 0
    ? null
    : `Not told: ${list(left, left.length)}. Mend what is told and check again, or ask for more by limit and least.`;
}
