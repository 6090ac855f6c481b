import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findChromium } from '../../scripts/lib/chromium.js';
import { readPdf } from '../files/readPdf';
import { readDocx } from '../word/readDocx';
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

  it('says what the sources say only where that is wanted', async () => {
    const [plain, full] = [
      await run(['a.brief', '--to', 'html']),
      await run(['a.brief', '--to', 'html', '--evidence']),
    ];
    assert.match(full.stdout, /popover|data-verdict/);
    assert.doesNotMatch(plain.stdout, /<[^>]*(?:popover|data-verdict)/);
    const render = async (...options: string[]) =>
      (await runBrief(['render', 'a.brief', ...options], { cwd: folder.path })).stdout;
    assert.equal(await render('--evidence'), full.stdout);
    assert.equal(await render('--no-evidence'), plain.stdout);
  });

  it('speaks of evidence in the language of the brief, as all of its page does', async () => {
    const chinese = '# 稀土\n\n- 中国精炼其中的90% [1]。\n\n## 来源\n\n- [1] 矿产品概要\n';
    const { stdout } = await runBrief(['export', '-', '--to', 'html', '--evidence'], {
      cwd: folder.path,
      input: chinese,
    });
    assert.match(stdout, /<div class="card-text" lang="zh-CN"[^>]*>.*引用 1 次/);
    assert.doesNotMatch(stdout, /cited once/);
  });

  it('refuses to write a page of more citations than memory holds, and says what to do', async () => {
    const long = `# Ore\n\n${`- Ore [@a${'; @a'.repeat(100)}].\n`.repeat(199)}`;
    for (const args of [['render'], ['export', '--to', 'json'], ['export', '--to', 'docx'], ['export', '--to', 'pdf']])
      assert.deepEqual(await runBrief([...args, '-'], { cwd: folder.path, input: long }), {
        status: 2,
        stdout: '',
        stderr:
          'brief: nothing was written. The brief has over 20,000 citations, too many for this format. Split it, or export it as Markdown.\n',
      });
    assert.equal((await run(['-', '--to', 'md'], long)).status, 0);
  });

  it('refuses to write a Word document or a PDF of more cells than memory holds, and leaves the old file', async () => {
    const table = (rows: number) => `# Ore\n\n| a | b | c |\n|---|---|---|\n${'| 1 | 2 | 3 |\n'.repeat(rows)}`;
    for (const [format, name, rows] of [
      ['docx', 'Word document', 23_000],
      ['pdf', 'PDF', 6500],
    ] as const)
      assert.deepEqual(await run(['-', '--to', format, '-o', 'old.md'], table(rows)), {
        status: 2,
        stdout: '',
        stderr: `brief: nothing was written. The brief has too much text or too many cells for a ${name}. Split it, or export it as HTML.\n`,
      });
    assert.deepEqual(readdirSync(folder.path).toSorted(), ['a.brief', 'old.md']);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });

  it('asks for a format that it knows', async () => {
    assert.deepEqual(await run(['a.brief']), {
      status: 2,
      stdout: '',
      stderr: 'brief: export needs --to FORMAT: one of html, pdf, docx, md, json.\n',
    });
    assert.equal((await run(['a.brief', '--to', 'odt'])).status, 2);
  });

  it('writes a document for Word, with the images of the folder and no others', async () => {
    const png = readFileSync('media/icon.png');
    folder.remove();
    folder = folderWith({ 'in/a.brief': '# Ore\n\n![in](a%20b.png) ![out](../b.png) ![link](c.png)\n', 'b.png': 'x' });
    writeFileSync(join(folder.path, 'in', 'a b.png'), png);
    symlinkSync(join(folder.path, 'b.png'), join(folder.path, 'in', 'c.png'));
    const options = { cwd: join(folder.path, 'in') };
    const written = await runBrief(['export', 'a.brief', '--to', 'docx', '-o', 'a.docx'], options);
    assert.deepEqual(written, { status: 0, stdout: '', stderr: '' });
    const docx = readDocx(readFileSync(join(folder.path, 'in', 'a.docx')));
    assert.equal(docx.paths.filter((path) => path.startsWith('word/media/')).length, 1);
    assert.deepEqual(docx.lines(), ['Title: Ore', ':  out link']);
  });

  it('prints a PDF with a browser that is installed, on the paper of its region or the one asked for', async function () {
    // Elsewhere browsers are not found by the path.
    if (process.platform !== 'linux') this.skip();
    this.timeout(180_000);
    const { executablePath, libraries } = await findChromium();
    const PATH = [dirname(executablePath), process.env['PATH']].join(delimiter);
    const env = { PATH, ...(libraries && { LD_LIBRARY_PATH: libraries }) };
    const printed = async (...args: readonly string[]) => {
      const all = ['export', '-', '--to', 'pdf', '-o', 'old.md', ...args];
      const input = `---\nlanguage: en-US\n---\n\n${BRIEF}`;
      assert.deepEqual(await runBrief(all, { cwd: folder.path, env, input }), { status: 0, stdout: '', stderr: '' });
      return readPdf(readFileSync(join(folder.path, 'old.md')));
    };
    const letter = await printed();
    assert.deepEqual([letter.title, letter.size], ['Ore', [612, 792]]);
    const { size } = await printed('--paper', 'A4');
    assert.deepEqual(size.map(Math.round), [595, 842]);
  });

  it('says so where no browser is installed, and leaves the old file', async function () {
    if (process.platform !== 'linux') this.skip();
    const args = ['export', 'a.brief', '--to', 'pdf', '-o', 'old.md'];
    const { status, stderr } = await runBrief(args, { cwd: folder.path, env: { PATH: folder.path } });
    assert.equal(status, 2);
    assert.match(stderr, /^brief: no PDF was made\. A PDF needs Chrome, Edge or Chromium, .* or export to HTML/);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });

  it('leaves the old file, and nothing beside it, where the new one cannot be written', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('old.md', join(folder.path, 'link.md'));
    mkdirSync(join(folder.path, 'folder.md'));
    const before = readdirSync(folder.path);
    for (const [target, reason] of [
      ['link.md', 'it is a symbolic link; name its target'],
      ['folder.md', 'it is not a regular file'],
      ['none/a.md', 'there is no folder "none"'],
    ]) {
      const stderr = `brief: cannot write "${target}": ${reason}.\n`;
      assert.deepEqual(await run(['a.brief', '--to', 'md', '-o', `${target}`]), { status: 2, stdout: '', stderr });
    }
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder.path), before);
  });

  it('leaves the old file where its folder is full or read-only', async function () {
    // Root may write everywhere but where nobody can: in the folder of processes.
    if (process.platform !== 'linux') this.skip();
    const { status, stderr } = await run(['a.brief', '--to', 'md', '-o', '/proc/a.md']);
    assert.equal(status, 2);
    assert.match(stderr, /^brief: cannot write "\/proc\/a\.md": /);
    chmodSync(folder.path, 0o555);
    const closed = process.getuid?.() === 0 ? null : await run(['a.brief', '--to', 'md', '-o', 'old.md']);
    chmodSync(folder.path, 0o755);
    if (closed) assert.match(closed.stderr, /cannot write "old\.md": /);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });

  it('leaves the old file where the brief cannot be read', async () => {
    assert.equal((await run(['none.brief', '--to', 'md', '-o', 'old.md'])).status, 2);
    assert.equal(readFileSync(join(folder.path, 'old.md'), 'utf8'), 'old');
  });
});
