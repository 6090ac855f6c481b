import { createTurns, PACE } from '../links';
import { askReader, type Connection, type Prompt, type READER_PACE, type ReaderReply } from './askReader';

export interface AskAll extends Connection {
  /** Most requests at once. */
  readonly atOnce: number;
  readonly pace?: typeof READER_PACE;
  /** Is called with each reply as it comes. */
  onReply(index: number, reply: ReaderReply): void;
}

/**
 * Asks a model about many prompts, some at a time.
 *
 * @returns once all have a reply, or once the signal is given: then some have none
 * @throws ReaderError or NetworkError with which none of the others would be answered either
 */
export async function askAll(prompts: readonly Prompt[], { atOnce, pace, onReply, ...way }: AskAll): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([way.signal, stop.signal]);
  const turns = createTurns({ ...PACE, atOnce, atOnceOfHost: atOnce, pauseMs: 0 }, signal);
  const work = prompts.map(async (prompt, index) => {
    onReply(index, await askReader(prompt, { ...way, signal }, turns, pace));
  });
  try {
    await Promise.all(work);
  } catch (error) {
    if (way.signal.aborted) return;
    throw error;
  } finally {
    // After an error, nothing more is asked.
    stop.abort();
    await Promise.allSettled(work);
  }
}
