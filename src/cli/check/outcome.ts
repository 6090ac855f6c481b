import type { BriefStats } from '../../core';
import { SEVERITIES, type Severity } from '../../core/base/problem';
import type { KnownProblems } from '../../core/rules/baseline';
import type { FileReport } from './reports/report';
import { isAtLeast } from './severities';

/** Summary of a report once it is written. It has plain values only, so that a thread can send it and a cache can keep it. */
export interface Outcome {
  readonly path: string;
  /** Printed report on the file, in the format of the check; UTF-8 bytes if it comes from the cache. */
  readonly printed: string | Uint8Array;
  /** Number of problems of each severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Statistics of the brief; null for a file that could not be checked. */
  readonly stats: BriefStats | null;
  /** Reason why the file could not be checked, or its fixes not be written. */
  readonly error?: string;
  readonly unwritten?: boolean;
  /** Number of problems fixed, if fixes were asked for. */
  readonly fixed?: number;
  /** The whole text of standard input after its fixes. */
  readonly output?: string;
  /** Number of its problems that are in a baseline, and number of problems of the baseline that are gone. */
  readonly known: number;
  readonly stale: number;
  /** All its problems, if a baseline will be written again. */
  readonly found?: KnownProblems;
}

/** @param write returns what is printed of a report */
export function outcomeOf(report: FileReport, write: (report: FileReport) => string): Outcome {
  const { path } = report;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const printed = write(report);
  if ('error' in report) return { ...report, path, printed, counts, stats: null, known: 0, stale: 0 };
  for (const { severity } of report.problems) counts[severity]++;
  const { stats, fixed, output, baseline } = report;
  return {
    path,
    printed,
    counts,
    // Copies the values: they are computed when asked for, and the original would keep the brief.
    stats: { ...stats },
    ...(baseline ?? { known: 0, stale: 0 }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(output === undefined ? {} : { output }),
  };
}

/** Sums over all files, for the summary. */
export interface Totals {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Files that could not be checked, or not be written. */
  readonly failed: readonly { readonly path: string; readonly error: string; readonly unwritten: boolean }[];
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  readonly verified: number;
  readonly stale: number;
  readonly evidence: Readonly<BriefStats['evidence']>;
  /** Number of problems fixed in all; null if fixes were not asked for. */
  readonly fixed: number | null;
  /** Sums of the baseline; null if none is used. */
  readonly baseline: Readonly<TotalsOfBaseline> | null;
  /** Number of files left out as unchanged; null if that was not asked for. */
  readonly unchanged: number | null;
}

export interface TotalsOfBaseline {
  /** Number of known problems, which are not reported. */
  known: number;
  /** Number of problems of the baseline that are gone. */
  stale: number;
  /** True if the baseline was written again: it then has exactly the current problems. */
  readonly updated: boolean;
}

/** Adds up outcomes, one after the other, and the numbers of a baseline if one is used. */
export function addUp(baseline: TotalsOfBaseline | null): { add(outcome: Outcome): void; readonly totals: Totals } {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const evidence = { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 0 };
  const failed: Totals['failed'][number][] = [];
  const known = baseline && { ...baseline };
  const sums = {
    files: 0,
    insights: 0,
    cited: 0,
    own: 0,
    verified: 0,
    stale: 0,
    fixed: null as number | null,
    unchanged: null,
  };
  const totals = Object.assign(sums, { counts, failed, evidence, baseline: known });
  return {
    totals,
    add: ({ path, counts: own, stats, error, unwritten = false, fixed, ...ofBaseline }) => {
      totals.files++;
      if (known) {
        known.known += ofBaseline.known;
        known.stale += ofBaseline.stale;
      }
      for (const severity of SEVERITIES) counts[severity] += own[severity];
      if (error !== undefined) failed.push({ path, error, unwritten });
      if (fixed !== undefined) totals.fixed = (totals.fixed ?? 0) + fixed;
      if (!stats) return;
      totals.insights += stats.insights;
      totals.cited += stats.cited;
      totals.own += stats.own;
      totals.verified += stats.verified;
      totals.stale += stats.stale;
      for (const verdict of VERDICTS) evidence[verdict] += stats.evidence[verdict];
    },
  };
}

const VERDICTS = ['found', 'differs', 'elsewhere', 'notFound', 'uncheckable'] as const;

/** True if there is a problem at least as grave as `least`. */
export function hasAtLeast({ counts }: Pick<Totals, 'counts'>, least: Severity): boolean {
  return SEVERITIES.some((severity) => counts[severity] > 0 && isAtLeast(severity, least));
}
