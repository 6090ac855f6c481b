import * as vscode from 'vscode';
import type { Attempt, Prompt } from '../../../../reader';

/** Longest answer that is read, in UTF-16 units. */
const MOST = 100_000;
/** Codes of errors with which no other claim would be answered either. */
const LASTING = /^(?:NoPermissions|NotFound)$/;

/**
 * Asks a model of VS Code once. VS Code itself asks the user whether the extension may use it.
 *
 * @throws LanguageModelError if it may not be asked, or is gone; the reason of the signal
 */
export async function askChatModel(
  model: vscode.LanguageModelChat,
  { system, user }: Prompt,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Attempt> {
  // The types of 1.96 have no message of the system.
  const messages = [system, user].filter(Boolean).map((text) => vscode.LanguageModelChatMessage.User(text));
  const cancel = new vscode.CancellationTokenSource();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  limit.addEventListener('abort', () => cancel.cancel(), { once: true });
  let answer = '';
  try {
    const justification = vscode.l10n.t('A second reader compares claims with passages of their sources.');
    const response = await orEnded(model.sendRequest(messages, { justification }, cancel.token), limit);
    const pieces = response.text[Symbol.asyncIterator]();
    for (let next = await orEnded(pieces.next(), limit); !next.done; next = await orEnded(pieces.next(), limit)) {
      answer += next.value;
      if (answer.length > MOST) return { failed: 'damaged' };
    }
    return answer === '' ? { failed: 'damaged' } : { answer };
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted) return { failed: 'silent' };
    if (error instanceof vscode.LanguageModelError && LASTING.test(error.code)) throw error;
    return answer === '' ? { busyMs: null } : { failed: 'damaged' };
  } finally {
    cancel.cancel();
    cancel.dispose();
  }
}

/** Waits for something no longer than until a signal: a model may not listen to who gives up. */
function orEnded<T>(waited: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const end = () => fail(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    Promise.resolve(waited)
      .then(done, fail)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
