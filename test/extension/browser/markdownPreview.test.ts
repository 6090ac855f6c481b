import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { previewOf, styleOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
sources:
  - { id: 1, title: Harbour report, quote: Cranes moved 48 containers an hour in March. }
  - { id: 2, title: "<b>Tugs</b>", quote: Tugs burned 30 tonnes. }
---
# The harbour

- Cranes moved 48 containers an hour. [1]
- Tugs burned 31 tonnes. [2]
- Ferries made 17 trips in 2023.

\`a[1]\`
`;

describe("VS Code's own preview of Markdown", () => {
  let opened: Opened;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });
  const page = (): Page => opened.page;
  const shown = () => previewOf(page());
  const chip = (id: string) => shown().locator(`li .chip[data-source="${id}"]`);

  /**
   * Opens the page until it shows something: where a machine is so busy that VS Code is still loading a page when the next one comes,
   * it may keep the first.
   */
  const show = async (shows: () => Locator) => {
    opened.run('markdown.showPreviewToSide');
    for (let tries = 0; tries < 3; tries++) {
      const isThere = await shows()
        .waitFor({ timeout: 10_000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) return;
      opened.run('markdown.preview.refresh');
    }
    await shows().waitFor();
  };

  it('shows a brief with its chips, verdicts and cards', async () => {
    opened = await open('harbour.md', TEXT);
    await show(() => chip('1'));
    assert.equal(await chip('1').getAttribute('data-verdict'), 'found');
    assert.equal(await chip('2').getAttribute('data-verdict'), 'notFound');
    await shown().locator('.doubt', { hasText: '31' }).waitFor();
    await shown().locator('li', { hasText: 'Ferries' }).locator('.tag-missing').waitFor();
    assert.equal(await shown().locator('p > code').textContent(), 'a[1]');
    const card = shown().locator('.card', { hasText: 'Harbour report' });
    assert.equal(await card.isVisible(), false);
    await chip('1').click();
    await card.locator('mark', { hasText: '48' }).waitFor();
    // A title is a text.
    assert.equal(await shown().locator('.card b').count(), 0);
  });

  it('follows what is typed', async () => {
    opened = await open('harbour.md', TEXT);
    await show(() => chip('1'));
    await page().locator('.editor-instance .view-line', { hasText: '- Tugs burned' }).click();
    await page().keyboard.press('End');
    await page().keyboard.type(' Boats came. [1]');
    await chip('1').nth(1).waitFor();
    assert.equal(await chip('2').count(), 1);
    await page().keyboard.press('Control+z');
    await page().keyboard.press('Control+Home');
    await page().keyboard.press('Control+s');
  });

  it('is left alone where Markdown is no brief, until it is checked as one', async () => {
    opened = await open('notes.md', TEXT.slice(TEXT.indexOf('# The harbour')));
    opened.run('markdown.showPreviewToSide');
    await shown().locator('li', { hasText: 'Cranes moved 48 containers an hour. [1]' }).waitFor();
    assert.equal(await shown().locator('.brief-mark').count(), 0);
    await page().locator('.editor-instance .view-line', { hasText: 'Cranes' }).click();
    opened.run('brief.checkFile');
    await shown().locator('.chip-broken').first().waitFor();
    opened.run('brief.stopChecking');
    await shown().locator('.brief-mark').first().waitFor({ state: 'detached' });
  });

  it('has its own style but for our marks', async () => {
    opened = await open('harbour.md', `${TEXT}\n<p class="card tag chip hidden">Mine</p>\n`);
    await show(() => chip('1'));
    const mine = shown().locator('p.chip');
    const styles = await Promise.all(['border-top-width', 'position'].map((name) => styleOf(mine, name)));
    assert.deepEqual(styles, ['0px', 'static']);
  });
});
