import { say } from '../../../core/base/say';
import {
  type Brief,
  type BriefStats,
  briefOfSource,
  type CheckOptions,
  type ConfigFile,
  checkBrief,
  claimFactsOf,
  keyNumbersOf,
  type LineIndex,
  type NumberFact,
  type NumbersElsewhere,
  type Problem,
  type RuleSetting,
  ruleSettingsOf,
  type SourceFile,
  statsOf,
} from '../../../core/checking';
import type { KnownProblems } from '../../../core/rules/baseline';
import type { ParseBriefFile } from '../../../files/named/parseBriefFile';
import { formulaFaults } from '../../io/formulas';
import { readStandardInput, readTextFile } from '../../io/readText';
import type { BaselineUse } from '../baseline/baselineUse';
import { digestOfKnown, digestsElsewhere, type NamedRead, type RecordedReads } from '../cache/records';
import { type Configs, configOf } from '../configs';
import { type Figures, figuresBeside, isClaim, uriOf } from '../figures';
import { fixBrief, writeFixed } from '../fix';
import { problemsOf, sourceFileAt } from '../librarySources';
import type { Target } from '../targets';

/** A problem without references to the brief, so that the brief need not be kept. */
export interface ReportedProblem extends Pick<Problem, 'rule' | 'severity' | 'message' | 'span' | 'related'> {
  /** True if the problem has a fix; false if fixes were not requested. */
  readonly fixable: boolean;
}

/** Result of checking one file. */
export type FileReport =
  | { readonly path: string; readonly error: string; readonly unwritten?: boolean }
  | {
      readonly path: string;
      /** Text after its fixes. The other fields refer to it. */
      readonly text: string;
      readonly lines: LineIndex;
      readonly problems: readonly ReportedProblem[];
      readonly stats: BriefStats;
      /** Number of problems fixed, if fixes were asked for. */
      readonly fixed?: number;
      /** The whole text of standard input after its fixes. */
      readonly output?: string;
      /** Result of the comparison with a baseline, if one is used. Known problems are not among `problems`. */
      readonly baseline?: ReportedBaseline;
    };

export interface ReportedBaseline {
  /** Number of known problems, which are not reported. */
  readonly known: number;
  /** Number of problems of the baseline that are gone. */
  readonly stale: number;
  /** All current problems, if it will be written again. */
  readonly found?: KnownProblems;
}

export interface ReportOptions {
  /** Settings of rules on the command line. They override a configuration. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly configs: Configs;
  readonly parse: ParseBriefFile;
  readonly record: () => RecordedReads;
  /** The figures of all briefs that are checked. */
  readonly figures: Figures;
  /** True to find out which problems have a fix. */
  readonly fixable: boolean;
  /** True to apply safe fixes first, and to write the changed files. */
  readonly fix: boolean;
  readonly baseline: BaselineUse | null;
}

/**
 * Everything that a report depends on, beside the program, the command line and the path of the file. Digests stand for texts.
 */
export interface Dependencies {
  /** Digest of the bytes of the file. */
  readonly text: string;
  /** Digest of the configuration that holds for the file, with the files that it names. */
  readonly config: string;
  /** Digest of its known problems in the baseline. */
  readonly baseline: string;
  /** Readings of the files that the brief names. */
  readonly files: readonly NamedRead[];
  /** Ids of its facts that other briefs have, too, each with a digest of the facts there. */
  readonly figures: readonly (readonly [id: string, facts: string])[];
  /** Its key numbers and the numbers of its insights, which reports on other briefs may depend on. */
  readonly facts: readonly NumberFact[];
}

interface Reported {
  readonly report: FileReport;
  /** Everything that the report depends on; null if the report must not be kept as known. */
  readonly dependencies: Dependencies | null;
  /** Numbers of its insights that other files may contradict; empty if the target can't be checked again. */
  readonly claims: readonly NumberFact[];
}

/**
 * Reads and checks one target. Any error in it stays in its report, so that the others are still checked.
 *
 * @throws CommandError if the configuration that holds for it has an error
 */
