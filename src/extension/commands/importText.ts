import * as vscode from 'vscode';
import type { Client } from '../client';

/** Turns the selection, else the clipboard, into an untitled brief. */
export async function importText(client: Client): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const text = selected.trim() === '' ? await vscode.env.clipboard.readText() : selected;
  if (text.trim() === '') {
    vscode.window.showInformationMessage('There is no text to import. Copy a text first, or select it in an editor.');
    return;
  }
  const content = await client.importText(text);
  const document = await vscode.workspace.openTextDocument({ language: 'brief', content });
  await vscode.window.showTextDocument(document);
}
