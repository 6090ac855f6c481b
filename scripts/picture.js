/**
 * Takes a picture of a file in a real VS Code with our extension from `dist`.
 * `node scripts/picture.js --help` says how.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './lib/chromium.js';
import { atEnd, runScript, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';
import { serveCode } from './lib/servedCode.js';
import { openWindow, previewOf, settled } from './lib/workbench.js';

/** @type {Record<string, string>} */
const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const USAGE = `Usage: node scripts/picture.js FILE [options]

  --theme NAME     ${Object.keys(THEMES).join(', ')}; default: light
  --preview        with the preview beside it
  --only-preview   the preview's page and nothing around it, at its full height
  --problems       with the Problems panel
  --keys "A B C"   keys pressed in the editor first, as Playwright names them: "Control+End Enter x"
  --scroll N       scrolls the preview down by N pixels
  --width, --height  of the window (with --only-preview: of the preview), in pixels; default: 1400 × 900
  --out X.png      default: .cache/pictures/FILE-THEME.png`;

runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', default: 'light' },
      preview: { type: 'boolean', default: false },
      'only-preview': { type: 'boolean', default: false },
      problems: { type: 'boolean', default: false },
      keys: { type: 'string' },
      scroll: { type: 'string' },
      out: { type: 'string' },
      width: { type: 'string', default: '1400' },
      height: { type: 'string', default: '900' },
      help: { type: 'boolean', default: false },
    },
  });
  const theme = THEMES[values.theme];
  const [name] = positionals;
  if (values.help || !name || !theme) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const file = resolve(name);
  if (!existsSync(file)) throw new Unavailable(`There is no file ${name}.`);
  const out = resolve(values.out ?? join(ROOT, '.cache/pictures', `${basename(name)}-${values.theme}.png`));
  mkdirSync(dirname(out), { recursive: true });
  const preview = values.preview || values['only-preview'];

  const [server, browser] = await Promise.all([
    serveCode({
      folder: dirname(file),
      extensions: [ROOT, join(ROOT, 'scripts/startExtension')],
      settings: { 'workbench.colorTheme': theme },
      env: {
        RESEARCH_BRIEFS_OPEN: JSON.stringify({ files: [file], preview, problems: values.problems, sideBar: false }),
      },
    }),
    launchChromium(),
  ]);
  atEnd(() => browser.close());
  const page = await openWindow(browser, server.url(), {
    // The preview gets half of the window.
    width: Number(values.width) * (values['only-preview'] ? 2 : 1),
    height: Number(values.height),
  });

  const content = previewOf(page).locator('body');
  const empty = preview && (await isEmpty(content));
  // Colours, problems and the preview come in one after the other.
  const quiet = () =>
    settled(async () => [
      // Not the whole editor: its cursor blinks.
      await page
        .locator('.editor-instance .view-lines, .editor-instance .view-overlays, .monaco-hover')
        .evaluateAll((all) => all.map((part) => part.innerHTML)),
      await page.locator('.part.statusbar').textContent(),
      preview && (await content.innerHTML()),
    ]);
  // A key does what it should only once the extension is there.
  if (values.keys) await quiet();
  for (const key of values.keys?.split(' ') ?? []) await page.keyboard.press(key);
  await quiet();
  if (values.scroll) await content.evaluate((_, by) => window.scrollBy(0, by), Number(values.scroll));
  if (values['only-preview']) await pictureOfPage(page, content, out);
  else await page.screenshot({ path: out });
  console.log(out);
  if (empty) console.error('The preview shows nothing.');
  return empty ? 1 : 0;
});

/** @param {import('playwright-core').Locator} content */
function isEmpty(content) {
  const first = content.locator('main > *').first();
  return first.waitFor({ timeout: 60_000 }).then(
    () => false,
    () => true,
  );
}

/**
 * The whole page of the preview, also what would be scrolled out of view: the window is made tall enough for all of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} content
 * @param {string} out
 */
async function pictureOfPage(page, content, out) {
  const height = await content.evaluate(() => document.documentElement.scrollHeight);
  const width = page.viewportSize()?.width ?? 1400;
  await page.setViewportSize({ width, height: Math.min(height + 200, 16_000) });
  await settled(() => content.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]));
  const frame = page.locator('iframe.webview').first();
  const box = await frame.boundingBox();
  if (!box) throw new Error('The preview is not shown.');
  const shown = await content.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path: out, clip: { ...box, height: Math.min(box.height, shown) } });
}
