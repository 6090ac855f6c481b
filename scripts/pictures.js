/**
 * `npm run pictures`: takes the pictures of `docs/images` anew, in a real VS Code with our extension. With names, takes
 * those only: `npm run pictures -- editor preview-dark`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './lib/chromium.js';
import { atEnd, runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { pictureOfPaper } from './lib/paper.js';
import { ROOT } from './lib/root.js';
import { serveCode } from './lib/servedCode.js';
import { writePng } from './lib/shrinkPng.js';
import { lineStarting, moveCursor, openWindow, previewOf, settled } from './lib/workbench.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** Pixels of a picture for each CSS pixel: sharp where a screen has as many, and where a page shows it smaller. */
const SCALE = 2;
/** A picture that is larger is not worth its time in a page. */
const MOST_BYTES = 300_000;

/** A window with the text and the page, and nothing that is not ours. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.guides.indentation': false,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'off',
  'editor.lineNumbers': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.hideCursorInOverviewRuler': true,
  'editor.overviewRulerBorder': false,
  'editor.overviewRulerLanes': 0,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': true,
};

/** Of the status bar, what says nothing of a brief: the way to another machine, its ports, the keyboard, the bell. */
const NOT_OURS = `
  #status\\.host, #status\\.forwardedPorts, #status\\.workbench\\.keyboardLayout, #status\\.notifications,
  .statusbar-item:has(.codicon-radio-tower) { display: none !important }
`;

const DEMO = `---
title: Rare-earth supply
sources:
  - id: 1
    title: Refining and alloys in numbers
    publisher: Sample Metals Statistics
    url: https://example.org/metals-statistics
    quote: China held 90% of the world's smelting and separation capacity in 2023.
  - id: 2
    title: Apple signs for magnets
    publisher: Sample Business Wire
    url: https://example.org/apple-magnets
    quote: 协议金额为5亿美元，自2027年起供货。
---

## Processing

- China held 96% of the world's smelting capacity in 2023 [1].
- Apple's agreement is worth $500 million [2].
- Two plants outside China opened in 2024.
`;

/**
 * @typedef {object} Preview
 * @property {string} theme
 * @property {number} width of the page, in CSS pixels
 * @property {string} [from] what is at the top, as a selector; else the page from its start
 * @property {string} until what comes after the end of what is shown, as a selector
 * @property {string} [hover] what the mouse is over
 * @property {string} [click] what is pressed first
 */

/** @type {Readonly<Record<string, Preview>>} */
const PREVIEWS = {
  'preview-light': { theme: 'Light Modern', width: 900, until: 'h2:text("Who refines it")' },
  'preview-dark': {
    theme: 'Dark Modern',
    width: 900,
    from: 'h2:text("Who refines it")',
    until: 'h2:text("What the United States is trying")',
  },
  'preview-high-contrast': {
    theme: 'Default High Contrast',
    width: 900,
    from: 'h2:text("What the United States is trying")',
    until: 'h2:text("Notes")',
    hover: 'li:has-text("sintered") a.chip',
  },
  'preview-narrow': { theme: 'Light Modern', width: 360, until: 'h2:text("Where the ore is")' },
  'preview-evidence': {
    theme: 'Light Modern',
    width: 900,
    click: '[data-view="review"]',
    from: '.meters',
    until: '.review-row:nth-child(4)',
  },
};

runScript(async () => {
  const wanted = new Set(process.argv.slice(2));
  const names = ['editor', 'found', 'not-found', 'preview-print', ...Object.keys(PREVIEWS)];
  const unknown = [...wanted].find((name) => !names.includes(name));
  if (unknown) throw new Unavailable(`There is no picture ${unknown}; there are ${names.join(', ')}.`);
  /** @param {string} name */
  const isWanted = (name) => wanted.size === 0 || wanted.has(name);
  if (spawnSync(process.execPath, [join(ROOT, 'esbuild.js')], { cwd: ROOT, stdio: 'inherit' }).status !== 0) return 1;
  mkdirSync(join(ROOT, 'docs/images'), { recursive: true });

  const browser = await launchChromium();
  atEnd(() => browser.close());
  if (isWanted('preview-print')) await keep('preview-print', await pictureOfPrint(browser));
  if (isWanted('found') || isWanted('not-found')) await takeHovers(browser, isWanted);
  const previews = Object.entries(PREVIEWS).filter(([name]) => isWanted(name));
  if (isWanted('editor') || previews.length > 0) await takeSample(browser, previews, isWanted('editor'));
  return 0;
});

/**
 * @param {string} name
 * @param {Buffer} png
 */
async function keep(name, png) {
  const size = await writePng(png, join(ROOT, 'docs/images', `${name}.png`));
  console.log(`docs/images/${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB: show less.`);
}

/**
 * The editor with the preview beside it, and the preview alone.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {readonly (readonly [string, Preview])[]} previews
 * @param {boolean} withEditor
 */
