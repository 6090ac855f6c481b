import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { again, focusEditor, openFile, runCommand, takeFile } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed, textWritten } from './support';

const REPORT = `# Rare Earths: Who Refines Them?

Prices rose by 12% in 2024 [1](https://example.org/prices). Nobody knows why [2].
`;
const NAME = 'rare-earths-who-refines-them.brief';

describe('A report that is imported in a window', () => {
  let opened: Opened;
  const page = () => opened.page;

  before(async () => {
    opened = await open('report.md', REPORT, { files: { [`${NAME.replace('.brief', '-2.brief')}`]: '# Taken\n' } });
    await focusEditor(page());
    await page().keyboard.press('Control+a');
    await runCommand(page(), 'Brief: Import Text as Brief');
    await page().locator('.tab', { hasText: NAME }).waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('is said to be, with its facts in order', async () => {
    await page().getByText('Imported: 2 sources, 2 citations. 1 thing to look at.').first().waitFor();
  });

  it('has a report that can be shown once its message is gone', async () => {
    await runCommand(page(), 'Notifications: Clear All Notifications');
    await runCommand(page(), 'Brief: Show Last Report');
    await page().locator('.tab', { hasText: 'Import Report.md' }).waitFor();
    await page().locator('.view-line', { hasText: '# Import report' }).first().waitFor();
    opened.run('workbench.action.closeActiveEditor');
    await page().locator('.tab', { hasText: 'Import Report.md' }).waitFor({ state: 'detached' });
  });

  it('is saved as a file in the folder that is called by its title', async () => {
    await page().locator('.tab', { hasText: NAME }).click();
    await takeFile(page(), NAME, () => runCommand(page(), 'File: Save As...'));
    const file = join(dirname(opened.file), NAME);
    assert.match(await textWritten(page(), file), /Prices rose by 12%/);
  });

  it('has another name where that one is taken', async () => {
    await openFile(page(), 'report.md');
    const tab = page().locator('.tab', { hasText: NAME.replace('.brief', '-3.brief') });
    await again(async () => {
      await focusEditor(page());
      await page().keyboard.press('Control+a');
      await runCommand(page(), 'Brief: Import Text as Brief');
      await tab.waitFor({ timeout: 5000 });
    });
    opened.run('workbench.action.revertAndCloseActiveEditor');
    await page().locator('.tab', { hasText: '-3.brief' }).waitFor({ state: 'detached' });
  });
});
