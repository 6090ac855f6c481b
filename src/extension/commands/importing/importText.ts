import * as vscode from 'vscode';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import { showImported } from './showImported';

/** Turns the selection, else the clipboard, into an untitled brief. */
export async function importText(client: Client): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const isSelected = selected.trim() !== '';
  const text = isSelected ? selected : await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    inform(vscode.l10n.t('There is no text to import. Copy a text first, or select it in an editor.'));
    return;
  }
  await showImported(
    client,
    isSelected ? vscode.l10n.t('The selection') : vscode.l10n.t('The text of the clipboard'),
    await client.importReport({ text }),
  );
}
