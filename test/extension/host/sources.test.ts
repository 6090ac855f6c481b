import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { times } from '../../../src/extension/sources/items';
import { comesToBe, eventually, openText } from './support';

const TEXT = `---
sources:
  # about prices
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
  - id: 3
    title: Deals of the year
    publisher: Sample Wire
---

# Magnets

- The agreement over magnets is worth $500 million [3].
- Prices rose by 12% in 2025 [3][1].
`;

const ORGANIZED = `---
sources:
  - id: 1
    title: Deals of the year
    publisher: Sample Wire
  # about prices
  - id: 2
    title: Prices of rare earths
    publisher: Sample Notes
---

# Magnets

- The agreement over magnets is worth $500 million [1].
- Prices rose by 12% in 2025 [1][2].
`;

describe('the sources of a whole brief', () => {
  let count = 0;
  const open = (text: string) => openText(`sources-${count++}.brief`, text);
  const actions = (document: vscode.TextDocument, kind: string, word = '# Magnets') => {
    const at = document.positionAt(document.getText().indexOf(word));
    const range = new vscode.Range(at, at.translate(0, word.length));
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
      10,
    );
  };
  const action = (document: vscode.TextDocument, kind: string, word?: string) =>
    eventually(`an action ${kind}`, async () => (await actions(document, kind, word))[0]);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('say how often each is cited', () => {
    assert.deepEqual([0, 1, 3].map(times), ['not cited', 'cited once', 'cited 3 times']);
  });

  it('are organized by a source action, in one step to undo', async () => {
    const { document } = await open(TEXT);
    const { edit } = await action(document, 'source.organizeSources');
    assert.ok(edit);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await comesToBe(() => document.getText(), ORGANIZED);
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => document.getText(), TEXT);
  });

  it('are counted anew by Renumber Citations, in one step to undo', async () => {
    const { document } = await open(TEXT);
    await eventually('the new numbers', async () => {
      await vscode.commands.executeCommand('brief.renumberCitations');
      return document.getText() !== TEXT || undefined;
    });
    await comesToBe(() => document.getText(), ORGANIZED);
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => document.getText(), TEXT);
  });

  it('are fixed on save where the settings ask for it', async () => {
    const wrong = TEXT.replace('[3][1]', '[3][1][1]');
    const { document } = await open(wrong);
    const editor = vscode.workspace.getConfiguration('editor', { uri: document.uri, languageId: 'brief' });
    const key = 'codeActionsOnSave';
    await editor.update(key, { 'source.fixAll': 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
    try {
      await action(document, 'source.fixAll');
      assert.ok(
        await vscode.window.activeTextEditor?.edit((edit) => edit.insert(document.positionAt(wrong.length), '\n')),
      );
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually('the saved text', () => !document.isDirty || undefined);
      await comesToBe(() => document.getText(), `${TEXT.replace('[3][1]', '[1][3]')}\n`);
    } finally {
      await editor.update(key, undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });

  it('get keys by a refactoring', async () => {
    const { document } = await open(TEXT);
    const { edit } = await action(document, 'refactor.rewrite.brief.keys', '[3].');
    assert.ok(edit);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const keyed = document.getText();
    assert.match(keyed, /- id: sample-notes\n/);
    assert.match(keyed, /million \[@sample-wire\]\.\n/);
  });

  it('take in a new one by its address in the clipboard, whose title is selected', async () => {
    const editor = await open(TEXT);
    await vscode.env.clipboard.writeText('https://example.org/report?utm_source=x');
    const command = vscode.commands.executeCommand('brief.addSource');
    await eventually('the new source', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText() !== TEXT || undefined;
    });
    await command;
    assert.match(
      editor.document.getText(),
      / {2}- id: 4\n {4}title: Title of the source\n {4}url: https:\/\/example\.org\/report\n---/,
    );
    await comesToBe(() => editor.document.getText(editor.selection), 'Title of the source');
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => editor.document.getText(), TEXT);
  });
});
