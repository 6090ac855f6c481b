import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyToClipboard, moveCursor, openFile, runCommand, takeFix } from '../../../scripts/lib/workbench.js';
import { answers, openSite, type Site } from '../../links/site';
import { linesAt, pdfFile } from '../../pdf/pdfFile';
import { type Opened, open, pictureIfFailed } from './support';

const html = (body: string) =>
  answers(
    200,
    { 'content-type': 'text/html' },
    `<!doctype html><html><head><meta name="citation_doi" content="10.1/x"></head><main>${body}</main></html>`,
  );

const textOf = (origin: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Prices of rare earths
    url: ${origin}/prices
  - id: 2
    title: Tables of the year
    url: ${origin}/tables.pdf
  - id: 3
    title: Magnets from waste
    url: ${origin}/abstract
  - id: 4
    title: Deals of the year
    url: ${origin}/deals
---

# Rare earths

- Prices rose by 12% in 2025 [1], and output by 15% [2].
- The works regain 42% of the metals, and 77% of the water [3].
- The deal is worth $500 million [4].
`;

describe('Keep Copies of All Sources, in a VS Code', () => {
  let site: Site;
  /** Answers that wait. */
  const held: (() => void)[] = [];
  let opened: Opened;
  let samples: readonly string[] = [];
  before(async () => {
    site = await openSite({
      '/prices': html('<h1>Prices</h1><p>Prices rose by 12% in 2025.</p>'),
      '/tables.pdf': (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/pdf' });
        response.end(pdfFile([linesAt(['Output rose by 15% in 2025.'])]));
      },
      '/abstract': html(
        '<h1>Magnets</h1><h2>Abstract</h2><p>We regain 42% of the metals.</p><p>Access this article</p>',
      ),
      '/held': (request, response) => {
        held.push(() => html('<p>It fell by 3%.</p>')(request, response));
      },
      '/wayback/available': answers(200, { 'content-type': 'application/json' }, '{"archived_snapshots":{}}'),
    });
    const stopped = `# T\n\n- It fell by 3% [1], and by 4% [2].\n\n## Sources\n\n1. [A](${site.origin}/held)\n2. [B](${site.origin}/held?2)\n3. [C](${site.origin}/held?3)\n`;
    opened = await open('copies.brief', textOf(site.origin), { files: { 'stopped.brief': stopped } });
    samples = copiesIn();
  });
  after(async () => {
    await opened?.close();
    await site.close();
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
  });

  const toast = (hasText: string) => opened.page.locator('.notification-toast', { hasText });
  const dialog = () => opened.page.locator('.monaco-dialog-box');
  const copiesIn = () => readdirSync(join(dirname(opened.file), 'sources'));
  const read = () => readFileSync(opened.file, 'utf8');
  const save = async (isSaved: (text: string) => boolean) => {
    await opened.page.keyboard.press('Control+s');
    for (let waited = 0; !isSaved(read()) && waited < 5000; waited += 50) await opened.page.waitForTimeout(50);
  };

  it('names every host in one question, and asks nobody if the answer is no', async () => {
    const { page } = opened;
    // At what cannot be checked.
    await moveCursor(page, 20, 19);
    await takeFix(page, /^Keep copies of all sources/, () => dialog().waitFor({ timeout: 5000 }));
    const said = (await dialog().textContent()) ?? '';
    assert.match(said, /Download the text of the sources from these hosts\? Pages: 4\./);
    assert.ok(said.includes(`${new URL(site.origin).host} (4)`), said);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    assert.deepEqual(site.asked, []);
    assert.deepEqual(copiesIn(), samples);
  });

  it('keeps the texts beside the brief, and names them in one step that can be undone', async () => {
    const { page } = opened;
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await dialog().getByRole('button', { name: 'Keep Copies' }).click();
    await toast('Copies kept: 3. Only an abstract or excerpt: 1. Not downloaded: 1.').waitFor();
    const made = copiesIn().filter((name) => !samples.includes(name));
    assert.deepEqual(made.sort(), ['1.md', '2.txt', '3.md', 'copies.json']);
    const named = textOf(site.origin)
      .replace('/prices\n', '/prices\n    text: sources/1.md\n')
      .replace('/tables.pdf\n', '/tables.pdf\n    text: sources/2.txt\n')
      .replace('/abstract\n', '/abstract\n    text: sources/3.md\n    copy: abstract\n');
    await save((text) => text === named);
    assert.equal(read(), named);
    await page.keyboard.press('Control+z');
    await save((text) => text === textOf(site.origin));
    assert.equal(read(), textOf(site.origin));
    await page.keyboard.press('Control+Shift+z');
    await save((text) => text === named);
    assert.equal(read(), named);
  });

  it('shows what could not be had in one list, with the reason', async () => {
    const { page } = opened;
    await toast('Copies kept').getByRole('button', { name: 'Show List' }).click();
    await page.locator('.tab', { hasText: 'Copies of Sources.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'The page does not exist any more' }).waitFor();
    await runCommand(page, 'View: Close Editor');
  });

  it('says in the Sources view which copy is only an abstract', async () => {
    const { page } = opened;
    opened.run('brief.sources.focus');
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'Magnets from waste' });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /abstract only/);
  });

  it('asks for nothing twice', async () => {
    const asked = site.asked.length;
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await toast('Copies kept: 0. Not downloaded: 1.').waitFor();
    assert.equal(site.asked.length, asked);
    assert.equal(await dialog().count(), 0);
  });

  it('can be stopped: what was begun is kept and named, and the rest is not asked for', async () => {
    const { page } = opened;
    await openFile(page, 'stopped.brief');
    await page.locator('.part.statusbar', { hasText: '1 of 1 cited' }).waitFor();
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await dialog().getByRole('button', { name: 'Keep Copies' }).click();
    for (let waited = 0; held.length < 2 && waited < 10_000; waited += 50) await page.waitForTimeout(50);
    await toast('Keeping copies').getByRole('button', { name: 'Cancel' }).click();
    for (const answer of held.splice(0)) answer();
    await toast('Copies kept: 2.').waitFor();
    await page.locator('.view-line', { hasText: 'text: sources/' }).nth(1).waitFor();
    assert.equal(site.asked.filter((each) => each.includes('/held')).length, 2);
  });

  it('is offered after an import whose sources have addresses', async () => {
    const { page } = opened;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await copyToClipboard(page, {
      'text/plain': `# Deals\n\n- It is worth $500 million [1].\n\n## Sources\n\n1. [Deals](${site.origin}/deals)\n`,
    });
    await runCommand(page, 'Brief: Import Text as Brief');
    await toast('Imported:').getByRole('button', { name: 'Keep Copies of All Sources' }).click();
    // A copy is kept beside a file: the brief is saved under its title.
    const file = join(dirname(opened.file), 'deals.brief');
    for (let i = 0; i < 200 && !existsSync(file); i++) await page.waitForTimeout(50);
    assert.ok(existsSync(file));
  });
});
