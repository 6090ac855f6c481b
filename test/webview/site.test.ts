import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { axeIn } from '../accessibility/axe';
import { closePages, sharedChromium } from '../chromium';

describe('The site of the documentation in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-site-'));
  let browser: Browser;
  let page: Page;
  before(async function () {
    this.timeout(300_000);
    assert.equal(spawnSync(process.execPath, ['scripts/docs.js', folder]).status, 0);
    browser = await sharedChromium();
  });
  after(async () => {
    await closePages();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => page?.close());

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    page = await browser.newPage({ viewport: { width: 1000, height: 700 }, ...options });
    await page.goto(`${pathToFileURL(folder)}/${path}`);
  };
  const find = async (words: string) => {
    await page.locator('#search').fill(words);
    await page.locator('#found li').first().waitFor();
    return page.locator('#found li a').allTextContents();
  };

  for (const path of ['index.html', 'command-line.html', 'rules/index.html', 'zh-cn/format.html'])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has no fault that axe-core finds in ${path}, ${colorScheme}`, async () => {
        await open(path, { colorScheme });
        assert.deepEqual(await axeIn(page), []);
      });

  it('has none on a narrow screen, and while it searches', async () => {
    await open('index.html', { viewport: { width: 360, height: 700 } });
    await find('baseline');
    assert.deepEqual(await axeIn(page), []);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(isWider, false);
  });

  it('finds the section that has all words, first where its heading has them, and goes there', async () => {
    await open('rules/citation/missing.html');
    assert.equal((await find('the baseline'))[0], 'The command line › The baseline');
    assert.equal(await page.locator('article').isVisible(), false);
    await page.locator('#found li a').first().click();
    await page.waitForURL(/\/command-line\.html#the-baseline$/);
    assert.equal(await page.locator('#the-baseline').isVisible(), true);
  });

  it('finds Chinese words in the pages in Chinese', async () => {
    await open('zh-cn/index.html');
    assert.ok((await find('使用代理')).includes('命令行 › 使用代理'));
  });

  it('says that nothing was found, and shows the page again once the words are gone', async () => {
    await open('format.html');
    await page.locator('#search').fill('qwertzuiop');
    await page.getByRole('status').filter({ hasText: 'Nothing has all of these words.' }).waitFor();
    await page.locator('#search').fill('');
    await page.locator('article').waitFor();
  });

  it('works without JavaScript, but for the search, which is not shown', async () => {
    await open('index.html', { javaScriptEnabled: false });
    assert.equal(await page.locator('#search').isVisible(), false);
    await page.locator('nav').getByRole('link', { name: 'format', exact: true }).click();
    await page.waitForURL(/\/format\.html$/);
    assert.equal(await page.locator('article h1').isVisible(), true);
  });
});
