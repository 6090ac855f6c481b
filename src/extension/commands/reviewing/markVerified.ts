import * as vscode from 'vscode';
import type { MarkVerifiedResult } from '../../../server/protocol';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import type { ActiveBrief } from '../../sources/activeBrief';
import { makeEdits, whyUnknown } from '../documentEdits';
import { askForReviewer, EXAMPLE, knownReviewer, rememberReviewer } from './reviewer';

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/** Marks the insight at each cursor, and all selected insights, as verified by the user today, in one undo step. */
export async function markVerified(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(
    vscode.l10n.t('Open a brief first: the insight at the cursor in it is marked as verified.'),
  );
  if (!editor) return;
  const known = knownReviewer();
  // The first try is with example initials. The user isn't asked for their own if nothing can be marked.
  if (known === null) {
    const result = await client.markVerified(editor.document.uri, editor.selections, EXAMPLE);
    const message = whyNot(editor.document, result);
    if (message !== null && !result?.marked) {
      inform(message);
      return;
    }
  }
  const reviewer = known ?? (await askForReviewer(vscode.l10n.t('Mark as Verified')));
  if (reviewer === null) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.markVerified(editor.document.uri, editor.selections, reviewer);
    const message = whyNot(editor.document, result);
    if (message !== null) inform(message);
    if (!result || result.marked === 0) return;
    if (!(await makeEdits(editor, result.edits, result.version))) continue;
    if (known === null) await rememberReviewer(reviewer);
    return;
  }
  inform(vscode.l10n.t('Nothing was marked, because the text has changed meanwhile. Try again.'));
}

function whyNot(document: vscode.TextDocument, result: MarkVerifiedResult | null): string | null {
  if (!result) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its insights are not known.'));
  const { marked, refused } = result;
  if (refused === 1)
    return vscode.l10n.t('One insight was not marked: a mark at its end would change the meaning of the text.');
  if (refused > 1)
    return vscode.l10n.t(
      '{0} insights were not marked: a mark at their end would change the meaning of the text.',
      refused,
    );
  if (marked > 0) return null;
  return vscode.l10n.t(
    'There is no insight here. Put the cursor into a list item or a paragraph to mark it as verified.',
  );
}
