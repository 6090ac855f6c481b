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

/** A problem without what belongs to the brief, so that the brief need not be kept. */
export interface ReportedProblem extends Pick<Problem, 'rule' | 'severity' | 'message' | 'span' | 'related'> {
  /** Whether it has a fix; false if fixes were not requested. */
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
      /** What a baseline has of it, where one is used. Its problems are not among `problems`. */
      readonly baseline?: ReportedBaseline;
    };

export interface ReportedBaseline {
  /** How many problems it has, which are not reported. */
  readonly known: number;
  /** How many of its problems are gone. */
  readonly stale: number;
  /** All current problems, if it will be written again. */
  readonly found?: KnownProblems;
}

export interface ReportOptions {
  /** What the command line says of rules: it counts more than a configuration. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly configs: Configs;
  readonly parse: ParseBriefFile;
  readonly record: (brief: string) => RecordedReads;
  /** The figures of all briefs that are checked. */
  readonly figures: Figures;
  /** To find out which problems have a fix. */
  readonly fixable: boolean;
  /** To apply safe fixes first, and to write what they changed. */
  readonly fix: boolean;
  readonly baseline: BaselineUse | null;
}

/**
 * All that a report rests on beside the program, what the command line says and where the file lies. Digests stand for
 * texts.
 */
export interface Dependencies {
  /** The bytes of the file. */
  readonly text: string;
  /** The configuration that holds for it, with the files that this names. */
  readonly config: string;
  /** What the baseline has of it. */
  readonly baseline: string;
  /** What was read of the files that the brief names. */
  readonly files: readonly NamedRead[];
  /** The ids of its facts that other briefs have, too, each with what is there. */
  readonly figures: readonly (readonly [id: string, facts: string])[];
  /** Its own key numbers and those of its insights, which reports on others may rest on. */
  readonly facts: readonly NumberFact[];
}

interface Reported {
  readonly report: FileReport;
  /** Null for what must not be taken for known. */
  readonly dependencies: Dependencies | null;
  /** The numbers of its insights that other files may say otherwise; none of what cannot be checked once more. */
  readonly claims: readonly NumberFact[];
}

/**
 * Reads and checks one target. Whatever is wrong with it stays in its report, so that the others are still checked.
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
    const files = options.record(path);
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

/** What is read once cannot be checked once more when the claims of all files are known: of it key numbers alone are compared. */
function elsewhereOf(uri: string, { from }: Target, figures: Figures): NumbersElsewhere {
  const beside = figuresBeside(uri, figures);
  return from === 'file' ? beside : (id) => beside(id).filter((fact) => !isClaim(fact));
}

/** The report on a file of a library folder. It has no insights, and no fixes are made in it. */
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

/** How the problems of one file are compared with a baseline. */
interface Comparison extends Required<Pick<CheckOptions, 'withoutKnown'>> {
  /** What came of it. */
  found(): ReportedBaseline;
}

function withoutKnownOf(comparison: Comparison | null): Pick<CheckOptions, 'withoutKnown'> {
  return comparison ? { withoutKnown: comparison.withoutKnown } : {};
}

/** Removes from the problems of one file those that a baseline has, and counts them; null without a baseline. */
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
