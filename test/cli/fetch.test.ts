import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answers, openSite, type Page, type Site } from '../links/site';
import { linesAt, pdfFile } from '../pdf/pdfFile';
import { folderWith, runBrief } from './runBrief';

const html = (body: string) =>
  answers(200, { 'content-type': 'text/html' }, `<!doctype html><html><main>${body}</main></html>`);
const pdf: Page = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf' });
  response.end(pdfFile([linesAt(['Output of ore rose by 12% in Chile.'])]));
};

const briefOf = (origin: string) => `---
title: Ore
sources:
  - id: 1
    title: Output
    url: ${origin}/page
  - id: 2
    title: Tables
    url: ${origin}/tables.pdf
  - id: 3
    title: Gone
    url: ${origin}/gone
  - id: 4
    title: A book
    publisher: Ore Press
---

- Output rose by 12% [1][2], and prices by 3% [3][4].
`;

describe('brief fetch', () => {
  let site: Site;
  let pages: Record<string, Page>;
  let folder: ReturnType<typeof folderWith>;
  let text = '';
  let host = '';
  beforeEach(async () => {
    pages = { '/page': html('<h1>Output</h1><p>It rose by 12%.</p>'), '/tables.pdf': pdf };
    site = await openSite(pages);
    host = new URL(site.origin).host;
    text = briefOf(site.origin);
    folder = folderWith({ 'a.brief': text });
  });
  afterEach(async () => {
    folder.remove();
    await site.close();
  });

  const fetch = (...args: string[]) =>
    runBrief(['fetch', '--allow-private', '--no-archive', ...args], { cwd: folder.path, sockets: true });
  const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');

  it('names the hosts, asks nobody and exits with 2 if there is nobody to say yes', async () => {
    const { status, stdout, stderr } = await fetch();
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.equal(
      stderr,
      `Pages to download: 3, from these hosts:
  ${host} (3)
These hosts, and hosts that they redirect to, see your network address. None of your text is sent.
brief: no request was sent. Add --yes to send requests to these hosts.
`,
    );
    assert.deepEqual(site.asked, []);
    assert.equal(read('a.brief'), text);
  });

  it('keeps the texts beside the brief, names them there, and says in one list what could not be had', async () => {
    const { status, stdout, stderr } = await fetch('--yes');
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `a.brief
  [3] Gone: The page does not exist any more.
  [4] A book: It has no address.

Copies kept: 2. Not downloaded: 2.
To try these again, run the command with --again.
`,
    );
    assert.equal(status, 1);
    assert.equal(
      read('a.brief'),
      text
        .replace('/page\n', '/page\n    text: sources/1.md\n')
        .replace('/tables.pdf\n', '/tables.pdf\n    text: sources/2.txt\n'),
    );
    assert.match(read('sources/1.md'), /\n\n# Output\n\nIt rose by 12%\.\n$/);
    assert.match(read('sources/2.txt'), /^Output of ore rose by 12% in Chile\./);
    const { stdout: checked } = await runBrief(['check', '--format=json'], { cwd: folder.path });
    const { evidence } = JSON.parse(checked).files[0].stats;
    assert.deepEqual([evidence.found, evidence.uncheckable], [1, 1]);
  });

  it('asks nothing twice, unless it is told to ask again for what could not be had', async () => {
    await fetch('--yes');
    assert.equal(site.asked.length, 4);
    // Nobody has to say yes to nothing.
    const second = await fetch();
    assert.equal(second.status, 1);
    assert.match(second.stdout, /Gone: The page does not exist/);
    assert.equal(site.asked.length, 4);
    await fetch('--yes', '--again');
    assert.deepEqual(site.asked.slice(4), ['GET /gone']);
  });

  it('asks no private address without leave', async () => {
    const { status, stdout } = await runBrief(['fetch', '--yes', '--no-archive'], { cwd: folder.path, sockets: true });
    assert.equal(status, 1);
    assert.match(
      stdout,
      new RegExp(`Output: ${host} is on this machine or its local network, so no request was sent\\.`),
    );
    assert.deepEqual(site.asked, []);
    assert.equal(read('a.brief'), text);
  });

  it('prints JSON with each source', async () => {
    const { stdout } = await fetch('--yes', '--format=json', 'a.brief');
    const { version, files, totals } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual(totals, { sources: 4, whole: 2, abstract: 0, excerpt: 0, missing: 2 });
    const [one, , three] = files[0].sources;
    assert.deepEqual(one, {
      ...{ id: '1', title: 'Output', url: `${site.origin}/page`, state: 'whole', file: 'sources/1.md' },
      ...{ from: `${site.origin}/page`, reason: null, message: null },
    });
    assert.deepEqual([three.state, three.file, three.reason], [null, null, 'gone']);
  });

  it('keeps the texts of a library beside its files, which name them', async () => {
    folder.remove();
    folder = folderWith({
      'briefs/a.brief': '# Ore\n\n- Output rose by 12% [@one][@three].\n',
      'brief.config.yaml': 'sources: library/\n',
      'library/one.yaml': `title: One\nurl: ${site.origin}/page\n`,
      'library/two.yaml': `title: Two\nurl: ${site.origin}/two\n`,
      'library/three.md': `---\ntitle: Three\nurl: ${site.origin}/tables.pdf\n---\n\nMy notes.\n`,
    });
    const { status, stdout } = await fetch('--yes');
    assert.equal(stdout, 'Copies kept: 2.\n');
    assert.equal(status, 0);
    assert.equal(read('library/one.yaml'), `title: One\nurl: ${site.origin}/page\ntext: copies/source-one.md\n`);
    assert.match(read('library/three.md'), /\ntext: copies\/source-three\.txt\n---\n\nMy notes\.\n$/);
    assert.equal(existsSync(join(folder.path, 'briefs/sources')), false);
    const { stdout: checked } = await runBrief(['check', '--format=json', '.'], { cwd: folder.path });
    assert.equal(JSON.parse(checked).files[0].stats.evidence.found, 1);
  });

  it('is stopped by Ctrl+C after it has named what it has, and goes on with the next run', async () => {
    let hold: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const isAsked = new Promise<void>((resolve) => {
      pages['/gone'] = (_request, response) => {
        resolve();
        held.then(() => html('<p>It fell by 3%.</p>')(_request, response));
      };
    });
    const child = spawn(
      process.execPath,
      [resolve('dist/cli.js'), 'fetch', '--yes', '--allow-private', '--no-archive'],
      {
        cwd: folder.path,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
      hold();
    });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    await isAsked;
    child.kill('SIGINT');
    assert.equal(await ended, 1);
    assert.equal(
      said,
      'Stopping. Downloads in progress get a few seconds to finish.\nIt was stopped. Run the command again to continue.\n',
    );
    assert.match(read('a.brief'), /text: sources\/3\.md/);
    const { stdout } = await fetch('--yes');
    assert.match(stdout, /Not downloaded: 1\./);
    assert.deepEqual(site.asked, [...new Set(site.asked)]);
  });

  it('refuses a brief on standard input, and reports files that cannot be read', async () => {
    const { status, stderr } = await runBrief(['fetch', '-'], { cwd: folder.path, input: text });
    assert.equal(status, 2);
    assert.match(stderr, /has no folder for copies/);
    const { status: none } = await fetch('none.brief');
    assert.equal(none, 2);
  });
});
