import * as vscode from 'vscode';
import type { LinkResult, LinkState } from '../../links';

/**
 * Says what a check has found, and offers to show it. Nobody waits for the answer.
 *
 * @param again checks all anew
 */
export async function showSummary(results: readonly LinkResult[], again: () => Promise<void>): Promise<void> {
  const count = (state: LinkState) => results.filter((result) => result.state === state).length;
  const [dead, moved, unreachable, blocked] = [
    count('dead'),
    count('moved'),
    count('unreachable'),
    count('blocked'),
  ] as const;
  const asked = results.length - count('unchecked');
  const wrong = dead + moved + unreachable + blocked;
  const message =
    wrong === 0
      ? vscode.l10n.t('Links that were checked: {0}. All are in order.', asked)
      : vscode.l10n.t(
          'Links that were checked: {0}. Dead: {1}. Moved: {2}. Not reached: {3}. Could not be checked: {4}.',
          asked,
          dead,
          moved,
          unreachable,
          blocked,
        );
  const show = dead > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const problems = vscode.l10n.t('Show Problems');
  const anew = vscode.l10n.t('Check Anew');
  const picked = await show(message, ...(wrong > 0 ? [problems] : []), anew);
  if (picked === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (picked === anew) await again();
}
