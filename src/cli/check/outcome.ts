import type { BriefStats } from '../../core';
import { SEVERITIES, type Severity } from '../../core/base/problem';
import type { KnownProblems } from '../../core/rules/baseline';
import type { FileReport } from './reports/report';
import { isAtLeast } from './severities';

/** What is left of a report once it is written: plain values, so that a thread can send it and a cache can keep it. */
export interface Outcome {
  readonly path: string;
  /** What is printed of the file, in the format of the check; as UTF-8 where it comes from the cache. */
  readonly printed: string | Uint8Array;
  /** How many problems of each severity it has. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Null for a file that could not be checked. */
  readonly stats: BriefStats | null;
  /** Why it could not be checked, or its fixes not be written. */
  readonly error?: string;
  readonly unwritten?: boolean;
  /** How many problems were fixed, where that was asked for. */
  readonly fixed?: number;
  /** The whole text of standard input after its fixes. */
  readonly output?: string;
  /** How many problems of it a baseline has, and how many of these are gone. */
  readonly known: number;
  readonly stale: number;
  /** All its problems, if a baseline will be written again. */
  readonly found?: KnownProblems;
}

/** @param write what is printed of a report */
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
    // As values: what it works out when asked would keep the brief.
    stats: { ...stats },
    ...(baseline ?? { known: 0, stale: 0 }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(output === undefined ? {} : { output }),
  };
}

/** What a summary says of all files. */
export interface Totals {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Those that could not be checked, or not be written. */
  readonly failed: readonly { readonly path: string; readonly error: string; readonly unwritten: boolean }[];
  readonly insights: number;
  readonly cited: number;
  readonly own: number;
  readonly verified: number;
  readonly stale: number;
  readonly evidence: Readonly<BriefStats['evidence']>;
  /** How many problems were fixed in all; null where that was not asked for. */
  readonly fixed: number | null;
  /** What a baseline has of all of them; null where none is used. */
  readonly baseline: Readonly<TotalsOfBaseline> | null;
  /** How many files were left out, as they have not changed; null where that was not asked for. */
  readonly unchanged: number | null;
}

export interface TotalsOfBaseline {
  /** How many problems it has, which are not reported. */
  known: number;
  /** How many of its problems are gone. */
  stale: number;
  /** Whether it was written again: it then has exactly the current problems. */
  readonly updated: boolean;
}

/** Adds up outcomes, one after the other, and what a baseline has, where one is used. */
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

/** Whether there is a problem at least as grave as `least`. */
export function hasAtLeast({ counts }: Pick<Totals, 'counts'>, least: Severity): boolean {
  return SEVERITIES.some((severity) => counts[severity] > 0 && isAtLeast(severity, least));
}
