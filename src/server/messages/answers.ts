import { say } from '../../core/base/say';
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from '../lsp';

/** Writes a line to the log of the server, about something that went wrong. */
export type Log = (line: string) => void;

let waiting = 0;

/** True if a request is about to be answered. Background work lets it go first. */
export function requestsWait(): boolean {
  return waiting > 0;
}

/**
 * Makes a request handler out of a function, which may be asynchronous.
 *
 * Messages that have arrived meanwhile are taken in first: a cancellation is answered, and after a change the answer is about
 * the new text. If the function throws, the client gets an error and the log a line. The server goes on.
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
    stopIfCancelled(method, token);
    try {
      return await handler(params, token);
    } catch (error) {
      // The client asked for something that does not exist, which is not a failure.
      if (error instanceof ResponseError) throw error;
      log(`${method} failed. ${traceOf(error)}`);
      throw new ResponseError(ErrorCodes.InternalError, say("{0} failed. The server's log says where.", method));
    }
  };
}

/** @throws ResponseError where the client does not want the answer any more */
export function stopIfCancelled(method: string, token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
}

/** Makes a reporter for rules that throw: each gets one line in the log while the server runs. */
export function ruleFailures(log: Log): (rule: string, error: unknown) => void {
  const told = new Set<string>();
  return (rule, error) => {
    if (told.has(rule)) return;
    told.add(rule);
    log(`The rule ${rule} failed, and says nothing of some documents. ${traceOf(error)}`);
  };
}

/** Runs background work. If it throws, the log gets a line. */
export function guarding(what: string, work: () => void, log: Log): void {
  try {
    work();
  } catch (error) {
    log(`${what} failed. ${traceOf(error)}`);
  }
}

/** Returns the kind of an error, and where it was thrown. Its message is left out: it may quote the document. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error was thrown.';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
