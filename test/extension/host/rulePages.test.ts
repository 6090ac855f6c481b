import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support';

const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

describe('The page of a rule', () => {
  it('is shown for the code of a rule, and for nothing else', async () => {
    const before = labels();
    for (const value of ['../package', 'citation/../../README', 'https://example.org/a', 'citation', '', 5, null])
      await vscode.commands.executeCommand('brief.showRulePage', value);
    assert.deepEqual(labels(), before);
    await vscode.commands.executeCommand('brief.showRulePage', 'citation/order');
    await eventually('the page', () => labels().includes('Preview order.md') || undefined);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('leads to others, which are files that nobody can change', async () => {
    const page = vscode.Uri.parse('brief-docs:/rules/citation/order.md');
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    const [, path = ''] = /\]\((\.\.\/README\.md)#/.exec(text) ?? [];
    const index = vscode.Uri.joinPath(page, '..', path);
    const bytes = await vscode.workspace.fs.readFile(index);
    assert.match(new TextDecoder().decode(bytes), /\(citation\/order\.md\)/);
    assert.equal((await vscode.workspace.fs.stat(index)).size, bytes.length);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(index, bytes));
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.joinPath(page, '..', 'nothing.md')));
  });
});
