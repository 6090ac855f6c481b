import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseBrief, type SourceText } from '../../src/core';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { filesBelow } from '../../src/files/finding/filesBelow';
import { parseBriefFile } from '../../src/files/named/parseBriefFile';
import { pathsNamedBy } from '../../src/files/named/readNamedFiles';

describe('The local copies that a brief names', () => {
  let root = '';
  let files: ReturnType<typeof filesBelow>;
  const write = (path: string, content: string | Uint8Array) => writeFileSync(join(root, path), content);
  const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
  const briefNaming = (...paths: readonly string[]) =>
    `---\nsources:\n${paths.map((path, i) => `  - id: ${i + 1}\n    text: ${path}\n`).join('')}---\n`;
  const read = async (paths: readonly string[], uri = uriOf('a.brief')): Promise<readonly SourceText[]> => {
    return (await files.read(uri, pathsNamedBy(parseBrief(briefNaming(...paths))))).texts;
  };
  const readOne = async (path: string) => {
    const [file] = await read([path]);
    assert.ok(file);
    return file;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'named-'));
    files = filesBelow(LOCAL_FILES, [pathToFileURL(root).href]);
    write('one.txt', 'Output rose.\n\nIt fell.\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('give their passages, with path and address', async () => {
    const file = await readOne('one.txt');
    assert.deepEqual(
      file.passages.map(({ text, path, uri }) => [text, path, uri]),
      ['Output rose.', 'It fell.'].map((text) => [text, 'one.txt', file.uri]),
    );
    assert.equal(file.lines?.count, 4);
  });

  it('are passages of the source after its title and quotes', async () => {
    const text = '---\nsources:\n  - id: 1\n    title: T\n    quote: Q\n    text: one.txt\n---\n\n- Output rose [1].\n';
    const brief = await parseBriefFile(text, join(root, 'a.brief'), root);
    assert.deepEqual(
      brief.sources[0]?.passages.map(({ from, text: words }) => [from, words]),
      [
        ['title', 'T'],
        ['quote', 'Q'],
        ['text', 'Output rose.'],
        ['text', 'It fell.'],
      ],
    );
  });

  it('are not the brief itself, which holds all that it says; another brief may be a source', async () => {
    const text = briefNaming('./b.brief.md');
    write('b.brief.md', text);
    const refused = async (uri: string) => (await read(['./b.brief.md'], uri))[0];
    const own = await refused(uriOf('b.brief.md'));
    assert.equal(own?.unreadable, 'It is this brief itself: name a copy of the source.');
    assert.equal((await refused(uriOf('a.brief.md')))?.unreadable, undefined);
    assert.equal(await refused(uriOf('b.brief.md')), own);
    const brief = await parseBriefFile(text, join(root, 'b.brief.md'), root);
    assert.equal(brief.texts[0]?.unreadable, own?.unreadable);
  });

  it('stay the same objects until they change, also when they are written again', async () => {
    const before = await readOne('one.txt');
    assert.equal(await readOne('one.txt'), before);
    utimesSync(join(root, 'one.txt'), 1, 1);
    assert.equal(await readOne('one.txt'), before);
    write('one.txt', 'Output stayed.\n');
    const after = await readOne('one.txt');
    assert.deepEqual(
      after.passages.map(({ text }) => text),
      ['Output stayed.'],
    );
  });

  it('are shared by briefs, also while they are read, until the last of these is closed', async () => {
    const [[a], [b]] = await Promise.all([read(['one.txt']), read(['one.txt'], uriOf('b.brief'))]);
    assert.ok(a);
    assert.equal(a, b);
    files.forget(uriOf('a.brief'));
    assert.equal((await read(['one.txt'], uriOf('b.brief')))[0], a);
    files.forget(uriOf('b.brief'));
    assert.notEqual(await readOne('one.txt'), a);
  });

  it('are read once where two sources name one', async () => {
    assert.equal((await read(['one.txt', 'one.txt'])).length, 1);
  });

  it('may be UTF-8 or UTF-16 with a byte order mark, which is no part of the text', async () => {
    const utf16 = Buffer.from('\uFEFF产量 rose', 'utf16le');
    write('le.txt', utf16);
    write('be.txt', Buffer.from(utf16).swap16());
    write('bom.txt', '\uFEFF产量 rose');
    for (const path of ['le.txt', 'be.txt', 'bom.txt']) {
      const [passage] = (await readOne(path)).passages;
      assert.deepEqual([passage?.text, passage?.span], ['产量 rose', { start: 0, end: 7 }], path);
    }
  });

  it('are refused with a reason where they are no text of ours', async () => {
    write('scan.txt', '%PDF-1.7\n');
    write('image.txt', Buffer.from([0x89, 0x50, 0, 1, 2]));
    write('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    write('large.md', 'a\n'.repeat(1024 * 1024 + 1));
    write('many.txt', '- a\n'.repeat(20_001));
    mkdirSync(join(root, 'folder.txt'));
    const reasons = {
      'scan.txt': 'It is not text. Save its text as .txt, .md, .html or .htm.',
      'image.txt': 'It is not text. Save its text as .txt, .md, .html or .htm.',
      'latin.txt': 'It is not in UTF-8. Save it in that encoding.',
      'large.md': 'It is larger than 2 MB.',
      'many.txt': 'It has more than 20000 paragraphs and rows. Keep the part that the brief cites.',
      'folder.txt': 'It is not a regular file.',
      'none.txt': 'There is no such file.',
      'report.csv': 'Only .txt, .md, .html, .htm files are read here.',
      'report.pdf':
        'A PDF or Word document cannot be read here. Extract its text with "Brief: Add Source from File" or "brief extract", and name that file.',
    };
    for (const [path, reason] of Object.entries(reasons)) {
      const { unreadable, passages } = await readOne(path);
      assert.deepEqual([unreadable, passages.length], [reason, 0], path);
    }
  });

  it('are never outside of the folder that is open', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
    try {
      for (const path of ['link.txt', `../${outside.split('/').at(-1)}/secret.txt`, join(outside, 'secret.txt')]) {
        const { unreadable, passages } = await readOne(path);
        assert.ok(unreadable, path);
        assert.equal(passages.length, 0);
      }
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('are no more than a brief may name', async () => {
    const found = await read(Array.from({ length: 202 }, (_, i) => `${i}.txt`));
    assert.deepEqual(
      [found[199]?.unreadable, found[200]?.unreadable],
      ['There is no such file.', 'A brief may name only 200 such files.'],
    );
  });

  it('are none for a brief that lies nowhere', async () => {
    for (const uri of ['untitled:a.brief', 'vscode-vfs://github/a/b.brief', 'file://host/share/a.brief'])
      assert.deepEqual(await read(['one.txt'], uri), []);
  });
});

describe('A bibliography that a brief names', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'named-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const read = async (content: string | Uint8Array) => {
    writeFileSync(join(root, 'refs.bib'), content);
    const text = '---\nbibliography: refs.bib\n---\n\nIt rose [@a].\n';
    const brief = await parseBriefFile(text, join(root, 'a.brief'), root);
    const [file] = brief.bibliography;
    return { titles: brief.sources.map(({ title }) => title?.value), unreadable: file?.unreadable };
  };

  it('is refused in an encoding that is not UTF-8, and no character of it is shown', async () => {
    const refused = { titles: [], unreadable: 'It is not in UTF-8. Save it in that encoding.' };
    assert.deepEqual(await read(Buffer.from('@misc{a, title = {Marées}}', 'latin1')), refused);
    const title = Buffer.from([0xb3, 0xb1, 0xcf, 0xab]);
    const inGbk = Buffer.concat([Buffer.from('@misc{a, title = {'), title, Buffer.from('}}')]);
    assert.deepEqual(await read(inGbk), refused);
  });

  it('is read in UTF-8, and in UTF-16 with a byte order mark', async () => {
    const text = '@misc{a, title = {Marées 潮汐}}';
    for (const content of [text, Buffer.from(`\uFEFF${text}`, 'utf16le')])
      assert.deepEqual(await read(content), { titles: ['Marées 潮汐'], unreadable: undefined });
  });
});
