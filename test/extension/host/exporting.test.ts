import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isOneOf } from '../../../src/extension/exporting/sameFile';
import { saveWhole } from '../../../src/extension/exporting/saveWhole';
import { nameByProcess } from '../../../src/extension/exporting/temporary';
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

  it('says in plain words that a disk is full or read-only, and leaves the old file', async () => {
    for (const [code, said] of [
      ['ENOSPC: no space left on device, write', 'The disk is full.'],
      ['EROFS: read-only file system, open', 'The disk is read-only.'],
      ['EACCES: permission denied, open', 'Permission is denied. Choose another folder.'],
    ] as const) {
      const registered = vscode.workspace.registerFileSystemProvider('brief-full', new RefusingFiles(code));
      const old = vscode.Uri.parse('brief-full:/old.html');
      try {
        await assert.rejects(saveWhole(old, bytes('new')), new RegExp(said));
        assert.equal(await read(old), 'old');
      } finally {
        registered.dispose();
      }
    }
  });

  it('knows the brief under another name and through links', async function () {
    const brief = await writeText('sources/a.brief', '# A\n');
    const folder = vscode.Uri.joinPath(brief, '..');
    const beside = (name: string) => vscode.Uri.joinPath(folder, name);
    const other = await writeText('sources/b.brief', '# B\n');
    assert.equal(await isOneOf(beside('new.html'), [brief]), false);
    assert.equal(await isOneOf(other, [brief]), false);
    assert.equal(await isOneOf(brief, [other, brief]), true);
    try {
      const { linkSync, symlinkSync } = await import('node:fs');
      linkSync(brief.fsPath, beside('hard.html').fsPath);
      symlinkSync(folder.fsPath, beside('linked').fsPath);
    } catch {
      // Not every system lets every user make one, and a web page has no such system.
      return this.skip();
    }
    for (const name of ['hard.html', 'linked/a.brief']) assert.equal(await isOneOf(beside(name), [brief]), true, name);
  });

  it('clears up what was left by a window that was killed, and nothing else', async function () {
    // A file gets no older where there is no Node to say so.
    const { utimesSync } = await import('node:fs').catch(() => ({ utimesSync: null }));
    if (!utimesSync) return this.skip();
    const left = await writeText('left/.a.html.0123abcd.brief.tmp', 'half');
    const fresh = await writeText('left/.a.html.4567abcd.brief.tmp', 'of another window');
    await writeText('left/.a.html.notes.tmp', 'mine');
    utimesSync(left.fsPath, 0, 0);
    await saveWhole(vscode.Uri.joinPath(left, '..', 'a.html'), bytes('new'));
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(left, '..'))).map(([name]) => name);
    assert.deepEqual(names.sort(), ['.a.html.4567abcd.brief.tmp', '.a.html.notes.tmp', 'a.html']);
    await vscode.workspace.fs.delete(fresh);
  });
});

describe('Exporting in a window that has processes', () => {
  before(() =>
    nameByProcess(async () => ({
      temporaryName: (name) => `.${name}.living.brief.tmp`,
      isLeft: (name) => name.endsWith('.ended.brief.tmp'),
    })),
  );

  it('clears up what processes that have ended left, however new it is, and nothing of others', async () => {
    await writeText('ended/.a.html.ended.brief.tmp', 'half');
    await writeText('ended/.b.html.ended.brief.tmp', 'half');
    const other = await writeText('ended/.c.html.living.brief.tmp', 'of another window');
    const folder = vscode.Uri.joinPath(other, '..');
    await saveWhole(vscode.Uri.joinPath(folder, 'a.html'), bytes('new'));
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(names.sort(), ['.c.html.living.brief.tmp', 'a.html']);
    await vscode.workspace.fs.delete(other);
  });
});

/** A file system as another extension brings it: it has one file, and can not write. */
class RefusingFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #refuse: () => never;

  constructor(message: string) {
    this.#refuse = () => {
      throw new Error(message);
    };
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path !== '/old.html') throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 3 };
  }
  readFile(): Uint8Array {
    return bytes('old');
  }
  readDirectory(): [string, vscode.FileType][] {
    return [['old.html', vscode.FileType.File]];
  }
  watch() {
    return new vscode.Disposable(() => undefined);
  }
  createDirectory() {}
  writeFile() {
    this.#refuse();
  }
  delete() {
    this.#refuse();
  }
  rename() {
    this.#refuse();
  }
}
