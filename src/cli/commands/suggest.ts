import type { Brief } from '../../core';
import { say } from '../../core/base/say';
import { citeLikely, SURE, suggestSources } from '../../core/editor';
import { writeFixed } from '../check/fix';
import { CommandError } from '../commandError';
import { print } from '../io/output';
import { readBrief } from '../io/readBrief';
import { shownPath } from '../io/shownPath';
import { toJson } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/**
 * `brief suggest FILE`: prints, for each insight, the passages that it may rest on, as JSON. With `--apply` it cites the likeliest
 * source of each claim that needs one, in the file.
 */
export async function suggest(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const least = scoreOf(args.valueOf('min-score'));
  if (args.has('apply') && file === '-')
    throw new CommandError(say('--apply writes into a file. Name a file instead of standard input.'));
  const brief = await readBrief(file);
  if (args.has('apply')) await apply(file, brief, least ?? SURE);
  else await print(`${toJson(suggestSources(brief, least))}\n`);
  return 0;
}

/** @throws CommandError if it isn't a number from 0 to 1 */
function scoreOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const score = /^\d*\.?\d+$/.test(written) ? Number(written) : Number.NaN;
  if (score >= 0 && score <= 1) return score;
  throw new CommandError(say('--min-score takes a number from 0 to 1, not "{0}".', written));
}

async function apply(file: string, brief: Brief, least: number): Promise<void> {
  const { uncited, cited, text } = citeLikely(brief, least);
  const trouble = cited.length > 0 ? writeFixed(file, brief.text, text) : null;
  if (trouble !== null) throw new CommandError(say('cannot write "{0}": {1}.', file, trouble));
  const path = shownPath(file);
  const lines = cited.map(({ range, citation, score, text: words }) => {
    const { line, character } = range.start;
    return `${path}:${line + 1}:${character + 1} ${citation} ${shownScore(score)} ${words}\n`;
  });
  await print(`${lines.join('')}${say('Claims that need a source: {0}. Cited now: {1}.', uncited, cited.length)}\n`);
}

/** Formats a score with two digits, rounded down: an unsure one must not look sure. */
function shownScore(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2);
}
