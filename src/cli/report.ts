import {
  type BriefStats,
  checkBrief,
  type LineIndex,
  type Problem,
  type RuleSetting,
  SEVERITIES,
  type Severity,
  statsOf,
} from '../core';
import { parseBriefFile } from '../files/parseBriefFile';
import { readStandardInput, readTextFile } from './readText';
import type { Target } from './targets';

/** What was found in one file. */
export type FileReport =
  | { readonly path: string; readonly error: string }
  | {
      readonly path: string;
      readonly text: string;
      readonly lines: LineIndex;
      readonly problems: readonly Problem[];
      readonly stats: BriefStats;
    };

/** Reads and checks one target. Whatever is wrong with it stays in its report, so that the others are still checked. */
export async function reportOn(target: Target, rules: ReadonlyMap<string, RuleSetting>): Promise<FileReport> {
  const { path } = target;
  if (target.error !== undefined) return { path, error: target.error };
  const read = target.from === 'stdin' ? await readStandardInput() : readTextFile(path);
  if ('error' in read) return { path, error: read.error };
  try {
    const brief = await parseBriefFile(read.text, path, process.cwd());
    return {
      path,
      text: brief.text,
      lines: brief.lines,
      problems: checkBrief(brief, { rules }),
      stats: statsOf(brief),
    };
  } catch (error) {
    return { path, error: `it could not be checked: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** How many problems of each severity there are. */
export function countSeverities(reports: readonly FileReport[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const report of reports) {
    if (!('error' in report)) for (const { severity } of report.problems) counts[severity]++;
  }
  return counts;
}

/** Whether a severity is at least as grave as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
