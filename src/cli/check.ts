import { RULES, type RuleSetting, SEVERITIES, type Severity } from '../core';
import { CommandError } from './commandError';
import { jsonReport } from './jsonReport';
import { print, printError } from './output';
import { type Arguments, listOf } from './parseArguments';
import { prettyReport } from './prettyReport';
import { showProgress } from './progress';
import { type FileReport, isAtLeast, reportOn } from './report';
import { findTargets, type Target } from './targets';
import { hasColors, toJson } from './terminal';

/** `brief check [PATH…]`: reports the problems of briefs. */
export async function check(args: Arguments): Promise<number> {
  const failOn = failOnOf(args.valueOf('fail-on') ?? 'error');
  const rules = ruleSettings(args.valuesOf('rule'));
  const reports = await checkAll(findTargets(args.operands, args.valueOf('stdin-path')), rules);
  if (args.valueOf('format') === 'json') {
    await print(`${toJson(jsonReport(reports))}\n`);
  } else {
    const shown = args.has('quiet') ? failOn : 'hint';
    await print(
      prettyReport(reports, { shown, summary: !args.has('quiet'), colors: hasColors(process.stdout, process.env) }),
    );
  }
  const unread = reports.filter((report) => 'error' in report);
  for (const { path, error } of unread) printError(`cannot check "${path}": ${error}.`);
  if (unread.length > 0) return 2;
  return failOn !== null && reports.some((report) => hasAtLeast(report, failOn)) ? 1 : 0;
}

async function checkAll(targets: readonly Target[], rules: ReadonlyMap<string, RuleSetting>): Promise<FileReport[]> {
  const progress = showProgress(targets.length);
  const reports: FileReport[] = [];
  for (const target of targets) {
    progress.at(reports.length, target.path);
    reports.push(await reportOn(target, rules));
  }
  progress.end();
  return reports;
}

function hasAtLeast(report: FileReport, least: Severity): boolean {
  return !('error' in report) && report.problems.some(({ severity }) => isAtLeast(severity, least));
}

function failOnOf(value: string): Severity | null {
  return SEVERITIES.find((severity) => severity === value) ?? null;
}

/** Reads `CODE=SEVERITY`; of two for one code the later holds. */
function ruleSettings(values: readonly string[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  const known: readonly RuleSetting[] = ['off', ...SEVERITIES];
  for (const value of values) {
    const [code = '', name] = value.split('=', 2);
    const setting = known.find((each) => each === name);
    if (!RULES.some((rule) => rule.code === code)) {
      throw new CommandError(`unknown rule "${code}" in --rule ${value}: "brief rules" lists all.`);
    }
    if (setting === undefined) {
      throw new CommandError(`--rule ${value}: write ${code}=SEVERITY, where SEVERITY is one of ${listOf(known)}.`);
    }
    settings.set(code, setting);
  }
  return settings;
}
