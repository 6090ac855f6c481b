import * as vscode from 'vscode';
import type { Client } from '../client';

/** Checks the active file as a brief: a Markdown file till it is closed, in its own language; another one as a brief. */
export async function checkFile(client: Client): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    vscode.window.showInformationMessage(vscode.l10n.t('Open a file first: it is checked as a brief.'));
    return;
  }
  if (document.languageId === 'brief') return;
  if (document.languageId !== 'markdown') {
    await vscode.languages.setTextDocumentLanguage(document, 'brief');
    return;
  }
  if (!(await client.check(document.uri))) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('This file is not checked, because it is an older version of a file.'),
    );
  }
}
