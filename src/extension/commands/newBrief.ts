import * as vscode from 'vscode';

/** Opens an untitled brief with the parts that a brief has, ready to be filled in. */
export async function newBrief(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'brief' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(skeleton());
}

function skeleton(): vscode.SnippetString {
  return new vscode.SnippetString('---\ntitle: ')
    .appendPlaceholder(vscode.l10n.t('Title'))
    .appendText('\npublished: ')
    .appendVariable('CURRENT_YEAR', '')
    .appendText('-')
    .appendVariable('CURRENT_MONTH', '')
    .appendText('-')
    .appendVariable('CURRENT_DATE', '')
    .appendText('\nsources:\n  - id: 1\n    title: ')
    .appendPlaceholder(vscode.l10n.t('Title of the source'))
    .appendText('\n    url: ')
    .appendPlaceholder('https://example.org/')
    .appendText('\n---\n\n## ')
    .appendPlaceholder(vscode.l10n.t('Section'))
    .appendText('\n\n- ')
    .appendPlaceholder(vscode.l10n.t('What the source says'))
    .appendText(' [1]\n')
    .appendTabstop(0);
}
