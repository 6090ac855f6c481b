import { retryAfter, type Turns } from '../links';
import type { NetworkAnswer, Request } from '../network/contract';
import { contentOf } from './contentOf';

export interface Prompt {
  /** Empty if the model takes none. */
  readonly system: string;
  readonly user: string;
}

/** The way to a model. */
export interface Connection {
  readonly request: Request;
  /** Address up to `/chat/completions`, such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Key that the host knows the user by; empty: none is sent. */
  readonly key: string;
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Limits that spare hosts. */
export const READER_PACE = {
  /** Most requests for one claim if the host is busy. */
  mostTries: 4,
  /** First wait if the host does not say how long, in milliseconds; each further one is twice as long. */
  waitMs: 1000,
  /** Longest wait that a host may ask for, in milliseconds. */
  mostWaitMs: 60_000,
};

/**
 * - `answer`: the words of the model, unverified.
 * - `busy`: the host refused each attempt, or failed.
 * - `silent`: no answer within the time limit.
 * - `damaged`: the answer is no answer of the protocol, or was cut off.
 */
export type ReaderReply = { readonly answer: string } | { readonly failed: 'busy' | 'silent' | 'damaged' };

/** Nothing else would be answered either: the host refuses, or has no such model. */
export class ReaderError extends Error {
  /** Status of the answer. */
  readonly status: number;

  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

/** Most bytes of an answer: with all the events of a stream around it, a long one has a tenth of that. */
const MOST_BYTES = 1024 * 1024;
/** Kinds of a `NetworkError` after which the next claim may have an answer. */
const PASSING: Readonly<Record<string, 'silent' | 'damaged'>> = { timeout: 'silent', unreadable: 'damaged' };
/** Statuses by which a host says that it cannot answer now. */
const isBusy = (status: number) => status === 429 || status === 408 || status >= 500;

/**
 * Asks a model once, and again if its host is busy.
 *
 * @param turns lets requests begin, and holds them back where the host asks for that
 * @throws ReaderError if the host refuses; NetworkError if it cannot be asked; the reason of the signal
 */
export async function askReader(
  { system, user }: Prompt,
  { request, url, model, key, timeoutMs, signal }: Connection,
  turns: Turns,
  pace = READER_PACE,
): Promise<ReaderReply> {
  const messages = [...(system === '' ? [] : [{ role: 'system', content: system }]), { role: 'user', content: user }];
  const wanted = {
    url: `${url.replace(/\/+$/, '')}/chat/completions`,
    json: { text: JSON.stringify({ model, messages, temperature: 0, stream: false }), key },
    headers: { accept: 'application/json' },
    mostBytes: MOST_BYTES,
    ...{ timeoutMs, idleMs: timeoutMs, allowPrivate: true, signal },
  };
  for (let tries = 1; ; tries++) {
    let answer: NetworkAnswer;
    try {
      answer = await turns.take(HOST, () => request(wanted));
    } catch (error) {
      signal.throwIfAborted();
      const kind = error instanceof Error && 'kind' in error ? PASSING[String(error.kind)] : undefined;
      if (kind === undefined) throw error;
      return { failed: kind };
    }
    const { status, headers, body, isCut } = answer;
    if (status === 200) {
      const text = isCut ? null : contentOf(headers.get('content-type') ?? '', new TextDecoder().decode(body));
      return text === null ? { failed: 'damaged' } : { answer: text };
    }
    if (!isBusy(status)) throw new ReaderError(status);
    const wait = retryAfter(answer, Date.now()) ?? pace.waitMs * 2 ** (tries - 1);
    if (tries === pace.mostTries || wait > pace.mostWaitMs) return { failed: 'busy' };
    turns.hold(HOST, wait);
  }
}

/** The one host that is asked, for its turns. */
const HOST = 'reader';
