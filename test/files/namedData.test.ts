import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseBrief } from '../../src/core';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { filesBelow } from '../../src/files/finding/filesBelow';
import { pathsNamedBy } from '../../src/files/named/readNamedFiles';

describe('The files of rows that figures name', () => {
  let root = '';
  let files: ReturnType<typeof filesBelow>;
  const write = (path: string, content: string | Uint8Array) => writeFileSync(join(root, path), content);
  const read = async (text: string) => {
    const { data } = await files.read(pathToFileURL(join(root, 'briefs/a.brief')).href, pathsNamedBy(parseBrief(text)));
    return data;
  };
  const naming = (path: string) => `---\nfigures:\n  - {id: a, chart: bar, data: "${path}", own: true}\n---\n`;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'named-'));
    mkdirSync(join(root, 'briefs'));
    files = filesBelow(LOCAL_FILES, [pathToFileURL(join(root, 'briefs')).href]);
    write('briefs/a.csv', 'a,b\nx,1\n');
    write('outside.csv', 'a,b\nx,1\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('give their rows, and stay the same object until they change', async () => {
    const [first] = await read(naming('a.csv'));
    assert.deepEqual([first?.columns, first?.rows.map((row) => ({ ...row }))], [['a', 'b'], [{ a: 'x', b: 1 }]]);
    assert.equal((await read(naming('a.csv')))[0], first);
    write('briefs/a.csv', 'a,b\nx,12\n');
    const [changed] = await read(naming('a.csv'));
    assert.deepEqual(
      changed?.rows.map((row) => Object.values(row)),
      [['x', 12]],
    );
  });

  it('are found in blocks of the body and in specifications of Vega-Lite too', async () => {
    const block = '```figure\nid: a\nchart: bar\ndata: a.csv\nown: true\n```\n';
    assert.equal((await read(block))[0]?.rows.length, 1);
    const layered =
      '---\nfigures:\n  - {id: a, own: true, vega-lite: {layer: [{mark: bar, data: {url: a.csv}}]}}\n---\n';
    assert.equal((await read(layered))[0]?.rows.length, 1);
  });

  it('are refused outside of the folder, as addresses, and with any other extension', async () => {
    symlinkSync(join(root, 'outside.csv'), join(root, 'briefs/link.csv'));
    for (const path of [
      '../outside.csv',
      'link.csv',
      '/etc/hostname',
      'https://example.org/a.csv',
      'file:///a.csv',
      'a.txt',
    ]) {
      const [file] = await read(naming(path));
      assert.ok(file?.unreadable, path);
      assert.equal(file.rows.length, 0, path);
    }
  });
});
