import { dirname, resolve } from 'node:path';
import { type RuleSetting, SEVERITIES, type Severity } from '../../core/base/problem';
import { say } from '../../core/base/say';
import type { ConfigFile } from '../../core/brief/config/config';
import { userCacheFolder } from '../../files/kept/cacheFolder';
import { CommandError } from '../commandError';
import { FORMATS } from '../commands';
import { printError } from '../io/output';
import { hasColors } from '../io/terminal';
import { type Arguments, listOf } from '../parseArguments';
import type { Baseline } from './baseline/baseline';
import { type CheckCache, openCache } from './cache/checkCache';
import type { Changes } from './changes/changes';
import { checkKnown } from './checkKnown';
import type { CheckRequest } from './checkTarget';
import { type Configs, createConfigs } from './configs';
import { hasAtLeast } from './outcome';
import { startPrinting } from './printOutcomes';
import { showProgress } from './progress';
import { formatOf } from './reports/formatOf';
import type { Printing } from './reports/reportFormat';
import { findTargets, type Target } from './targets';
import type { Watched } from './watch';

/**
 * `brief check [PATH…]`: reports the problems of briefs. With `--fix`, the text of standard input goes to standard output
 * after its fixes, as a filter's does, and the report to standard error.
 */
export async function check(args: Arguments): Promise<number> {
  if (!args.has('watch')) return (await checkOnce(args)).status;
  const other = UNWATCHED.find((option) => args.has(option));
  if (other !== undefined || args.operands.includes('-'))
    throw new CommandError(say('--watch and {0} do not go together.', other === undefined ? '-' : `--${other}`));
  const first = new Set(
    (args.operands.length === 0 ? ['.'] : args.operands).flatMap((path) => [resolve(path), dirname(resolve(path))]),
  );
  const { checkAtChanges } = await import('./watch');
  return checkAtChanges(async () => (await checkOnce(args)).watched(), first);
}

/** Options under which a check writes what it is to watch, or doesn't know the files that briefs name. */
const UNWATCHED = ['fix', 'update-baseline', 'no-cache'];

interface CheckDone {
  readonly status: number;
  /** Returns what the results depend on. Most checks are not repeated, and need not know. */
  watched(): Watched;
}

async function checkOnce(args: Arguments): Promise<CheckDone> {
  const looked = new Set<string>();
  const failOn = failOnOf(args.valueOf('fail-on') ?? 'error');
  const rules = await ruleSettings(args.valuesOf('rule'));
  const jobs = jobsOf(args.valueOf('jobs'));
  const configs = createConfigs(args.valueOf('config'));
  const targets = await findTargets(args.operands, args.valueOf('stdin-path'), configs, (folder) => looked.add(folder));
  const folders = new Set(targets.flatMap(({ path, error }) => (error === undefined ? dirname(path) : [])));
  const byFolder = new Map<string, ConfigFile | null>();
  for (const folder of folders) byFolder.set(folder, await configs.in(folder));
  const baseline = await baselineOf(args, byFolder);
  await addSources(targets, args.operands, rules, configs);
  const fix = args.has('fix');
  const stream = fix && targets.some(({ from }) => from === 'stdin') ? process.stderr : process.stdout;
  const printing = printingOf(args, failOn, hasColors(stream, process.env));
  const request: CheckRequest = {
    rules,
    config: args.valueOf('config'),
    fix,
    printing,
    baseline: baseline && { files: baseline.files, update: baseline.update },
  };
  const cache = cacheOf(args, request, configs);
  const changes = await changesOf(args, configs);
  const progress = showProgress();
  const printer = startPrinting(
    await formatOf(printing),
    stream,
    baseline?.totalsBeside(targets) ?? null,
    progress.clear,
  );
  for await (const outcomes of checkKnown(targets, request, { configs, cache, changes, jobs, progress })) {
    baseline?.take(outcomes);
    await printer.take(outcomes);
  }
  cache?.save();
  progress.clear();
  baseline?.save();
  const totals = await printer.end(changes?.unchanged ?? null);
  for (const { path, error, unwritten } of totals.failed)
    printError(unwritten ? say('cannot write "{0}": {1}.', path, error) : say('cannot check "{0}": {1}.', path, error));
  const isFound = failOn !== null && hasAtLeast(totals, failOn);
  return {
    status: totals.failed.length > 0 ? 2 : isFound ? 1 : 0,
    watched: () => {
      const files = [...targets.map(({ path }) => resolve(path)), ...(cache?.named() ?? []), ...configs.files()];
      return { folders: looked, files: new Set(files) };
    },
  };
}

