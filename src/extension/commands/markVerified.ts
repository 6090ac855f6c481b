import * as vscode from 'vscode';
import { isReviewer, type MarkVerifiedResult } from '../../server/protocol';
import type { Client } from '../client';
import { activeBrief, makeEdits, whyUnknown } from './documentEdits';

/** Initials that anybody may have. */
const EXAMPLE = 'AZ';

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

/** Marks the insight at each cursor, and all that are selected, as verified by the user today, in one step to undo. */
export async function markVerified(client: Client): Promise<void> {
  const editor = activeBrief(
    vscode.l10n.t('Open a brief first: the insight at the cursor in it is marked as verified.'),
  );
  if (!editor) return;
  const known = knownReviewer();
  // Nobody is asked for initials where nothing can be marked: whose they are makes no difference to that.
  if (known === null) {
    const result = await client.markVerified(editor.document.uri, editor.selections, EXAMPLE);
    const message = whyNot(editor.document, result);
    if (message !== null && !result?.marked) {
      vscode.window.showInformationMessage(message);
      return;
    }
  }
  const reviewer = known ?? (await askForReviewer());
  if (reviewer === null) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.markVerified(editor.document.uri, editor.selections, reviewer);
    const message = whyNot(editor.document, result);
    if (message !== null) vscode.window.showInformationMessage(message);
    if (!result || result.marked === 0) return;
    if (!(await makeEdits(editor, result.edits, result.version))) continue;
    if (known === null) await remember(reviewer);
    return;
  }
  vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing was marked, because the text has changed meanwhile. Try again.'),
  );
}

/** The initials that the user has set. */
function knownReviewer(): string | null {
  const known = vscode.workspace.getConfiguration('brief').get('reviewer');
  return typeof known === 'string' && isReviewer(known) ? known : null;
}

/** The initials that the user types now; null: the user wants none of it. */
async function askForReviewer(): Promise<string | null> {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Mark as Verified'),
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
async function remember(reviewer: string): Promise<void> {
  await vscode.workspace.getConfiguration('brief').update('reviewer', reviewer, vscode.ConfigurationTarget.Global);
}

function whyNot(document: vscode.TextDocument, result: MarkVerifiedResult | null): string | null {
  if (!result) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its insights are not known.'));
  const { marked, refused } = result;
  if (refused === 1)
    return vscode.l10n.t('One insight is not marked, because a mark at its end would change the meaning of the text.');
  if (refused > 1)
    return vscode.l10n.t(
      '{0} insights are not marked, because a mark at their end would change the meaning of the text.',
      refused,
    );
  if (marked > 0) return null;
  return vscode.l10n.t(
    'There is no insight here. Put the cursor into a list item or a paragraph to mark it as verified.',
  );
}
