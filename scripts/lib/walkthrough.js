/** The pictures of the walkthrough, each in light and dark, in every language that it has. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './lifetime.js';
import { away, openQuietWindow } from './pictureWindow.js';
import { ROOT } from './root.js';
import { CHINESE, ENGLISH } from './walkthroughTexts.js';
import { focusEditor, lineStarting, moveCursor, previewOf, problemsIn, runCommand, settled } from './workbench.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {typeof ENGLISH} Texts */

const THEMES = { light: 'Light Modern', dark: 'Dark Modern' };
const SIZE = { width: 848, height: 530, scale: 1 };

/**
 * What is done for each picture in a window that shows the brief, or what the window is to show from the start.
 *
 * @type {Readonly<Record<string, { open?: Record<string, unknown>, file?: 'keys', prepare?: (page: Page, texts: Texts) => Promise<unknown> }>>}
 */
const STEPS = {
  new: {
    prepare: async (page, { newBrief }) => {
      await runCommand(page, newBrief);
      await lineStarting(page, 'title:').waitFor();
    },
  },
  cite: {
    prepare: async (page, { addCitation, claim, line }) => {
      await moveCursor(page, line(claim), 3);
      const rows = page.locator('.quick-input-widget .monaco-list-row');
      await runCommand(page, addCitation, () => rows.nth(2).waitFor({ timeout: 5000 }));
    },
  },
  check: { open: { problems: true }, prepare: (page) => problemsIn(page).nth(2).waitFor() },
  sources: {
    prepare: async (page, { showSources }) => {
      await runCommand(page, showSources);
      await page.locator('.sidebar .monaco-list-row').nth(3).waitFor();
    },
  },
  preview: { open: { preview: true }, prepare: (page) => previewOf(page).locator('h2').first().waitFor() },
  write: { file: 'keys' },
};

/** @type {readonly string[]} what they are called on the command line */
export const WALKTHROUGH = Object.keys(STEPS).map((name) => `walkthrough-${name}`);

/**
 * Takes those that are wanted.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {(name: string) => boolean} isWanted
 * @param {(path: string, png: Buffer) => Promise<void>} keep is told where below `media/walkthrough` one belongs
 */
export async function takeWalkthrough(browser, isWanted, keep) {
  for (const texts of [ENGLISH, CHINESE]) {
    for (const [name, { open = {}, file, prepare }] of Object.entries(STEPS)) {
      if (!isWanted(`walkthrough-${name}`)) continue;
      const folder = temporaryFolder();
      cpSync(join(ROOT, 'samples/images'), join(folder, 'images'), { recursive: true });
      writeFileSync(join(folder, 'wt.brief'), texts.brief);
      writeFileSync(join(folder, 'keys.brief'), texts.keys);
      const settings = join(folder, 'settings.json');
      const files = [file === 'keys' ? 'keys.brief' : 'wt.brief'];
      const line = file === 'keys' ? 1 : texts.line(texts.section) - 6;
      const page = await openQuietWindow(browser, folder, { files, line, settings, ...open }, SIZE, texts.chinese);
      await focusEditor(page);
      await prepare?.(page, texts);
      for (const [shade, theme] of Object.entries(THEMES)) {
        writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
        await page.locator(`.monaco-workbench.${shade === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
        await away(page);
        await settled(() => page.locator('.monaco-workbench').innerHTML());
        await keep(join(texts.folder, `${name}-${shade}.png`), await page.screenshot());
      }
      await page.close();
    }
  }
}
