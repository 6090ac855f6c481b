/** Prompts and replies of a model, however it is reached. */
import type { Turns } from '../links';

export interface Prompt {
  /** Empty if the model takes none. */
  readonly system: string;
  readonly user: string;
}

/**
 * - `answer`: the words of the model, unverified.
 * - `busy`: the model was refused at each attempt, or failed.
 * - `silent`: no answer within the time limit.
 * - `damaged`: the answer is no answer of the protocol, or was cut off.
 */
export type ReaderReply = { readonly answer: string } | { readonly failed: 'busy' | 'silent' | 'damaged' };

/** The result of one attempt: a reply, or `busyMs`, the milliseconds to wait before the next; null if nobody says. */
export type Attempt = ReaderReply | { readonly busyMs: number | null };

/** Limits that spare hosts. */
const READER_PACE = {
  /** Most requests for one claim if the host is busy. */
  mostTries: 4,
  /** First wait if the host does not say how long, in milliseconds; each further one is twice as long. */
  waitMs: 1000,
  /** Longest wait that a host may ask for, in milliseconds. */
  mostWaitMs: 60_000,
};

/** Makes attempts until there is a reply. After a busy one, nobody is asked for a while. */
export async function askPatiently(
  attempt: () => Promise<Attempt>,
  turns: Turns,
  pace = READER_PACE,
): Promise<ReaderReply> {
  for (let tries = 1; ; tries++) {
    const result = await turns.take(HOST, attempt);
    if (!('busyMs' in result)) return result;
    const wait = result.busyMs ?? pace.waitMs * 2 ** (tries - 1);
    if (tries === pace.mostTries || wait > pace.mostWaitMs) return { failed: 'busy' };
    turns.hold(HOST, wait);
  }
}

/** The one host that is asked, for its turns. */
const HOST = 'reader';
