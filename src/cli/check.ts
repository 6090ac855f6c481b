import { RULES, type RuleSetting, SEVERITIES, type Severity } from '../core';
import { CommandError } from './commandError';
import { createConfigs } from './configs';
import { gatherFigures } from './figures';
import { jsonReport } from './jsonReport';
import { print, printDocument, printError } from './output';
import { type Arguments, listOf } from './parseArguments';
import { prettyReport } from './prettyReport';
import { showProgress } from './progress';
import { type FileReport, isAtLeast, type ReportOptions, reportOn } from './report';
import { findTargets, type Target } from './targets';
import { hasColors, toJson } from './terminal';

/**
 * `brief check [PATH…]`: reports the problems of briefs. With `--fix`, the text of standard input goes to standard output
 * after its fixes, as a filter's does, and the report to standard error.
 */
export async function check(args: Arguments): Promise<number> {
  const failOn = failOnOf(args.valueOf('fail-on') ?? 'error');
  const rules = ruleSettings(args.valuesOf('rule'));
  const configs = createConfigs(args.valueOf('config'));
  const targets = await findTargets(args.operands, args.valueOf('stdin-path'), configs);
  const reports = await checkAll(targets, {
    rules,
    configs,
    figures: await gatherFigures(targets, configs),
    fix: args.has('fix'),
  });
  for (const report of reports) if ('output' in report) await printDocument(report.output ?? '', undefined);
  const stream = args.has('fix') && targets.some(({ from }) => from === 'stdin') ? process.stderr : process.stdout;
  if (args.valueOf('format') === 'json') {
    await print(`${toJson(jsonReport(reports))}\n`, stream);
  } else {
    const shown = args.has('quiet') ? failOn : 'hint';
    await print(
      prettyReport(reports, { shown, summary: !args.has('quiet'), colors: hasColors(stream, process.env) }),
      stream,
    );
  }
  const failed = reports.filter((report) => 'error' in report);
  for (const { path, error, unwritten } of failed)
    printError(`cannot ${unwritten ? 'write' : 'check'} "${path}": ${error}.`);
  if (failed.length > 0) return 2;
  return failOn !== null && reports.some((report) => hasAtLeast(report, failOn)) ? 1 : 0;
}

async function checkAll(targets: readonly Target[], options: ReportOptions): Promise<FileReport[]> {
  const progress = showProgress(targets.length);
  const reports: FileReport[] = [];
  for (const target of targets) {
    progress.at(reports.length, target.path);
    reports.push(await reportOn(target, options));
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
