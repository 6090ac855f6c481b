import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, problemOf } from './support';

describe('The sample', () => {
  it('opens as a brief of the user, with its two problems and its page', async () => {
    await vscode.commands.executeCommand('brief.openSample');
    const document = await eventually('the sample', () =>
      vscode.workspace.textDocuments.find(
        ({ isUntitled, lineCount, lineAt }) => isUntitled && lineCount > 1 && /light|灯光/.test(lineAt(1).text),
      ),
    );
    assert.equal(document.languageId, 'brief');
    await problemOf(document.uri, 'number/not-in-source');
    const codes = () => vscode.languages.getDiagnostics(document.uri).map(codeOf);
    assert.deepEqual(codes().sort(), ['citation/missing', 'number/not-in-source']);
    const page = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.startsWith('Preview '));
    const tab = await eventually('its page', page);
    // It would go on to the briefs of other tests.
    await vscode.window.tabGroups.close(tab);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
