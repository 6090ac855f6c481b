import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchInstalledChromium } from '../../scripts/lib/chromium.js';
import type { Passage } from '../../src/core/brief/types';
import { textDirective } from '../../src/core/evidence/cards/original/textFragment';
import { readDocument } from '../../src/formats/documents';
import { readArticle } from '../../src/formats/pages/article';
import { answers, openSite, type Site } from '../links/site';
import { drawer, type MadePage, madePages } from './madePages';

const PAGES = 10;
const PLACES = 100;

/** A stretch of a passage of the copy of a page, and the block of the page that has it. */
interface Place {
  readonly page: number;
  readonly block: number;
  readonly words: string;
  readonly directive: string | null;
}

describe('The address of words in a page, in Chromium', function () {
  this.timeout(180_000);
  const pages = madePages(PAGES, 22);
  let browser: Browser | null;
  let site: Site;

  before(async function () {
    this.timeout(300_000);
    browser = await launchInstalledChromium();
    const html = { 'content-type': 'text/html; charset=utf-8' };
    site = await openSite(Object.fromEntries(pages.map((page, i) => [`/${i}`, answers(200, html, page.html)])));
  });
  after(() => browser?.close());
  after(() => site?.close());

  it('leads to the words in 95 of 100 places in pages with repeated words, tables and Chinese', async function () {
    const window = await browser?.newPage({ viewport: { width: 900, height: 600 } });
    await window?.setContent('<p>words</p>');
    // The Chromium that is packed for tests finds no words in any page.
    if (!window || !(await window.evaluate("find('words')"))) return this.skip();
    const missed: string[] = [];
    for (const place of drawPlaces(pages)) {
      const shown = place.directive === null ? 'nothing' : await blockShown(window, site.origin, place);
      if (shown !== place.block)
        missed.push(
          `${place.words}: block ${shown} in place of ${place.block} of page ${place.page}, ${place.directive}`,
        );
    }
    assert.ok(missed.length <= PLACES / 20, `${PLACES - missed.length} of ${PLACES}\n${missed.join('\n')}`);
  });
});

/** Numbers, phrases and sentences of the copies that our own reader makes of the pages. */
function drawPlaces(pages: readonly MadePage[]): Place[] {
  const draw = drawer(7);
  const copies = pages.map(({ html }) => copyOf(html));
  return Array.from({ length: PLACES }, (_, i): Place => {
    const page = i % PAGES;
    const copy = copies[page] ?? [];
    const blocks = pages[page]?.blocks ?? [];
    // The copy begins with what stands over the article.
    const above = copy.length - blocks.length;
    const block = 1 + draw(blocks.length - 1);
    const { text = '' } = copy[block + above] ?? {};
    assert.equal(bare(text), bare(blocks[block] ?? ''));
    const stretches = [/\d[\d,.]*\d%?|\d%?/g, /[^\s，。“”]{2,}(?: \S+){0,3}/gu, /[^.。]+[.。]?/gu].map((pattern) => [
      ...text.matchAll(pattern),
    ]);
    const found = stretches[draw(3)] ?? [];
    const match = found[draw(found.length)];
    const stretch = match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: text.length };
    const words = text.slice(stretch.start, stretch.end);
    return { page, block, words, directive: textDirective(copy, block + above, stretch) };
  });
}

function copyOf(html: string): readonly Passage[] {
  const read = readDocument(readArticle(html) ?? '', { path: 'copy.md', uri: 'file:///copy.md' });
  return 'passages' in read ? read.passages : [];
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The index of the block in the middle of the window; -1: the browser stays at the top. */
async function blockShown(window: Page, origin: string, { page, directive }: Place): Promise<number> {
  await window.goto('about:blank');
  await window.goto(`${origin}/${page}#:~:${directive}`);
  await window.waitForFunction(() => scrollY > 0, undefined, { timeout: 2000 }).catch(() => undefined);
  return window.evaluate(() => {
    if (scrollY === 0) return -1;
    const blocks = [...document.querySelectorAll('article :is(h2, p:not(.top), li, tr)')];
    const away = blocks.map((block) => Math.abs(block.getBoundingClientRect().top - innerHeight / 2));
    return away.indexOf(Math.min(...away));
  });
}
