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
});
