import { createTurns, PACE, type Turns } from '../links';
import type { Prompt, ReaderReply } from './reply';

export interface AskAll {
  /** Most requests at once. */
  readonly atOnce: number;
  /** Ends all requests. */
  readonly signal: AbortSignal;
  /**
   * Asks about one prompt.
   *
   * @param turns lets requests begin
   * @throws an error with which none of the others would be answered either
   */
  ask(prompt: Prompt, turns: Turns, signal: AbortSignal): Promise<ReaderReply>;
  /** Is called with each reply as it comes. */
  onReply(index: number, reply: ReaderReply): void;
}

/**
 * Asks a model about many prompts, some at a time.
 *
 * @returns once all have a reply, or once the signal is given: then some have none
 * @throws what `ask` throws
 */
export async function askAll(prompts: readonly Prompt[], { atOnce, signal, ask, onReply }: AskAll): Promise<void> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const turns = createTurns({ ...PACE, atOnce, atOnceOfHost: atOnce, pauseMs: 0 }, both);
  const work = prompts.map(async (prompt, index) => onReply(index, await ask(prompt, turns, both)));
  try {
    await Promise.all(work);
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  } finally {
    // After an error, nothing more is asked.
    stop.abort();
    await Promise.allSettled(work);
  }
}
