import { shownPath } from '../../io/shownPath';
import { documentFrame, toJson } from '../../io/terminal';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';

/** Depth of a file in the document. */
const DEPTH = 2;

/** The object that `check --format json` prints. Its shape is public: it changes only by adding. */
export function jsonFormat(): ReportFormat {
  return {
    streams: false,
    of: (report) => toJson(jsonFile(report), DEPTH),
    frame: ({ files, counts, fixed, baseline, unchanged }) => {
      const totals = {
        files,
        ...counts,
        ...(fixed === null ? {} : { fixed }),
        ...(unchanged === null ? {} : { unchanged }),
        ...(baseline ? { baseline: baseline.known, stale: baseline.stale } : {}),
      };
      return documentFrame((items) => ({ version: 1, files: items, totals }), DEPTH, files === 0);
    },
  };
}

function jsonFile(report: FileReport) {
  if ('error' in report) return { path: report.path, error: report.error, problems: [], stats: null };
  const { path, problems, stats, fixed } = report;
  return {
    path,
    problems: problems.map((problem) => jsonProblem(problem, report)),
    stats,
    ...(fixed === undefined ? {} : { fixed }),
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
