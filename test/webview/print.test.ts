import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import { parseBrief, renderPage } from '../../src/core';
import { closePages, sharedChromium } from '../chromium';

const BRIEF = `---
title: Ore
sources:
  - { id: 1, title: Ore Yearbook, url: "https://ore.example/a", quote: "Output rose by 4%." }
figures:
  - { id: share, value: 90%, title: of it, cites: [1] }
---

## First

- Output rose by 4% [1].

## Second

Words of 5 [1].

$$
x
$$
`;

describe('an exported page on paper', () => {
  let browser: Browser;
  let page: Page;
  before(async function () {
    this.timeout(180_000);
    browser = await sharedChromium();
    page = await browser.newPage({ colorScheme: 'dark', viewport: { width: 665, height: 900 } });
    const style = readFileSync(join(ROOT, 'dist/webview/preview-style.css'), 'utf8');
    await page.setContent(renderPage(parseBrief(BRIEF), style));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  });
  after(closePages);

  const style = (selector: string, property: string, pseudo?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name ?? ''), [
        property,
        pseudo,
      ] as const);

  it('is black on white where the screen is dark', async () => {
    assert.equal(await style('body', 'color'), 'rgb(0, 0, 0)');
    assert.equal(await style('body', 'background-color'), 'rgba(0, 0, 0, 0)');
    assert.equal(await style('html', 'color-scheme'), 'light');
    assert.equal(await style('.tile', 'background-color'), 'rgb(244, 244, 244)');
  });

  it('cuts no formula off before the edge of the paper', async () => {
    assert.equal(await style('.math-block', 'overflow-x'), 'visible');
  });

  it('has brackets for buttons, and whole addresses', async () => {
    assert.equal(await style('.insight .chip', 'background-color'), 'rgba(0, 0, 0, 0)');
    assert.equal(await style('.insight .chip', 'border-top-width'), '0px');
    assert.equal(await style('.insight .chip', 'content', '::before'), '"["');
    assert.equal(
      await style('.insight .chip[data-verdict="found"]', 'content', '::after'),
      '"\\a0✓]"'.replace('\\a0', '\u00a0'),
    );
    assert.equal(await style('a.source-link', 'content', '::after'), '"https://ore.example/a"');
  });

  it('shows nothing that only a click opens, and the text over all of its width', async () => {
    for (const hidden of ['.cards', '.back', '.passages', '.outline']) {
      const found = page.locator(hidden).first();
      if ((await found.count()) > 0) assert.equal(await found.isVisible(), false, hidden);
    }
    const box = await page.locator('main').boundingBox();
    assert.deepEqual([box?.x, box?.width], [0, 665]);
    assert.equal(await style('main', 'padding-top'), '0px');
  });

  it('is as wide as the paper, its sources included', async () => {
    for (const wide of ['body', '.sources', '.source']) {
      const box = await page.locator(wide).first().boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 665, `${wide}: ${JSON.stringify(box)}`);
    }
  });

  it('keeps headings with what follows, and cuts no tile, source or item in two', async () => {
    assert.equal(await style('h2', 'break-after'), 'avoid');
    for (const whole of ['.tile', '.source', '.insight'])
      assert.equal(await style(whole, 'break-inside'), 'avoid', whole);
  });
});
