import { lineStarting, previewOf, runCommand } from '../../../scripts/lib/workbench.js';
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
});
