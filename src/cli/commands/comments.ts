import { say } from '../../core/base/say';
import { inspectComments } from '../../core/editor';
import { createConfigs } from '../check/configs';
import { readTargets } from '../check/readTargets';
import { findTargets } from '../check/targets';
import { print, printError } from '../io/output';
import { escapeControls, toJson } from '../io/terminal';
import type { Arguments } from '../parseArguments';

type Comment = ReturnType<typeof inspectComments>[number];

/** The comments of one brief that are listed. */
interface Commented {
  readonly path: string;
  readonly comments: readonly Comment[];
}

/** `brief comments [PATH…]`: lists the comments of briefs that wait for an answer. */
export async function comments(args: Arguments): Promise<number> {
  const configs = createConfigs();
  const targets = await findTargets(args.operands, args.valueOf('stdin-path'), configs);
  const files: Commented[] = [];
  const failed: { path: string; error: string }[] = [];
  const totals = { open: 0, resolved: 0 };
  for await (const one of readTargets(targets, configs)) {
    if ('error' in one) {
      failed.push(one);
      continue;
    }
    const { path, brief } = one;
    const all = inspectComments(brief);
    const threads = new Map(all.map(({ thread, resolved }) => [thread, resolved]));
    for (const resolved of threads.values()) totals[resolved ? 'resolved' : 'open']++;
    const shown = args.has('all') ? all : all.filter(({ resolved }) => !resolved);
    if (shown.length > 0) files.push({ path, comments: shown });
  }
  const summary = say('Open threads: {0}. Resolved: {1}.', totals.open, totals.resolved);
  await print(
    args.valueOf('format') === 'json'
      ? `${toJson({ version: 1, files, failed, totals })}\n`
      : `${files.map(prettyFile).join('')}${summary}\n`,
  );
  for (const { path, error } of failed) printError(say('cannot check "{0}": {1}.', path, error));
  return failed.length > 0 ? 2 : 0;
}

/** A line for each comment, replies below the comment that they answer. */
function prettyFile({ path, comments }: Commented): string {
  const lines = comments.map(({ text, author, date, thread, resolved, range }, i) => {
    const { line, character } = range.start;
    const isReply = comments[i - 1]?.thread === thread;
    const place = isReply ? '  ' : `${path}:${line + 1}:${character + 1} `;
    const signed = [author ?? say('Not signed'), ...(date === null ? [] : [date])].join(' ');
    const state = resolved && !isReply ? ` (${say('resolved')})` : '';
    return `${escapeControls(`${place}${signed}${state}: ${text.replace(/\n+/g, ' ')}`)}\n`;
  });
  return lines.join('');
}
