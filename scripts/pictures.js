/**
 * `npm run pictures`: takes the pictures of `docs/images` anew, in a real VS Code with our extension.
 * With names, takes those only: `npm run pictures -- editor preview-dark`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchChromium } from './lib/chromium.js';
import { atEnd, runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { pictureOfPaper } from './lib/paper.js';
import { away, openQuietWindow, pictureOfPreview, SCALE } from './lib/pictureWindow.js';
import { ROOT } from './lib/root.js';
import { writePng } from './lib/shrinkPng.js';
import { lineStarting, moveCursor, previewOf, settled, showHover } from './lib/workbench.js';

/** @typedef {import('./lib/pictureWindow.js').Preview} Preview */

/** A picture that is larger is not worth its time in a page. */
const MOST_BYTES = 300_000;

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
    quote: The agreement is worth half a billion dollars, with deliveries from 2027.
---

## Processing

- China held 96% of the world's smelting capacity in 2023 [1].
- Apple's agreement is worth $500 million [2].
- Two plants outside China opened in 2024.
`;

/** @type {Readonly<Record<string, Preview>>} */
const PREVIEWS = {
  'preview-light': { theme: 'Light Modern', width: 1160, until: 'h2:text("Who refines it")' },
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

/** The themes in which VS Code's own preview of Markdown is shown. */
const MARKDOWN = { 'markdown-light': 'Light Modern', 'markdown-dark': 'Dark Modern' };

runScript(async () => {
  const wanted = new Set(process.argv.slice(2));
  const names = [
    ...['editor', 'found', 'not-found', 'preview-print'],
    ...[...Object.keys(MARKDOWN), ...Object.keys(PREVIEWS)],
  ];
  const unknown = [...wanted].find((name) => !names.includes(name));
  if (unknown) throw new Unavailable(`There is no picture ${unknown}; there are ${names.join(', ')}.`);
  /** @param {string} name */
  const isWanted = (name) => wanted.size === 0 || wanted.has(name);
  if (spawnSync(process.execPath, [join(ROOT, 'esbuild.js')], { cwd: ROOT, stdio: 'inherit' }).status !== 0) return 1;

  const browser = await launchChromium();
  atEnd(() => browser.close());
  if (isWanted('preview-print')) await keep('preview-print', await pictureOfPrint(browser));
  if (isWanted('found') || isWanted('not-found')) await takeHovers(browser, isWanted);
  const markdown = Object.entries(MARKDOWN).filter(([name]) => isWanted(name));
  if (markdown.length > 0) await takeMarkdown(browser, markdown);
  const previews = Object.entries(PREVIEWS).filter(([name]) => isWanted(name));
  if (isWanted('editor') || previews.length > 0) await takeSample(browser, previews, isWanted('editor'));
  return 0;
});

/**
 * @param {string} name
 * @param {Buffer} png
 */
async function keep(name, png) {
  const path = `docs/images/${name}.png`;
  mkdirSync(join(ROOT, dirname(path)), { recursive: true });
  const size = await writePng(png, join(ROOT, path));
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES / 1000} kB: show less.`);
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
  const page = await openQuietWindow(browser, folder, {
    files: ['rare-earths.brief'],
    preview: true,
    line,
    settings: chosen,
  });
  const content = previewOf(page).locator('body');
  await content.locator('figure svg:visible').first().waitFor({ timeout: 60_000 });
  await settled(() => content.innerHTML());
  if (withEditor) {
    await away(page);
    await keep('editor', await page.screenshot());
  }
  for (const [name, preview] of previews) {
    const settings = { 'workbench.colorTheme': preview.theme, 'workbench.editor.showTabs': 'none' };
    writeFileSync(chosen, JSON.stringify(settings));
    await previewOf(page).locator(`body[data-vscode-theme-id="${preview.theme}"]`).waitFor();
    await keep(name, await pictureOfPreview(page, preview));
  }
  await page.close();
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
  const page = await openQuietWindow(browser, folder, { files: ['rare-earths.brief'] }, { width: 1000, height: 470 });
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
    await showHover(page);
    await settled(() => page.locator('.monaco-hover').allTextContents());
    await keep(name, await page.screenshot());
    await page.keyboard.press('Escape');
  }
  await page.close();
}

/**
 * The brief as Markdown, with VS Code's own preview beside it and the card of a citation open.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {readonly (readonly [string, string])[]} themes by the names of their pictures
 */
async function takeMarkdown(browser, themes) {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'rare-earths.md'),
    DEMO.replace(/The agreement.*/, 'The agreement is worth $500 million.'),
  );
  const settings = join(folder, 'settings.json');
  const runs = join(folder, 'runs.json');
  const files = ['rare-earths.md'];
  const page = await openQuietWindow(browser, folder, { files, settings, runs }, { width: 1200, height: 470 });
  writeFileSync(runs, JSON.stringify(['markdown.showPreviewToSide']));
  const chip = previewOf(page).locator('.chip').first();
  for (const [name, theme] of themes) {
    writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme, 'markdown.preview.frontMatter': 'hide' }));
    await previewOf(page).locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
    await chip.waitFor();
    await settled(() => previewOf(page).locator('body').innerHTML());
    await chip.click();
    await previewOf(page).locator('.card:popover-open').waitFor();
    await away(page);
    await keep(name, await page.screenshot());
    await page.keyboard.press('Escape');
  }
  await page.close();
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
