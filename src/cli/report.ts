import {
  type Brief,
  type BriefStats,
  checkBrief,
  type LineIndex,
  type Problem,
  type RuleSetting,
  ruleSettingsOf,
  SEVERITIES,
  type Severity,
  statsOf,
} from '../core';
import { parseBriefFile } from '../files/parseBriefFile';
import { type Configs, configOf } from './configs';
import { type Figures, figuresBeside, uriOf } from './figures';
import { fixBrief, writeFixed } from './fix';
import { readStandardInput, readTextFile } from './readText';
import type { Target } from './targets';

/** A problem without what belongs to the brief, so that the brief need not be kept. */
export interface ReportedProblem extends Pick<Problem, 'rule' | 'severity' | 'message' | 'span' | 'related'> {
  /** Whether it has a fix; false where nobody asked. */
  readonly fixable: boolean;
}

/** What was found in one file. */
export type FileReport =
  | { readonly path: string; readonly error: string; readonly unwritten?: boolean }
  | {
      readonly path: string;
      /** After its fixes, as all that follows. */
      readonly text: string;
      readonly lines: LineIndex;
      readonly problems: readonly ReportedProblem[];
      readonly stats: BriefStats;
      /** How many problems were fixed, where that was asked for. */
      readonly fixed?: number;
      /** The whole text of standard input after its fixes. */
      readonly output?: string;
    };

export interface ReportOptions {
  /** What the command line says of rules: it counts more than a configuration. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly configs: Configs;
  /** The figures of all briefs that are checked. */
  readonly figures: Figures;
  /** To find out which problems have a fix. */
  readonly fixable: boolean;
  /** To apply safe fixes first, and to write what they changed. */
  readonly fix: boolean;
}

/**
 * Reads and checks one target. Whatever is wrong with it stays in its report, so that the others are still checked.
 *
 * @throws CommandError if the configuration that holds for it has an error
 */
export async function reportOn(target: Target, options: ReportOptions): Promise<FileReport> {
  const { path } = target;
  const { fix } = options;
  if (target.error !== undefined) return { path, error: target.error };
  const config = await configOf(options.configs, path);
  const read = target.from === 'stdin' ? await readStandardInput() : readTextFile(path);
  if ('error' in read) return { path, error: read.error };
  try {
    const parse = (text: string) => parseBriefFile(text, path, process.cwd(), config);
    const asRead = await parse(read.text);
    const rules = new Map([...(config ? ruleSettingsOf(config.config) : []), ...options.rules]);
    const elsewhere = figuresBeside(uriOf(path), options.figures);
    const check = (brief: Brief) => checkBrief(brief, { rules, elsewhere });
    const { brief, fixed } = fix ? await fixBrief(asRead, parse, check) : { brief: asRead, fixed: 0 };
    const isInput = target.from === 'stdin';
    if (!isInput && brief.text !== read.text) {
      const trouble = writeFixed(path, read.text, brief.text, read.marked);
      if (trouble !== null) return { path, error: trouble, unwritten: true };
    }
    return {
      path,
      text: brief.text,
      lines: brief.lines,
      problems: check(brief).map((problem) => reported(problem, options.fixable)),
      stats: statsOf(brief),
      ...(fix ? { fixed } : {}),
      ...(fix && isInput ? { output: `${read.marked ? '\uFEFF' : ''}${brief.text}` } : {}),
    };
  } catch (error) {
    return { path, error: `it could not be checked: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function reported({ rule, severity, message, span, related, fixes }: Problem, asked: boolean): ReportedProblem {
  return { rule, severity, message, span, related, fixable: asked && (fixes?.() ?? []).length > 0 };
}

/** How many problems of each severity there are. */
export function countSeverities(reports: readonly FileReport[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const report of reports) {
    if (!('error' in report)) for (const { severity } of report.problems) counts[severity]++;
  }
  return counts;
}

/** How many problems were fixed in all; null where that was not asked for. */
export function countFixed(reports: readonly FileReport[]): number | null {
  let fixed: number | null = null;
  for (const report of reports) if ('fixed' in report) fixed = (fixed ?? 0) + (report.fixed ?? 0);
  return fixed;
}

/** Whether a severity is at least as grave as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
