import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConfinedRead, refusalOf } from '../../src/files/confined/confinement';
import { readConfined } from '../../src/files/confined/readConfined';

const EXTENSIONS = ['.bib', '.json'];

describe('A path that a brief names', () => {
  for (const path of [
    'refs.bib',
    'data/refs.bib',
    './refs.bib',
    '参考.bib',
    'a b.json',
    'REFS.BIB',
    'a..b/refs.bib',
    '..refs.bib',
    'a%20b.bib',
    '100%.bib',
    'console/contents.bib',
    'می\u200cخواهم.bib',
    '.github/refs.bib',
  ]) {
    it(`may be ${path}`, () => assert.equal(refusalOf(path, EXTENSIONS), null));
  }

  for (const path of [
    '',
    ' ',
    'a\0.bib',
    'a\n.bib',
    '/etc/refs.bib',
    '//host/refs.bib',
    '\\\\host\\refs.bib',
    'C:\\refs.bib',
    'c:refs.bib',
    '~/refs.bib',
    '../refs.bib',
    'a/../../refs.bib',
    '%2e%2e/refs.bib',
    'a/%2E%2E/refs.bib',
    '%2fetc/refs.bib',
    'a/.%2e/refs.bib',
    'a%2f..%2f..%2frefs.bib',
    'a%5c..%5crefs.bib',
    '.. /refs.bib',
    '../ /refs.bib',
    '... /refs.bib',
    '.../refs.bib',
    'a./refs.bib',
    'a /refs.bib',
    '.\u200d./refs.bib',
    'a\u0085.bib',
    'javascript:refs.bib',
    'refs:stream.bib',
    '参考.txt:refs.bib',
    'a b:c/refs.bib',
    'nul .bib',
    'a/con .txt/refs.bib',
    'com¹.bib',
    'CONIN$.bib',
    '.git./refs.bib',
    '.git /refs.bib',
    '.g\u200cit/refs.bib',
    'GIT~1/refs.bib',
    'file:///refs.bib',
    'https://host/refs.bib',
    'con.bib',
    'a/NUL.bib',
    'lpt1.json',
    '.git/refs.bib',
    'a/.GIT/refs.json',
    'refs',
    'refs.exe',
    'refs.bib/',
  ]) {
    it(`may not be ${JSON.stringify(path)}`, () => assert.notEqual(refusalOf(path, EXTENSIONS), null));
  }
});

describe('A file that a brief names', () => {
  let root = '';
  const read = (path: string): Promise<ConfinedRead> =>
    readConfined(path, {
      folder: join(root, 'briefs'),
      root: join(root, 'briefs'),
      extensions: EXTENSIONS,
      maxBytes: 1024 * 1024,
    });

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'confined-'));
    mkdirSync(join(root, 'briefs/folder.bib'), { recursive: true });
    writeFileSync(join(root, 'secret.bib'), 'secret');
    writeFileSync(join(root, 'briefs/refs.bib'), '@misc{a,}');
    writeFileSync(join(root, 'briefs/large.bib'), ' '.repeat(1024 * 1024 + 1));
    symlinkSync(join(root, 'secret.bib'), join(root, 'briefs/link.bib'));
    symlinkSync(root, join(root, 'briefs/up'));
    symlinkSync(join(root, 'briefs/refs.bib'), join(root, 'briefs/inside.bib'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is read', async () => assert.equal('text' in (await read('refs.bib')), true));
  it('is read through a link that stays inside', async () => assert.equal('text' in (await read('inside.bib')), true));

  for (const [path, reason] of [
    ['none.bib', 'There is no such file.'],
    ['link.bib', "It points outside the brief's folder."],
    ['up/secret.bib', "It points outside the brief's folder."],
    ['folder.bib', 'It is not a regular file.'],
    ['large.bib', 'It is larger than 1 MB.'],
  ] as const) {
    it(`is refused as ${path}`, async () => assert.deepEqual(await read(path), { refused: reason }));
  }
});
