import * as vscode from 'vscode';
import type { UncitedParams } from '../../server/protocol';
import type { Client } from '../client';
import { inform } from '../client/messages';
import type { ActiveBrief } from '../sources/activeBrief';
import { unchecked } from '../uncited/showUncited';
import { select, whyUnknown } from './documentEdits';

/** Time that the status bar shows the claim's number, in milliseconds. */
const SAID_FOR = 5000;

/** Makes a function that goes to the next uncited claim of the active brief, or to the previous one. */
export function createGoToUncited(
  client: Client,
  active: ActiveBrief,
): (direction: UncitedParams['direction']) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (direction) => {
    // Each key press counts from where the previous one ends, also when presses come faster than answers.
    const going = last.then(() => goToUncited(client, active, direction));
    last = going.catch(() => undefined);
    return going;
  };
}

/** Puts the cursor at the claim, and says which one it is. */
async function goToUncited(client: Client, active: ActiveBrief, direction: UncitedParams['direction']): Promise<void> {
  const editor = await active.editor(
    vscode.l10n.t('Open a brief first: the cursor goes to the next claim in it without a source.'),
  );
  if (!editor) return;
  const { document } = editor;
  const result = await client.uncited(document.uri, editor.selection.active, direction);
  // The claim may have moved, and a user who types doesn't want the cursor moved.
  if (result && document.version !== result.version) return;
  if (!result?.claim) {
    inform(result ? vscode.l10n.t('Every claim that needs a source has one.') : whyUnknown(document, unchecked()));
    return;
  }
  const { range, number, of } = result.claim;
  select(editor, { start: range.start, end: range.start });
  vscode.window.setStatusBarMessage(vscode.l10n.t('Uncited claim {0} of {1}', number, of), SAID_FOR);
}
