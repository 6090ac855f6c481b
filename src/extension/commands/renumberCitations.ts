import * as vscode from 'vscode';
import type { RenumberResult } from '../../server/protocol';
import type { Client } from '../client';
import { activeBrief, makeEdits } from './documentEdits';

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

/** Counts the sources of the active brief anew in the order of their first use, in one step to undo. */
export async function renumberCitations(client: Client): Promise<void> {
  const editor = activeBrief('its citations are counted anew.');
  if (!editor) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.renumber(editor.document.uri);
    if (result?.outcome !== 'done') {
      vscode.window.showInformationMessage(WHY_NOT[result?.outcome ?? 'not checked']);
      return;
    }
    if (await makeEdits(editor, result.edits, result.version)) return;
  }
  vscode.window.showInformationMessage('The text has changed meanwhile, so that nothing was counted anew. Try again.');
}

const WHY_NOT: Readonly<Record<Exclude<RenumberResult['outcome'], 'done'> | 'not checked', string>> = {
  'in order': 'The citations are in order already.',
  'no numbers': 'This brief has no numbered sources. Sources with keys have no order to be counted in.',
  'not possible':
    'The citations can not be counted anew: some of the text would mean something else. Look at its errors first.',
  'not checked': 'This brief is not checked, so that its citations are not known.',
};
