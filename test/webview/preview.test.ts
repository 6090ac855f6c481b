import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { parseBrief } from '../../src/core/brief/parseBrief';
import { renderPage } from '../../src/core/page/renderPage';
import { closePages, sharedChromium } from '../chromium';
import { axe } from './axe';
import { openPreview, type PreviewPage, URI } from './page';

const filler = (from: number) =>
  Array.from(
    { length: 40 },
    (_, i) => `- Claim ${from + i} has 5 parts and some words to fill its line with [1].`,
  ).join('\n');

/** A brief that is longer than the window is high. */
const LONG = `---
title: A long brief
sources:
  - { id: 1, title: Minerals, url: "https://usgs.example/a", quote: "As it is written." }
  - { id: 2, title: Energy }
figures:
  - { id: share, value: 90%, title: of it, cites: [1] }
---

## First

${filler(1)}

## Second

- China has 90% of the world's capacity for it.
- See [the site](https://other.example/page) and [below](#third) [2].

\`\`\`
code of some kind
\`\`\`

| a | b |
| - | - |
| 1 | 2 |

![A pit](images/pit.png)

## Third

${filler(41)}
`;

interface Theme {
  readonly scheme: 'light' | 'dark';
  readonly classes: string;
  readonly colors: Readonly<Record<string, string>>;
}

/** The page's own colours, and those that VS Code hands a page in its usual themes. */
const THEMES: Readonly<Record<string, Theme>> = {
  'its own light colours': { scheme: 'light', classes: '', colors: {} },
  'its own dark colours': { scheme: 'dark', classes: '', colors: {} },
  'a light theme': {
    scheme: 'light',
    classes: 'vscode-light',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'textLink-foreground': '#005fb8',
      'editorWarning-foreground': '#bf8803',
      errorForeground: '#f85149',
    },
  },
  'a dark theme': {
    scheme: 'dark',
    classes: 'vscode-dark',
    colors: {
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'textLink-foreground': '#4daafc',
      'editorWarning-foreground': '#cca700',
      errorForeground: '#f85149',
    },
  },
  'a theme of high contrast': {
    scheme: 'dark',
    classes: 'vscode-high-contrast',
    colors: {
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'textLink-foreground': '#21a6ff',
      'editorWarning-foreground': '#ffd370',
      errorForeground: '#f48771',
      contrastBorder: '#6fc3df',
    },
  },
};

