/**
 * Draws charts in a process of their own. A specification is a stranger's text and may keep a machine busy for ever, so
 * the process has little memory, and is ended when a chart takes too long. A thread would not do: one that asks for too
 * much memory at once takes the whole process with it, whatever its limits say.
 */
import { type ChildProcess, fork } from 'node:child_process';
import process from 'node:process';
import type { ChartRequest, DrawnChart } from '../core/figures/charts';

export type DrawChart = (request: ChartRequest) => Promise<DrawnChart>;

export interface DrawLimits {
  /** How long one chart may take, in milliseconds. */
  readonly time: number;
  /** In MB. */
  readonly memory: number;
  /** How long the process is kept for the next chart, in milliseconds. */
  readonly rest: number;
}

const LIMITS: DrawLimits = { time: 5000, memory: 512, rest: 30_000 };

/**
 * Makes a function that draws one chart after the other. It never rejects. The process starts with the first of them,
 * and keeps no program alive when there is nothing to draw.
 *
 * @param script the bundle of `child.ts`
 */
export function chartDrawer(script: string, limits: Partial<DrawLimits> = {}): DrawChart {
  const { time, memory, rest } = { ...LIMITS, ...limits };
  let kept: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const start = (): ChildProcess => {
    const { SystemRoot } = process.env;
    const child = fork(script, [], {
      execArgv: [`--max-old-space-size=${memory}`],
      // Nothing that it may say is for the protocol that runs over our standard output.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of ours is in it, but that the program of an editor is to run as Node.
      env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot },
    });
    // What goes wrong once it has answered concerns nobody.
    child.on('error', () => undefined);
    return child;
  };
  const end = () => {
    clearTimeout(resting);
    kept?.kill('SIGKILL');
    kept = null;
  };
  process.once('exit', end);

  const drawOne = (request: ChartRequest): Promise<DrawnChart> =>
    new Promise((resolve) => {
      clearTimeout(resting);
      const child = kept ?? start();
      kept = child;
      child.ref();
      child.channel?.ref();
      const settle = (drawn: DrawnChart, isOver: boolean) => {
        clearTimeout(timer);
        child.off('message', answered).off('error', failed).off('exit', ended);
        child.unref();
        child.channel?.unref();
        if (isOver) end();
        else resting = setTimeout(end, rest).unref();
        resolve(drawn);
      };
      const answered = (drawn: unknown) => settle(isDrawn(drawn) ? drawn : FAILED, false);
      const failed = () => settle(FAILED, true);
      // What could not begin ends with 1; what asks for too much memory is ended by Node in other ways.
      const ended = (code: number | null) => settle(code === 1 ? FAILED : TOO_LARGE, true);
      const timer = setTimeout(
        () =>
          settle(
            { error: `It took longer than ${time / 1000} seconds to draw. Sum its data up, or simplify it.` },
            true,
          ),
        time,
      );
      child.on('message', answered).on('error', failed).on('exit', ended);
      child.send(request);
    });

  return (request) => {
    const drawn = last.then(() => drawOne(request)).catch(() => FAILED);
    last = drawn;
    return drawn;
  };
}

const TOO_LARGE: DrawnChart = {
  error: 'It took more memory than a chart may have. Sum its data up, or simplify it.',
};
const FAILED: DrawnChart = { error: 'The program that draws charts could not be started. Try again.' };

function isDrawn(drawn: unknown): drawn is DrawnChart {
  return typeof drawn === 'object' && drawn !== null && ('svg' in drawn || 'error' in drawn);
}
