import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { again, focusEditor, lineStarting, moveCursor, previewOf, settled } from '../../../scripts/lib/workbench.js';
import { titlesOf } from './menus';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
sources:
  - id: 1
    title: Prices of ore
    text: prices.txt
  - id: 2
    title: Output of ore
    copy: abstract
    text: output.txt
  - id: 3
    title: Deals of the year
---

# Ore

- Prices rose by 12% in 2024 [1]. They fell later.
- Output was 40 tons [2]. <!-- brief: verified 2025-08-07 AZ 000000 -->
`;
const FILES = { 'prices.txt': 'Prices of ore rose by 12% in 2024.\n', 'output.txt': 'Output was 40 tons.\n' };
const CLAIM = TEXT.slice(0, TEXT.indexOf('- Prices')).split('\n').length;

describe('The Sources view', () => {
  let opened: Opened;
  const page = () => opened.page;
  const view = () =>
    page().locator('.pane', { has: page().locator('.pane-header .title').getByText('Sources', { exact: true }) });
  const row = (text: string) => view().locator('.monaco-list-row', { hasText: text }).first();
  const action = (title: string) => view().locator(`.pane-header .action-label[aria-label^="${title}"]`);
  const line = (start: string) => lineStarting(page(), start);

  before(async () => {
    opened = await open('view.brief', TEXT, {
      files: FILES,
      settings: { 'editor.inlayHints.enabled': 'off' },
    });
    await page().locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await row('[1] Prices of ore').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('has in its title what adds sources, fetches copies, filters and refreshes', async () => {
    await view().locator('.pane-header').hover();
    const titles = await titlesOf(view().locator('.pane-header .actions .action-label'));
    assert.deepEqual(titles, [
      'Add Source',
      'Add Source from File',
      'Filter Sources...',
      'Keep Copies of All Sources',
      'Refresh',
    ]);
  });

  it('says of each source how much text is here, and what is to be verified again, to screen readers, too', async () => {
    await row('[2] Output of ore').getByText('abstract only · to verify again: 1').waitFor();
    await row('[1] Prices of ore').getByText('text here').waitFor();
    const label = await row('[2] Output of ore').getAttribute('aria-label');
    assert.match(label ?? '', /\[2\] Output of ore\. abstract only\. to verify again: 1\. cited once/);
  });

  it('lists only what a filter lets through, says so, and lists all again by one click', async () => {
    await view().locator('.pane-header').hover();
    await action('Filter Sources').click();
    const picks = page().locator('.quick-input-list .monaco-list-row');
    await picks.filter({ hasText: 'Without text' }).getByText('1', { exact: true }).waitFor();
    await picks.filter({ hasText: 'Without text' }).click();
    await view().getByText('Without text: 1 of 3 sources are shown.').waitFor();
    await row('[1] Prices of ore').waitFor({ state: 'detached' });
    await row('[3] Deals of the year').waitFor();
    await view().locator('.pane-header').hover();
    await action('Show All Sources').click();
    await row('[1] Prices of ore').waitFor();
    await view().getByText('sources are shown').waitFor({ state: 'detached' });
  });

  it('finds sources by typing, as all trees do', async () => {
    await row('[3] Deals of the year').click();
    await page().keyboard.press('Control+Alt+f');
    await view().locator('.monaco-tree-type-filter input').fill('Output');
    await row('[2] Output of ore').locator('.monaco-highlighted-label .highlight').getByText('Output').waitFor();
    await page().keyboard.press('Escape');
    await view().locator('.monaco-tree-type-filter').waitFor({ state: 'detached' });
  });

  it('cites a source where it is dropped, in one step to undo', async () => {
    await moveCursor(page(), CLAIM, 1);
    await drag(row('[3] Deals of the year'), line('- Prices rose').locator('span > span').first());
    await line('- Prices rose by 12% in 2024 [1][3]. They fell later.').waitFor();
    await row('Not cited').waitFor({ state: 'detached' });
    await focusEditor(page());
    await page().keyboard.press('Control+z');
    await line('- Prices rose by 12% in 2024 [1]. They fell later.').waitFor();
  });

  it('gives a source another id by F2, wherever it stands, in one step to undo', async () => {
    const box = await askForId('[1] Prices of ore');
    assert.equal(await box.inputValue(), '1');
    await box.fill('ore-2024');
    await page().keyboard.press('Enter');
    await line('- Prices rose by 12% in 2024 [@ore-2024]. They').waitFor();
    await row('[@ore-2024] Prices of ore').waitFor();
    await focusEditor(page());
    await page().keyboard.press('Control+z');
    await line('- Prices rose by 12% in 2024 [1]. They fell').waitFor();
  });

  it('says why an id cannot be another one', async () => {
    const box = await askForId('[1] Prices of ore');
    await box.fill('3');
    await page().keyboard.press('Enter');
    await page().getByText('[3] is already declared').first().waitFor();
  });

  /** Asks for another id of a source. VS Code closes the box when its row is still being shown in the text. */
  async function askForId(name: string): Promise<Locator> {
    const box = page().locator('.quick-input-widget input').first();
    await again(async () => {
      await row(name).click();
      await page().keyboard.press('F2');
      await box.waitFor({ timeout: 5000 });
    });
    return box;
  }

  /** Drags with Shift, as VS Code wants it for what is dropped into a text. */
  async function drag(from: Locator, to: Locator): Promise<void> {
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    assert.ok(a && b);
    const target = { x: b.x + 30, y: b.y + b.height / 2 };
    await page().mouse.move(a.x + 60, a.y + a.height / 2);
    await page().mouse.down();
    await page().mouse.move(a.x + 90, a.y + a.height / 2 + 4, { steps: 4 });
    await page().keyboard.down('Shift');
    await page().mouse.move(target.x, target.y, { steps: 12 });
    await page().mouse.move(target.x + 2, target.y, { steps: 3 });
    await page().mouse.up();
    await page().keyboard.up('Shift');
  }

  it('lists the sources of a preview whose text is closed', async () => {
    const text = page().locator('.tab', { hasText: /^view\.brief/ });
    await line('# Ore').click();
    await page().keyboard.press('Control+s');
    await page().locator('.tab.dirty').waitFor({ state: 'detached' });
    opened.run('brief.showPreviewToSide');
    await previewOf(page()).locator('h1', { hasText: 'Ore' }).waitFor();
    await text.locator('.tab-actions .action-label').click();
    await text.waitFor({ state: 'detached' });
    await view().locator('.pane-header').hover();
    await action('Refresh').click();
    await settled(() => view().textContent());
    await row('Prices of ore').waitFor({ timeout: 5000 });
  });
});
