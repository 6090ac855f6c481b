import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { tagSoup } from '../core/page/tagSoup';
import * as subject from '../hostile/subject';
import { runs } from '../runs';
import { axe } from './axe';
import { type Door, openDoor, told } from './hostilePage';
import { inNoPage } from './hostileRun';
import { openPreview, type PreviewPage } from './page';

describe('The HTML of an author, in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let door: Door;
  let preview: PreviewPage | undefined;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
    door = await openDoor();
  });
  after(async () => {
    await closePages();
    await door?.close();
  });
  afterEach(async () => {
    await preview?.page.close();
    preview = undefined;
  });

  const soups = (count: number) =>
    fc.sample(tagSoup, { numRuns: count, seed: 7 }).map((text) => subject.renderAlone({ text }));

  it('is nothing but our own markup, and asks nobody for anything, whatever it is made of', async () => {
    assert.deepEqual(told(await inNoPage(browser, soups(runs(2000)), door)), []);
  });

  it('is read by the browser as it was written: no element moves out of another', async () => {
    const page: Page = await browser.newPage();
    const different = await page.evaluate(
      (htmls) =>
        htmls.filter((html) => {
          const template = document.createElement('template');
          template.innerHTML = html;
          const written = [...html.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)/g)].map(([tag]) => tag.toLowerCase());
          const read = [...template.innerHTML.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)/g)].map(([tag]) =>
            tag.toLowerCase(),
          );
          return written.join() !== read.join();
        }),
      soups(runs(2000)),
    );
    await page.close();
    assert.deepEqual(different.slice(0, 3), []);
  });

  it('opens where the reader opens it, stays open when its text changes, and is side by side with its lines', async () => {
    preview = await openPreview(browser, 'light', false);
    const text = '# T\n\n<details>\n<summary>More</summary>\n\nA first claim.\n\nA second.\n\n</details>\n\nAfter.\n';
    await preview.show(text);
    const { page } = preview;
    assert.equal(await page.locator('details.fold p').first().isVisible(), false);
    assert.deepEqual(await axe(page), []);
    await page.locator('summary').click();
    assert.equal(await page.locator('details.fold p').first().isVisible(), true);
    await preview.show(text.replace('A second', 'Another'));
    assert.equal(
      await page
        .locator('details.fold p')
        .nth(1)
        .textContent()
        .then((words) => words?.startsWith('Another')),
      true,
    );
    assert.equal(await page.locator('details.fold').getAttribute('open'), '');
    assert.deepEqual(preview.complaints, []);
  });
});
