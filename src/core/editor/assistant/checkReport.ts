/** Reports the problems of a brief to an assistant that has to mend them. */

import { type Problem, SEVERITIES, type Severity } from '../../base/problem';
import type { Brief } from '../../brief/types';
import { type BriefStats, statsOf } from '../../evidence/stats';
import { clipped, count, list, type Place, placeIn, type ReportedEdit } from './texts';

export interface CheckLimits {
  /** The most problems that are reported, the gravest first. */
  readonly most: number;
  /** The least grave severity that is reported. */
  readonly least: Severity;
}

export interface CheckReport {
  readonly title: string | null;
  readonly language: string;
  /** Number of problems of each severity in the brief, including problems that are left out. */
  readonly totals: Readonly<Record<Severity, number>>;
  readonly stats: BriefStats;
  /** Problems in the order of the text. */
  readonly problems: readonly ProblemReport[];
  /** A sentence about what was left out; null if nothing was. */
  readonly leftOut: string | null;
}

export interface ProblemReport extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The text at the problem, or its start. */
  readonly text: string;
  /** The fix that is most likely wanted; null if there is none. */
  readonly fix: FixReport | null;
}

export interface FixReport {
  /** The title of the fix, as a command. */
  readonly title: string;
  /** All edits of the fix; null if they are too long to report. */
  readonly edits: readonly ReportedEdit[] | null;
}

/** The most UTF-16 units of the text at a problem, and of a title. */
const LONGEST_TEXT = 240;
/** The most UTF-16 units of all old and new texts of a fix. */
const LONGEST_FIX = 2000;

/**
 * Puts problems, with their fixes, and counts into plain values. The report has a limited size: a brief may have 1,000
 * problems.
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
