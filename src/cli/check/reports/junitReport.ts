import { SEVERITIES, type Severity } from '../../../core/base/problem';
import { say } from '../../../core/base/say';
import { shownPath } from '../../io/shownPath';
import { escapeControls } from '../../io/terminal';
import { isAtLeast, nameOfSeverity } from '../severities';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';

/**
 * The document that `check --format junit` prints: JUnit's XML, as Jenkins, GitLab and actions of GitHub read it. Each file
 * is a test suite, and each rule that it breaks a test case, as these programs keep no more than one failure of each. A file
 * without problems has one test case, so that it counts. Lines and columns count from one, columns in UTF-16 units.
 *
 * @param failing the mildest severity that fails a test case; null for none
 * @param shown the mildest severity to print; null for none. What does not fail is the output of its test case
 */
export function junitFormat(failing: Severity | null, shown: Severity | null): ReportFormat {
  return {
    streams: false,
    of: (report) => suiteOf(report, failing, shown),
    frame: ({ files }) => {
      const start = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${PROGRAM}"`;
      if (files === 0) return { before: `${start}/>\n`, between: '', after: '' };
      return { before: `${start}>\n`, between: '', after: '</testsuites>\n' };
    },
  };
}

/** The kind of the error of a file that could not be read, or its fixes not be written. */
const UNREADABLE = 'unreadable';

/** The name of the document, and of the test case of a file in which no rule is broken. */
const PROGRAM = 'brief check';

function suiteOf(report: FileReport, failing: Severity | null, shown: Severity | null): string {
  const path = escapeXml(report.path);
  const suite = (tests: number, failures: number, errors: number, cases: string) =>
    `  <testsuite name="${path}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="0" time="0">\n${cases}  </testsuite>\n`;
  if ('error' in report)
    return suite(1, 0, 1, caseOf(report, PROGRAM, null, elementOf('error', report.error, UNREADABLE)));
  const problems = report.problems.filter(({ severity }) => shown !== null && isAtLeast(severity, shown));
  if (problems.length === 0) return suite(1, 0, 0, caseOf(report, PROGRAM, null, ''));
  const fails = ({ severity }: ReportedProblem) => failing !== null && isAtLeast(severity, failing);
  let cases = '';
  let failures = 0;
  const rules = new Set(problems.map(({ rule }) => rule));
  for (const rule of rules) {
    const ofRule = problems.filter((problem) => problem.rule === rule);
    const failed = ofRule.filter(fails);
    const others = ofRule.filter((problem) => !fails(problem));
    if (failed.length > 0) failures++;
    const line = report.lines.positionAt((failed[0] ?? ofRule[0])?.span.start ?? 0).line + 1;
    cases += caseOf(report, rule, line, failureOf(failed, report) + outputOf(others, report));
  }
  return suite(rules.size, failures, 0, cases);
}

function caseOf({ path }: FileReport, name: string, line: number | null, content: string): string {
  const place = line === null ? '' : ` line="${line}"`;
  const start = `    <testcase classname="${escapeXml(path)}" name="${escapeXml(name)}" file="${escapeXml(path)}"${place} time="0"`;
  return content === '' ? `${start}/>\n` : `${start}>\n${content}    </testcase>\n`;
}

type CheckedFile = Exclude<FileReport, { error: string }>;

function failureOf(problems: readonly ReportedProblem[], report: CheckedFile): string {
  const [first] = problems;
  if (!first) return '';
  const message = problems.length === 1 ? first.message : say('{0} And {1} more.', first.message, problems.length - 1);
  const worst = SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity));
  return elementOf('failure', message, worst ?? first.severity, textOf(problems, report));
}

function outputOf(problems: readonly ReportedProblem[], report: CheckedFile): string {
  return problems.length === 0 ? '' : `      <system-out>${textOf(problems, report)}</system-out>\n`;
}

function elementOf(name: string, message: string, type: string, text = escapeXml(message)): string {
  return `      <${name} message="${escapeXml(message)}" type="${type}">${text}</${name}>\n`;
}

/** A line for each problem, and for each other place that explains it. */
function textOf(problems: readonly ReportedProblem[], { path, lines }: CheckedFile): string {
  const lineOf = (file: string, { line, character }: { line: number; character: number }, words: string) =>
    escapeXml(`${file}:${line + 1}:${character + 1}: ${words}`);
  return problems
    .flatMap(({ severity, message, span, related }) => [
      lineOf(path, lines.positionAt(span.start), say('{0}: {1}', nameOfSeverity(severity), message)),
      ...related.map(({ message: words, span: there, elsewhere }) =>
        elsewhere
          ? `  ${lineOf(shownPath(elsewhere.uri), elsewhere.range.start, words)}`
          : `  ${lineOf(path, lines.positionAt(there.start), words)}`,
      ),
    ])
    .join('\n');
}

/** One line of text, for attributes and elements: what XML 1.0 cannot hold even as an entity is shown as what it is. */
function escapeXml(text: string): string {
  return escapeControls(text)
    .replace(/[\uFFFE\uFFFF]/g, (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"']/g, (char) => ENTITIES.get(char) ?? char);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
