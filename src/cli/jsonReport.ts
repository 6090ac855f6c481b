import { countFixed, countSeverities, type FileReport, type ReportedProblem } from './report';
import { shownPath } from './targets';

/** The object that `check --format json` prints. Its shape is public: it changes only by adding. */
export function jsonReport(reports: readonly FileReport[]) {
  const fixed = countFixed(reports);
  return {
    version: 1,
    files: reports.map((report) => {
      if ('error' in report) return { path: report.path, error: report.error, problems: [], stats: null };
      const { path, problems, stats, fixed } = report;
      return {
        path,
        problems: problems.map((problem) => jsonProblem(problem, report)),
        stats,
        ...(fixed === undefined ? {} : { fixed }),
      };
    }),
    totals: { files: reports.length, ...countSeverities(reports), ...(fixed === null ? {} : { fixed }) },
  };
}

function jsonProblem(problem: ReportedProblem, { path, lines }: Exclude<FileReport, { error: string }>) {
  return {
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    range: lines.rangeOf(problem.span),
    related: problem.related.map(({ message, span, elsewhere }) => ({
      message,
      path: elsewhere ? shownPath(elsewhere.uri) : path,
      range: elsewhere?.range ?? lines.rangeOf(span),
    })),
    fixable: problem.fixable,
  };
}
