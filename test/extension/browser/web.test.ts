import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { problemsIn, runCommand } from '../../../scripts/lib/workbench.js';
import { HIGH, inPalette, titleOf } from './menus';
import type { Parts } from './parts';
import { openWeb, pictureIfFailed } from './support';
import { snippetBegun } from './typing';

/** Opens a file that nobody has saved yet, in a language, with a claim. */
async function writeClaim(
  { page, press, type, activeTab }: Parts & { readonly page: Page },
  language: string,
): Promise<void> {
  await runCommand(page, 'File: New Untitled Text File');
  await activeTab('Untitled').waitFor();
  await page.locator('.monaco-editor.focused').waitFor();
  await type('Prices rose by 12% in 2024.');
  await runCommand(page, 'Change Language Mode', () => page.getByPlaceholder('Select Language Mode').first().waitFor());
  await type(language);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: language }).waitFor();
  await press('Enter');
}

describe('A VS Code that is nothing but a web page', () => {
  let opened: Awaited<ReturnType<typeof openWeb>>;
  before(async () => {
    opened = await openWeb();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('begins a brief, says how much of it is cited, and shows its preview', async () => {
    await runCommand(opened.page, 'Brief: New Brief');
    await opened.picker().filter({ hasText: 'The title of the brief' }).waitFor();
    await opened.input().fill('Ore: a primer');
    await opened.input().press('Enter');
    await snippetBegun(opened.page);
    await opened.line('title: "Ore: a primer"').waitFor();
    await opened.status(/\d+ of \d+ cited/).waitFor();
    await runCommand(opened.page, 'Brief: Open Preview to the Side');
    await opened.preview().locator('body h1').first().waitFor();
  });

  it('takes a comment on an insight, and asks for initials once', async () => {
    const thread = opened.page.locator('.review-widget');
    await writeClaim(opened, 'Brief');
    await opened.status('0 of 1 cited').waitFor();
    await runCommand(opened.page, 'Brief: Add Comment');
    await thread.locator('.monaco-editor.focused').waitFor();
    await opened.type('Where?');
    await opened.press('Control+Enter');
    await opened.picker().filter({ hasText: 'Add Comment' }).waitFor();
    await opened.input().fill('BC');
    await opened.input().press('Enter');
    await thread.locator('.comment-body').getByText('Where?').waitFor();
    await opened.line('Prices rose by 12% in 2024. {>>Where? @BC').waitFor();
  });

  it('has the commands of a brief for Markdown that is checked as one', async () => {
    await writeClaim(opened, 'Markdown');
    await opened.status('Markdown').waitFor();
    await runCommand(opened.page, 'Brief: Check This File');
    await opened.status('0 of 1 cited').waitFor();
    await opened.page.setViewportSize(HIGH);
    const commands = await inPalette(opened.page);
    assert.ok(commands.includes(titleOf('brief.addCitation')), commands.join());
    assert.ok(commands.includes(titleOf('brief.export')), commands.join());
  });
});

describe('A VS Code in Chinese that is nothing but a web page', () => {
  let opened: Awaited<ReturnType<typeof openWeb>>;
  before(async () => {
    opened = await openWeb({ chinese: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('has a server that speaks Chinese, though it can read no files', async () => {
    // Of an extension under development VS Code reads the manifest in English; what is installed lists its tables.
    await runCommand(opened.page, 'Brief: New Brief');
    await opened.picker().filter({ hasText: '简报的标题' }).waitFor();
    await opened.input().press('Enter');
    await snippetBegun(opened.page);
    await opened.status(/已引用 \d+\/\d+/).waitFor();
    await opened.press('Control+End');
    await opened.type('- In 2023 it was 45 tonnes.');
    await opened.press('Control+Shift+M');
    await problemsIn(opened.page)
      .filter({ hasText: /\p{Script=Han}.*citation\/missing/u })
      .first()
      .waitFor();
  });
});
