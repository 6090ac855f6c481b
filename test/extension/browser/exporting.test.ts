import assert from 'node:assert/strict';
import { existsSync, linkSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from '../../../scripts/lib/chromium.js';
import { chooseFormat, lineStarting, previewOf, runCommand, takeFile } from '../../../scripts/lib/workbench.js';
import { readPdf } from '../../files/readPdf';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `# Ore and magnets

- Output rose by 4% [1].
- It fell by 5% before [1].

## Sources

- [1] [Ore Yearbook](https://ore.example/a)
`;

describe('Exporting, in a VS Code', () => {
  let opened: Opened;
  before(async () => {
    const { executablePath, libraries } = await findChromium();
    // The browser that the tests fetch stands for one that is installed.
    const PATH = [dirname(executablePath), process.env['PATH']].join(':');
    const env = { PATH, ...(libraries && { LD_LIBRARY_PATH: libraries }) };
    opened = await open('ore.brief', BRIEF, { preview: true, env });
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await previewOf(opened.page).locator('.insight').first().waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const page = () => opened.page;
  const at = (name: string) => join(dirname(opened.file), name);
  const run = (title: string) => runCommand(page(), `Brief: ${title}`);
  /** Takes the name that the dialog has, and waits until the file is there. */
  const save = async (name: string, ask: () => Promise<unknown>) => {
    await takeFile(page(), name, ask);
    // What is said of it goes away by itself: where it has gone before it was seen, the file tells.
    const said = page().locator('.notification-list-item-message', { hasText: `The brief was exported to ${name}` });
    await said.waitFor({ timeout: 5000 }).catch(() => undefined);
    for (let waited = 0; !existsSync(at(name)) && waited < 30_000; waited += 100) await page().waitForTimeout(100);
    assert.ok(existsSync(at(name)), name);
  };
  const read = (type: string) =>
    page().evaluate<string>(
      `navigator.clipboard.read().then(([item]) => item.getType('${type}')).then((blob) => blob.text())`,
    );
  // What is written between the two is an error to the browser: what counts is read then.
  const copied = (type: string) => read(type).catch(() => read(type));

  it('copies all of the brief from its preview', async () => {
    await previewOf(page()).locator('.insight').first().click();
    await run('Copy as Rich Text');
    await page().locator('.statusbar-item', { hasText: 'ore.brief was copied as rich text' }).waitFor();
    assert.match(await copied('text/plain'), /^Ore and magnets\s+• Output rose by 4%/);
  });

  it('prints the brief to a PDF beside it', async () => {
    await lineStarting(page(), '# Ore').click();
    await save('ore.pdf', () => run('Export as PDF'));
    const { title, text, links } = readPdf(readFileSync(at('ore.pdf')));
    assert.equal(title, 'Ore and magnets');
    assert.match(text, /Output rose by 4%/);
    assert.deepEqual(links, ['https://ore.example/a']);
  });

  it('asks for a format, and writes the file', async () => {
    for (const [label, name, start] of [
      ['HTML', 'ore.html', '<!doctype html>'],
      ['Markdown', 'ore.md', '# Ore and magnets'],
      ['Word', 'ore.docx', 'PK'],
    ] as const) {
      await lineStarting(page(), '# Ore').click();
      await save(name, () => chooseFormat(page(), label));
      assert.ok(readFileSync(at(name), 'utf8').startsWith(start), name);
    }
    assert.deepEqual(
      readdirSync(dirname(opened.file)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('does not take the place of the brief under another name', async () => {
    linkSync(opened.file, at('same.html'));
    await lineStarting(page(), '# Ore').click();
    await takeFile(page(), 'ore.html', () => run('Export as HTML'), at('same.html'));
    const said = 'ore.brief was not exported to same.html. It is the brief itself';
    await page().locator('.notification-list-item-message', { hasText: said }).waitFor();
    assert.equal(readFileSync(at('same.html'), 'utf8'), BRIEF);
  });

  it('copies what is selected as rich text, and gives the focus back to the editor', async () => {
    await lineStarting(page(), '- It fell').click();
    await page().keyboard.press('Home');
    await page().keyboard.press('Shift+End');
    await run('Copy as Rich Text');
    await page().locator('.statusbar-item', { hasText: 'copied as rich text' }).waitFor();
    const wanted = /^• It fell by 5% before\s?\[1\]\.\s+Sources\s+\[1\] Ore Yearbook\. https:\/\/ore\.example\/a$/;
    // The status bar may still speak of what was copied before.
    for (let i = 0; i < 100 && !wanted.test(await copied('text/plain')); i++) await page().waitForTimeout(100);
    assert.match(await copied('text/plain'), wanted);
    assert.match(await copied('text/html'), /<li[^>]*>.*It fell by 5% before/s);
    await page().locator('.editor-instance .monaco-editor.focused').waitFor();
  });
});

describe('Exporting, in a VS Code on a machine without a browser', () => {
  let opened: Opened;
  before(async () => {
    opened = await open('ore.brief', BRIEF, { env: { PATH: '/nowhere' } });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('says in the list of formats why there is no PDF, and asks nobody where to save one', async () => {
    const { page } = opened;
    await lineStarting(page, '# Ore').click();
    await runCommand(page, 'Brief: Export...');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'PDF' });
    await row.filter({ hasText: 'A PDF needs Chrome, Edge or Chromium' }).waitFor();
    await page.keyboard.press('Escape');
    await runCommand(page, 'Brief: Export as PDF');
    const said = 'ore.brief was not exported. A PDF needs Chrome, Edge or Chromium';
    await page.locator('.notification-list-item-message', { hasText: said }).waitFor();
    await page.locator('.quick-input-widget input.input').waitFor({ state: 'hidden' });
  });
});
