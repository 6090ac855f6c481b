import pc from 'picocolors';
import type { BriefStats, LineIndex, Position, Severity, Span } from '../core';
import { codeFrame } from './codeFrame';
import type { Totals } from './outcome';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';
import { isAtLeast } from './severities';
import { shownPath } from './targets';
import { escapeControls } from './terminal';

export type Paint = ReturnType<typeof pc.createColors>;

/** How wide source text is drawn. Fixed, so that the output is the same in a terminal, a pipe and a log. */
const COLUMNS = 100;

/**
 * The problems for people to read:
 *
 *     notes.brief:12:3  warning  citation/missing
 *       This insight has no citation. …
 *
 *        12 | - China holds 90 % of it.
 *           |   ^^^^^^^^^^^^^^^^^^^^^^^
 *
 * @param shown the mildest severity to print; null for none
 * @param summary whether a line that sums up is the last one
 */
export function prettyFormat(shown: Severity | null, summary: boolean, colors: boolean): ReportFormat {
  const paint = pc.createColors(colors);
  return {
    streams: true,
    of: (report) => {
      if ('error' in report || shown === null) return '';
      const problems = report.problems.filter(({ severity }) => isAtLeast(severity, shown));
      return problems.map((problem) => `${prettyProblem(problem, report, paint)}\n`).join('');
    },
    frame: (totals) => ({ before: '', between: '', after: summary ? `${summaryLine(totals, paint)}\n` : '' }),
  };
}

/** A problem with the line that it is in. */
export function prettyProblem(
  problem: ReportedProblem,
  { text, lines, path }: Pick<Exclude<FileReport, { error: string }>, 'text' | 'lines' | 'path'>,
  paint: Paint,
): string {
  const color = colorOf(problem.severity, paint);
  const place = paint.bold(`${escapeControls(path)}:${placeOf(lines, problem.span)}`);
  let output = `${place}  ${color(problem.severity)}  ${paint.dim(problem.rule)}\n  ${escapeControls(problem.message)}\n`;
  output += frame(text, lines, problem.span, color, paint);
  for (const { message, span, elsewhere } of problem.related) {
    const where = elsewhere
      ? `${escapeControls(shownPath(elsewhere.uri))}:${placeAt(elsewhere.range.start)}`
      : `${escapeControls(path)}:${placeOf(lines, span)}`;
    output += `  ${paint.dim(`${where}  ${escapeControls(message)}`)}\n`;
  }
  return output;
}

function frame(text: string, lines: LineIndex, span: Span, color: (text: string) => string, paint: Paint): string {
  const { lineNumber, source, marks } = codeFrame(text, lines, span, COLUMNS);
  const gutter = String(lineNumber).padStart(5);
  return `${paint.dim(`${gutter} |`)} ${source}\n${paint.dim(`${' '.repeat(gutter.length)} |`)} ${color(marks)}\n`;
}

/** Line and column counted from one, the column in UTF-16 units, as editors and other checkers show it. */
function placeOf(lines: LineIndex, span: Span): string {
  return placeAt(lines.positionAt(span.start));
}

function placeAt({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function summaryLine({ files: count, counts, failed, ...totals }: Totals, paint: Paint): string {
  const worst = (['error', 'warning', 'information', 'hint'] as const).find((severity) => counts[severity] > 0);
  const unread = failed.length;
  const { insights, cited, own, verified, stale, evidence, fixed, baseline, unchanged } = totals;
  const found = [
    plural(counts.error, 'error'),
    plural(counts.warning, 'warning'),
    counts.information > 0 ? `${counts.information} information` : '',
    plural(counts.hint, 'hint'),
  ].filter((part) => part !== '');
  const problems = found.length === 0 ? 'no problems' : found.join(', ');
  const mended = fixed === null ? '' : `, ${plural(fixed, 'problem') || 'nothing'} fixed`;
  const files = `${plural(count - unread, 'file') || 'No files'} checked${mended}`;
  const left = unchanged === null ? '' : `, ${unchanged} left out as unchanged`;
  const how = fixed === null ? 'read' : 'read or written';
  const unreadable = unread > 0 ? `, ${unread} could not be ${how}` : '';
  const coverage = insights > 0 ? ` ${cited} of ${insights - own} insights cited${own > 0 ? `, ${own} own` : ''}.` : '';
  const color = worst ? colorOf(worst, paint) : paint.green;
  return `${files}${unreadable}${left}: ${color(problems)}.${coverage}${reviewLine(verified, stale)}${evidenceLine(evidence)}${baselineLine(baseline)}`;
}

function baselineLine(baseline: Totals['baseline']): string {
  if (!baseline) return '';
  const { known, stale, updated } = baseline;
  const gone = stale === 0 ? '' : ` ${plural(stale, 'known problem')} ${stale === 1 ? 'is' : 'are'} there no more`;
  if (updated)
    return ` The baseline has ${plural(known, 'problem') || 'no problems'} now.${gone && `${gone}, and left it.`}`;
  const left = known === 0 ? '' : ` ${plural(known, 'known problem')} left out.`;
  return `${left}${gone && `${gone}: --update-baseline takes ${stale === 1 ? 'it' : 'them'} out.`}`;
}

/** How many insights a person has verified; nothing where none has a mark. */
function reviewLine(verified: number, stale: number): string {
  if (verified + stale === 0) return '';
  return ` ${verified} verified${stale > 0 ? `, ${stale} changed since` : ''}.`;
}

/** What the sources say to numbers and quotations; nothing where none of them has a passage to check against. */
function evidenceLine({ found, elsewhere, notFound, uncheckable }: BriefStats['evidence']): string {
  const checked = found + elsewhere + notFound;
  if (checked === 0) return '';
  const open = uncheckable > 0 ? `, ${uncheckable} without a passage to check` : '';
  return ` ${found} of ${checked} numbers and quotations found in their sources${open}.`;
}

function plural(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function colorOf(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.dim }[severity];
}
