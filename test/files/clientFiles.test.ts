import assert from 'node:assert/strict';
import { filesOfClient } from '../../src/files/confined/clientFiles';

describe('The places of a file system that only the client reads', () => {
  const files = filesOfClient({
    read: async () => ({ refused: 'No.' }),
    entries: async () => ({ refused: 'No.' }),
  });

  it('are URIs, without what is behind their path', () => {
    assert.equal(files.placeOf('vscode-vfs://github/o/r/a.brief?ref=main#L1'), 'vscode-vfs://github/o/r/a.brief');
    assert.equal(files.placeOf('tmp:/briefs/'), 'tmp:/briefs');
    assert.equal(files.placeOf('tmp:/'), 'tmp:/');
    assert.equal(files.placeOf('file:///briefs'), 'file:///briefs');
  });

  for (const uri of [
    'untitled:Untitled-1',
    'untitled:/folder/a.brief',
    'file://host/share/a.brief',
    'file:////host/share/a.brief',
    'file:///%2Fhost/share/a.brief',
    'file:///%5C%5Chost/share/a.brief',
    'a.brief',
    '',
  ])
    it(`are not ${JSON.stringify(uri)}`, () => assert.equal(files.placeOf(uri), null));

  it('are in folders, up to the topmost, which is in itself', () => {
    assert.equal(files.folderOf('vscode-vfs://github/o/a.brief'), 'vscode-vfs://github/o');
    assert.equal(files.folderOf('vscode-vfs://github/o'), 'vscode-vfs://github/');
    assert.equal(files.folderOf('tmp:/a.brief'), 'tmp:/');
    assert.equal(files.folderOf('tmp:/'), 'tmp:/');
  });

  it('take names as they are written in a brief', () => {
    assert.equal(files.join('tmp:/briefs', './参考 1/a#b.bib'), 'tmp:/briefs/%E5%8F%82%E8%80%83%201/a%23b.bib');
    assert.equal(files.join('tmp:/', 'a.bib'), 'tmp:/a.bib');
    assert.equal(files.nameOf('tmp:/briefs/a%23b.bib'), 'a#b.bib');
  });

  it('are inside a folder however they are encoded, and not inside one with a longer name', () => {
    assert.ok(files.isInside('tmp:/a b/c', 'tmp:/a%20b'));
    assert.ok(files.isInside('tmp:/a', 'tmp:/a'));
    assert.ok(files.isInside('tmp:/a', 'tmp:/'));
    assert.ok(!files.isInside('tmp:/ab', 'tmp:/a'));
  });
});
