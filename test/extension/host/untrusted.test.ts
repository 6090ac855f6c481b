import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stylesOf } from '../../../src/extension/preview/appearance';
import { CITED, eventually, openText, problemOf, writeText } from './support';

/** An error where no configuration says otherwise. */
const WRONG = CITED.replace('[3].', '[9].');

describe('In a folder that the user does not trust', () => {
  it('no trust is given', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('a brief is checked, as what is in its own folder says', async () => {
    await writeText('brief.config.yaml', 'rules:\n  citation/unknown-source: information\n');
    const { document } = await openText('brief.brief', WRONG);
    const problem = await eventually('the severity of the configuration', async () => {
      const found = await problemOf(document.uri, 'citation/unknown-source');
      return found.severity === vscode.DiagnosticSeverity.Information ? found : undefined;
    });
    assert.equal(problem.source, 'brief');
  });

  it('nothing outside of the folder of a brief is read', async () => {
    const { document } = await openText('folder/brief.brief', WRONG);
    const problem = await problemOf(document.uri, 'citation/unknown-source');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  });

  it('settings of the folder count that are harmless, and none for its own styles, in whatever form', async () => {
    const { document } = await openText('settings.brief', CITED);
    const settings = vscode.workspace.getConfiguration('brief', document.uri);
    assert.equal(settings.get('preview.fontSize'), 21);
    assert.deepEqual(settings.get('preview.styles'), []);
    assert.deepEqual(vscode.workspace.getConfiguration('brief.preview', document.uri).get('styles'), []);
    assert.deepEqual(await stylesOf(document.uri), []);
  });

  it('a brief is previewed', async () => {
    await openText('preview.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await eventually('the tab of the preview', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find((tab) => tab.input instanceof vscode.TabInputWebview && /brief/i.test(tab.input.viewType)),
    );
  });
});
