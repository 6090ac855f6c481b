import type { Diagnostic } from 'vscode-languageserver';
import { derive } from '../../core/base/derive';
import {
  type Brief,
  type ConfigFile,
  checkBrief,
  faultOfFormula,
  type NamedFiles,
  type Problem,
  parseBrief,
  type RuleSetting,
  relink,
  ruleSettingsOf,
  workspaceOf,
} from '../../core/checking';
import { keptPaths, namesFiles, type PathsNamed, pathsNamedBy } from '../../files/named/readNamedFiles';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import { createTurns } from '../messages/turns';
import type { Session } from '../session';
import { leastShown } from '../settings';
import { hasKeyNumbers } from '../workspace/briefIndex';
import { sameFiles } from '../workspace/namedFiles';
import { type ConfigReport, reportOnConfig } from './configDiagnostics';
import { reportOnSource } from './sourceDiagnostics';
import { gravestFirst, toDiagnostics } from './toLsp';

/** Diagnostics of one file of the workspace, with a name for this state of them. */
export interface FileReport {
  readonly uri: string;
  /** Version of an open document; null for a file. */
  readonly version: number | null;
  /** Null if the client has them: its last result has the same name. */
  readonly items: readonly Diagnostic[] | null;
  readonly resultId: string;
}

/** Data that a report was made from. */
interface Dependencies {
  /** State of the file when it was read. */
  readonly state: string;
  readonly config: ConfigFile | null;
  readonly files: NamedFiles;
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** The generation of all briefs' key numbers; null if this brief has none to compare. */
  readonly figures: number | null;
}

const NO_FILES: NamedFiles = { bibliography: [], texts: [], data: [] };

/** The last report on a brief that is not open. Its problems are with the client: thousands of briefs have many. */
interface Cached {
  readonly dependencies: Dependencies;
  readonly paths: PathsNamed;
  /** True if the brief has key numbers to compare. */
  readonly isCompared: boolean;
  readonly resultId: string;
}

/** Data that is kept between two requests. */
interface Remembered {
  readonly encoding: PositionEncoding;
  /** By the URI of the brief. */
  readonly kept: Map<string, Cached>;
  /** Number of reports made so far. */
  made: number;
}

/** The names of the results that a client has, by URI. */
export type KnownResults = ReadonlyMap<string, string>;

/**
 * Makes a function that checks all briefs of the workspace, including those that are not open, and their configurations. It
 * checks one file after the other, and other requests come between. A file is checked again only after a change, or if the client has
 * no result of it.
 */
export function workspaceReports(
  encoding: PositionEncoding,
): (session: Session, known: KnownResults) => AsyncIterable<FileReport> {
  const remembered: Remembered = { encoding, kept: new Map(), made: 0 };
  const reportOnKept = derive((file: ConfigFile) => asReport(remembered, reportOnConfig(file, encoding)));
  /** Reports on the files of a library that have problems. */
  const reportsOnSources = derive((config: ConfigFile, rules: ReadonlyMap<string, RuleSetting>) => {
    const all = config.folder?.files.map((file) => reportOnSource(file, config, rules, encoding)) ?? [];
    return all.filter(({ problems }) => problems.length > 0).map((report) => asReport(remembered, report));
  });

  return async function* (session, known) {
    const turn = createTurns();
    const { workspace, index } = session;
    await index.ready();
    const configs = new Set<ConfigFile>();
    const open = new Set<string>();
    for await (const report of openReports(session)) {
      open.add(report.uri);
      yield unlessKnown(report, known);
    }
    for (const uri of new Set([...open, ...index.uris()])) {
      await turn();
      const config = (await workspace?.config(uri)) ?? null;
      if (config) configs.add(config);
      const report = open.has(uri) ? null : await reportOn(remembered, session, uri, config, known.get(uri));
      if (report) yield report;
    }
    for (const config of configs) {
      yield unlessKnown(reportOnKept(config), known);
      for (const report of reportsOnSources(config, session.rules())) yield unlessKnown(report, known);
    }
  };
}

