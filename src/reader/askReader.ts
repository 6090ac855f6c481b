import { retryAfter } from '../links';
import type { NetworkAnswer, Request } from '../network/contract';
import { contentOf } from './contentOf';
import type { Attempt, Prompt } from './reply';

/** The way to a model at an address. */
export interface Connection {
  readonly request: Request;
  /** Address up to `/chat/completions`, such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Key that the host knows the user by; empty: none is sent. */
  readonly key: string;
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs: number;
}

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
 * Asks a model once.
 *
 * @throws ReaderError if the host refuses; NetworkError if it cannot be asked; the reason of the signal
 */
export async function askReader(
  { system, user }: Prompt,
  { request, url, model, key, timeoutMs }: Connection,
  signal: AbortSignal,
): Promise<Attempt> {
  const messages = [...(system === '' ? [] : [{ role: 'system', content: system }]), { role: 'user', content: user }];
  let answer: NetworkAnswer;
  try {
    answer = await request({
      url: `${url.replace(/\/+$/, '')}/chat/completions`,
      json: { text: JSON.stringify({ model, messages, temperature: 0, stream: false }), key },
      headers: { accept: 'application/json' },
      mostBytes: MOST_BYTES,
      ...{ timeoutMs, idleMs: timeoutMs, allowPrivate: true, signal },
    });
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
  return { busyMs: retryAfter(answer, Date.now()) };
}
