import * as vscode from 'vscode';
import { isReviewer } from '../../../server/protocol';

/** Initials that anybody may have. */
export const EXAMPLE = 'AZ';

/** The initials that are being written into the settings. */
let justSaid: string | null = null;

/** The initials that the user has set, or typed a moment ago. */
export function knownReviewer(): string | null {
  const known = vscode.workspace.getConfiguration('brief').get('reviewer');
  return typeof known === 'string' && isReviewer(known) ? known : justSaid;
}

/** The initials that the user types now; null: the user wants none of it. @param title of what they are for */
export async function askForReviewer(title: string): Promise<string | null> {
  const written = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      'Your initials, written into the text beside the date. They are kept in your user settings as brief.reviewer.',
    ),
    placeHolder: EXAMPLE,
    // Who looks something up meanwhile finds it open.
    ignoreFocusOut: true,
    validateInput: (value) =>
      isReviewer(value.trim()) ? null : vscode.l10n.t('One word of at most 32 letters and digits, such as AZ.'),
  });
  return written?.trim() ?? null;
}

/** Only the user's own settings say who the user is. */
export async function rememberReviewer(reviewer: string): Promise<void> {
  justSaid = reviewer;
  try {
    await vscode.workspace.getConfiguration('brief').update('reviewer', reviewer, vscode.ConfigurationTarget.Global);
  } finally {
    justSaid = null;
  }
}
