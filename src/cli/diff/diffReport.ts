import pc from 'picocolors';
import type { Brief } from '../../core';
import { say } from '../../core/base/say';
import type { Span } from '../../core/base/text';
import { firstColumnsOf, widthOfText } from '../../core/base/width';
import { type Change, changeReport, nameOfKind, wordsOfChange } from '../../core/editor';
import { padTo, widestOf } from '../check/reports/padding';
import type { Paint } from '../check/reports/prettyReport';
import { escapeControls, toJson } from '../io/terminal';
import type { Comparisons } from './comparisons';

/** Changes in one file. */
export interface ComparedFile {
  readonly path: string;
  readonly old: Brief;
  readonly now: Brief;
  readonly changes: readonly Change[];
}

/** Widths of a claim and of the words of a change, in columns. */
const CLAIM_COLUMNS = 100;
const WORDS_COLUMNS = 120;

/**
 * The changes for people to read, below the claim that each is in:
 *
 *     report.brief:12
 *       In 2023, 4.7 million containers passed through the port [1].
 *         number    4.2 million → 4.7 million
 *         citation  lost: [4]
 */
export function prettyDiff(files: readonly ComparedFile[], comparisons: Comparisons, colors: boolean): string {
  const paint = pc.createColors(colors);
  return `${files.map((file) => prettyFile(file, paint)).join('')}${summaryOf(files, comparisons, paint)}\n`;
}

function prettyFile({ path, old, now, changes }: ComparedFile, paint: Paint): string {
  const width = widestOf(changes.map(({ kind }) => nameOfKind(kind)));
  let output = '';
  let last: Span | null = null;
  for (const change of changes) {
    const claim = change.now?.claim ?? change.old?.claim ?? null;
    if (claim !== last) output += `${output === '' ? '' : '\n'}${prettyClaim(change, { path, old, now }, paint)}`;
    last = claim;
    const words = wordsOfChange(change, (text) => escapeControls(cutTo(text, WORDS_COLUMNS / 2)));
    output += `    ${paint.cyan(padTo(nameOfKind(change.kind), width))}  ${words}\n`;
  }
  return output === '' ? '' : `${output}\n`;
}

/** Formats the place and the first words of a claim. For a removed claim, it is the earlier place. */
function prettyClaim(
  { old: lost, now: kept }: Change,
  { path, old, now }: Omit<ComparedFile, 'changes'>,
  paint: Paint,
): string {
  const claim = (kept ?? lost)?.claim ?? { start: 0, end: 0 };
  const { content, lines } = kept ? now : old;
  const line = lines.lineAt(claim.start) + 1;
  const place = `${escapeControls(path)}:${line}`;
  const words = escapeControls(cutTo(content.slice(claim.start, claim.end), CLAIM_COLUMNS));
  return `${paint.bold(kept ? place : say('{0} before', place))}\n  ${paint.dim(words)}\n`;
}

function cutTo(text: string, columns: number): string {
  const line = text.replace(/\s+/g, ' ');
  return widthOfText(line) <= columns ? line : `${firstColumnsOf(line, columns - 1)}…`;
}

function summaryOf(files: readonly ComparedFile[], { withName, unchanged, isNew, failed }: Comparisons, paint: Paint) {
  const compared = files.length + unchanged;
  const earlier = escapeControls(withName);
  const count = files.reduce((sum, { changes }) => sum + changes.length, 0);
  const what =
    compared === 1 ? say('1 file compared with {0}', earlier) : say('{0} files compared with {1}', compared, earlier);
  const none = files.length === 0 ? say('no changes') : say('only the wording changed');
  const found = count === 1 ? say('1 change') : count > 1 ? say('{0} changes', count) : none;
  const sentence =
    compared === 0
      ? say('No files compared with {0}.', earlier)
      : say('{0}: {1}.', what, count > 0 ? paint.yellow(found) : paint.green(found));
  const more = [
    isNew > 0 ? say('{0} new since then.', isNew) : '',
    failed.length > 0 ? say('{0} could not be read.', failed.length) : '',
  ];
  return more.filter((each) => each !== '').reduce((old, next) => say('{0} {1}', old, next), sentence);
}

/** The object that `diff --format json` prints. Its shape is public: it changes only by adding. */
export function jsonOfDiff(files: readonly ComparedFile[], comparisons: Comparisons): string {
  const { with: earlier, unchanged, isNew, failed } = comparisons;
  const written = files.map(({ path, old, now, changes }) => ({
    path,
    changes: changes.map((change) => changeReport(change, old, now)),
  }));
  const changes = files.reduce((sum, file) => sum + file.changes.length, 0);
  const totals = { files: files.length + unchanged, unchanged, new: isNew, changes };
  return `${toJson({ version: 1, with: earlier, files: written, failed, totals })}\n`;
}
