import type { Diagnostic } from 'vscode-languageserver';
import { derive } from '../../core/base/derive';
import {
  type ConfigFile,
  checkBrief,
  type NamedFiles,
  parseBrief,
  type RuleSetting,
  relink,
  ruleSettingsOf,
  workspaceOf,
} from '../../core/checking';
import { type Naming, namingOf } from '../../files/named/readNamedFiles';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import type { Session } from '../session';
import { leastShown } from '../settings';
import { sameFiles } from '../workspace/namedFiles';
import { type ConfigReport, reportOnConfig } from './configDiagnostics';
import { reportOnSource } from './sourceDiagnostics';
import { toDiagnostic } from './toLsp';

/** What is wrong in one file of the workspace, with a name for this state of it. */
export interface FileReport {
  readonly uri: string;
  /** Of an open document; null for a file. */
  readonly version: number | null;
  readonly items: readonly Diagnostic[];
  readonly resultId: string;
}

/** What a report was made of. */
interface Basis {
  /** Of the file. */
  readonly state: string;
  readonly config: ConfigFile | null;
  readonly files: NamedFiles;
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** The generation of all briefs' key numbers; null if this brief has none to compare. */
  readonly figures: number | null;
}

const NO_FILES: NamedFiles = { bibliography: [], texts: [], data: [] };

interface Kept {
  readonly basis: Basis;
  readonly naming: Naming;
  readonly report: FileReport;
}

/**
 * Makes a function that checks all briefs of the workspace, those that are not open too, and their configurations: one
 * file after the other, so that other requests come between. What has not changed since the last time is not checked
 * again.
 */
export function workspaceReports(encoding: PositionEncoding): (session: Session) => AsyncIterable<FileReport> {
  const kept = new Map<string, Kept>();
  let made = 0;

  const reportOn = async (session: Session, uri: string, config: ConfigFile | null): Promise<FileReport | null> => {
    const { workspace, files, index, ruleFailed } = session;
    if (!workspace) return null;
    const before = kept.get(uri);
    const basisOf = async (state: string, naming: Naming): Promise<Basis> => ({
      state,
      config,
      files: files ? await files.read(uri, naming) : NO_FILES,
      settings: session.rules(),
      figures: naming.figures.some(({ asOf }) => asOf) ? index.generation() : null,
    });
    if (before && (await workspace.read(uri, before.basis.state)) === 'unchanged') {
      const now = await basisOf(before.basis.state, before.naming);
      if (isSame(before.basis, now)) return before.report;
    }
    kept.delete(uri);
    const read = await workspace.read(uri);
    if (read === null || read === 'unchanged') return null;
    const around = config ? { workspace: workspaceOf(config) } : {};
    const parsed = parseBrief(read.text, around);
    const basis = await basisOf(read.state, namingOf(parsed));
    const brief = relink(parsed, { ...around, ...basis.files });
    const rules = new Map([...(config ? ruleSettingsOf(config.config) : []), ...basis.settings]);
    const placed = { uri, positions: positionsIn(brief.text, brief.lines, encoding) };
    const withoutKnown = config?.baseline?.files.size
      ? (await import('../../core/rules/baseline')).withoutKnownOf(config, uri)
      : null;
    const known = withoutKnown ? { withoutKnown } : {};
    const problems = checkBrief(brief, {
      ...known,
      rules,
      least: leastShown(session.settings()),
      elsewhere: index.elsewhere(uri),
      ruleFailed,
    });
    const items = problems.map((problem) => toDiagnostic(placed, problem));
    const report: FileReport = { uri, version: null, items, resultId: `w${++made}` };
    kept.set(uri, { basis, naming: namingOf(brief), report });
    return report;
  };

  const asReport = ({ placed, problems }: ConfigReport): FileReport => ({
    uri: placed.uri,
    version: null,
    items: problems.map((problem) => toDiagnostic(placed, problem)),
    resultId: `w${++made}`,
  });

  const reportOnKept = derive((file: ConfigFile) => asReport(reportOnConfig(file, encoding)));

  /** Those of a library in which something is wrong. */
  const reportsOnSources = derive((config: ConfigFile, rules: ReadonlyMap<string, RuleSetting>) => {
    const all = config.folder?.files.map((file) => reportOnSource(file, config, rules, encoding)) ?? [];
    return all.filter(({ problems }) => problems.length > 0).map(asReport);
  });

  return async function* (session) {
    const { workspace, index } = session;
    await index.ready();
    const configs = new Set<ConfigFile>();
    const open = new Set<string>();
    for (const { uri } of session.documents()) {
      await session.ready(uri);
      const document = session.document(uri);
      if (!document) continue;
      const { version } = document;
      open.add(uri);
      const { problems, resultId } = session.visible(document);
      yield { uri, version, items: problems.map((problem) => toDiagnostic(document, problem)), resultId };
    }
    const all = new Set([...open, ...index.uris()]);
    for (const uri of all) {
      const config = (await workspace?.config(uri)) ?? null;
      if (config) configs.add(config);
      const report = open.has(uri) ? null : await reportOn(session, uri, config);
      if (report) yield report;
    }
    for (const config of configs) {
      yield reportOnKept(config);
      yield* reportsOnSources(config, session.rules());
    }
  };
}

function isSame(before: Basis, now: Basis): boolean {
  return (
    before.config === now.config &&
    before.settings === now.settings &&
    before.figures === now.figures &&
    sameFiles(before.files, now.files)
  );
}
