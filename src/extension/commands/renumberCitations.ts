import * as vscode from 'vscode';
import type { RenumberResult } from '../../server/protocol';
import type { Client } from '../client';
import { inform } from '../client/messages';
import type { ActiveBrief } from '../sources/activeBrief';
import { makeEdits, whyUnknown } from './documentEdits';

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/** Renumbers the sources of the active brief in the order of their first use, in one undo step. */
export async function renumberCitations(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: its citations are renumbered.'));
  if (!editor) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.renumber(editor.document.uri);
    if (result?.outcome !== 'done') {
      inform(whyNot(editor.document, result?.outcome ?? 'not checked'));
      return;
    }
    if (await makeEdits(editor, result.edits, result.version)) {
      inform(whatWasDone(result.renumbered));
      return;
    }
  }
  inform(vscode.l10n.t('Nothing was renumbered, because the text has changed meanwhile. Try again.'));
}

function whatWasDone(renumbered: number): string {
  switch (renumbered) {
    case 0:
      return vscode.l10n.t('The sources are in the order of their first use now. Their numbers stayed.');
    case 1:
      return vscode.l10n.t('1 source has a new number, in the order of first use.');
    default:
      return vscode.l10n.t('{0} sources have new numbers, in the order of first use.', renumbered);
  }
}

function whyNot(
  document: vscode.TextDocument,
  outcome: Exclude<RenumberResult['outcome'], 'done'> | 'not checked',
): string {
  switch (outcome) {
    case 'in order':
      return vscode.l10n.t('The citations are already in order.');
    case 'no numbers':
      return vscode.l10n.t('This brief has no numbered sources. Sources with keys have no order.');
    case 'not possible':
      return vscode.l10n.t(
        'The citations cannot be renumbered: the meaning of the text would change. Fix its errors first.',
      );
    case 'not checked':
      return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its citations are not known.'));
  }
}
