import type { Severity } from '../../../core';
import { escapeControls } from '../../io/terminal';
import { isAtLeast } from '../severities';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';

/**
 * The problems as workflow commands, which GitHub Actions shows at their lines. It shows ten of each kind in a step, so
 * hints are left out.
 *
 * @param shown the mildest severity to print; null for none
 */
export function githubFormat(shown: Severity | null): ReportFormat {
  return {
    streams: true,
    of: (report) => {
      if ('error' in report || shown === null) return '';
      const problems = report.problems.filter(({ severity }) => isAtLeast(severity, shown));
      return problems.map((problem) => `${commandFor(problem, report)}\n`).join('');
    },
    frame: () => ({ before: '', between: '', after: '' }),
  };
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function commandFor(problem: ReportedProblem, { path, lines }: Exclude<FileReport, { error: string }>): string {
  const { start, end } = lines.rangeOf(problem.span);
  const properties = [
    `file=${property(path)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    `col=${start.character + 1}`,
    `endColumn=${end.character + 1}`,
    `title=${property(problem.rule)}`,
  ];
  return `::${COMMANDS[problem.severity]} ${properties.join(',')}::${data(problem.message)}`;
}

/** A message cannot begin a command of its own: it is on one line, with the signs of commands escaped. */
function data(text: string): string {
  return escapeControls(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