export async function reportOn(target: Target, options: ReportOptions): Promise<Reported> {
  const { path } = target;
  const { fix } = options;
  const failed = (error: string, unwritten = false) => ({
    report: { path, error, ...(unwritten ? { unwritten } : {}) },
    dependencies: null,
    claims: [],
  });
  if (target.error !== undefined) return failed(target.error);
  const config = await configOf(options.configs, path);
  const read = target.from === 'stdin' ? await readStandardInput() : readTextFile(path);
  if ('error' in read) return failed(read.error);
  const source = sourceFileAt(config, path);
  if (config && source)
    return { report: await reportOnSource(source, path, config, options), dependencies: null, claims: [] };
  try {
    const files = options.record();
    const parse = (text: string) => options.parse(text, path, process.cwd(), config, files.system);
    const asRead = await parse(read.text);
    const rules = new Map([...(config ? ruleSettingsOf(config.config) : []), ...options.rules]);
    const uri = uriOf(path);
    const elsewhere = options.figures.size > 0 ? elsewhereOf(uri, target, options.figures) : null;
    const formulaFault = await formulaFaults(read.text);
    const check = (brief: Brief, comparison: Comparison | null = null) =>
      checkBrief(brief, { ...withoutKnownOf(comparison), rules, elsewhere, formulaFault });
    const { brief, fixed } = fix ? await fixBrief(asRead, parse, check) : { brief: asRead, fixed: 0 };
    const isInput = target.from === 'stdin';
    if (!isInput && brief.text !== read.text) {
      const trouble = writeFixed(path, read.text, brief.text);
      if (trouble !== null) return failed(trouble, true);
    }
    const comparing = await comparisonWith(options.baseline, path);
    const others = check(brief, comparing);
    const report: FileReport = {
      path,
      text: brief.text,
      lines: brief.lines,
      problems: others.map((problem) => reported(problem, options.fixable)),
      stats: statsOf(brief),
      ...(fix ? { fixed: fixed + (target.fixed ?? 0) } : {}),
      ...(comparing ? { baseline: comparing.found() } : {}),
      ...(fix && isInput ? { output: `${read.marked ? '\uFEFF' : ''}${brief.text}` } : {}),
    };
    if (target.from !== 'file') return { report, dependencies: null, claims: [] };
    const claims = claimFactsOf(brief, uri);
    if (fix) return { report, dependencies: null, claims };
    const facts = [...keyNumbersOf(brief, uri), ...claims];
    const dependencies: Dependencies = {
      text: read.digest,
      config: options.configs.digestOf(config),
      baseline: digestOfKnown(options.baseline, path),
      files: files.reads,
      figures: elsewhere ? digestsElsewhere(facts, elsewhere) : [],
      facts,
    };
    return { report, dependencies, claims };
  } catch (error) {
    return failed(say('it could not be checked: {0}', error instanceof Error ? error.message : String(error)));
  }
}

/**
 * Finds the facts of other briefs for a target. A pipe or standard input can't be read again when the claims of all files are
 * known. So it is compared with key numbers only.
 */
function elsewhereOf(uri: string, { from }: Target, figures: Figures): NumbersElsewhere {
  const beside = figuresBeside(uri, figures);
  return from === 'file' ? beside : (id) => beside(id).filter((fact) => !isClaim(fact));
}

/** Reports on a file of a library folder. It has no insights, and no fixes are made in it. */
async function reportOnSource(
  source: SourceFile,
  path: string,
  config: ConfigFile,
  options: ReportOptions,
): Promise<FileReport> {
  const brief = briefOfSource(source);
  const problems = problemsOf(source, config, options.rules);
  const comparing = await comparisonWith(options.baseline, path);
  const others = comparing?.withoutKnown(brief, problems) ?? problems;
  return {
    path,
    text: source.written,
    lines: source.lines,
    problems: others.map((problem) => reported(problem, false)),
    stats: statsOf(brief),
    ...(comparing ? { baseline: comparing.found() } : {}),
  };
}

/** Compares the problems of one file with a baseline. */
interface Comparison extends Required<Pick<CheckOptions, 'withoutKnown'>> {
  /** Returns the result of the comparison. */
  found(): ReportedBaseline;
}

function withoutKnownOf(comparison: Comparison | null): Pick<CheckOptions, 'withoutKnown'> {
  return comparison ? { withoutKnown: comparison.withoutKnown } : {};
}

/**
 * Makes the comparison of one file with a baseline: it removes the known problems, and counts them. Null without a baseline.
 */
async function comparisonWith(baseline: BaselineUse | null, path: string): Promise<Comparison | null> {
  if (!baseline) return null;
  const { compareWith } = await import('../../../core/rules/baseline');
  let result: ReportedBaseline = { known: 0, stale: 0 };
  return {
    withoutKnown: (brief, problems) => {
      const { others, known, stale, found } = compareWith(baseline.files.get(path) ?? new Map(), brief, problems);
      result = baseline.update ? { known: problems.length, stale, found } : { known, stale };
      return baseline.update ? [] : others;
    },
    found: () => result,
  };
}

function reported({ rule, severity, message, span, related, fixes }: Problem, asked: boolean): ReportedProblem {
  return { rule, severity, message, span, related, fixable: asked && (fixes?.() ?? []).length > 0 };
}
