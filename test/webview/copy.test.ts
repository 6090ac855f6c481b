import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import { chartRequests, exportContent, parseBrief } from '../../src/core';
import { chartDrawer } from '../../src/files/apart/drawCharts';
import { writeFormula } from '../../src/math';
import { closePages, sharedChromium } from '../chromium';
import { openPreview, type PreviewPage } from './page';

const BRIEF = `---
title: Ore and magnets
sources:
  - { id: 1, title: Ore Yearbook, publisher: A Bureau, published: 2024-05-01, url: "https://ore.example/a?b=1&c=2" }
  - { id: 2, title: Without an address }
figures:
  - { id: share, value: 90%, title: of it, as-of: 2023, cites: [1] }
  - id: output
    title: Output
    chart: bar
    x: year
    y: tonnes
    data: [{year: "2023", tonnes: 10}, {year: "2024", tonnes: 14}]
    cites: [1]
---

## First

- Output rose by 4% [1, p. 3], as {{share}} shows.
- It fell before [2]. [own]

- [x] Done

@fig:output has more, and $x^2$ is a formula.

| a | b |
| - | -: |
| 1 | 2 |

## Second

1. One claim of 5 [2].
2. Another of 6 [1].
   - A nested one of 7 [2].
`;

describe('copying as rich text', () => {
  let browser: Browser;
  let preview: PreviewPage;
  before(async function () {
    this.timeout(180_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser, 'dark');
    await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await preview.show(BRIEF);
  });
  afterEach(() => preview.page.close());

  const contentOf = async (text: string) => {
    const brief = parseBrief(text);
    const requests = chartRequests(brief);
    const draw = chartDrawer(join(ROOT, 'dist/charts.js'));
    const drawn = await Promise.all(requests.map(draw));
    const charts = new Map(requests.flatMap((request, i) => (drawn[i] ? [[request, drawn[i]]] : [])));
    return exportContent(brief, { charts, writeFormula });
  };
  const copy = async (html: string, lines: { first: number; last: number } | null = null) => {
    await preview.send({ type: 'copy', html, lines });
    await preview.page.waitForFunction(() => window.said.some((message) => message.type === 'copied'));
    assert.deepEqual(await preview.said(), [{ type: 'copied', uri: 'file:///briefs/a.brief', done: true }]);
    // The browser reads what it puts on the clipboard as if it were to be shown here, where no looks are let through.
    const others = preview.complaints.filter((complaint) => !complaint.startsWith('Applying inline style'));
    assert.deepEqual(others, []);
    return preview.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
      return { html: await read('text/html'), text: await read('text/plain') };
    });
  };

  it('puts plain elements with their looks on the clipboard, and nothing of the page', async () => {
    const { html } = await copy(await contentOf(BRIEF));
    assert.match(html, /<h1 style="[^"]*font-size: 20pt/);
    assert.match(html, /<table style="[^"]*">.*<td style="[^"]*">.*90%/s);
    assert.match(html, /☑ Done/);
    assert.doesNotMatch(html, /class=|<svg|<details|<button|<input|<math|data-|#source|popover|position/);
    assert.equal(await preview.page.locator('.mail-stage').count(), 0);
  });

  it('writes citations as [1], with the address of their source, and lists the sources', async () => {
    const { html, text } = await copy(await contentOf(BRIEF));
    assert.match(html, /\[<a href="https:\/\/ore\.example\/a\?b=1&amp;c=2"[^>]*>1, p\. 3<\/a>\]/);
    assert.match(text, /^• Output rose by 4%\s?\[1, p\. 3\], as 90%\[1\] shows\.$/m);
    assert.match(text, /^\[1\] Ore Yearbook\. A Bureau · 1 May 2024\. https:\/\/ore\.example\/a\?b=1&c=2$/m);
    assert.match(text, /^\[2\] Without an address$/m);
  });

  it('leaves the comments of people out, whoever gives them', async () => {
    const brief = parseBrief(BRIEF.replace('shows.', 'shows. {>>Why? @AZ 2026-11-28<<}'));
    const { html, text } = await copy(exportContent(brief, {}, false, true));
    assert.match(text, /as 90%/);
    assert.doesNotMatch(html + text, /Why|AZ|2026/);
  });

  it('makes a picture of a chart, as on white paper', async () => {
    const { html } = await copy(await contentOf(BRIEF));
    const [, picture = '', alt = ''] =
      /<img [^>]*src="(data:image\/png;base64,[^"]+)"[^>]*alt="([^"]*)"/.exec(html) ?? [];
    assert.match(alt, /Output\. .*10.*14/);
    assert.equal(html.match(/alt="Output\./g)?.length, 1, 'in one width of several');
    const colours = await preview.page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const dots = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const count = new Map<string, number>();
      for (let at = 0; at < dots.length; at += 4) {
        const colour = [dots[at], dots[at + 1], dots[at + 2]].join();
        count.set(colour, (count.get(colour) ?? 0) + 1);
      }
      return [...count].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
    }, picture);
    // Paper first, then the bars, in the colour that they have on a light ground.
    assert.equal(colours[0], '255,255,255');
    assert.equal(colours[1], '0,114,178');
    assert.ok(colours.length > 10, 'it has words too');
  });

  it('makes pictures of drawings, and lets no picture be wider than a mail', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="640"><rect width="9" height="9"/></svg>',
    );
    const image = `<img src="data:image/svg+xml;base64,${svg.toString('base64')}" alt="A chain">`;
    const { html } = await copy(
      `<article><p>${image}</p><p><img src="data:image/png;base64,AAAA" alt="Words"></p></article>`,
    );
    assert.match(html, /<img[^>]*src="data:image\/png;base64,[^"]*"[^>]*>/);
    assert.match(html, /<img[^>]*width="640"[^>]*>/);
    assert.match(html, /<img[^>]*alt="A chain"[^>]*>.*Words/s);
  });

  it('copies the blocks of some lines only, with the sources that they cite', async () => {
    const line = BRIEF.slice(0, BRIEF.indexOf('2. Another')).split('\n').length - 1;
    const one = await copy(await contentOf(BRIEF), { first: line, last: line });
    assert.match(one.text, /^1\. Another of 6\s?\[1\]\.\n\nSources\n\n\[1\] Ore Yearbook\..*$/);
    await preview.forget();
    const two = await copy(await contentOf(BRIEF), { first: line, last: line + 1 });
    assert.match(
      two.text,
      /Another of 6.*\n {2}• A nested one of 7\s?\[2\]\.\n\nSources\n\n\[1\] Ore.*\n\n\[2\] Without/,
    );
  });

  it('says so where the browser refuses', async () => {
    await preview.page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await preview.send({ type: 'copy', html: '<article><p>a</p></article>', lines: null });
    await preview.page.waitForFunction(() => window.said.some((message) => message.type === 'copied'));
    assert.deepEqual(await preview.said(), [{ type: 'copied', uri: 'file:///briefs/a.brief', done: false }]);
  });
});
