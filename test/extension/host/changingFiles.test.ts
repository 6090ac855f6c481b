import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, erase, eventually, noProblemOf, openText, problemOf, writeText } from './support';

const { fs } = vscode.workspace;
const textOn = async (uri: vscode.Uri) => new TextDecoder().decode(await fs.readFile(uri));

describe('An open brief whose file', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  const discard = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

  it('is deleted keeps its unsaved text, and is checked on', async () => {
    const editor = await openText('deleted.brief', CITED);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 2), 'Some '));
    await fs.delete(editor.document.uri);
    await erase(editor, ' [3]');
    await problemOf(editor.document.uri, 'citation/missing');
    assert.match(editor.document.getText(), /^# Some rare earths/i);
    await discard();
  });

  it('changes on the disk while nothing is unsaved is shown and checked as it is now', async () => {
    const { document } = await openText('changed.brief', CITED);
    await noProblemOf(document.uri, 'citation/unknown-source');
    await writeText('changed.brief', CITED.replace('2024 [3]', '2024 [8]'));
    await problemOf(document.uri, 'citation/unknown-source');
  });

  it('changes on the disk while something is unsaved keeps what was typed, and does not write over the other text', async () => {
    const editor = await openText('conflict.brief', CITED);
    await erase(editor, ' [3]');
    const other = CITED.replace('# Rare earths', '# Of somebody else');
    await writeText('conflict.brief', other);
    await problemOf(editor.document.uri, 'citation/missing');
    // VS Code asks which of the two to keep, and waits with saving.
    await Promise.race([editor.document.save(), new Promise((resolve) => setTimeout(resolve, 2000))]);
    assert.equal(await textOn(editor.document.uri), other);
    assert.match(editor.document.getText(), /^# Rare earths\n[^[]*2024\./);
    await discard();
  });

  it('is renamed is checked under its new name, and its old one has no problems', async () => {
    const { document } = await openText('old-name.brief', CITED.replace('[3].', '[9].'));
    await problemOf(document.uri, 'citation/unknown-source');
    const renamed = vscode.Uri.joinPath(document.uri, '..', 'new-name.brief');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await problemOf(renamed, 'citation/unknown-source');
    await noProblemOf(document.uri, 'citation/unknown-source');
  });

  it('becomes a folder keeps its text', async () => {
    const editor = await openText('folder.brief', CITED);
    await erase(editor, ' [3]');
    await fs.delete(editor.document.uri);
    await fs.createDirectory(editor.document.uri);
    await problemOf(editor.document.uri, 'citation/missing');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 2), 'Still '));
    await eventually('the changed text', () => editor.document.getText().startsWith('# Still ') || undefined);
    await discard();
    await fs.delete(editor.document.uri, { recursive: true });
  });
});
