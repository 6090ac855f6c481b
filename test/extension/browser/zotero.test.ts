import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { runCommand } from '../../../scripts/lib/workbench.js';
import { answers, openSite, type Site } from '../../links/site';
import { FULL_TEXT, itemPages, zoteroPages } from '../../lookUps/zoteroSite';
import { type Opened, open, pictureIfFailed } from './support';

const PORT = 23119;
const BRIEF = `---
title: Magnets
sources:
  - id: 1
    title: Deals of the year
---

- The agreement over magnets is worth $500 million [1].
`;

describe('Add Source from Zotero, in a VS Code', () => {
  let site: Site | null = null;
  let opened: Opened;
  before(async () => {
    opened = await open('zotero.brief', BRIEF);
  });
  after(() => opened?.close());
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await site?.close();
  });

  const run = async (window: Window) => {
    await window.locator('.editor-instance .view-line').first().click();
    await runCommand(window, 'Brief: Add Source from Zotero');
  };
  const toast = (hasText: string) => opened.page.locator('.notification-toast', { hasText });
  const saved = async (pattern: RegExp) => {
    for (let tries = 0; tries < 100; tries++) {
      await opened.page.keyboard.press('Control+s');
      if (pattern.test(readFileSync(opened.file, 'utf8'))) return;
      await opened.page.waitForTimeout(100);
    }
    assert.match(readFileSync(opened.file, 'utf8'), pattern);
  };

  it('asks the user before it asks Zotero, then searches while they type, and adds what they pick', async function () {
    try {
      site = await openSite({ ...zoteroPages(), ...itemPages() }, PORT);
    } catch {
      // A Zotero runs on this machine.
      this.skip();
    }
    const { page } = opened;
    await run(page);
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.deepEqual(site.asked, []);
    await dialog.getByRole('button', { name: 'Ask Zotero' }).click();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.nth(1).waitFor();
    // The dialog gives the focus back to the editor as it closes, perhaps only now.
    const input = page.locator('.quick-input-widget input[type="text"]');
    await input.fill('magnets');
    await rows.nth(1).waitFor({ state: 'detached' });
    assert.match((await rows.first().textContent()) ?? '', /Magnets in H2O.*Anna van den Berg and others · 2024/);
    await input.press('Enter');
    // What Zotero has of it is offered next.
    await rows.filter({ hasText: 'The mill shipped' }).waitFor();
    await page.keyboard.press('Escape');
    await rows.first().waitFor({ state: 'hidden' });
    await saved(
      /- id: 2\n {4}title: Magnets in H2O\n(?: {4}.*\n| {6}.*\n)*? {4}url: https:\/\/example\.org\/magnets\n/,
    );
    assert.match(readFileSync(opened.file, 'utf8'), /doi: 10\.1234\/abc\n/);
    assert.match(readFileSync(opened.file, 'utf8'), /zotero: MAGN2345\/PQRS6789\n/);
  });

  it('brings the highlights of a source with page and link, and its full text, once the user has picked them', async () => {
    site = await openSite({ ...zoteroPages(), ...itemPages() }, PORT);
    const { page } = opened;
    await page.locator('.editor-instance .view-line').first().click();
    await runCommand(page, 'Brief: Add Highlights from Zotero');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Look at the yearbook' }).waitFor();
    const checked = await rows.evaluateAll((all) =>
      all.map((row) => [row.textContent, row.querySelector('.monaco-checkbox')?.getAttribute('aria-checked')]),
    );
    const isChecked = (words: string) => checked.find(([text]) => text?.includes(words))?.[1];
    for (const words of ['Keep its text as sources/magnets-in-h2o.txt', 'The mill shipped', 'Recycling met'])
      assert.equal(isChecked(words), 'true', `${words}: ${JSON.stringify(checked)}`);
    for (const words of ['Ask the author', 'Look at the yearbook']) assert.equal(isChecked(words), 'false', words);
    await page.locator('.quick-input-widget input[type="text"]').press('Enter');
    await toast('Quotes added to [2]: 2.').waitFor();
    await saved(
      /text: sources\/magnets-in-h2o\.txt\n {4}quote:\n {6}- text: The mill shipped 48 crates of magnets\.\n {8}page: 103\n {8}url: zotero:\/\/open-pdf\/library\/items\/PQRS6789\?page=3&annotation=HGLT2345\n/,
    );
    const copy = readFileSync(join(dirname(opened.file), 'sources/magnets-in-h2o.txt'), 'utf8');
    assert.equal(copy, `${FULL_TEXT.trim()}\n`);
    assert.deepEqual(
      site.asked.filter((asked) => !asked.startsWith('GET ')),
      [],
    );
  });

  it('adds nothing twice', async () => {
    site = await openSite({ ...zoteroPages(), ...itemPages() }, PORT);
    const before = readFileSync(opened.file, 'utf8');
    await opened.page.locator('.editor-instance .view-line').first().click();
    await runCommand(opened.page, 'Brief: Add Highlights from Zotero');
    // The rows of the command palette may still stand there: only one of Zotero's own says that it is the list to answer.
    await opened.page.locator('.quick-input-list .monaco-list-row', { hasText: 'The mill shipped' }).waitFor();
    await opened.page.locator('.quick-input-widget input[type="text"]').press('Enter');
    await toast('[2] has all of them already.').waitFor();
    assert.equal(readFileSync(opened.file, 'utf8'), before);
  });

  it('is an entry of Add Source, and waits for its picker where it answers no searches', async () => {
    site = await openSite({ ...zoteroPages(), '/api/users/0/items/top': answers(403) }, PORT);
    await opened.page.locator('.editor-instance .view-line').first().click();
    await runCommand(opened.page, 'Brief: Add Source');
    await opened.page.locator('.quick-input-list .monaco-list-row', { hasText: /From Zotero…/ }).click();
    await saved(/title: Prices of the year\n/);
  });

  it('says what to do where it runs but can not be asked, and where it does not run', async () => {
    site = await openSite({}, PORT);
    await run(opened.page);
    await toast('tick “Allow other applications').waitFor();
    await site.close();
    await toast('tick “Allow other applications').getByRole('button', { name: 'Try Again' }).click();
    await toast('nothing answers there at 127.0.0.1:23119').waitFor();
  });
});
