import pc from 'picocolors';
import type { BriefStats, LineIndex, Position, Severity, Span } from '../../../core';
import { say } from '../../../core/base/say';
import { shownPath } from '../../io/shownPath';
import { escapeControls } from '../../io/terminal';
import type { Totals } from '../outcome';
import { isAtLeast, nameOfSeverity } from '../severities';
import { codeFrame } from './codeFrame';
import type { FileReport, ReportedProblem } from './report';
import type { ReportFormat } from './reportFormat';

export type Paint = ReturnType<typeof pc.createColors>;

/** Width of source text, in columns. It is fixed, so that the output is the same in a terminal, a pipe and a log. */
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

/** Formats a problem with the line that it is in. */
export function prettyProblem(
  problem: ReportedProblem,
  { text, lines, path }: Pick<Exclude<FileReport, { error: string }>, 'text' | 'lines' | 'path'>,
  paint: Paint,
): string {
  const color = colorOf(problem.severity, paint);
  const place = paint.bold(`${escapeControls(path)}:${placeOf(lines, problem.span)}`);
  let output = `${place}  ${color(nameOfSeverity(problem.severity))}  ${paint.dim(problem.rule)}\n  ${escapeControls(problem.message)}\n`;
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

/** Returns line and column counted from one, the column in UTF-16 units, as editors and other checkers show it. */
function placeOf(lines: LineIndex, span: Span): string {
  return placeAt(lines.positionAt(span.start));
}

function placeAt({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function summaryLine({ files: count, counts, failed, ...totals }: Totals, paint: Paint): string {
  const worst = (['error', 'warning', 'information', 'hint'] as const).find((severity) => counts[severity] > 0);
  const { insights, cited, own, verified, stale, evidence, baseline } = totals;
  const found = [
    plural(counts.error, say('1 error'), say('{0} errors')),
    plural(counts.warning, say('1 warning'), say('{0} warnings')),
    plural(counts.information, say('1 information'), say('{0} information')),
    plural(counts.hint, say('1 hint'), say('{0} hints')),
  ].filter((part) => part !== '');
  const problems = found.length === 0 ? say('no problems') : found.join(say(', '));
  const color = worst ? colorOf(worst, paint) : paint.green;
  return joined([
    say('{0}: {1}.', whatWasDone(count - failed.length, failed.length, totals), color(problems)),
    coverageLine(cited, insights, own),
    reviewLine(verified, stale),
    evidenceLine(evidence),
    baselineLine(baseline),
  ]);
}

/** Joins sentences, without empty ones. */
function joined(sentences: readonly string[]): string {
  const [first = '', ...others] = sentences.filter((sentence) => sentence !== '');
  return others.reduce((before, next) => say('{0} {1}', before, next), first);
}

/** Says how many files were checked, and what else was done with them or not. */
function whatWasDone(
  checked: number,
  unread: number,
  { fixed, unchanged }: Pick<Totals, 'fixed' | 'unchanged'>,
): string {
  const parts = [plural(checked, say('1 file checked'), say('{0} files checked')) || say('No files checked')];
  if (fixed !== null)
    parts.push(plural(fixed, say('1 problem fixed'), say('{0} problems fixed')) || say('nothing fixed'));
  if (unread > 0)
    parts.push(fixed === null ? say('{0} could not be read', unread) : say('{0} could not be read or written', unread));
  if (unchanged !== null) parts.push(say('{0} left out as unchanged', unchanged));
  return parts.reduce((before, next) => say('{0}, {1}', before, next));
}

function coverageLine(cited: number, insights: number, own: number): string {
  if (insights === 0) return '';
  return own > 0
    ? say('{0} of {1} insights cited, {2} own.', cited, insights - own, own)
    : say('{0} of {1} insights cited.', cited, insights);
}

function baselineLine(baseline: Totals['baseline']): string {
  if (!baseline) return '';
  const { known, stale, updated } = baseline;
  const sentences = updated
    ? [
        plural(known, say('The baseline has 1 problem now.'), say('The baseline has {0} problems now.')) ||
          say('The baseline has no problems now.'),
        plural(
          stale,
          say('1 known problem is gone, and was removed from it.'),
          say('{0} known problems are gone, and were removed from it.'),
        ),
      ]
    : [
        plural(known, say('1 known problem left out.'), say('{0} known problems left out.')),
        plural(
          stale,
          say('1 known problem is gone: --update-baseline removes it.'),
          say('{0} known problems are gone: --update-baseline removes them.'),
        ),
      ];
  return joined(sentences);
}

/** Says how many insights a person has verified; empty if none has a mark. */
function reviewLine(verified: number, stale: number): string {
  if (verified + stale === 0) return '';
  return stale > 0 ? say('{0} verified, {1} changed since.', verified, stale) : say('{0} verified.', verified);
}

/** Says how many numbers and quotations were found in their sources; empty if no source has a passage to check against. */
function evidenceLine({ found, differs, elsewhere, notFound, uncheckable }: BriefStats['evidence']): string {
  const checked = found + differs + elsewhere + notFound;
  if (checked === 0) return '';
  return uncheckable > 0
    ? say(
        '{0} of {1} numbers and quotations found in their sources, {2} without a passage to check.',
        found,
        checked,
        uncheckable,
      )
    : say('{0} of {1} numbers and quotations found in their sources.', found, checked);
}

/** Returns `one` for 1, an empty text for 0, and else `many` with the number in place of `{0}`. */
function plural(number: number, one: string, many: string): string {
  if (number === 0) return '';
  return number === 1 ? one : many.replace('{0}', String(number));
}

function colorOf(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.dim }[severity];
}
