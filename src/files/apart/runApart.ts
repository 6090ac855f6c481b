/**
 * Runs a bundle of ours in a process of its own, for what a stranger's text may keep busy for ever: the process has little
 * memory, and is ended when an answer takes too long. A thread would not do: one that asks for too much memory at once
 * takes the whole process with it, whatever its limits say.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { type Speaking, spoken } from '../../core/base/say';

export interface ApartLimits {
  /** How long one answer may take, in milliseconds. */
  readonly time: number;
  /** In MB. */
  readonly memory: number;
  /** How long the process is kept for the next request, in milliseconds. */
  readonly rest: number;
}

/** What stands in for an answer that does not come. */
export interface Instead<Answer> {
  /** It took longer than this. */
  late(seconds: number): Answer;
  /** It took more memory than it may have. */
  tooLarge(): Answer;
  /** The process could not begin, or answered something else. */
  failed(): Answer;
}

/**
 * Makes a function that asks the process for one answer after the other. It never rejects. The process starts with the
 * first request, and keeps no program alive when nothing is asked.
 *
 * @param part by its path, beside `child.js`, which runs it: it answers each message with one of its own, and ends when it is
 *   disconnected
 * @param isAnswer tells an answer from anything else that it may send
 * @param instead what is answered where the process does not
 * @param more arguments for it, and flags of Node
 */
export function runApart<Request extends string | object, Answer>(
  part: string,
  { time, memory, rest }: ApartLimits,
  isAnswer: (answer: unknown) => answer is Answer,
  instead: Instead<Answer>,
  { args = [], flags = [] }: { readonly args?: readonly string[]; readonly flags?: readonly string[] } = {},
): (request: Request) => Promise<Answer> {
  let kept: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const start = (): ChildProcess => {
    const { SystemRoot } = process.env;
    const child = fork(join(dirname(part), 'child.js'), [basename(part), ...args], {
      execArgv: [`--max-old-space-size=${memory}`, ...flags],
      // Maps and bytes arrive as such.
      serialization: 'advanced',
      // Nothing that it may say is for the protocol that runs over our standard output.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of ours is in it, but that the program of an editor is to run as Node.
      env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot },
    });
    // What goes wrong once it has answered concerns nobody.
    child.on('error', () => undefined);
    // What it says of its own is in our language.
    const words = spoken();
    if (words) child.send({ words } satisfies Speaking);
    return child;
  };
  const end = () => {
    clearTimeout(resting);
    kept?.kill('SIGKILL');
    kept = null;
  };
  process.once('exit', end);

  const ask = (request: Request): Promise<Answer> =>
    new Promise((resolve) => {
      clearTimeout(resting);
      const child = kept ?? start();
      kept = child;
      child.ref();
      child.channel?.ref();
      const settle = (outcome: Answer, isOver: boolean) => {
        clearTimeout(timer);
        child.off('message', answered).off('error', failed).off('exit', ended);
        child.unref();
        child.channel?.unref();
        if (isOver) end();
        else resting = setTimeout(end, rest).unref();
        resolve(outcome);
      };
      const answered = (answer: unknown) => settle(isAnswer(answer) ? answer : instead.failed(), false);
      const failed = () => settle(instead.failed(), true);
      // What could not begin ends with 1; what asks for too much memory is ended by Node in other ways.
      const ended = (code: number | null) => settle(code === 1 ? instead.failed() : instead.tooLarge(), true);
      const timer = setTimeout(() => settle(instead.late(time / 1000), true), time);
      child.on('message', answered).on('error', failed).on('exit', ended);
      child.send(request);
    });

  return (request) => {
    const answer = last.then(() => ask(request)).catch(() => instead.failed());
    last = answer;
    return answer;
  };
}
