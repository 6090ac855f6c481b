import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createConfigs } from '../../src/cli/check/configs';
import { copyFolderAt } from '../../src/cli/copies/copyFolder';
import { copyJobOf } from '../../src/cli/copies/copyJobs';
import { madeOf } from '../../src/copies';
import { keepCopies } from '../../src/copies/keepCopies';
import { isNameOfCopy } from '../../src/copies/names';
import { parseBrief } from '../../src/core';
import type { NetworkAnswer, NetworkRequest } from '../../src/network/contract';
import { runs } from '../runs';

const IDS = [
  '../../x1',
  '/etc/passwd',
  'a/b',
  'AGENTS',
  'readme',
  '.git',
  'con',
  'com1',
  'a\\b',
  '..',
  'x.md',
  'index.html',
  '.bashrc',
  '郭2025',
  '9',
];

/** All that is below a folder. */
const below = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

describe('Hostile sources', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'brief-hostile-'));
    mkdirSync(join(folder, 'briefs'));
    writeFileSync(join(folder, 'outside.md'), 'mine');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const answerOf = (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>>,
    status = 200,
  ): Omit<NetworkAnswer, 'url'> => ({
    status,
    redirects: [],
    headers: new Map(Object.entries(headers)),
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    isCut: false,
  });

  async function run(brief: string, answer: (request: NetworkRequest) => Omit<NetworkAnswer, 'url'>): Promise<string> {
    const path = join(folder, 'briefs', 'a.brief');
    writeFileSync(path, brief);
    const job = await copyJobOf({ path, from: 'file' }, createConfigs());
    assert.ok(!('error' in job));
    for (const part of job.parts) {
      const outcomes = await keepCopies(part.sources, {
        folder: part.folder,
        request: async (request) => ({ ...answer(request), url: request.url }),
        extract: async () => ({ text: 'It rose.', extension: '.txt' }),
        archive: null,
        today: '2026-01-02',
        pace: { pauseMs: 0 },
      });
      await job.name([...outcomes].flatMap(([id, outcome]) => madeOf(id, part.prefix, outcome)));
    }
    return readFileSync(path, 'utf8');
  }

  /** Nothing is anywhere but the brief, and files of our own names in its folder of copies. */
  function holds(): void {
    assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), 'mine');
    for (const path of below(folder)) {
      if (['outside.md', 'briefs', 'briefs/a.brief', 'briefs/sources', 'briefs/sources/copies.json'].includes(path))
        continue;
      const name = /^briefs\/sources\/([^/]+)$/.exec(path)?.[1] ?? '';
      assert.ok(isNameOfCopy(name) && /\d|^source\b/.test(name), path);
    }
  }

  it('choose no name and no place of a file, by their ids, their addresses or what their servers say', async () => {
    const entries = IDS.map(
      (id, i) =>
        `  - id: ${JSON.stringify(id)}\n    title: T\n    url: https://h${i}.net/${'../'.repeat(i)}AGENTS.md?name=../../x\n`,
    );
    const text = await run(`---\ntitle: T\nsources:\n${entries.join('')}---\n\n- It rose by 12% [1].\n`, () =>
      answerOf('<!doctype html><h1>AGENTS</h1><p>It rose.', {
        'content-type': 'text/html; name="../../x.md"',
        'content-disposition': 'attachment; filename="../../../AGENTS.md"',
        'content-location': '/../x',
      }),
    );
    holds();
    const names = below(join(folder, 'briefs', 'sources'));
    assert.ok(names.length > 8, names.join());
    assert.doesNotMatch(names.join('\n'), /^(?:agents|readme|con|com1|x)\.md$/im);
    for (const { textPath } of parseBrief(text).sources)
      if (textPath) assert.match(textPath.value, /^sources\/[\p{L}\p{N}-]+\.md$/u);
  });

  it('say nothing in the record that leads elsewhere', async () => {
    const page = (name: string) => ({
      url: 'https://a.net/1',
      day: '2026-01-02',
      outcome: { name, state: 'whole', from: 'x' },
    });
    for (const name of ['../../outside.md', '..\\..\\outside.md', '/etc/passwd', 'sub/x.md', 'none.md']) {
      mkdirSync(join(folder, 'briefs', 'sources'), { recursive: true });
      writeFileSync(join(folder, 'briefs/sources/copies.json'), JSON.stringify({ version: 1, pages: [page(name)] }));
      const text = await run('---\nsources:\n  - id: 1\n    url: https://a.net/1\n---\n', () =>
        answerOf('<html><p>It rose.', {}),
      );
      assert.match(text, /text: sources\/1\.md\n/);
      holds();
      rmSync(join(folder, 'briefs', 'sources'), { recursive: true });
    }
  });

  it('get no files through a link that stands for the folder', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'briefs', 'sources'));
    const page = () => answerOf('<html><p>It rose.', {});
    await assert.rejects(run('---\nsources:\n  - id: 1\n    url: https://a.net/1\n---\n', page), /symbolic link/);
    assert.deepEqual(below(join(folder, 'elsewhere')), []);
  });

  it('get no files through a link that takes the place of the folder, or of a file, meanwhile', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const path = join(folder, 'briefs', 'sources');
    const late = copyFolderAt(path);
    symlinkSync(join(folder, 'elsewhere'), path);
    await assert.rejects(late.writeNew('1.md', 'x'), /symbolic link/);
    rmSync(path);
    mkdirSync(path);
    symlinkSync(join(folder, 'outside.md'), join(path, '1.md'));
    symlinkSync(join(folder, 'outside.md'), join(path, 'copies.json'));
    await assert.rejects(late.writeNew('1.md', 'x'), /symbolic link/);
    await assert.rejects(late.replace('copies.json', 'x'), /symbolic link/);
    assert.equal(await late.read('copies.json'), null);
    assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), 'mine');
    assert.deepEqual(below(join(folder, 'elsewhere')), []);
  });

  it('are survived, whatever their ids are and their servers answer', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<html>',
        '<main>',
        '</p>',
        '<script>',
        '<!--',
        '-->',
        '<h2>Abstract</h2>',
        '---\n',
        '%PDF-1.4',
        'PK\u0003\u0004',
        '\u0000',
        '../',
        '<base href=file:///etc/>',
        '<meta charset=utf-16>',
        '\f',
        '<!-- page 3 -->',
        'text: /etc/passwd\n',
        'Disallow: /*$*\n',
        'User-agent: *\n',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const header = fc.oneof(
      fc.constantFrom('text/html', 'text/plain', 'application/pdf', 'text/html; charset=\u0000', ''),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...IDS), fc.string({ maxLength: 30 })), { minLength: 1, maxLength: 5 }),
        fc.array(piece, { maxLength: 30 }),
        header,
        fc.constantFrom(200, 200, 200, 301, 404, 429, 500, 999),
        async (ids, pieces, type, status) => {
          const entries = ids.map((id, i) => `  - id: ${JSON.stringify(id)}\n    url: https://h${i}.net/a\n`);
          await run(`---\nsources:\n${entries.join('')}---\n`, () =>
            answerOf(pieces.join(''), { 'content-type': type, 'retry-after': '99999999' }, status),
          );
          holds();
          rmSync(join(folder, 'briefs', 'sources'), { recursive: true, force: true });
        },
      ),
      { numRuns: runs(400) },
    );
  });
});
