import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import { renderPage } from '../../src/core/page/renderPage';
import { drawn } from '../accessibility/everythingDrawn';
import { closePages, sharedChromium } from '../chromium';
import { ARABIC, CHINESE, EVERYTHING } from '../everything';
import { HARD_CHARTS } from './hardCharts';
import { openPreview } from './page';

/** In CSS pixels. */
const WIDTHS = [280, 400, 500, 576, 700, 1000, 1600];

/** The briefs whose figures are looked at, by name, drawn. */
async function drawAll() {
  const samples = join(ROOT, 'samples');
  const read = (path: string) => readFileSync(join(samples, path), 'utf8');
  const files = Object.fromEntries(
    readdirSync(join(samples, 'data')).map((name) => [`data/${name}`, read(`data/${name}`)]),
  );
  const names = readdirSync(samples).filter((name) => /\.brief(?:\.md)?$/.test(name));
  const briefs = [
    ...(await Promise.all(names.map(async (name) => [name, await drawn(read(name), files)] as const))),
    ...(await Promise.all(
      Object.entries({ EVERYTHING, CHINESE, ARABIC, HARD_CHARTS }).map(
        async ([name, text]) => [name, await drawn(text)] as const,
      ),
    )),
  ];
  return briefs.filter(([, { charts }]) => charts.size > 0);
}

/** What is wrong with the figures of a page, as who looks at it would say it. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const LEAST = 9;
    const MOST = 20;
    const isOutside = (inner: DOMRect, outer: DOMRect, by: number) =>
      inner.left < outer.left - by ||
      inner.right > outer.right + by ||
      inner.top < outer.top - by ||
      inner.bottom > outer.bottom + by;
    // Paper does not scroll.
    if (matchMedia('screen').matches && document.documentElement.scrollWidth > document.documentElement.clientWidth)
      faults.push('the page scrolls sideways');
    for (const figure of document.querySelectorAll('figure')) {
      const say = (fault: string) => faults.push(`${figure.id || figure.textContent?.slice(0, 30)}: ${fault}`);
      for (const scroller of figure.querySelectorAll('.chart, .scroller'))
        if (scroller.scrollWidth > scroller.clientWidth)
          say(`${scroller.className} scrolls by ${scroller.scrollWidth - scroller.clientWidth} px`);
      for (const image of figure.querySelectorAll('img'))
        if (isOutside(image.getBoundingClientRect(), figure.getBoundingClientRect(), 1)) say('an image reaches out');
      for (const chart of figure.querySelectorAll('.chart:not(.chart-waiting)')) {
        const drawings = [...chart.querySelectorAll('svg')].filter((svg) => svg.getClientRects().length > 0);
        const [svg] = drawings;
        if (!svg || drawings.length > 1) {
          say(`${drawings.length} drawings`);
          continue;
        }
        const box = svg.getBoundingClientRect();
        if (isOutside(box, chart.getBoundingClientRect(), 1)) say('the drawing reaches out');
        const scale = box.width / svg.viewBox.baseVal.width;
        const texts = [...svg.querySelectorAll('text')].filter(
          // Labels that would be in each other's way are there and not seen.
          (text) => text.textContent?.trim() && text.getAttribute('opacity') !== '0',
        );
        const boxes = texts.map((text) => ({
          words: text.textContent,
          at: text.getBoundingClientRect(),
          // Its box says little of where it is.
          isSlanted: /rotate\(-?[1-9]/.test(text.getAttribute('transform') ?? ''),
        }));
        for (const text of texts) {
          const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
          if (size < LEAST || size > MOST) say(`"${text.textContent}" is ${size.toFixed(1)} px`);
        }
        for (const [i, { words, at, isSlanted }] of boxes.entries()) {
          if (isOutside(at, box, 2)) say(`"${words}" is cut off`);
          for (const other of boxes.slice(i + 1)) {
            const wide = Math.min(at.right, other.at.right) - Math.max(at.left, other.at.left);
            const high = Math.min(at.bottom, other.at.bottom) - Math.max(at.top, other.at.top);
            if (wide > 2 && high > 4 && !isSlanted && !other.isSlanted)
              say(`"${words}" and "${other.words}" stand in each other`);
          }
        }
      }
    }
    return faults;
  });
}

describe('The charts of a page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let briefs: Awaited<ReturnType<typeof drawAll>>;
  before(async function () {
    this.timeout(300_000);
    [browser, briefs] = await Promise.all([sharedChromium(), drawAll()]);
  });
  after(closePages);

  /** The faults at all widths, each with its width and its brief. */
  async function faultsAtAllWidths(page: Page, name: string): Promise<string[]> {
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const fault of await faultsOf(page)) faults.push(`${name} at ${width} px: ${fault}`);
    }
    return faults;
  }

  it('take the room that they have in a preview, and can be read there', async () => {
    const { page, show } = await openPreview(browser);
    const faults: string[] = [];
    for (const [name, { brief, charts }] of briefs) {
      await show(brief, { charts });
      await page.locator('.chart svg').first().waitFor();
      faults.push(...(await faultsAtAllWidths(page, name)));
    }
    await page.close();
    assert.equal(faults.join('\n'), '');
  });

  for (const media of ['screen', 'print'] as const)
    it(`take the room that they have in an exported page, and can be read there: ${media}`, async () => {
      const css = readFileSync(join(ROOT, 'dist/webview/preview-style.css'), 'utf8');
      const page = await browser.newPage();
      await page.emulateMedia({ media });
      const faults: string[] = [];
      for (const [name, { brief, charts }] of briefs) {
        await page.setContent(renderPage(brief, css, charts));
        faults.push(...(await faultsAtAllWidths(page, name)));
      }
      await page.close();
      assert.equal(faults.join('\n'), '');
    });
});
