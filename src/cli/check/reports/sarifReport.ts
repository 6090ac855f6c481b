import { say } from '../../../core/base/say';
import { RULES, type RuleSetting, ruleUrl } from '../../../core/checking';
import { shownPath } from '../../io/shownPath';
import { documentFrame, escapeControls, toJson } from '../../io/terminal';
import type { Totals } from '../outcome';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';

declare const BRIEF_VERSION: string;
declare const BRIEF_ADDRESS: string;

/** Depth of a result in the log. */
const DEPTH = 4;

/**
 * The object that `check --format sarif` prints: the Static Analysis Results Interchange Format 2.1.0 (OASIS), as code
 * hosts read it. Lines and columns count from one, columns in UTF-16 units.
 */
export function sarifFormat(): ReportFormat {
  return {
    streams: false,
    of: (report) => {
      if ('error' in report) return '';
      const results = report.problems.map((problem) => toJson(resultOf(problem, report), DEPTH));
      return results.join(`,\n${'  '.repeat(DEPTH)}`);
    },
    frame: (totals) =>
      documentFrame(
        (items) => logOf(totals.failed, items),
        DEPTH,
        Object.values(totals.counts).every((count) => count === 0),
      ),
  };
}

function logOf(failed: Totals['failed'], results: readonly unknown[]) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'brief',
            informationUri: BRIEF_ADDRESS,
            version: BRIEF_VERSION,
            rules: RULES.map(({ code, description, severity }) => ({
              id: code,
              shortDescription: { text: say(description) },
              helpUri: ruleUrl(code),
              defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levelOf(severity) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ path, error }) => ({
              level: 'error',
              message: { text: error },
              locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
            })),
          },
        ],
        results,
      },
    ],
  };
}

function resultOf(problem: ReportedProblem, { path, lines }: Exclude<FileReport, { error: string }>) {
  const { rule, severity, message, span, related } = problem;
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ code }) => code === rule),
    level: levelOf(severity),
    message: { text: escapeControls(message) },
    locations: [placeIn(path, lines.rangeOf(span))],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ message: text, span: there, elsewhere }, id) => ({
            id,
            message: { text: escapeControls(text) },
            ...(elsewhere ? placeIn(shownPath(elsewhere.uri), elsewhere.range) : placeIn(path, lines.rangeOf(there))),
          })),
        }),
  };
}

function placeIn(path: string, { start, end }: ReturnType<Exclude<FileReport, { error: string }>['lines']['rangeOf']>) {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/**
 * Returns the location of a file. Paths are relative to the working folder, which code hosts take for the root of the
 * repository.
 */
function artifactOf(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Returns the level of a severity. SARIF has three: everything below a warning is a note. */
function levelOf(severity: Exclude<RuleSetting, 'off'>): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
