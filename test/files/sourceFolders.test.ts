import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from '../../src/files/confined/fileSystem';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { createSourceFolders } from '../../src/files/finding/sourceFolders';
import { notedReads } from './notedReads';

const GOOD = 'title: Summaries\npublisher: USGS\n';

describe('A folder of sources', () => {
  let root = '';
  let reads: string[] = [];
  const system = () => notedReads((path) => reads.push(path));
  const write = (name: string, text = GOOD) => writeFileSync(join(root, 'sources', name), text);
  const place = (name: string) => join(root, 'sources', name);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(join(root, 'sources'));
    reads = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('has a file for each source, and is the same object until a file is added or said to have changed', async () => {
    write('b.yaml');
    write('a.yml');
    write('copy.txt', 'Output rose.\n');
    const folders = createSourceFolders(system());
    const folder = await folders.read('sources/', root);
    assert.deepEqual(
      folder.files.map(({ path }) => path),
      ['sources/a.yml', 'sources/b.yaml'],
    );
    write('b.yaml', 'title: Others\n');
    assert.equal(await folders.read('sources/', root), folder);
    folders.changed([join(root, 'a.brief')]);
    assert.equal(await folders.read('sources/', root), folder);
    folders.changed([place('b.yaml')]);
    assert.notEqual(await folders.read('sources/', root), folder);
    write('c.yaml');
    assert.equal((await folders.read('sources/', root)).files.length, 3);
  });

  it('is looked at again where it was removed and made anew, and nobody says so', async () => {
    write('a.yaml');
    const folders = createSourceFolders(system());
    assert.equal((await folders.read('sources/', root)).files.length, 1);
    rmSync(join(root, 'sources'), { recursive: true });
    assert.notEqual((await folders.read('sources/', root)).unreadable, undefined);
    mkdirSync(join(root, 'sources'));
    write('a.yaml');
    write('b.yaml');
    assert.equal((await folders.read('sources/', root)).files.length, 2);
  });

  it('reads again the file that changed, and no other', async () => {
    for (let i = 0; i < 50; i++) write(`s${i}.yaml`);
    const folders = createSourceFolders(system());
    const before = await folders.read('sources', root);
    assert.equal(reads.length, 50);
    reads = [];
    write('s7.yaml', `${GOOD}url: https://example.org\n`);
    folders.changed([place('s7.yaml')]);
    const now = await folders.read('sources', root);
    assert.deepEqual(reads, ['sources/s7.yaml']);
    assert.equal(now.files.filter((file, i) => file !== before.files[i]).length, 1);
  });

  it('takes a file under another name, and forgets one that is gone', async () => {
    write('a.yaml');
    write('b.yaml');
    const folders = createSourceFolders(system());
    await folders.read('sources', root);
    renameSync(place('a.yaml'), place('c.yaml'));
    folders.changed(null);
    assert.deepEqual(
      (await folders.read('sources', root)).files.map(({ declarations }) => declarations[0]?.id),
      ['b', 'c'],
    );
    rmSync(join(root, 'sources'), { recursive: true });
    folders.changed([join(root, 'sources')]);
    assert.equal((await folders.read('sources', root)).unreadable, 'There is no such folder.');
    mkdirSync(join(root, 'sources'));
  });

  it('says of a source whether its local copy can be read, also once that is another', async () => {
    write('a.yaml', `${GOOD}text: ../copies/a.txt\n`);
    write('b.yaml', `${GOOD}text: copies/b.txt\n`);
    const folders = createSourceFolders(system());
    const said = async () =>
      (await folders.read('sources', root)).files.map(({ copyUnreadable }) => copyUnreadable ?? '');
    assert.deepEqual(await said(), ["It points outside the brief's folder.", 'There is no such file.']);
    mkdirSync(place('copies'));
    writeFileSync(place('copies/b.txt'), 'Output rose.\n');
    folders.changed([place('copies/b.txt')]);
    assert.deepEqual(await said(), ["It points outside the brief's folder.", '']);
  });

  it('has nothing that is a link, and is none outside of its root', async () => {
    writeFileSync(join(root, 'outside.yaml'), GOOD);
    symlinkSync(join(root, 'outside.yaml'), place('a.yaml'));
    mkdirSync(join(root, 'inner'));
    symlinkSync(join(root, 'sources'), join(root, 'inner', 'sources'));
    const folders = createSourceFolders(system());
    assert.deepEqual((await folders.read('sources', root)).files, []);
    for (const path of ['../sources', '/etc', 'sources', 'a:b', '~'])
      assert.notEqual((await folders.read(path, join(root, 'inner'))).unreadable, undefined, path);
  });

  it('reads no source of more than a megabyte, and says so', async () => {
    write('a.yaml', `${GOOD}quote: ${'x'.repeat(1 << 20)}\n`);
    const [file] = (await createSourceFolders(system()).read('sources', root)).files;
    assert.equal(file?.unreadable, 'It is larger than 1 MB.');
    assert.equal(file.declarations[0]?.id, 'a');
  });

  it('holds to ten thousand sources, and says that there are more', async () => {
    const files = Array.from({ length: 10_001 }, (_, i) => ({ name: `s${String(i).padStart(5, '0')}.yaml` }));
    const state = { uri: 'file:///x', size: 1, version: '1' };
    const many: FileSystem = {
      ...LOCAL_FILES,
      entries: async () => ({ uri: 'file:///x', files, isCut: false }),
      read: async () => ({ text: GOOD, garbled: false, state }),
    };
    const folder = await createSourceFolders(many).read('sources', root);
    assert.equal(folder.files.length, 10_000);
    assert.match(folder.leftOut ?? '', /over 10,000 files/);
  });
});
