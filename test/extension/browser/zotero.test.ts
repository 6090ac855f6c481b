import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page as Window } from 'playwright-core';
import { runCommand } from '../../../scripts/lib/workbench.js';
import { answers, openSite, type Site } from '../../links/site';
import { zoteroPages } from '../../lookUps/zoteroSite';
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
      site = await openSite(zoteroPages(), PORT);
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
    await saved(
      /- id: 2\n {4}title: Magnets in H2O\n(?: {4}.*\n| {6}.*\n)*? {4}url: https:\/\/example\.org\/magnets\n/,
    );
    assert.match(readFileSync(opened.file, 'utf8'), /doi: 10\.1234\/abc\n/);
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
