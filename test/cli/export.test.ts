import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../src/files/printPdf';
import { folderWith, runBrief } from './runBrief';

const BRIEF =
  '# Ore\n\n- Output rose by 4 % in 2024 [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/2024\n';
const MARKDOWN = '# Ore\n\n- Output rose by 4 % in 2024[^1].\n\n[^1]: *Ore Yearbook*. <https://ore.example/2024>\n';

describe('brief export', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'a.brief': BRIEF, 'old.md': 'old' });
  });
  afterEach(() => folder.remove());
  const run = (args: readonly string[], input?: string) =>
    runBrief(['export', ...args], { cwd: folder.path, ...(input !== undefined && { input }) });

  it('writes Markdown to standard output, or over a file', async () => {
    assert.deepEqual(await run(['a.brief', '--to', 'md']), { status: 0, stdout: MARKDOWN, stderr: '' });
    assert.deepEqual(await run(['-', '--to=md', '-o', 'old.md'], BRIEF), { status: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), MARKDOWN);
  });

  it('writes the model and the page as JSON', async () => {
    const { stdout } = await run(['a.brief', '--to', 'json']);
    const { version, model, html } = JSON.parse(stdout);
    assert.deepEqual([version, model.title], [1, 'Ore']);
    assert.match(html, /^<article /);
  });

  it('writes the page that render writes', async () => {
    const { stdout } = await run(['a.brief', '--to', 'html']);
    assert.equal(stdout, (await runBrief(['render', 'a.brief'], { cwd: folder.path })).stdout);
  });

  it('asks for a format that it knows', async () => {
    assert.deepEqual(await run(['a.brief']), {
      status: 2,
      stdout: '',
      stderr: 'brief: export needs --to FORMAT: one of html, md, json, pdf.\n',
    });
    assert.equal((await run(['a.brief', '--to', 'odt'])).status, 2);
  });

  it('prints a PDF with a browser that is installed', async function () {
    this.timeout(90_000);
    if (findBrowser() === null) this.skip();
    assert.deepEqual(await run(['a.brief', '--to', 'pdf', '-o', 'a.pdf']), { status: 0, stdout: '', stderr: '' });
    const pdf = readFileSync(join(folder.path, 'a.pdf'), 'latin1');
    assert.match(pdf, /^%PDF-/);
    // 210 by 297 mm, in points.
    assert.match(pdf, /\/MediaBox ?\[0 0 59[45][.\d]* 84[12]/);
  });

  it('says so where no browser is installed, and leaves the old file', async function () {
    if (process.platform !== 'linux') this.skip();
    const args = ['export', 'a.brief', '--to', 'pdf', '-o', 'old.md'];
    const { status, stderr } = await runBrief(args, { cwd: folder.path, env: { PATH: folder.path } });
    assert.equal(status, 2);
    assert.match(stderr, /^brief: no PDF was made\. No Chrome, Edge or Chromium is installed/);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });

  it('leaves the old file where the brief cannot be read', async () => {
    assert.equal((await run(['none.brief', '--to', 'md', '-o', 'old.md'])).status, 2);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });
});
