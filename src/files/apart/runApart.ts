/**
 * Runs a bundle of ours in its own process, for work that a stranger's text may keep busy for ever. The process has little
 * memory, and is ended when an answer takes too long. A thread wouldn't do: if it asks for too much memory at once, it ends the
 * whole process, whatever its limits are.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { type Speaking, spoken } from '../../core/base/say';

export interface ApartLimits {
  /** Longest time for one answer, in milliseconds. The start of the process doesn't count: on a busy machine it takes seconds. */
  readonly time: number;
  /** Memory that the process may have, in MB. */
  readonly memory: number;
  /** Time that the process is kept for the next request, in milliseconds. */
  readonly rest: number;
}

/** Longest time that the process may take to start, in milliseconds. */
const LONGEST_START = 60_000;

/** The first message of a process, from `child.js`: its part is loaded. */
const READY = 'ready';

/** The answers to give if the process gives none. */
export interface Instead<Answer> {
  /** The answer if the process took longer than this. */
  late(seconds: number): Answer;
  /** The answer if the process needed more memory than it may have. */
  tooLarge(): Answer;
  /** The answer if the process could not begin, or sent something else. */
  failed(): Answer;
}

/**
 * Makes a function that asks the process for one answer after the other. It never rejects. The process starts with the first
 * request, and keeps no program alive when nothing is asked.
 *
 * @param part by its path, beside `child.js`, which runs it: it answers each message with a message, and ends when it is
 * disconnected
 * @param isAnswer tells an answer from anything else that the process may send
 * @param instead the answers to give if the process gives none
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
  let isReady = false;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const start = (): ChildProcess => {
    const { SystemRoot } = process.env;
    const child = fork(join(dirname(part), 'child.js'), [basename(part), ...args], {
      execArgv: [`--max-old-space-size=${memory}`, ...flags],
      // Maps and bytes arrive unchanged.
      serialization: 'advanced',
      // The process's output mustn't get into the protocol on our standard output.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // The environment holds nothing of ours, except that the program of an editor runs as Node.
      env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot },
    });
    // Errors after the answer don't matter.
    child.on('error', () => undefined);
    // The process's own messages are in our language.
    const words = spoken();
    if (words) child.send({ words } satisfies Speaking);
    isReady = false;
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
      const late = () => settle(instead.late(time / 1000), true);
      const answered = (answer: unknown) => {
        if (answer !== READY) return settle(isAnswer(answer) ? answer : instead.failed(), false);
        isReady = true;
        clearTimeout(timer);
        timer = setTimeout(late, time);
      };
      const failed = () => settle(instead.failed(), true);
      // A process that could not begin ends with 1. One that asks for too much memory is ended by Node in other ways.
      const ended = (code: number | null) => settle(code === 1 ? instead.failed() : instead.tooLarge(), true);
      let timer = isReady ? setTimeout(late, time) : setTimeout(failed, LONGEST_START);
      child.on('message', answered).on('error', failed).on('exit', ended);
      child.send(request);
    });

  return (request) => {
    const answer = last.then(() => ask(request)).catch(() => instead.failed());
    last = answer;
    return answer;
  };
}