describe('the preview page', () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    // The first run may have to fetch a browser.
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
    await preview.show(LONG);
  });
  afterEach(async () => {
    await preview.page.close();
  });

  const scrollY = () => preview.page.evaluate(() => window.scrollY);
  const scrollTo = async (top: number) => {
    await preview.page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top);
    await frames();
  };
  const frames = () =>
    preview.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** The selector of a chip in the body, by its number from 0. */
  const chipOf = async (index: number) => `#${await preview.page.locator('.body .chip').nth(index).getAttribute('id')}`;
  const focused = () => preview.page.evaluate(() => `#${document.activeElement?.id}`);
  const posted = async (type: string) => (await preview.said()).filter((message) => message.type === type);

  it('shows the brief, its title and its language, and keeps which brief it is', async () => {
    assert.equal(await preview.page.title(), 'A long brief');
    assert.equal(await preview.page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await preview.page.locator('h1').textContent(), 'A long brief');
    assert.deepEqual(await preview.page.evaluate(() => window.state), {
      uri: URI,
      locked: false,
      line: 0,
      look: { review: false, filter: null },
    });
  });

  it('is busy until it has its content', async () => {
    const { page, show } = await openPreview(browser);
    const line = () => page.locator('#brief').evaluate((root) => getComputedStyle(root, '::before').height);
    assert.equal(await page.locator('#brief').getAttribute('aria-busy'), 'true');
    assert.equal(await line(), '2px');
    await show(LONG);
    assert.equal(await page.locator('#brief').getAttribute('aria-busy'), null);
    assert.equal(await line(), 'auto');
    await page.close();
  });

  it('breaks nothing of its policy', async () => {
    await preview.show(`${LONG}\n<img src=x onerror="alert(1)"> <script>alert(1)</script>\n`);
    await frames();
    const own = preview.complaints.filter((complaint) => !complaint.includes('404'));
    assert.deepEqual(own, []);
  });

  it('keeps its place and its elements when text changes', async () => {
    await scrollTo(1200);
    const before = await scrollY();
    await preview.page.evaluate(() => document.querySelector('h2')?.setAttribute('data-test-same', ''));
    await preview.show(LONG.replace('China has 90%', 'China has 91%'));
    await frames();
    assert.equal(await scrollY(), before);
    assert.match((await preview.page.locator('.uncited').textContent()) ?? '', /91%/);
    const tile = preview.page.locator('.tile');
    const element = await tile.elementHandle();
    await preview.show(LONG.replace('China has 90%', 'China has 92%'));
    assert.equal(await tile.evaluate((now, then) => now === then, element), true);
  });

  it('keeps what is in view in place when text above it grows', async () => {
    await scrollTo(1200);
    const heading = preview.page.locator('h2', { hasText: 'Second' });
    const before = (await heading.boundingBox())?.y ?? 0;
    await preview.show(LONG.replace('- Claim 1 has', '- A claim of 3 words that is new [1].\n- Claim 1 has'));
    await frames();
    assert.ok(Math.abs(((await heading.boundingBox())?.y ?? 0) - before) < 2);
  });

  it('keeps the focus and open passages when text changes', async () => {
    await preview.page.locator('#source-1 summary').click();
    const chip = await chipOf(3);
    await preview.page.locator(chip).focus();
    await preview.show(LONG.replace('China has 90%', 'China has 91%'));
    assert.equal(await focused(), chip);
    assert.equal(await preview.page.locator('#source-1 details').getAttribute('open'), '');
  });

  it('starts at the top of another brief', async () => {
    await scrollTo(1200);
    await preview.show(LONG, { uri: 'file:///briefs/b.brief' });
    assert.equal(await scrollY(), 0);
  });

  it('leads from a chip by its card to its source and back', async () => {
    await preview.page.emulateMedia({ reducedMotion: 'reduce' });
    const chip = await chipOf(5);
    await preview.page.locator(chip).click();
    await preview.answerCard();
    await preview.page.getByRole('link', { name: 'Go to the source' }).click();
    assert.equal(await focused(), '#source-1');
    assert.equal(await preview.page.locator('#source-1.found').count(), 1);
    const box = await preview.page.locator('#source-1').boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 600);
    await preview.page.locator(`#source-1 a[href="${chip}"]`).click();
    assert.equal(await focused(), chip);
    assert.deepEqual(await posted('open'), []);
  });

  it('leads to headings', async () => {
    await preview.page.emulateMedia({ reducedMotion: 'reduce' });
    await preview.page.getByRole('link', { name: 'below' }).click();
    assert.equal(await focused(), '#h-third');
  });

  it('hands links to the host and goes nowhere itself', async () => {
    await preview.page.getByRole('link', { name: 'the site' }).click();
    await preview.page.getByRole('link', { name: 'the site' }).click({ button: 'middle' });
    const open = { type: 'open', uri: URI, href: 'https://other.example/page' };
    assert.deepEqual(await posted('open'), [open, open]);
    assert.equal(preview.page.url(), 'https://preview.test/');
  });

  it('goes to the source text on a double click', async () => {
    const insight = preview.page.locator('.uncited');
    const line = LONG.split('\n').findIndex((written) => written.startsWith('- China has'));
    await insight.dblclick({ position: { x: 20, y: 10 } });
    const place = { type: 'reveal', uri: URI, line, character: 0 };
    assert.deepEqual(await posted('reveal'), [{ ...place, by: 'double-click', words: 'China', nth: 0 }]);
  });

  it('has a pen in the block under the pointer, which goes to the source text', async () => {
    const heading = preview.page.locator('h2', { hasText: 'Second' });
    await heading.hover();
    await heading.getByRole('button', { name: 'Show in the source text' }).click();
    const line = LONG.split('\n').indexOf('## Second');
    assert.deepEqual(await posted('reveal'), [{ type: 'reveal', uri: URI, line, character: 0 }]);
    assert.equal(await preview.page.locator('.pen').count(), 1);
  });

  it('keeps the pen when text changes', async () => {
    await preview.page.locator('h2', { hasText: 'Second' }).hover();
    await preview.show(LONG.replace('China has 90%', 'China has 91%'));
    assert.equal(await preview.page.locator('h2', { hasText: 'Second' }).locator('.pen').count(), 1);
  });

  it('can be used with the keyboard alone', async () => {
    await preview.page.locator(await chipOf(2)).focus();
    await preview.page.keyboard.press('Tab');
    assert.equal(await preview.page.evaluate(() => document.activeElement?.className), 'pen');
    await preview.page.keyboard.press('Enter');
    await preview.page.locator('.uncited .tag').focus();
    await preview.page.keyboard.press('Enter');
    assert.equal((await posted('reveal')).length, 2);
  });

  it('scrolls to a line, and is silent about it', async () => {
    const line = LONG.split('\n').indexOf('## Third');
    await preview.send({ type: 'scrollTo', line });
    await frames();
    const box = await preview.page.locator('#h-third').boundingBox();
    assert.ok(box && Math.abs(box.y - 16) < 3, `the heading is at ${box?.y}`);
    assert.deepEqual(await posted('scrolled'), []);
    await preview.send({ type: 'scrollTo', line: 0 });
    assert.equal(await scrollY(), 0);
  });

  it('is at its top when a text is that begins with its title', async () => {
    await preview.show(LONG.slice(LONG.indexOf('# ')));
    await preview.send({ type: 'scrollTo', line: 40 });
    await preview.send({ type: 'scrollTo', line: 0 });
    assert.equal(await scrollY(), 0);
  });

  it('says which line is at the top when the reader scrolls', async () => {
    const line = LONG.split('\n').indexOf('## Second');
    await preview.page
      .locator('h2', { hasText: 'Second' })
      .evaluate((heading) => window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 16));
    await frames();
    assert.deepEqual((await posted('scrolled')).at(-1), { type: 'scrolled', uri: URI, line });
  });

  it('loads images of the brief’s folder only', async () => {
    const image = preview.page.locator('img');
    assert.equal(await image.getAttribute('src'), 'https://preview.test/r/images/pit.png');
    // As VS Code writes the host of a remote folder.
    await preview.show(LONG, { resourceRoot: 'https://vscode-remote%2Bx.preview.test/r/' });
    assert.equal(await image.getAttribute('src'), 'https://vscode-remote+x.preview.test/r/images/pit.png');
  });

  describe('the card of a citation', () => {
    const card = () => preview.page.locator('#card');
    const nth = (index: number) => preview.page.locator('.body .chip').nth(index);

    it('has buttons that ask the host for the place in the local copy and in Zotero', async () => {
      const source = '{ id: 1, title: Mill, zotero: ABCD2345, quote: It shipped 48 crates of salt. }';
      await preview.show(`---\nsources:\n  - ${source}\n---\n\n- It shipped 48 crates. [1]\n`);
      await preview.page.locator('.chip[data-source="1"]').click();
      await preview.answerCard();
      await preview.forget();
      await card().getByRole('button', { name: 'In Zotero' }).click();
      const place = { source: '1', passage: 1, start: 11, end: 13 };
      assert.deepEqual(await preview.said(), [{ type: 'passage', uri: URI, way: 'zotero', ...place }]);
    });

    it('is shown while the pointer rests on the chip or the card, with the passage', async () => {
      const quote = 'Cranes at the harbour moved 48 containers an hour.';
      const sources = `sources: [{ id: 1, title: Report, quote: "${quote}" }]`;
      await preview.show(`---\n${sources}\n---\n- Cranes moved 48 containers an hour. [1]\n`);
      await nth(0).hover();
      await preview.answerCard();
      await card().locator('blockquote', { hasText: quote }).locator('mark', { hasText: '48' }).waitFor();
      await card().hover();
      await preview.page.waitForTimeout(400);
      assert.equal(await card().isVisible(), true);
      await preview.page.mouse.move(2, 2);
      await card().waitFor({ state: 'hidden' });
    });

    it('is entered with Enter, and left with Escape to the chip', async () => {
      const chip = await chipOf(2);
      await nth(1).focus();
      await preview.page.keyboard.press('Tab');
      await preview.page.locator(chip).focus();
      await preview.page.keyboard.press('Enter');
      await preview.answerCard();
      await preview.page.waitForFunction(() => document.activeElement?.closest('#card') !== null);
      assert.equal(await preview.page.locator(chip).getAttribute('aria-expanded'), 'true');
      assert.equal(await preview.page.locator(chip).getAttribute('aria-describedby'), 'card');
      await preview.page.keyboard.press('Escape');
      assert.equal(await focused(), chip);
      assert.equal(await card().isVisible(), false);
      assert.equal(await preview.page.locator(chip).getAttribute('aria-expanded'), 'false');
    });

    it('stays open where it is when text changes, and goes with its chip', async () => {
      await nth(3).click();
      await preview.answerCard();
      await card().waitFor();
      await preview.show(LONG.replace('China has 90%', 'China has 91%'));
      assert.equal(await card().isVisible(), true);
      const words = (await nth(3).locator('xpath=..').textContent()) ?? '';
      assert.match(words, /Claim 4 /);
      await preview.show(LONG.replace('Claim 4 has 5', 'Claim four has 5'));
      assert.equal(await card().isVisible(), true);
      await preview.show(LONG.replace(/- Claim 4 has 5.*\n/, ''));
      await card().waitFor({ state: 'hidden' });
    });

    it('lies inside a narrow window', async () => {
      await preview.page.setViewportSize({ width: 360, height: 500 });
      await nth(3).click();
      await preview.answerCard();
      const box = await card().boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 500);
    });

    it('has no fault of accessibility that axe finds', async () => {
      await nth(3).click();
      await preview.answerCard();
      await card().waitFor();
      assert.deepEqual(await axe(preview.page), []);
    });
  });

  describe('the tools for review', () => {
    const tool = (name: RegExp) => preview.page.getByRole('button', { name });

    it('show only what has no source, with the keyboard, and keep that when text changes', async () => {
      await tool(/^Uncited/).focus();
      await preview.page.keyboard.press('Enter');
      const claims = preview.page.locator('.body .insight:visible');
      assert.equal(await claims.count(), 1);
      await preview.show(LONG.replace('China has 90%', 'China has 91%'), {
        look: { review: false, filter: 'uncited' },
      });
      assert.equal(await claims.count(), 1);
      assert.equal(await tool(/^Uncited/).getAttribute('aria-pressed'), 'true');
      const look = { review: false, filter: 'uncited' };
      assert.deepEqual(await posted('look'), [{ type: 'look', uri: URI, look }]);
      assert.deepEqual(await preview.page.evaluate(() => Reflect.get(Object(window.state), 'look')), look);
    });

    it('say that others are hidden, and show all again, with the focus on the filter', async () => {
      const showAll = preview.page.getByRole('button', { name: 'Show all' });
      assert.equal(await showAll.count(), 0);
      await tool(/^Uncited/).click();
      assert.equal(await preview.page.getByRole('status').textContent(), 'All else is hidden. Show all');
      assert.deepEqual(await axe(preview.page), []);
      await showAll.press('Enter');
      assert.equal(await showAll.count(), 0);
      assert.equal(await tool(/^Uncited/).getAttribute('aria-pressed'), 'false');
      assert.ok(await tool(/^Uncited/).evaluate((button) => button === document.activeElement));
      assert.ok((await preview.page.locator('.body .insight:visible').count()) > 1);
    });

    it('set each claim beside its passages, one under the other where it is narrow', async () => {
      await tool(/^Evidence beside/).click();
      const look = { review: true, filter: null };
      assert.deepEqual(await posted('look'), [{ type: 'look', uri: URI, look }]);
      await preview.show(LONG, { look });
      const row = preview.page.locator('.review-row').first();
      const boxes = async () => [
        await row.locator('.review-claim').boundingBox(),
        await row.locator('.review-evidence').boundingBox(),
      ];
      const [claim, evidence] = await boxes();
      assert.ok(claim && evidence && claim.x + claim.width <= evidence.x);
      assert.deepEqual(await axe(preview.page), []);
      await preview.page.setViewportSize({ width: 600, height: 600 });
      const [above, below] = await boxes();
      assert.ok(above && below && above.y + above.height <= below.y);
    });
  });

  it('drops messages that are none of ours', async () => {
    for (const message of [null, 5, {}, { type: 'update' }, { type: 'scrollTo', line: 'x' }, { type: 'other' }]) {
      await preview.page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), message);
    }
    assert.equal(await preview.page.locator('h1').textContent(), 'A long brief');
    assert.deepEqual(
      preview.complaints.filter((complaint) => !complaint.includes('404')),
      [],
    );
  });

  it('does not scroll sideways in a narrow window', async () => {
    await preview.page.setViewportSize({ width: 320, height: 600 });
    const [inner, outer] = await preview.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.equal(inner, outer);
  });

  for (const theme of Object.keys(THEMES)) {
    it(`has no fault of accessibility that axe finds, in ${theme}`, async () => {
      const { scheme, classes, colors } = THEMES[theme] ?? {};
      const other = await openPreview(browser, scheme);
      await other.page.evaluate(
        ([names, values]) => {
          document.body.className = names;
          for (const [name, value] of Object.entries(values)) {
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
          }
        },
        [classes ?? '', colors ?? {}] as const,
      );
      await other.show(`${LONG}\n- A claim of 7 [9] [?]. [own]\n- A claim of 8 parts.\n- [x] done\n`);
      await other.page.locator('h2').first().hover();
      assert.deepEqual(await axe(other.page), []);
      await other.page.close();
    });
  }

  it('exports a page without faults of accessibility, which loads nothing and breaks nothing of its policy', async () => {
    const css = readFileSync(new URL('../../webview/preview-style.css', import.meta.url), 'utf8');
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) complaints.push(request.url());
    });
    const html = renderPage(parseBrief(LONG), css);
    await page.goto(`data:text/html;base64,${Buffer.from(html).toString('base64')}`);
    assert.equal(await page.locator('.tile').evaluate((tile) => getComputedStyle(tile).display), 'flex');
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
