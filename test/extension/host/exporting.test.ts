import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { saveWhole } from '../../../src/extension/exporting/saveWhole';
import { workspaceFolder, writeText } from './support';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe('Exporting', () => {
  it('puts a new file in the place of the old one, and leaves nothing else behind', async () => {
    const uri = await writeText('exported/a.html', 'old');
    await saveWhole(uri, bytes('new'));
    assert.equal(await read(uri), 'new');
    const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(workspaceFolder(), 'exported'));
    assert.deepEqual(names, [['a.html', vscode.FileType.File]]);
  });

  it('makes a file where there is none', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'exported-new.html');
    await saveWhole(uri, bytes('new'));
    assert.equal(await read(uri), 'new');
  });

  it('writes through no symbolic link, and leaves nothing beside it', async function () {
    const kept = await writeText('exported/kept.html', 'kept');
    const folder = vscode.Uri.joinPath(kept, '..');
    const link = vscode.Uri.joinPath(folder, 'link.html');
    try {
      (await import('node:fs')).symlinkSync(kept.fsPath, link.fsPath);
    } catch {
      // Not every system lets every user make one.
      return this.skip();
    }
    const names = async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    const before = await names();
    await assert.rejects(saveWhole(link, bytes('new')), /symbolic link/);
    assert.equal(await read(kept), 'kept');
    assert.deepEqual(await names(), before);
  });

  it('says why it fails, and leaves what is there as it was', async () => {
    const inner = await writeText('exported.html/kept.txt', 'kept');
    await assert.rejects(saveWhole(vscode.Uri.joinPath(inner, '..'), bytes('new')));
    assert.equal(await read(inner), 'kept');
  });
});
