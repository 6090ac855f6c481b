/** The window that pictures are taken of: a brief's text and its page, and nothing that is not ours. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';
import { serveCode } from './servedCode.js';
import { openWindow, previewOf, settled } from './workbench.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** Pixels of a picture for each CSS pixel: sharp where a screen has as many, and where a page shows it smaller. */
export const SCALE = 2;

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

/** In milliseconds; what takes longer is seen in the picture. */
const MOST_OPENING = 30_000;

/**
 * What says nothing of a brief: of the status bar the way to another machine, its ports, the keyboard, the bell; of the
 * problems the folder of the file.
 */
const NOT_OURS = `
  #status\\.host, #status\\.forwardedPorts, #status\\.workbench\\.keyboardLayout, #status\\.notifications,
  .statusbar-item:has(.codicon-radio-tower), .markers-panel .label-description { display: none !important }
`;

/**
 * Opens a folder in a VS Code of its own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {{ files: string[] } & Record<string, unknown>} open what is opened, of that folder
 * @param {{ width?: number, height?: number }} [size]
 */
export async function openQuietWindow(browser, folder, open, size = {}) {
  const { width = 1280, height = 800 } = size;
  const done = `${folder}.done`;
  const files = open.files.map((name) => join(folder, name));
  const server = await serveCode({
    folder,
    extensions: [ROOT, join(ROOT, 'scripts/startExtension')],
    settings: SETTINGS,
    env: { RESEARCH_BRIEFS_OPEN: JSON.stringify({ ...open, files, sideBar: false, done }) },
  });
  const page = await openWindow(browser, server.url(), { width, height, scale: SCALE });
  await page.addStyleTag({ content: NOT_OURS });
  // Until then the focus moves on, and a key goes where it should not.
  for (let waited = 0; !existsSync(done) && waited < MOST_OPENING; waited += 50) await page.waitForTimeout(50);
  rmSync(done, { force: true });
  return page;
}

/**
 * @typedef {object} Preview
 * @property {string} theme
 * @property {number} width of the page, in CSS pixels
 * @property {string} [from] what is at the top, as a selector; else the page from its start
 * @property {string} until what comes after the end of what is shown, as a selector
 * @property {string} [hover] what the mouse is over
 * @property {string} [click] what is pressed first
 */

/**
 * The part of a preview that is named, in a picture of its own.
 *
 * @param {Page} page the window, with the preview in its right half
 * @param {Preview} preview
 * @returns {Promise<Buffer>} a PNG
 */
export async function pictureOfPreview(page, { width, from, until, hover, click }) {
  const content = previewOf(page).locator('body');
  const frame = page.locator('iframe.webview').first();
  /** @param {string} selector */
  const topOf = (selector) =>
    content
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  await page.addStyleTag({ content: '.part.editor, .part.editor * { border-radius: 0 !important }' });
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
export async function away(page) {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.mouse.move(width / 4, height - 8);
}