function unlessKnown(report: FileReport, known: KnownResults): FileReport {
  return known.get(report.uri) === report.resultId ? { ...report, items: null } : report;
}

async function* openReports(session: Session): AsyncIterable<FileReport> {
  for (const { uri } of session.documents()) {
    await session.ready(uri);
    const document = session.document(uri);
    if (!document) continue;
    const { version } = document;
    const { problems, resultId } = session.visible(document);
    yield { uri, version, items: gravestFirst(toDiagnostics(document, problems)), resultId };
  }
}

/**
 * Returns the report on a brief that is not open; null if it can't be read.
 *
 * @param known the name of the client's last result
 */
async function reportOn(
  remembered: Remembered,
  session: Session,
  uri: string,
  config: ConfigFile | null,
  known: string | undefined,
): Promise<FileReport | null> {
  const { workspace, files, index } = session;
  const { kept } = remembered;
  if (!workspace) return null;
  const dependenciesOf = async (state: string, paths: PathsNamed, isCompared: boolean): Promise<Dependencies> => ({
    state,
    config,
    files: files && namesFiles(paths) ? await files.read(uri, paths) : NO_FILES,
    settings: session.rules(),
    figures: isCompared ? index.generation() : null,
  });
  const last = kept.get(uri);
  if (last?.resultId === known && last && (await workspace.read(uri, last.dependencies.state)) === 'unchanged') {
    const now = await dependenciesOf(last.dependencies.state, last.paths, last.isCompared);
    if (isSame(last.dependencies, now)) return { uri, version: null, items: null, resultId: last.resultId };
  }
  kept.delete(uri);
  const read = await workspace.read(uri);
  if (read === null || read === 'unchanged') return null;
  const around = config ? { workspace: workspaceOf(config) } : {};
  const parsed = parseBrief(read.text, around);
  const isCompared = hasKeyNumbers(parsed);
  const dependencies = await dependenciesOf(read.state, pathsNamedBy(parsed), isCompared);
  const brief = dependencies.files === NO_FILES ? parsed : relink(parsed, { ...around, ...dependencies.files });
  const problems = await problemsOf(session, uri, brief, dependencies);
  const placed = { uri, positions: positionsIn(brief.text, brief.lines, remembered.encoding) };
  const report = asReport(remembered, { placed, problems });
  const { resultId } = report;
  kept.set(uri, { dependencies, paths: keptPaths(pathsNamedBy(brief)), isCompared, resultId });
  return report;
}

async function problemsOf(
  { settings, index, ruleFailed, formulas }: Session,
  uri: string,
  brief: Brief,
  dependencies: Dependencies,
): Promise<readonly Problem[]> {
  const { config } = dependencies;
  const withoutKnown = config?.baseline?.files.size
    ? (await import('../../core/rules/baseline')).withoutKnownOf(config, uri)
    : null;
  const write = await formulas.ready(brief);
  return checkBrief(brief, {
    formulaFault: write && ((source) => faultOfFormula(source, write)),
    ...(withoutKnown ? { withoutKnown } : {}),
    rules: new Map([...(config ? ruleSettingsOf(config.config) : []), ...dependencies.settings]),
    least: leastShown(settings()),
    elsewhere: index.elsewhere(uri),
    ruleFailed,
  });
}

function asReport(remembered: Remembered, { placed, problems }: ConfigReport): FileReport {
  return {
    uri: placed.uri,
    version: null,
    items: toDiagnostics(placed, problems),
    resultId: `w${++remembered.made}`,
  };
}

function isSame(one: Dependencies, other: Dependencies): boolean {
  return (
    one.config === other.config &&
    one.settings === other.settings &&
    one.figures === other.figures &&
    sameFiles(one.files, other.files)
  );
}
