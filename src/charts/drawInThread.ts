/**
 * Draws charts in a thread of their own. A specification is a stranger's text and may keep a machine busy forever, so
 * the thread has little memory, and is ended when a chart takes too long.
 */
import { Worker } from 'node:worker_threads';
import type { ChartRequest, DrawnChart } from '../core/figures/charts';

export type DrawChart = (request: ChartRequest) => Promise<DrawnChart>;

export interface ThreadLimits {
  /** How long one chart may take, in milliseconds. */
  readonly time: number;
  /** In MB. */
  readonly memory: number;
  /** How long the thread is kept for the next chart, in milliseconds. */
  readonly rest: number;
}

const LIMITS: ThreadLimits = { time: 5000, memory: 512, rest: 30_000 };

/**
 * Makes a function that draws one chart after the other. It never rejects. The thread starts with the first of them, and
 * keeps no program alive when there is nothing to draw.
 *
 * @param script the bundle of `thread.ts`
 */
export function chartThread(script: string, limits: Partial<ThreadLimits> = {}): DrawChart {
  const { time, memory, rest } = { ...LIMITS, ...limits };
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  const end = () => {
    clearTimeout(resting);
    worker?.terminate().catch(() => undefined);
    worker = null;
  };

  const drawOne = (request: ChartRequest): Promise<DrawnChart> =>
    new Promise((resolve) => {
      clearTimeout(resting);
      const thread = worker ?? start();
      worker = thread;
      thread.ref();
      const settle = (drawn: DrawnChart, isOver: boolean) => {
        clearTimeout(timer);
        thread.removeAllListeners('message');
        thread.removeAllListeners('error');
        thread.removeAllListeners('exit');
        // What ends with an error later has been answered.
        thread.on('error', () => undefined);
        thread.unref();
        if (isOver) end();
        else resting = setTimeout(end, rest).unref();
        resolve(drawn);
      };
      const seconds = time / 1000;
      const timer = setTimeout(
        () =>
          settle({ error: `It took longer than ${seconds} seconds to draw. Sum its data up, or simplify it.` }, true),
        time,
      );
      thread.on('message', (drawn: DrawnChart) => settle(drawn, false));
      thread.on('error', (error) => settle({ error: reasonOf(error) }, true));
      thread.on('exit', () => settle({ error: 'Drawing it ended early. Simplify it.' }, true));
      thread.postMessage(request);
    });

  const start = () =>
    new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
      // Nothing that it may say is for the protocol that runs over our standard output.
      stdout: true,
      stderr: true,
      env: {},
    });

  return (request) => {
    const drawn = last.then(() => drawOne(request));
    last = drawn;
    return drawn;
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'It took more memory than a chart may have. Sum its data up, or simplify it.';
  return `Drawing it failed (${error instanceof Error ? error.message : 'unknown error'}). Simplify it.`;
}
