/** The outline of a preview's page in a real browser. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { axe } from './axe';
import { openPreview, type PreviewPage } from './page';

const section = (i: number) =>
  `## Section ${i}\n\nIt held ${100 + i} tonnes. [1]\n\n### Detail ${i}\n\n${'- One more line of it. [1]\n'.repeat(12)}`;
const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8].map(section).join('\n');
const TEXT = `# Title\n\n${SECTIONS}\n## Sources\n\n- [1] A source. https://example.org/a\n`;

const WIDE = { width: 1200, height: 700 };
const NARROW = { width: 360, height: 640 };

describe('The outline of a preview', () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
    await preview.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    assert.deepEqual(preview.complaints, []);
    await preview.page.close();
  });

  const page = () => preview.page;
  const link = (name: string) => page().locator('.outline').getByRole('link', { name, exact: true });
  const button = () => page().getByRole('button', { name: 'Contents' });
  const topOf = (heading: string) =>
    page()
      .locator('.body :is(h2, h3)', { hasText: heading })
      .first()
      .evaluate((element) => element.getBoundingClientRect().top);
  const current = (name: string) =>
    page()
      .locator('.outline a[aria-current="location"]', { hasText: new RegExp(`^${name}$`) })
      .waitFor({ state: 'attached' });

  it('stands beside the text where there is room for both', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(TEXT);
    assert.equal(await button().isVisible(), false);
    const [list, text] = [await link('Section 1').boundingBox(), await page().locator('h1').boundingBox()];
    assert.ok(list && text && list.x >= 0 && list.x + list.width <= text.x, 'the outline does not touch the text');
  });

  it('stands at the other side of text from right to left', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(`---\nlanguage: ar\n---\n${TEXT}`);
    const [list, text] = [await link('Section 1').boundingBox(), await page().locator('h1').boundingBox()];
    assert.ok(list && text && list.x >= text.x + text.width && list.x + list.width <= WIDE.width);
  });

  it('is behind a button that stays in view where there is no room, by keyboard too', async () => {
    await page().setViewportSize(NARROW);
    await preview.show(TEXT);
    assert.equal(await link('Section 7').isVisible(), false);
    await page().evaluate(() => window.scrollTo(0, 2000));
    await button().focus();
    await page().keyboard.press('Enter');
    await link('Section 7').waitFor();
    await page().keyboard.press('Escape');
    await link('Section 7').waitFor({ state: 'hidden' });
  });

  it('has a button that covers no text, however narrow the page', async () => {
    for (const size of [NARROW, { width: 640, height: 640 }, { width: 900, height: 640 }]) {
      await page().setViewportSize(size);
      await preview.show(TEXT);
      const [mark, text] = [await button().boundingBox(), await page().locator('.body h2').first().boundingBox()];
      assert.ok(mark && text && (mark.x >= text.x + text.width || mark.x + mark.width <= text.x), `${size.width} px`);
    }
  });

  it('leads to a section by a click, and gets out of the way', async () => {
    await page().setViewportSize(NARROW);
    await preview.show(TEXT);
    await button().click();
    await link('Section 5').click();
    assert.equal(await link('Section 5').isVisible(), false);
    assert.ok(Math.abs(await topOf('Section 5')) < 60, 'the section starts at the top of the window');
    await current('Section 5');
  });

  it('leads there by the Enter key, and the focus goes along', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(TEXT);
    await link('Detail 4').focus();
    await page().keyboard.press('Enter');
    assert.ok(Math.abs(await topOf('Detail 4')) < 60);
    assert.equal(await page().evaluate(() => document.activeElement?.textContent), 'Detail 4');
  });

  it('marks the section that is read while the reader scrolls, one at a time', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(TEXT);
    const top = await topOf('Detail 3');
    await page().mouse.move(700, 300);
    await page().mouse.wheel(0, top - 40);
    await current('Detail 3');
    await page().mouse.wheel(0, 100_000);
    await current('Sources');
    assert.equal(await page().locator('.outline [aria-current]').count(), 1);
  });

  it('keeps the mark of a last section that was chosen and is too short for the top of the window', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(TEXT);
    await link('Detail 8').click();
    await page().waitForFunction(() => window.scrollY > 1000);
    await current('Detail 8');
  });

  it('keeps the mark when the brief is edited', async () => {
    await page().setViewportSize(WIDE);
    await preview.show(TEXT);
    await page().evaluate(() => window.scrollTo(0, 2000));
    await page().locator('.outline [aria-current]').waitFor();
    const before = await page().locator('.outline [aria-current]').textContent();
    await preview.show(TEXT.replace('Section 8', 'Section eight'));
    await link('Section eight').waitFor();
    await current(before ?? '');
  });

  it('is not there for a brief of fewer than three sections, nor beside evidence', async () => {
    await preview.show('# T\n\n## One\n\nText. [1]\n\n## Sources\n\n- [1] A source. https://example.org/a\n');
    assert.equal(await page().locator('.outline').count(), 0);
    await preview.show(TEXT, { look: { review: true, filter: null } });
    assert.equal(await page().locator('.outline').count(), 0);
  });

  for (const size of [WIDE, NARROW])
    it(`has no fault of accessibility that axe finds, ${size.width} px wide`, async () => {
      await page().setViewportSize(size);
      await preview.show(TEXT);
      if (size === NARROW) await button().click();
      assert.deepEqual(await axe(page()), []);
    });
});
