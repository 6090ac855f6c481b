import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { createNote, declaresSources } from '../../editors/obsidian/note';
import { ROOT } from '../../scripts/lib/root.js';
import { closePages, sharedChromium } from '../chromium';

const NOTE = `---
sources:
  - { id: 1, title: Harbour report, quote: Cranes moved 48 containers an hour in March. }
  - { id: 2, title: "<img src=x onerror=alert(1)>", url: "javascript:alert(1)", quote: Tugs burned 30 tonnes. }
---
- Cranes moved 52 containers an hour. [1]
- Tugs burned 30 tonnes. [2]
- Ferries made 17 trips in 2023.
`;

describe('What is checked of a note', () => {
  const rulesIn = (body: string) =>
    createNote()
      .problems(NOTE.slice(0, NOTE.indexOf('- Cranes')) + body)
      .map(({ rule }) => rule)
      .filter((rule) => !rule.startsWith('source/'));

  it('is neither a link to another note nor a comment, nor that it has no title', () => {
    assert.deepEqual(
      rulesIn('- Cranes moved 48 containers an hour [1].\n- See [[1]].\n\n%% 17 trips in 2023. %%\n'),
      [],
    );
    assert.deepEqual(rulesIn('Ferries made 17 trips in 2023.\n'), ['citation/missing']);
  });

  it('is what has sources in its properties', () => {
    assert.ok(declaresSources(NOTE));
    for (const text of ['sources:\n', '---\na: 1\n---\nsources:\n', '# N\n\n---\nsources:\n---\n'])
      assert.ok(!declaresSources(text), text);
  });
});

describe('The plugin for Obsidian', function () {
  this.timeout(120_000);
  let script = '';
  let page: Page;
  let asked: string[] = [];
  before(async () => {
    execFileSync(process.execPath, ['esbuild.js', '--obsidian'], { cwd: ROOT });
    const { outputFiles } = await build({
      entryPoints: [join(ROOT, 'test/webview/obsidianPage.ts')],
      bundle: true,
      write: false,
      format: 'iife',
    });
    script = outputFiles[0]?.text ?? '';
  });
  after(closePages);

  const built = (name: string) => readFileSync(join(ROOT, 'dist/obsidian', name), 'utf8');
  const start = async (text: string, language = 'en') => {
    page = await (await sharedChromium()).newPage();
    asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', () => asked.push('dialog'));
    await page.setContent('<!doctype html><body class="theme-light"></body>');
    await page.addScriptTag({ content: script });
    await page.addStyleTag({ content: built('styles.css') });
    await page.evaluate(
      ([code = '', note = '', tag = '']) => window.start(code, note, tag),
      [built('main.js'), text, language],
    );
  };
  const marked = (words: string) => page.locator('.cm-lintRange', { hasText: words });
  const text = () => page.evaluate(() => window.editor.state.doc.toString());

  it('underlines the problems of a note with sources, and mends one', async () => {
    await start(NOTE);
    await marked('17').waitFor();
    await marked('52').hover();
    await page.locator('.cm-diagnosticAction', { hasText: '48' }).click();
    assert.equal(await text(), NOTE.replace('52', '48'));
    await marked('48').waitFor({ state: 'detached' });
  });

  it('shows the card of a citation under the pointer', async () => {
    await start(NOTE);
    const line = page.locator('.cm-line', { hasText: 'Tugs burned 30 tonnes. [2]' }).last();
    const box = await line.evaluate((element) => {
      const range = document.createRange();
      const node = element.lastChild ?? element;
      range.setStart(node, (node.textContent ?? '').length - 2);
      range.setEnd(node, (node.textContent ?? '').length - 1);
      const { x, y } = range.getBoundingClientRect();
      return { x, y };
    });
    await page.mouse.move(box.x + 2, box.y + 5);
    const card = page.locator('.brief-mark .card', { hasText: 'onerror' });
    await card.waitFor();
    assert.equal(await card.locator('img, a[href^="javascript:"]').count(), 0);
  });

  it('leaves other notes alone, until it is asked to check one', async () => {
    await start(NOTE.replace('sources:', 'papers:'));
    await page.evaluate(() => window.runCommand('check'));
    await marked('17').waitFor();
    await page.evaluate(() => window.runCommand('check'));
    await page.locator('.cm-lintRange').first().waitFor({ state: 'detached' });
  });

  it('shows claims beside what their sources say, and follows the text', async () => {
    await start(NOTE);
    await page.evaluate(() => window.runCommand('evidence'));
    const row = page.locator('.review-row', { hasText: 'Cranes moved' });
    await row.locator('mark', { hasText: '48' }).waitFor();
    await page.evaluate(
      (at) => window.editor.dispatch({ changes: { from: at, to: at + 6, insert: 'Winches' } }),
      NOTE.indexOf('Cranes moved 52'),
    );
    await page.locator('.review-row', { hasText: 'Winches moved' }).waitFor();
    assert.equal(await page.locator('section img').count(), 0);
  });

  it('says of a note that is no brief what to do', async () => {
    await start('# Notes\n');
    await page.evaluate(() => window.runCommand('evidence'));
    await page.locator('section p', { hasText: 'is not a brief' }).waitFor();
  });

  it('speaks Chinese where Obsidian does', async () => {
    await start(NOTE, 'zh');
    assert.deepEqual(await page.evaluate(() => window.commands()), ['显示依据', '检查此笔记，或停止检查']);
    await marked('17').hover();
    await page
      .locator('.cm-diagnosticText', { hasText: /\p{Script=Han}/u })
      .first()
      .waitFor();
  });

  it('loads nothing, runs nothing of a note, and has nothing that could ask the network', async () => {
    await start(NOTE);
    await page.evaluate(() => window.runCommand('evidence'));
    await page.locator('.review-row').first().waitFor();
    assert.deepEqual(asked, []);
    assert.doesNotMatch(
      built('main.js'),
      /\bfetch\(|XMLHttpRequest|requestUrl|WebSocket|\beval\(|new Function|require\("(?!obsidian|@codemirror)/,
    );
  });

  it('is of this version, and is small enough to start on a phone', () => {
    const { version, minAppVersion } = JSON.parse(built('manifest.json'));
    assert.equal(version, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    assert.equal(JSON.parse(built('versions.json'))[version], minAppVersion);
    assert.ok(built('main.js').length < 1_300_000, `${built('main.js').length}`);
  });
});
