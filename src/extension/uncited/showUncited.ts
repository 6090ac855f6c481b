import * as vscode from 'vscode';
import type { Client } from '../client';
import { inform } from '../client/messages';
import { select, whyUnknown } from '../commands/documentEdits';
import type { ActiveBrief } from '../sources/activeBrief';
import { pickStatement, rowOf } from './pickStatement';

/** Lists the statements of the active brief that need a source, and goes to the one that is picked. */
export async function showUncited(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: its statements without a source are listed.'));
  if (!editor) return;
  const result = await client.uncitedStatements(editor.document.uri, false);
  if (!result) {
    inform(whyUnknown(editor.document, unchecked()));
    return;
  }
  const { statements, total } = result;
  if (total === 0) {
    inform(allCited());
    return;
  }
  const picked = await pickStatement(editor, statements.map(rowOf), {
    title:
      total > statements.length
        ? vscode.l10n.t('Uncited Statements: the First {0} of {1}', statements.length, total)
        : vscode.l10n.t('Uncited Statements: {0}', total),
    placeholder: vscode.l10n.t('Go to a statement. Those that need a source most come first'),
  });
  if (!picked) return;
  const { document, viewColumn } = editor;
  const { start } = picked.range;
  select(await vscode.window.showTextDocument(document, viewColumn), { start, end: start });
}

/** Says that a brief isn't checked, so that the server knows nothing of it. */
export function unchecked(): string {
  return vscode.l10n.t('This brief is not checked, so its insights are not known.');
}

export function allCited(): string {
  return vscode.l10n.t('No statement here lacks a source.');
}
