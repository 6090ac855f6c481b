import assert from 'node:assert/strict';
import {
  focusEditor,
  lineStarting,
  moveCursor,
  openFile,
  runCommand,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const FILLER = Array.from({ length: 30 }, (_, i) => `- Look at map ${i + 1} of the north again.\n`).join('');
const TEXT = `---
title: Ore and magnets
sources:
  - id: 2
    title: Yearbook of pits
    quote: The pit at Norrby shipped 4,100 tons of ore.
  - id: 5
    title: Loans for smelters
---

## Pits

- The pit at Norrby shipped 4,100 tons of ore in 2023.

## To do

${FILLER}
## Loans

- Loans for smelters reached $80 million in 2024.
- Exports of garlic fell by 31% in 2022.
- Loans for smelters will be cheaper, the bank said on 4 May 2024.
`;
const REPORT = `# Ore

- Pit 1 shipped 12% more in 2023.
- Pit 2 shipped 9% less in 2023.

## References

- Miller, J. Garlic. https://ore.example/garlic
`;
const lineOf = (words: string) => TEXT.slice(0, TEXT.indexOf(words)).split('\n').length;
const NORRBY = '- The pit at Norrby shipped 4,100 tons of ore in 2023';
const LOANS = '- Loans for smelters reached $80 million in 2024';

describe('A document that cites nothing', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const picker = () => page().locator('.quick-input-widget');
  const rows = () => picker().locator('.quick-input-list-entry');
  const line = (start: string) => lineStarting(page(), start);
  const status = (words: string) => page().locator('.part.statusbar', { hasText: words });
  const cursorAt = (at: number) => status(`Ln ${at}, Col`);
  const SHOW = 'Uncited Statements: 4';
  const list = (title: string) => picker().getByText(title, { exact: true }).waitFor({ timeout: 5000 });
  const showUncited = () => runCommand(page(), 'Brief: Show Uncited Statements', () => list(SHOW));
  /** Makes the row with some words the active one. */
  const moveTo = async (words: string) => {
    const row = picker().locator('.monaco-list-row.focused', { hasText: words });
    for (let presses = 0; presses < 12 && !(await row.isVisible()); presses++) {
      await page().keyboard.press('ArrowDown');
      await page().waitForTimeout(100);
    }
    await row.waitFor({ timeout: 5000 });
  };

  before(async () => {
    opened = await open('uncited.brief', TEXT, {
      files: { 'report.brief': REPORT },
      // Their words stand in the lines that are read.
      settings: { 'brief.inlayHints.citations': 'off' },
    });
    await status('0 of 4 cited').waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('offers at its title to show the statements, and to suggest sources for them', async () => {
    await moveCursor(page(), 2, 1);
    const titles = await takeFix(page(), /^Show each statement$/, () => list(SHOW));
    assert.deepEqual(titles.slice(0, 3), [
      'Show each statement',
      'Suggest a source for each statement',
      'Turn off citation/none here',
    ]);
    const texts = await rows().allTextContents();
    assert.equal(texts.length, 4);
    assert.ok(
      texts.some((row) => /The pit at Norrby shipped 4,100 tons.*Pits · line 13/.test(row)),
      texts.join('\n'),
    );
  });

  it('shows the statement of the row that the list is moved to, and is as before after Escape', async () => {
    await moveTo('Exports of garlic');
    await line('- Exports of garlic').waitFor();
    await moveTo('Norrby');
    await line(NORRBY).waitFor();
    await moveTo('Loans for smelters reached');
    await line(LOANS).waitFor();
    await page().keyboard.press('Escape');
    await line('title: Ore and magnets').waitFor();
    await cursorAt(2).waitFor();
  });

  it('goes to the statement that is picked', async () => {
    await showUncited();
    await moveTo('Exports of garlic');
    await page().keyboard.press('Enter');
    await cursorAt(lineOf('- Exports of garlic')).waitFor();
    await picker().waitFor({ state: 'hidden' });
  });

  it('is imported as it stands in the editor, saved or not, with its works as sources', async () => {
    await openFile(page(), 'report.brief');
    await moveCursor(page(), 3, 7);
    await page().keyboard.type('7');
    await moveCursor(page(), 1, 1);
    const tab = page().locator('.tab.active:not([data-resource-name="report.brief"])');
    const titles = await takeFix(page(), /^Import as Brief$/, () => tab.waitFor({ timeout: 10_000 }));
    assert.equal(titles.indexOf('Import as Brief'), 2, titles.join());
    await line('- Pit 71 shipped').waitFor();
    await line('- [1] Miller, J. Garlic.').waitFor();
  });

  it('is said to have no likely source where none shares anything with it, with what would help', async () => {
    await openFile(page(), 'report.brief');
    const bell = page().locator('.statusbar-item[id="status.notifications"]');
    const said = page().locator('.notification-list-item', { hasText: 'No source here is likely for any statement.' });
    await runCommand(page(), 'Brief: Suggest a Source for Each Statement');
    await bell.click();
    await said.waitFor();
    await said.getByRole('button', { name: 'Import as Brief' }).waitFor();
    await picker().waitFor({ state: 'hidden' });
  });
});
