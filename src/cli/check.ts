import { RULES, type RuleSetting, SEVERITIES, type Severity } from '../core';
import { checkAll } from './checkAll';
import { CommandError } from './commandError';
import { createConfigs } from './configs';
import { githubReport } from './githubReport';
import { jsonReport } from './jsonReport';
import { print, printDocument, printError } from './output';
import { type Arguments, listOf } from './parseArguments';
import { prettyReport } from './prettyReport';
import { type FileReport, isAtLeast } from './report';
import { sarifReport } from './sarifReport';
import { findTargets } from './targets';
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
  const request = {
    rules,
    config: args.valueOf('config'),
    fix: args.has('fix'),
    fixable: args.valueOf('format') === 'json',
  };
  const reports = await checkAll(targets, request, configs, jobsOf(args.valueOf('jobs')));
  for (const report of reports) if ('output' in report) await printDocument(report.output ?? '', undefined);
  const stream = args.has('fix') && targets.some(({ from }) => from === 'stdin') ? process.stderr : process.stdout;
  await print(textOf(reports, { args, failOn, colors: hasColors(stream, process.env) }), stream);
  const failed = reports.filter((report) => 'error' in report);
  for (const { path, error, unwritten } of failed)
    printError(`cannot ${unwritten ? 'write' : 'check'} "${path}": ${error}.`);
  if (failed.length > 0) return 2;
  return failOn !== null && reports.some((report) => hasAtLeast(report, failOn)) ? 1 : 0;
}

interface Printing {
  readonly args: Arguments;
  readonly failOn: Severity | null;
  readonly colors: boolean;
}

function textOf(reports: readonly FileReport[], { args, failOn, colors }: Printing): string {
  const quiet = args.has('quiet');
  switch (args.valueOf('format')) {
    case 'json':
      return `${toJson(jsonReport(reports))}\n`;
    case 'sarif':
      return `${toJson(sarifReport(reports))}\n`;
    case 'github':
      return githubReport(reports, quiet ? failOn : 'information');
    default:
      return prettyReport(reports, { shown: quiet ? failOn : 'hint', summary: !quiet, colors });
  }
}

function hasAtLeast(report: FileReport, least: Severity): boolean {
  return !('error' in report) && report.problems.some(({ severity }) => isAtLeast(severity, least));
}

/** @returns null where it is left to the program */
function jobsOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new CommandError(`--jobs ${value}: write a number from 1 to 999.`);
  return Number(value);
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
