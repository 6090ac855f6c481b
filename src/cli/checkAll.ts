import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { indexLines, type RuleSetting } from '../core';
import { CommandError } from './commandError';
import { type Configs, configOf } from './configs';
import { type Figures, gatherFigures } from './figures';
import { showProgress } from './progress';
import { type FileReport, reportOn } from './report';
import type { Target } from './targets';

/** What a check is asked to do. Plain values, so that threads can be told. */
export interface CheckRequest {
  /** What the command line says of rules. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The file that `--config` names. */
  readonly config: string | undefined;
  readonly fix: boolean;
  /** To find out which problems have a fix. */
  readonly fixable: boolean;
}

/** What a thread is started with. */
export interface CheckWork extends CheckRequest {
  readonly kind: 'check';
  readonly figures: Figures;
}

/** A report without what can not be sent from thread to thread; the lines are counted anew. */
export type SentReport =
  | Exclude<FileReport, { lines: unknown }>
  | Omit<Extract<FileReport, { lines: unknown }>, 'lines'>;

/** What a thread answers: the report on a target, or why all of it has to end. */
export type CheckAnswer = { readonly report: SentReport } | { readonly refused: string };

/** A thread has to warm up, which costs it the time of some 25 files of 16 KB. */
const FILES_PER_THREAD = 40;
const MOST_THREADS = 8;

/**
 * Checks targets, in several threads where there are many of them.
 *
 * @param jobs how many threads; null: as many as are worth it
 * @returns the reports in the order of the targets
 * @throws CommandError if a configuration has an error; it is then thrown before anything is checked
 */
export async function checkAll(
  targets: readonly Target[],
  request: CheckRequest,
  configs: Configs,
  jobs: number | null,
): Promise<FileReport[]> {
  for (const { path, error } of targets) if (error === undefined) await configOf(configs, path);
  const figures = await gatherFigures(targets, configs);
  const progress = showProgress(targets.length);
  const reports: FileReport[] = [];
  let done = 0;
  const take = async (index: number, check: (target: Target) => Promise<FileReport>) => {
    const target = targets[index];
    if (!target) return;
    progress.at(done, target.path);
    reports[index] = await check(target);
    done++;
  };
  const here = (target: Target) => reportOn(target, { ...request, configs, figures });
  const threads = jobs ?? Math.min(availableParallelism(), MOST_THREADS, Math.floor(targets.length / FILES_PER_THREAD));
  if (threads < 2) for (const index of targets.keys()) await take(index, here);
  else {
    let next = 0;
    const work: CheckWork = { ...request, kind: 'check', figures };
    const all = Array.from({ length: Math.min(threads, targets.length) }, async () => {
      const thread = startThread(work);
      try {
        // Standard input belongs to this thread.
        for (let index = next++; index < targets.length; index = next++)
          await take(index, targets[index]?.from === 'stdin' ? here : thread.check);
      } finally {
        await thread.end();
      }
    });
    await Promise.all(all);
  }
  progress.end();
  return reports;
}

interface Thread {
  check(target: Target): Promise<FileReport>;
  end(): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (answer: CheckAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts this program in a thread, which checks one target after the other. */
function startThread(work: CheckWork): Thread {
  const worker = new Worker(__filename, { workerData: work });
  let waiting: Waiting | null = null;
  worker.on('message', (answer: CheckAnswer) => waiting?.resolve(answer));
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', (code) => waiting?.reject(new Error(`A thread ended with ${code}.`)));
  return {
    check: async (target) => {
      const answer = await new Promise<CheckAnswer>((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(target);
      });
      if ('refused' in answer) throw new CommandError(answer.refused);
      const { report } = answer;
      return 'error' in report ? report : { ...report, lines: indexLines(report.text) };
    },
    end: () => worker.terminate(),
  };
}
