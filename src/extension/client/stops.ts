/** The reaction to a server that stops by itself. */
import * as vscode from 'vscode';
import type { CloseHandlerResult, ErrorHandler } from 'vscode-languageclient';
import { createRestarts, MOST_RESTARTS } from './restarts';

/** The enums of VS Code's client, which are loaded late. */
type Actions = typeof import('./clientActions');

export interface Stops {
  /** Starts a stopped server again and informs the user, unless it stops all the time. */
  handler(actions: Actions): ErrorHandler;
  /** Starts the count again: the user wants a restart. */
  forget(): void;
}

export function createStops(output: vscode.LogOutputChannel): Stops {
  const restarts = createRestarts(Date.now);
  return {
    handler: ({ CloseAction, ErrorAction }) => ({
      // Messages to a process that has just died fail one by one, before its end is known. A shutdown because of these
      // would leave it stopped; its end starts it again.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: (): CloseHandlerResult => {
        const verdict = restarts.stopped();
        if (verdict === 'give up') {
          const message = vscode.l10n.t(
            'The language server stopped {0} times in 3 minutes and is not started again. Briefs are not checked until you restart it.',
            MOST_RESTARTS + 1,
          );
          tell(output, message, vscode.window.showErrorMessage, 'restart');
          return { action: CloseAction.DoNotRestart, message, handled: true };
        }
        const message = vscode.l10n.t('The language server stopped unexpectedly and was started again.');
        if (verdict === 'say') tell(output, message, vscode.window.showWarningMessage);
        return { action: CloseAction.Restart, message, handled: true };
      },
    }),
    forget: restarts.forget,
  };
}

/** Tells the user what happened, and offers actions. Nobody waits for the answer. */
export async function tell(
  output: vscode.LogOutputChannel,
  message: string,
  show: typeof vscode.window.showErrorMessage,
  offer?: 'restart',
): Promise<void> {
  output.warn(message);
  const restartNow = vscode.l10n.t('Restart');
  const showOutput = vscode.l10n.t('Show Output');
  const chosen = await show(message, ...(offer ? [restartNow] : []), showOutput);
  if (chosen === showOutput) output.show();
  if (chosen === restartNow) await vscode.commands.executeCommand('brief.restartServer');
}
