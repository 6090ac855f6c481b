import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../src/core/page/renderPage';
import { axeIn } from '../accessibility/axe';
import { paleTexts } from '../accessibility/contrast.js';
import { drawn } from '../accessibility/everythingDrawn';
import { closePages, sharedChromium } from '../chromium';
import { ARABIC, CHINESE, EVERYTHING } from '../everything';
import { openPreview, type PreviewPage } from './page';

const THREADS = `# Ore

- Output rose by 4% in 2023 [1]. {>>In which **country**? @AZ 2026-11-28<<} {>>In all of them. @{Jane Doe} 2026-11-29<<}
- It fell before that [own]. {>>Done @AZ 2026-11-28 resolved<<}

Prices follow [1]. {>>A long word: ${'x'.repeat(200)} @BC 2026-11-30<<}

| a | b |
| - | - |
| 1 | 2 {>>of what?<<} |

## Sources

[1] Ore Yearbook. https://ore.example/a
`;

const faultsIn = async (page: Page) => [...(await axeIn(page)), ...(await page.evaluate(paleTexts, 'body'))];

describe('The accessibility of pages', () => {
  let browser: Browser;
  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);

  describe('that are exported', () => {
    let page: Page;
    afterEach(() => page?.close());

    const open = async (text: string, width = 900) => {
      const css = readFileSync(new URL('../../webview/preview-style.css', import.meta.url), 'utf8');
      const { brief, charts } = await drawn(text);
      page = await browser.newPage({ viewport: { width, height: 700 } });
      const html = renderPage(brief, css, charts, 'in-page', null, false, null, true);
      await page.route('https://exported.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto('https://exported.test/');
    };

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const contrast of ['no-preference', 'more'] as const) {
        it(`has no fault, ${colorScheme}, with ${contrast === 'more' ? 'more' : 'the usual'} contrast`, async () => {
          await open(EVERYTHING);
          await page.emulateMedia({ colorScheme, contrast });
          await page.locator('button.chip[data-verdict="found"]').first().click();
          await page.locator('.card:popover-open').waitFor();
          for (const details of await page.locator('details').all()) {
            await details.evaluate((element) => element.setAttribute('open', ''));
          }
          assert.deepEqual(await faultsIn(page), []);
        });
      }
    }

    for (const [name, text] of Object.entries({
      Chinese: CHINESE,
      Arabic: ARABIC,
      'no language, as it is empty': '',
    })) {
      it(`has no fault in ${name}`, async () => {
        await open(text);
        assert.deepEqual(await faultsIn(page), []);
      });
    }

    for (const width of [360, 1400]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`has no fault in threads, ${colorScheme}, ${width} pixels wide`, async () => {
          await open(THREADS, width);
          await page.emulateMedia({ colorScheme });
          assert.equal(await page.locator('.thread').count(), 4);
          assert.deepEqual(await faultsIn(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        });
      }
    }

    it('puts threads beside the text where there is room, else below it', async () => {
      const placeOf = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? assert.fail();
      await open(THREADS, 1400);
      const [text, beside] = [await placeOf('.insight'), await placeOf('.thread')];
      assert.ok(beside.x >= text.x + text.width && Math.abs(beside.y - text.y) < 20);
      await page.setViewportSize({ width: 700, height: 700 });
      const [item, below] = [await placeOf('.insight'), await placeOf('.thread')];
      assert.ok(below.x >= item.x && below.x + below.width <= item.x + item.width + 1 && below.y > item.y);
    });

    for (const width of [320, 360, 450]) {
      it(`is read without scrolling sideways where it is ${width} pixels wide`, async () => {
        await open(EVERYTHING, width);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      });
    }

    it('tells its controls and verdicts apart where the system has colours of its own', async () => {
      await open(EVERYTHING);
      await page.emulateMedia({ forcedColors: 'active' });
      const edges = await page
        .locator('.chip[data-verdict="notFound"], .tile, :not(pre) > code, .tag-missing')
        .evaluateAll((all) =>
          all.map((element) => {
            const { borderTopColor, borderTopWidth } = getComputedStyle(element);
            const ground = getComputedStyle(document.body).backgroundColor;
            return borderTopWidth !== '0px' && borderTopColor !== ground;
          }),
        );
      assert.ok(edges.length > 5 && edges.every((told) => told));
      assert.deepEqual(await axeIn(page), []);
    });
  });

  describe('of the preview', () => {
    let preview: PreviewPage;
    beforeEach(async () => {
      preview = await openPreview(browser);
    });
    afterEach(() => preview.page.close());

    for (const [name, text] of Object.entries({
      Chinese: CHINESE,
      Arabic: ARABIC,
      'no language, as it is empty': '',
    })) {
      it(`has no fault in ${name}`, async () => {
        await preview.show(text);
        assert.deepEqual(await faultsIn(preview.page), []);
      });
    }

    it('goes with the keyboard to each thing that can be used, which is seen to have the focus', async () => {
      await preview.show(EVERYTHING);
      const { page } = preview;
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('a[href], button, summary, [tabindex="0"]')) {
          element.setAttribute('data-test-todo', '');
        }
      });
      const unseen: string[] = [];
      const todo = page.locator('[data-test-todo]:not([tabindex="-1"]):visible');
      assert.ok((await todo.count()) > 60);
      for (let stops = 0; stops < 400; stops++) {
        await page.keyboard.press('Tab');
        const { over, faults } = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return { over: true, faults: [] };
          element.removeAttribute('data-test-todo');
          const name = element.outerHTML.slice(0, 120);
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
          const seen =
            outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== 'transparent';
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
          // Nothing lies over it.
          const at = document.elementFromPoint(
            (Math.max(0, left) + Math.min(right, innerWidth)) / 2,
            (Math.max(0, top) + Math.min(bottom, innerHeight)) / 2,
          );
          const free = at !== null && (element.contains(at) || at.contains(element));
          return { over: false, faults: seen && inside && free ? [] : [`${name} ${seen} ${inside} ${free}`] };
        });
        if (over) break;
        unseen.push(...faults);
      }
      assert.deepEqual(unseen, []);
      assert.deepEqual(await todo.evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 200))), []);
    });

    it('is used with the keyboard alone: a card, its source and back, a filter, and the source text', async () => {
      await preview.show(EVERYTHING);
      const { page } = preview;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
      const tabTo = async (pattern: RegExp) => {
        for (let tries = 0; tries < 400; tries++) {
          if (pattern.test(await focused())) return;
          await page.keyboard.press('Tab');
        }
        assert.fail(`the keyboard does not come to ${pattern}`);
      };
      await tabTo(/data-filter="uncited"/);
      await page.keyboard.press(' ');
      assert.match(await focused(), /aria-pressed="true"/);
      await page.keyboard.press(' ');
      assert.match(await focused(), /aria-pressed="false"/);
      await tabTo(/class="chip"[^>]*data-verdict="found"/);
      const chip = await focused();
      await page.keyboard.press('Enter');
      await preview.answerCard();
      await tabTo(/href="#source-1"/);
      await page.keyboard.press('Enter');
      assert.match(await focused(), /id="source-1"/);
      const id = /id="([^"]*)"/.exec(chip)?.[1] ?? '';
      await tabTo(new RegExp(`href="#${id}"`));
      await page.keyboard.press('Enter');
      assert.equal((await focused()).includes(`id="${id}"`), true);
      await tabTo(/class="pen"/);
      await preview.forget();
      await page.keyboard.press('Enter');
      const said = await preview.said();
      assert.equal(
        said.some(({ type }) => type === 'reveal'),
        true,
      );
    });

    it('keeps the way to the source text where the keyboard is while the page moves below a pointer that rests', async () => {
      await preview.show(EVERYTHING);
      const { page } = preview;
      await page.locator('h1').hover();
      const claim = page.locator('.insight', { hasText: 'needs one' });
      await claim.locator('.chip').focus();
      // The browser tells what is below the pointer once it has drawn what was scrolled.
      await page.evaluate(() => window.scrollBy(0, 200));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.waitForTimeout(200);
      assert.equal(await claim.locator('.pen').count(), 1);
      await page.mouse.move(300, 300);
      await page.mouse.move(310, 310);
      assert.equal(await claim.locator('.pen').count(), 0);
    });

    it('has its headings in order, its lists as lists, and a name for each figure', async () => {
      await preview.show(EVERYTHING);
      const { page } = preview;
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      assert.equal(levels[0], 1);
      assert.ok(
        levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1),
        levels.join(' '),
      );
      assert.equal(await page.getByRole('main').count(), 1);
      assert.equal(await page.getByRole('list', { name: 'Key numbers' }).getByRole('listitem').count(), 3);
      assert.equal(await page.getByRole('figure').count(), 11);
      for (const figure of await page.getByRole('figure').all())
        assert.match((await figure.locator('figcaption').textContent()) ?? '', /^Figure \d+ ./);
      assert.equal(await page.getByRole('columnheader', { name: 'Country' }).count(), 1);
      assert.match(
        (await page.locator('.meters').textContent()) ?? '',
        /11 of 13 insights cited · 1 verified.*4 of 11 numbers/,
      );
    });
  });
});
