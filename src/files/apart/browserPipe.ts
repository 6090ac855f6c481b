/** Controls a browser over a pipe, by the DevTools protocol. No port is opened, and no file is read. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { say } from '../../core/base/say';

export interface BrowserPipe {
  /**
   * Sends one command and returns its answer.
   *
   * @param session of a page; without it, the browser itself
   * @throws Error with the browser's message, or if it has ended
   */
  send(method: string, params?: object, session?: string): Promise<unknown>;
  /** Settles with the next event of this name. */
  next(event: string): Promise<void>;
  /** Ends the browser and its own processes. Commands that still wait are rejected. */
  end(): void;
}

/** End of a message, in both directions. */
const END = '\0';

/** Starts a browser. If that fails, the first command is rejected with the reason. */
export function startBrowser(program: string, args: readonly string[]): BrowserPipe {
  const child = spawn(program, [...args, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // The browser has its own process group, so that the processes that it starts are ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const [, , , input, output] = child.stdio;
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: Reject }>();
  const listening = new Map<string, (() => void)[]>();
  let ended: Error | null = null;
  let count = 0;

  const fail = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const receive = (message: string) => {
    const { id, method, result, error } = readAnswer(message);
    for (const tell of listening.get(method ?? '') ?? []) tell();
    if (method !== null) listening.delete(method);
    const asked = id === null ? undefined : waiting.get(id);
    if (id === null || !asked) return;
    waiting.delete(id);
    if (error === null) asked.resolve(result);
    else asked.reject(new Error(error));
  };

  child.on('error', (error) => fail(new Error(say('could not be started: {0}', error.message))));
  child.on('exit', (status) => fail(new Error(status === null ? say('ended') : say('ended with status {0}', status))));
  if (output instanceof Readable) readMessages(output, receive);
  // A browser that has ended reads no more. Its end is reported by `exit`.
  if (input instanceof Writable) input.on('error', () => undefined);

  return {
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        if (ended || !(input instanceof Writable)) return reject(ended ?? new Error(say('takes no commands')));
        const id = ++count;
        waiting.set(id, { resolve, reject });
        input.write(JSON.stringify({ id, method, params, ...(session !== undefined && { sessionId: session }) }) + END);
      }),
    next: (event) =>
      new Promise((resolve) => {
        listening.set(event, [...(listening.get(event) ?? []), resolve]);
      }),
    end: () => {
      fail(new Error(say('was ended')));
      killGroup(child);
    },
  };
}

type Reject = (error: Error) => void;

interface Answer {
  readonly id: number | null;
  /** Name of an event; null for an answer. */
  readonly method: string | null;
  readonly result: unknown;
  readonly error: string | null;
}

function readAnswer(message: string): Answer {
  const parsed: unknown = JSON.parse(message);
  const part = (of: unknown, key: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;
  const [id, method, error] = [part(parsed, 'id'), part(parsed, 'method'), part(parsed, 'error')];
  return {
    id: typeof id === 'number' ? id : null,
    method: typeof method === 'string' ? method : null,
    result: part(parsed, 'result'),
    error: error === undefined ? null : String(part(error, 'message')),
  };
}

/** Reads messages. A message may come in many pieces, which are joined once. */
function readMessages(output: Readable, receive: (message: string) => void): void {
  let pieces: string[] = [];
  output.setEncoding('utf8').on('data', (text: string) => {
    const [first = '', ...others] = text.split(END);
    pieces.push(first);
    for (const other of others) {
      receive(pieces.join(''));
      pieces = [other];
    }
  });
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The browser has ended by itself.
  }
}
