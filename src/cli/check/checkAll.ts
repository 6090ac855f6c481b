import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { spoken, type Words } from '../../core/base/say';
import { CommandError } from '../commandError';
import type { Checked, CheckRequest } from './checkTarget';
import type { Configs } from './configs';
import type { Figures } from './figures';
import type { showProgress } from './progress';
import type { Target } from './targets';

/** Data that a thread starts with. */
export interface CheckWork {
  readonly request: CheckRequest;
  readonly figures: Figures;
  /** Translations of messages; null for English. */
  readonly words: Words | null;
}

/** Answer of a thread: the results of its targets, or the error that ends the whole check. */
export type CheckAnswer = { readonly checked: readonly Checked[] } | { readonly refused: string };

/** Fewest files for each thread. A thread has to warm up, which takes as long as some 25 files of 16 KB. */
const FILES_PER_THREAD = 40;
const MOST_THREADS = 8;
/** Most files in a batch: few, so that threads rarely wait for others, and that the first files are printed early. */
const MOST_IN_BATCH = 16;
const BATCHES_PER_THREAD = 4;

export interface CheckContext {
  readonly configs: Configs;
  /** The key numbers of all that is checked together. */
  readonly figures: Figures;
  /** Number of threads; null to choose it by the number of targets and processors. */
  readonly jobs: number | null;
  readonly progress: ReturnType<typeof showProgress>;
}

/**
 * Checks targets, in several threads where there are many of them.
 *
 * @returns the results of the targets, in their order, as they get ready
 * @throws CommandError if a configuration has an error
 */
export async function* checkAll(
  targets: readonly Target[],
  request: CheckRequest,
  { configs, figures, jobs, progress }: CheckContext,
): AsyncGenerator<readonly Checked[]> {
  // Threads load the code of checks by themselves.
  const createHere = async () => (await import('./checkTarget')).createCheck(request, configs, figures);
  const threads = jobs ?? Math.min(availableParallelism(), MOST_THREADS, Math.floor(targets.length / FILES_PER_THREAD));
  if (threads < 2) {
    const here = await createHere();
    for (const [index, target] of targets.entries()) {
      progress.at(index, targets.length, target.path);
      yield [await here(target)];
    }
    return;
  }
  const batches = batchesOf(targets, threads);
  const done: (readonly Checked[])[] = [];
  let finished = 0;
  let next = 0;
  let wake = () => {};
  const ends: (() => Promise<unknown>)[] = [];
  const all = Promise.all(
    Array.from({ length: Math.min(threads, batches.length) }, async () => {
      const thread = startThread({ request, figures, words: spoken() });
      ends.push(thread.end);
      for (let index = next++; index < batches.length; index = next++) {
        const batch = batches[index] ?? [];
        progress.at(finished, targets.length, batch[0]?.path ?? '');
        // Standard input belongs to this thread.
        const isInput = batch[0]?.from === 'stdin';
        done[index] = isInput ? await Promise.all(batch.map(await createHere())) : await thread.check(batch);
        finished += batch.length;
        wake();
      }
    }),
  );
  // The promise is awaited below, but may fail before that.
  all.catch(() => {});
  try {
    for (let index = 0; index < batches.length; index++) {
      while (!done[index]) {
        const more = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([more, all]);
      }
      yield done[index] ?? [];
      done[index] = [];
    }
  } finally {
    await Promise.all(ends.map((end) => end()));
  }
}

/** Cuts targets into batches; standard input is one by itself. */
function batchesOf(targets: readonly Target[], threads: number): (readonly Target[])[] {
  const most = Math.max(1, Math.min(MOST_IN_BATCH, Math.floor(targets.length / threads / BATCHES_PER_THREAD)));
  const batches: Target[][] = [];
  let open: Target[] | null = null;
  for (const target of targets) {
    if (target.from === 'stdin') {
      batches.push([target]);
      open = null;
    } else if (open && open.length < most) {
      open.push(target);
    } else {
      open = [target];
      batches.push(open);
    }
  }
  return batches;
}

interface Thread {
  check(batch: readonly Target[]): Promise<readonly Checked[]>;
  /** Lets the thread end by itself, after its last batch: it then keeps what V8 has compiled. */
  end(): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (answer: CheckAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts this program in a thread, which checks one batch after the other. */
function startThread(work: CheckWork): Thread {
  const worker = new Worker(join(__dirname, 'cli.js'), { workerData: work });
  let waiting: Waiting | null = null;
  worker.on('message', (answer: CheckAnswer) => waiting?.resolve(answer));
  worker.on('error', (error) => waiting?.reject(error));
  const exited = new Promise<number>((resolve) => worker.on('exit', resolve));
  exited.then((code) => waiting?.reject(new Error(`A thread ended with ${code}.`)));
  return {
    check: async (batch) => {
      const answer = await new Promise<CheckAnswer>((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(batch);
      });
      if ('refused' in answer) throw new CommandError(answer.refused);
      return answer.checked;
    },
    end: () => {
      worker.postMessage(null);
      return exited;
    },
  };
}
