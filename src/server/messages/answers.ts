import { say } from '../../core/base/say';
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from '../lsp';

/** Where the server reports what went wrong. */
export type Log = (line: string) => void;

let waiting = 0;

/** Whether a request has arrived and is about to be answered: what nobody waits for lets it go first. */
export function requestsWait(): boolean {
  return waiting > 0;
}

/**
 * Makes a request handler out of a plain function, or one that waits for something.
 *
 * Before it runs, what has arrived meanwhile is taken in: a cancellation is answered, and a change makes the answer
 * one about the new text. When it throws, that is an error answer and a line in the log, never the end of the server.
 */
export function answering<P, R>(
  method: string,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
  log: Log,
) {
  return async (params: P, token: CancellationToken): Promise<R> => {
    waiting++;
    await new Promise((resolve) => setTimeout(resolve, 0));
    waiting--;
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
    try {
      return await handler(params, token);
    } catch (error) {
      // The client asked for something that there is not, which is no failure.
      if (error instanceof ResponseError) throw error;
      log(`${method} failed. ${traceOf(error)}`);
      throw new ResponseError(ErrorCodes.InternalError, say("{0} failed. The server's log says where.", method));
    }
  };
}

/** Makes what is told of rules that throw: each is a line in the log once, and not again while the server runs. */
export function ruleFailures(log: Log): (rule: string, error: unknown) => void {
  const told = new Set<string>();
  return (rule, error) => {
    if (told.has(rule)) return;
    told.add(rule);
    log(`The rule ${rule} failed, and says nothing of some documents. ${traceOf(error)}`);
  };
}

/** Runs work that nobody waits for. When it throws, that is a line in the log. */
export function guarding(what: string, work: () => void, log: Log): void {
  try {
    work();
  } catch (error) {
    log(`${what} failed. ${traceOf(error)}`);
  }
}

/** What kind of error it was and where. Its message is left out: it may quote the document. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error was thrown.';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
