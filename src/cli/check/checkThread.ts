import { parentPort, workerData } from 'node:worker_threads';
import { speak } from '../../core/base/say';
import { CommandError } from '../commandError';
import type { CheckAnswer, CheckWork } from './checkAll';
import { type Checked, createCheck } from './checkTarget';
import { createConfigs } from './configs';
import type { Target } from './targets';

/** Checks what `checkAll` sends to this thread, one batch of targets after the other, until it sends null. */
export async function runCheckThread(): Promise<void> {
  const { request, figures, words }: CheckWork = workerData;
  speak(words);
  const check = await createCheck(request, createConfigs(request.config), figures);
  parentPort?.on('message', async (batch: readonly Target[] | null) => {
    if (batch) parentPort?.postMessage(await answerTo(batch, check));
    else parentPort?.close();
  });
}

async function answerTo(batch: readonly Target[], check: (target: Target) => Promise<Checked>): Promise<CheckAnswer> {
  try {
    const checked: Checked[] = [];
    for (const target of batch) checked.push(await check(target));
    return { checked };
  } catch (error) {
    if (error instanceof CommandError) return { refused: error.message };
    throw error;
  }
}