async function takeSample(browser, previews, withEditor) {
  const folder = temporaryFolder();
  cpSync(join(ROOT, 'samples'), folder, { recursive: true });
  const text = readFileSync(join(folder, 'rare-earths.brief'), 'utf8');
  const line = text.split('\n').indexOf('## Where the ore is') + 1;
  const chosen = join(folder, 'settings.json');
  const page = await openSample(browser, folder, {
    files: ['rare-earths.brief'],
    preview: true,
    line,
    settings: chosen,
  });
  const content = previewOf(page).locator('body');
  await content.locator('figure svg').first().waitFor({ timeout: 60_000 });
  const quiet = () => settled(() => content.innerHTML());
  await quiet();
  if (withEditor) {
    await away(page);
    await keep('editor', await page.screenshot());
  }
  for (const [name, preview] of previews) {
    writeFileSync(
      chosen,
      JSON.stringify({ 'workbench.colorTheme': preview.theme, 'workbench.editor.showTabs': 'none' }),
    );
    await quiet();
    await keep(name, await pictureOfPreview(page, preview));
  }
  await page.close();
}

/**
 * @param {Page} page
 * @param {Preview} preview
 */
async function pictureOfPreview(page, { width, from, until, hover, click }) {
  const content = previewOf(page).locator('body');
  const frame = page.locator('iframe.webview').first();
  /** @param {string} selector */
  const topOf = (selector) =>
    content
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  await away(page);
  // The window is wider than twice the preview by its borders, and as high as all of the page, so that nothing has to scroll.
  await page.setViewportSize({ width: width * 2, height: TALL });
  await settled(() => frame.boundingBox());
  const shown = await boxOf(frame);
  await page.setViewportSize({ width: Math.round(width * 2 + 2 * (width + 1 - shown.width)), height: TALL });
  if (click) await content.locator(click).click();
  await away(page);
  await settled(async () => [await frame.boundingBox(), await content.innerHTML()]);
  if (hover) {
    await content.locator(hover).first().hover();
    await settled(() => content.innerHTML());
  }
  const box = await boxOf(frame);
  const top = from ? Math.max(0, (await topOf(from)) - MARGIN) : 0;
  const height = (await topOf(until)) - top - MARGIN / 4;
  return page.screenshot({ clip: { x: box.x + 1, y: box.y + top, width, height } });
}

/** Higher than the page of the sample. */
const TALL = 6500;
/** What is left free above what is shown, in CSS pixels. */
const MARGIN = 20;

/** @param {Locator} locator */
async function boxOf(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('The preview is not shown.');
  return box;
}

/**
 * Moves the mouse to where nothing answers it.
 *
 * @param {Page} page
 */
async function away(page) {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.mouse.move(width / 4, height - 8);
}

/**
 * Hovers over a number that its source has, and one that it has not.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {(name: string) => boolean} isWanted
 */
async function takeHovers(browser, isWanted) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'rare-earths.brief'), DEMO);
  const page = await openSample(browser, folder, { files: ['rare-earths.brief'] }, { width: 1000, height: 470 });
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
  for (const [name, words, start] of [
    ['not-found', '96%', '- China held'],
    ['found', '$500', "- Apple's agreement"],
  ]) {
    if (!name || !words || !start || !isWanted(name)) continue;
    const at = DEMO.split('\n').findIndex((written) => written.startsWith(start));
    await moveCursor(page, at + 1, (DEMO.split('\n')[at] ?? '').indexOf(words) + 2);
    await lineStarting(page, start).waitFor();
    await away(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:visible').first().waitFor();
    await settled(() => page.locator('.monaco-hover').allTextContents());
    await keep(name, await page.screenshot());
    await page.keyboard.press('Escape');
  }
  await page.close();
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {{ files: string[] } & Record<string, unknown>} open what is opened, of that folder
 * @param {{ width?: number, height?: number }} [size]
 */
async function openSample(browser, folder, open, { width = 1280, height = 800 } = {}) {
  const files = open.files.map((name) => join(folder, name));
  const server = await serveCode({
    folder,
    extensions: [ROOT, join(ROOT, 'scripts/startExtension')],
    settings: SETTINGS,
    env: { RESEARCH_BRIEFS_OPEN: JSON.stringify({ ...open, files, sideBar: false }) },
  });
  const page = await openWindow(browser, server.url(), { width, height, scale: SCALE });
  await page.addStyleTag({ content: NOT_OURS });
  return page;
}

/**
 * The first two pages of the sample on paper.
 *
 * @param {import('playwright-core').Browser} browser
 */
async function pictureOfPrint(browser) {
  const html = join(temporaryFolder(), 'sample.html');
  const cli = spawnSync(
    process.execPath,
    [join(ROOT, 'dist/cli.js'), 'render', join(ROOT, 'samples/rare-earths.brief'), '-o', html],
    { stdio: 'inherit' },
  );
  if (cli.status !== 0) throw new Error('The sample was not rendered.');
  return pictureOfPaper(browser, readFileSync(html, 'utf8'), { sheets: 2, width: 620, scale: SCALE });
}
