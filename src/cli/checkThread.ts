import { parentPort, workerData } from 'node:worker_threads';
import type { CheckAnswer, CheckWork } from './checkAll';
import { CommandError } from './commandError';
import { createConfigs } from './configs';
import { type FileReport, reportOn } from './report';
import type { Target } from './targets';

/** Checks what `checkAll` sends to this thread, one target after the other. */
export function runCheckThread(): void {
  const work: CheckWork = workerData;
  const options = { ...work, configs: createConfigs(work.config) };
  parentPort?.on('message', async (target: Target) => {
    parentPort?.postMessage(await answerTo(target, options));
  });
}

async function answerTo(target: Target, options: Parameters<typeof reportOn>[1]): Promise<CheckAnswer> {
  try {
    return { report: withoutLines(await reportOn(target, options)) };
  } catch (error) {
    if (error instanceof CommandError) return { refused: error.message };
    throw error;
  }
}

function withoutLines(report: FileReport) {
  if ('error' in report) return report;
  const { lines: _, ...rest } = report;
  return rest;
}
