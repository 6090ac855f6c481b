import assert from 'node:assert/strict';
import { lineStarting, previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import { HIGH, inPalette, titleOf } from './menus';
import { openWeb, pictureIfFailed } from './support';

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
    const { page } = opened;
    await runCommand(page, 'Brief: New Brief');
    await lineStarting(page, 'sources:').waitFor();
    await page.keyboard.type('Ore: a primer');
    await page.locator('.part.statusbar', { hasText: /\d+ of \d+ cited/ }).waitFor();
    await runCommand(page, 'Brief: Open Preview to the Side');
    await previewOf(page).locator('body h1').first().waitFor();
  });

  it('takes a comment on an insight, and asks for initials once', async () => {
    const { page } = opened;
    const thread = page.locator('.review-widget');
    await runCommand(page, 'File: New Untitled Text File');
    await page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
    await page.keyboard.type('Prices rose by 12% in 2024.');
    await runCommand(page, 'Change Language Mode', () =>
      page.getByPlaceholder('Select Language Mode').first().waitFor(),
    );
    await page.keyboard.type('Brief');
    await page.keyboard.press('Enter');
    await page.locator('.part.statusbar', { hasText: '0 of 1 cited' }).waitFor();
    await runCommand(page, 'Brief: Add Comment', () => thread.waitFor({ timeout: 10_000 }));
    await page.keyboard.type('Where?');
    await page.keyboard.press('Control+Enter');
    await page.locator('.quick-input-widget', { hasText: 'Add Comment' }).waitFor();
    await page.keyboard.type('BC');
    await page.keyboard.press('Enter');
    await thread.locator('.comment-body').getByText('Where?').waitFor({ timeout: 20_000 });
    await lineStarting(page, 'Prices rose by 12% in 2024. {>>Where? @BC').waitFor();
  });

  it('has the commands of a brief for Markdown that is checked as one', async () => {
    const { page } = opened;
    await runCommand(page, 'File: New Untitled Text File');
    await page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
    await page.keyboard.type('Prices rose by 12% in 2024.');
    await runCommand(page, 'Change Language Mode', () =>
      page.getByPlaceholder('Select Language Mode').first().waitFor(),
    );
    await page.keyboard.type('Markdown');
    await page.keyboard.press('Enter');
    await runCommand(page, 'Brief: Check This File');
    await page.locator('.part.statusbar', { hasText: '0 of 1 cited' }).waitFor();
    await page.setViewportSize(HIGH);
    const commands = await inPalette(page);
    assert.ok(commands.includes(titleOf('brief.addCitation')), commands.join());
    assert.ok(commands.includes(titleOf('brief.export')), commands.join());
  });
});