/** Adds the files of the libraries in the folders that are checked, where something is wrong in them. */
async function addSources(
  targets: Target[],
  operands: readonly string[],
  rules: ReadonlyMap<string, RuleSetting>,
  configs: Configs,
): Promise<void> {
  const found = configs.found().filter(({ folder }) => folder);
  if (found.length === 0) return;
  const { sourcesToReport } = await import('./librarySources');
  const folders = operands.length === 0 ? ['.'] : operands;
  const known = new Set(targets.map(({ path }) => path));
  targets.push(...sourcesToReport(found, folders, rules).filter(({ path }) => !known.has(path)));
  targets.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function changesOf(args: Arguments, configs: Configs): Promise<Changes | null> {
  const revision = args.valueOf('changed-since');
  if (revision === undefined) return null;
  return (await import('./changes/changes')).openChanges(revision, args.valueOf('config'), configs);
}

/** The baseline that the command line names, else those of the configurations. */
async function baselineOf(args: Arguments, byFolder: ReadonlyMap<string, ConfigFile | null>): Promise<Baseline | null> {
  const path = args.valueOf('baseline');
  const update = args.has('update-baseline');
  if (path !== undefined) return (await import('./baseline/baseline')).openBaseline(path, update);
  if ([...byFolder.values()].some((config) => config?.baseline))
    return (await import('./baseline/baseline')).baselinesOf(byFolder, update);
  if (update)
    throw new CommandError(
      say('--update-baseline needs the file to write: --baseline FILE, or baseline: FILE in brief.config.yaml.'),
    );
  return null;
}

/**
 * Null for a check that is to use none, or has no place for it. What fixes are made of is never taken for known, and a
 * baseline that is written again needs all that was found.
 */
function cacheOf(args: Arguments, request: CheckRequest, configs: Configs): CheckCache | null {
  const folder = args.valueOf('cache-dir') ?? userCacheFolder(process.env);
  return args.has('no-cache') || request.fix || request.baseline?.update || folder === null
    ? null
    : openCache(folder, request, configs);
}

function printingOf(args: Arguments, failOn: Severity | null, colors: boolean): Printing {
  const format = FORMATS.find((each) => each === args.valueOf('format')) ?? 'pretty';
  const quiet = args.has('quiet');
  const plain = { format, failing: null, summary: false, colors: false };
  if (format === 'json' || format === 'sarif') return { ...plain, shown: 'hint' };
  if (format === 'github') return { ...plain, shown: quiet ? failOn : 'information' };
  if (format === 'junit') return { ...plain, shown: quiet ? failOn : 'hint', failing: failOn };
  return { ...plain, shown: quiet ? failOn : 'hint', summary: !quiet, colors };
}

/** @returns null where it is left to the program */
function jobsOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new CommandError(say('--jobs {0}: write a number from 1 to 999.', value));
  return Number(value);
}

function failOnOf(value: string): Severity | null {
  return SEVERITIES.find((severity) => severity === value) ?? null;
}

/** Reads `CODE=SEVERITY`; of two for one code the later holds. */
async function ruleSettings(values: readonly string[]): Promise<ReadonlyMap<string, RuleSetting>> {
  const settings = new Map<string, RuleSetting>();
  if (values.length === 0) return settings;
  const { RULES } = await import('../../core/checking');
  const known: readonly RuleSetting[] = ['off', ...SEVERITIES];
  for (const value of values) {
    const [code = '', name] = value.split('=', 2);
    const setting = known.find((each) => each === name);
    if (!RULES.some((rule) => rule.code === code)) {
      throw new CommandError(say('unknown rule "{0}" in --rule {1}: "brief rules" lists all.', code, value));
    }
    if (setting === undefined) {
      throw new CommandError(
        say('--rule {0}: write {1}=SEVERITY, where SEVERITY is one of {2}.', value, code, listOf(known)),
      );
    }
    settings.set(code, setting);
  }
  return settings;
}
