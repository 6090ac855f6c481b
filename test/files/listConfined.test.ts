import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listConfined } from '../../src/files/confined/listConfined';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { readColumns } from '../../src/files/finding/filesBelow';

describe('Listing a folder beside a brief', () => {
  let outside: string;
  let root: string;
  let folder: string;
  const list = (path: string) => listConfined(path, { folder, root, extensions: ['.csv', '.json'] });
  before(() => {
    outside = mkdtempSync(join(tmpdir(), 'research-briefs-list-'));
    root = join(outside, 'root');
    folder = join(root, 'briefs');
    mkdirSync(join(folder, 'data/more'), { recursive: true });
    for (const hidden of ['.git', '.secret', 'node_modules']) mkdirSync(join(folder, hidden));
    for (const file of ['b.csv', 'a.JSON', 'c.txt', '.d.csv', 'con.csv', 'e%2f.csv'])
      writeFileSync(join(folder, file), '');
    writeFileSync(join(folder, 'data/f.csv'), '');
    writeFileSync(join(root, 'g.csv'), '');
    writeFileSync(join(outside, 'h.csv'), '');
    symlinkSync(outside, join(folder, 'data/link'));
    symlinkSync(join(outside, 'h.csv'), join(folder, 'data/h.csv'));
  });
  after(() => rmSync(outside, { recursive: true, force: true }));

  it('names the files of the extensions, and the folders', async () => {
    assert.deepEqual(await list(''), ['a.JSON', 'b.csv', 'e%2f.csv', 'data/']);
    assert.deepEqual(await list('data/'), ['f.csv', 'more/']);
    assert.deepEqual(await list('data'), ['f.csv', 'more/']);
  });

  it('lists nothing that lies outside, and follows no link there', async () => {
    for (const path of ['..', '../', '../../', '/', '/tmp', '~', 'data/link', 'data/link/', 'data/../..', '%2e%2e'])
      assert.deepEqual(await list(path), [], path);
  });

  it('lists nothing hidden, no network share, and nothing that is not there', async () => {
    for (const path of ['.git', '.secret/', '\\\\host\\share', '//host/share', 'file:///tmp', 'none', 'b.csv', 'a\0b'])
      assert.deepEqual(await list(path), [], path);
  });

  it('stops at a number of names', async () => {
    mkdirSync(join(folder, 'data/more/many'));
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, `data/more/many/${i}.csv`), '');
    assert.equal((await list('data/more/many')).length, 200);
  });

  it('reads the columns of data', async () => {
    const columns = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return readColumns(name, { folder, root }, LOCAL_FILES);
    };
    assert.deepEqual(await columns('x.csv', '\ufeffyear,"a, ""b""", price\r\n2023,1,2\r\n'), [
      'year',
      'a, "b"',
      'price',
    ]);
    assert.deepEqual(await columns('x.tsv', 'year\tthe price\n2023\t1\n'), ['year', 'the price']);
    assert.deepEqual(await columns('x.json', '[{"year": 1}, {"price": 2}]'), ['year', 'price']);
    assert.deepEqual(await columns('y.json', '{"year": 1'), []);
    assert.deepEqual(await columns('z.csv', ''), []);
    assert.deepEqual(await readColumns('../../h.csv', { folder, root }, LOCAL_FILES), []);
    assert.deepEqual(await readColumns('c.txt', { folder, root }, LOCAL_FILES), []);
  });
});
