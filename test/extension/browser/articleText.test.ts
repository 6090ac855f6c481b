import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  copyToClipboard,
  moveCursor,
  openFile,
  previewOf,
  problemsIn,
  runCommand,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { importText } from '../../../src/core';
import { serve } from '../../network/servers';
import { ARTICLE, SUMMARY } from '../../summary/summary';
import { type Opened, open, pictureIfFailed } from './support';

/** Where the brief is saved: by its title. */
const NAME = 'rare-earths-come-home-slowly.brief';

describe('A summary of one article, in a VS Code', () => {
  let opened: Opened | undefined;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });

  it('is imported with the text of the article, in whose passages its numbers are found', async () => {
    opened = await open('start.brief', '# Start\n', {
      files: { 'theirs.md': `# Rare earths come home slowly\n\n${ARTICLE}` },
    });
    const { page, file } = opened;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const beside = (name: string) => readFileSync(join(dirname(file), name), 'utf8');
    const row = (words: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: words });
    const asked = (words: string) => page.locator('.quick-input-widget', { hasText: words }).waitFor();
    await copyToClipboard(page, { 'text/plain': SUMMARY });

    await runCommand(page, 'Brief: Import Text as Brief');
    await asked('Add Text of Article');
    await row('From a file').click();
    await row('theirs.md').first().click();
    // The brief is saved under its title, as its text is kept beside it.
    await page
      .locator('.notification-toast', {
        hasText: 'sources/article.txt, with 8 passages. Numbers and quotations found in the cited passage: 11 of 13.',
      })
      .waitFor();
    await page.keyboard.press('Control+S');
    const named = '    text: sources/article.txt\n    cite: passages\n';
    const isSaved = () => existsSync(join(dirname(file), NAME)) && beside(NAME).includes(named);
    for (let i = 0; i < 100 && !isSaved(); i++) await page.waitForTimeout(50);
    assert.ok(beside(NAME).includes(named), beside(NAME));
    assert.equal(beside('sources/article.txt'), ARTICLE);

    await runCommand(page, 'Problems: Focus on Problems View');
    await problemsIn(page).filter({ hasText: '2002 is not found in [1] or [6], but [7] has it' }).waitFor();
    await problemsIn(page).filter({ hasText: '30% is not found in [5], but [6] has it' }).waitFor();
    assert.equal(await problemsIn(page).count(), 2);

    await runCommand(page, 'Brief: Open Preview to the Side');
    const preview = previewOf(page).locator('body');
    await preview.getByText('Summary of').waitFor();
    await preview.locator('[data-card][data-source="3"]').first().hover();
    await preview.locator('.card').getByText('China began to plan for rare earths').waitFor();
    assert.equal(await preview.locator('.sources > li').count(), 1);
  });

  it('gets the text of the article by the fix of its problem, from the clipboard or an address', async () => {
    const paragraphs = ARTICLE.trim()
      .split('\n\n')
      .map((each) => `<p>${each}</p>`)
      .join('');
    const html = `<!doctype html><html lang="en"><title>Rare earths come home slowly</title><main><h1>Rare earths come home slowly</h1>${paragraphs}</main>`;
    const server = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
    try {
      const brief = importText(SUMMARY);
      opened = await open('home.brief', brief, { files: { 'again.brief': brief } });
      const { page, file } = opened;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const beside = (name: string) => readFileSync(join(dirname(file), name), 'utf8');
      const row = (words: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: words });
      const toast = (path: string) =>
        page.locator('.notification-toast', { hasText: `is in ${path}, with 8 passages` }).waitFor();
      const answer = async (words: RegExp, button: string) => {
        const dialog = page.locator('.monaco-dialog-box').filter({ hasText: words });
        await dialog.getByRole('button', { name: button, exact: true }).click();
      };

      await copyToClipboard(page, { 'text/plain': ARTICLE });
      await moveCursor(page, 9, 12);
      await takeFix(page, /^Add the text of the article/, () => row('From the clipboard').click({ timeout: 5000 }));
      await toast('sources/article.txt');
      assert.equal(beside('sources/article.txt'), ARTICLE);
      await page.keyboard.press('Control+S');

      await openFile(page, 'again.brief');
      await runCommand(page, 'Brief: Add Text of Article');
      await row('From an address').click();
      await page.locator('.quick-input-widget', { hasText: 'The address of the article' }).waitFor();
      await page.locator('.quick-input-widget input[type="text"]').fill(`${server.address}/article`);
      await page.keyboard.press('Enter');
      await answer(/Look this up/, 'Look Up');
      await answer(/is on this machine or your local network/, 'Send Request');
      await toast('sources/article-2.txt');
      assert.equal(beside('sources/article-2.txt'), ARTICLE);
    } finally {
      await server.close();
    }
  });

  it('turns its numbers into sources where the text shows that, which may come from elsewhere if an address fails', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('gone'));
    try {
      opened = await open('home.brief', importText(SUMMARY), {});
      const { page, file } = opened;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await copyToClipboard(page, { 'text/plain': 'Rare earths are metals.\n\nNobody knows how many there are.' });
      const button = (dialog: string, name: string) =>
        page.locator(dialog).getByRole('button', { name, exact: true }).click();

      await runCommand(page, 'Brief: Add Text of Article');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'From an address' }).click();
      await page.locator('.quick-input-widget', { hasText: 'The address of the article' }).waitFor();
      await page.locator('.quick-input-widget input[type="text"]').fill(`${server.address}/gone`);
      await page.keyboard.press('Enter');
      await button('.monaco-dialog-box', 'Look Up');
      await button('.monaco-dialog-box', 'Send Request');
      await page.locator('.notification-toast', { hasText: 'has no entry for it' }).waitFor();
      await button('.notification-toast', 'From the Clipboard');
      const dialog = page.locator('.monaco-dialog-box', { hasText: 'The article has 2 passages' });
      await dialog.getByRole('button', { name: 'Cite Sources', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+S');
      const isSaved = () => !readFileSync(file, 'utf8').includes('cite: passages');
      for (let i = 0; i < 100 && !isSaved(); i++) await page.waitForTimeout(50);
      assert.match(readFileSync(file, 'utf8'), /- id: article\n[\s\S]*- id: 1\n/);
      assert.doesNotMatch(readFileSync(file, 'utf8'), /text:/);
    } finally {
      await server.close();
    }
  });
});
