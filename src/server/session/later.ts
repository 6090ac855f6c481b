import { RAL } from '../lsp';
import { guarding, type Log } from '../messages/answers';

/**
 * Runs work later. When it throws, that is a line in the log.
 *
 * @returns what takes it back
 */
export function later(log: Log, milliseconds: number, work: () => void): () => void {
  const guarded = () => guarding('The check of a document', work, log);
  // A timer takes a millisecond at least.
  const { timer } = RAL();
  const waiting = milliseconds > 0 ? timer.setTimeout(guarded, milliseconds) : timer.setImmediate(guarded);
  return () => waiting.dispose();
}

/** Lets others have their turn. */
export function pause(log: Log): Promise<void> {
  return new Promise<void>((resolve) => void later(log, 0, resolve));
}
