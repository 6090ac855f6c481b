/** The mark of the editor's cursor on the preview's page, in a real browser. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { openPreview, type PreviewPage } from './page';

const TEXT = `# Title

A paragraph
of two lines.

- One item. [1]
- Two items. [1]
  - Below. [1]

${'Words that fill the page, one after the other, and take their time. '.repeat(200)}

The last.
`;

describe("The block of the editor's cursor in the preview", () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
    await preview.show(TEXT);
  });
  afterEach(async () => {
    assert.deepEqual(preview.complaints, []);
    await preview.page.close();
  });

  const at = (line: number | null, show = false) => preview.send({ type: 'cursor', line, show });
  const marked = async () =>
    (await preview.page.locator('.at-cursor').allTextContents()).map((text) => text.trim().slice(0, 12));
  const scroll = () => preview.page.evaluate(() => window.scrollY);

  it('is marked, and no other', async () => {
    await at(2);
    assert.deepEqual(await marked(), ['A paragraph\n']);
    await at(3);
    assert.deepEqual(await marked(), ['A paragraph\n']);
    await at(6);
    assert.equal((await marked()).length, 1);
    assert.match((await marked())[0] ?? '', /^Two items/);
    await at(7);
    assert.match((await marked())[0] ?? '', /^Below/);
  });

  it('is marked no more when there is no cursor', async () => {
    await at(2);
    await at(null);
    assert.deepEqual(await marked(), []);
  });

  it('stays marked when its text changes, and where lines come above it', async () => {
    await at(2);
    await preview.show(TEXT.replace('of two lines', 'of many lines'));
    assert.deepEqual(await marked(), ['A paragraph\n']);
    await at(4);
    await preview.show(TEXT.replace('# Title\n', '# Title\n\nNew.\n'));
    assert.deepEqual(await marked(), ['A paragraph\n']);
  });

  it('comes into view when it is asked for, and the editor hears nothing of that', async () => {
    await at(11);
    assert.equal(await scroll(), 0);
    await at(11, true);
    assert.ok(await preview.page.getByText('The last.').isVisible());
    assert.ok((await scroll()) > 500);
    await preview.page.waitForTimeout(200);
    assert.deepEqual(await preview.said(), []);
  });

  it('does not move the page where it is in view', async () => {
    await at(5, true);
    assert.equal(await scroll(), 0);
  });

  it('shows a bar, not on paper', async () => {
    await at(2);
    const width = () =>
      preview.page.locator('.at-cursor').evaluate((block) => {
        const { display, width: wide } = getComputedStyle(block, '::after');
        return display === 'none' ? 'none' : wide;
      });
    assert.equal(await width(), '2px');
    await preview.page.emulateMedia({ media: 'print' });
    assert.equal(await width(), 'none');
  });
});
