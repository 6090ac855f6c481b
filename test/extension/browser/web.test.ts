import type { Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/lib/chromium.js';
import { serveWebCode } from '../../../scripts/lib/webCode.js';
import { lineStarting, previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import { pictureIfFailed } from './support';

describe('A VS Code that is nothing but a web page', () => {
  let page: Page;
  let close = async () => {};
  before(async () => {
    const [server, browser] = await Promise.all([serveWebCode(), launchChromium()]);
    close = async () => {
      await browser.close();
      await server.stop();
    };
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(server.url);
    await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
  });
  afterEach(function () {
    return pictureIfFailed(page, this.currentTest);
  });
  after(() => close());

  it('begins a brief, says how much of it is cited, and shows its preview', async () => {
    await runCommand(page, 'Brief: New Brief');
    await lineStarting(page, 'sources:').waitFor();
    await page.locator('.part.statusbar', { hasText: /\d+ of \d+ cited/ }).waitFor();
    await runCommand(page, 'Brief: Open Preview to the Side');
    await previewOf(page).locator('body h1').first().waitFor();
  });
});
