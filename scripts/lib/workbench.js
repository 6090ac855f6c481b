/** What tests and pictures do with VS Code's window in a browser. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a window of the served VS Code and waits until an editor shows text.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ width?: number, height?: number, scale?: number }} [size] in CSS pixels, each of `scale` pixels of the screen
 * @returns {Promise<Page>}
 */
export async function openWindow(browser, url, { width = 1400, height = 900, scale = 1 } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  try {
    await page.goto(url);
    await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 });
    return page;
  } catch (error) {
    await page.context().close();
    throw error;
  }
}

/**
 * Waits until VS Code has begun with all that it begins later, the question before a link to the web is opened among it.
 *
 * @param {Page} page
 */
export async function begunWholly(page) {
  await page.waitForFunction("performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0", null, {
    timeout: 60_000,
  });
}

/**
 * The page inside the preview, two frames deep: VS Code's own around ours.
 *
 * @param {Page} page
 */
export function previewOf(page) {
  return page.frameLocator('iframe.webview').frameLocator('#active-frame');
}

/**
 * What the style of an element comes to.
 *
 * @param {import('playwright-core').Locator} locator
 * @param {string} property as CSS has it
 * @returns {Promise<string>}
 */
export function styleOf(locator, property) {
  return locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/**
 * Waits until something stays the same for a while.
 *
 * @param {() => Promise<unknown>} read
 * @param {number} [quietMs]
 * @param {number} [deadlineMs] after which it is taken as it is
 */
export async function settled(read, quietMs = 800, deadlineMs = 15_000) {
  const started = Date.now();
  let last = JSON.stringify(await read());
  let since = started;
  while (Date.now() - since < quietMs && Date.now() - started < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = JSON.stringify(await read());
    if (now === last) continue;
    last = now;
    since = Date.now();
  }
}

/**
 * The pieces of a line in the first editor that shows it, each with the colour it is painted in.
 *
 * @param {Page} page
 * @param {string} start how the line starts
 * @returns {Promise<{ text: string, color: string }[]>}
 */
export function piecesOf(page, start) {
  return lineStarting(page, start)
    .locator('span > span')
    .evaluateAll((spans) =>
      spans.map((span) => ({
        // The editor paints spaces as no-break spaces.
        text: (span.textContent ?? '').replaceAll('\u00a0', ' '),
        color: getComputedStyle(span).color,
      })),
    );
}

/**
 * @param {Page} page
 * @param {string} start
 */
export function lineStarting(page, start) {
  const words = start.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return page.locator('.editor-instance .view-line', { hasText: new RegExp(`^${words.join('\\s')}`) }).first();
}

/**
 * The rows of the Problems panel that are problems.
 *
 * @param {Page} page
 */
export function problemsIn(page) {
  return page.locator('.markers-panel .monaco-list-row:has(.marker-icon)');
}

/**
 * Opens the menu of quick fixes at the cursor.
 *
 * @param {Page} page
 * @returns {Promise<string[]>} the titles of the fixes, the first of them chosen
 */
export async function openFixes(page) {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  return again(async () => {
    await takesKeys(page);
    await page.keyboard.press('Control+.');
    // VS Code closes them when other problems come at that moment.
    await rows.first().waitFor({ timeout: 20_000 });
    return rows.allTextContents();
  });
}

/**
 * Takes a quick fix at the cursor.
 *
 * @param {Page} page
 * @param {RegExp} title of the one that is meant
 * @param {() => Promise<unknown>} seen waits for a while until something is seen of it: without that, it is taken again, as VS
 *   Code forgets the command of a fix when it lists others at that moment
 * @returns {Promise<string[]>} the titles of all of them
 */
export async function takeFix(page, title, seen) {
  return again(async () => {
    await problemsSettled(page);
    const titles = await openFixes(page);
    const focused = page.locator('.action-widget .monaco-list-row.focused');
    const isChosen = async () => title.test((await focused.textContent({ timeout: 3000 })) ?? '');
    for (let below = 1; below < titles.length && !(await isChosen()); below++) await page.keyboard.press('ArrowDown');
    if (!(await isChosen())) throw new Error(`${title} is none of ${titles.join(' · ')}`);
    await page.keyboard.press('Enter');
    await seen();
    return titles;
  });
}

/**
 * Waits until what is wrong in the text has come: VS Code forgets the commands of fixes that it lists when others come.
 *
 * @param {Page} page
 */
function problemsSettled(page) {
  const marks = () =>
    page.locator('.editor-instance .view-overlays .cdr').evaluateAll((all) => all.map((mark) => mark.className));
  return settled(async () => [await marks(), await page.locator('.part.statusbar').textContent()], 500);
}

/**
 * Waits until an editor takes keys: what closes gives it the focus back a moment later.
 *
 * @param {Page} page
 */
function takesKeys(page) {
  return page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
}

/**
 * Shows what hovers at the cursor.
 *
 * @param {Page} page
 * @returns {Promise<import('playwright-core').Locator>}
 */
export async function showHover(page) {
  const hover = page.locator('.monaco-hover:visible').first();
  await again(async () => {
    await takesKeys(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    // VS Code closes it when the lines move at that moment, as hints come in.
    await hover.waitFor({ timeout: 20_000 });
  });
  return hover;
}

/** What VS Code shows at the top of the window: a list, a question. One that is closing takes no keys any more. */
export const PICKER = '.quick-input-widget:not(.quick-input-widget-closing)';
const INPUT = `${PICKER} input`;
const FOCUSED = `${PICKER} .quick-input-list .monaco-list-row.focused`;
/** How often VS Code may close its input box before it was used: as it does when the focus moves on. */
const OPENINGS = 5;

/**
 * Does something anew where it fails: what waits for its end must not wait for long.
 *
 * @template T
 * @param {() => Promise<T>} attempt
 * @returns {Promise<T>}
 */
export async function again(attempt) {
  for (let opening = 1; ; opening++) {
    try {
      return await attempt();
    } catch (error) {
      if (opening === OPENINGS) throw error;
    }
  }
}

/**
 * Opens VS Code's input box at the top of the window and writes into it.
 *
 * @param {Page} page
 * @param {string} key that opens it
 * @param {string} text
 */
function askFor(page, key, text) {
  const input = page.locator(INPUT).first();
  return again(async () => {
    await page.keyboard.press(key);
    await input.fill(text, { timeout: 3000 });
  });
}

/** How many rows the one that is meant may be below the first. */
const MOST_BELOW = 5;

/**
 * Asks for something in the input box, and takes what that offers.
 *
 * @param {Page} page
 * @param {string} key that opens it
 * @param {string} text
 * @param {RegExp} offered
 * @param {RegExp} chosen what the row that is meant says to screen readers: its name first, then a comma
 */
async function take(page, key, text, offered, chosen = offered) {
  // One that is open from before offers what it did then.
  if (await page.locator(INPUT).first().isVisible()) await page.keyboard.press('Escape');
  await askFor(page, key, text);
  const rows = page.locator(`${PICKER} .quick-input-list .monaco-list-row`);
  // Once it offers that: were it closed by now, the key would break a line of the text.
  await rows.filter({ hasText: offered }).first().waitFor({ timeout: 10_000 });
  const isChosen = async () =>
    chosen.test((await page.locator(FOCUSED).first().getAttribute('aria-label', { timeout: 3000 })) ?? '');
  const press = (/** @type {string} */ pressed) => page.locator(INPUT).first().press(pressed, { timeout: 3000 });
  // Another whose name holds these words may come first.
  for (let below = 0; below < MOST_BELOW && !(await isChosen()); below++) await press('ArrowDown');
  if (!(await isChosen())) throw new Error(`Nothing that is offered is ${chosen}.`);
  await press('Enter');
}

/**
 * Runs a command as who writes its name does.
 *
 * @param {Page} page
 * @param {string} title with its category
 * @param {() => Promise<unknown>} [seen] waits for a while until something is seen of it: without that, it is run again
 */
export function runCommand(page, title, seen) {
  return again(async () => {
    await take(page, 'F1', `>${title}`, startingWith(title), startingWith(title, '(?:,|$)'));
    await seen?.();
  });
}

/**
 * Takes the file that VS Code's dialog names. It is run again where no dialog with that name comes.
 *
 * @param {Page} page
 * @param {string} name of the file
 * @param {() => Promise<unknown>} ask opens the dialog
 * @param {{ replaces?: boolean, byKeys?: boolean }} [options] `replaces`: there is a file of that name; `byKeys`: without a click,
 *   where a line break in the text does no harm
 */
export async function takeFile(page, name, ask, { replaces = false, byKeys = false } = {}) {
  const input = page.locator(INPUT).first();
  await again(async () => {
    await ask();
    const isNamed = async () => (await input.inputValue({ timeout: 3000 })).endsWith(`/${name}`);
    for (let waited = 0; !(await isNamed()); waited += 50) {
      if (waited > 10_000) throw new Error(`No dialog names ${name}.`);
      await page.waitForTimeout(50);
    }
  });
  // By its button: a key that comes when it has just closed would break a line of the text.
  const accept = () => (byKeys ? input.press('Enter', { timeout: 1000 }) : clickInDialog(page));
  // The dialog hides for a moment before it asks whether to replace a file.
  const question = page.locator(`${PICKER} .quick-input-title`, { hasText: 'already exists' });
  if (replaces)
    for (; !(await question.isVisible()); await question.waitFor({ timeout: 5000 }).catch(() => undefined))
      await accept().catch(() => undefined);
  await acceptFile(page, accept);
}

/**
 * Takes what a file dialog names, again and again until it closes: it takes nothing while it reads the folder.
 *
 * @param {Page} page
 * @param {() => Promise<unknown>} [accept] tells the dialog to take it
 */
export async function acceptFile(page, accept = () => clickInDialog(page)) {
  const input = page.locator(INPUT).first();
  for (; await input.isVisible(); await input.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => undefined))
    await accept().catch(() => undefined);
}

/** @param {Page} page with a file dialog */
function clickInDialog(page) {
  return page.locator(`${PICKER} .quick-input-action .monaco-button`).first().click({ timeout: 1000 });
}

/**
 * Asks to export a brief, and chooses a format.
 *
 * @param {Page} page
 * @param {string} label of the format
 */
export async function chooseFormat(page, label) {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await runCommand(page, 'Brief: Export...', () => rows.filter({ hasText: 'JSON' }).waitFor({ timeout: 5000 }));
  // By the keyboard: rows move while the list opens.
  const input = page.locator(INPUT).first();
  await input.fill(label);
  await page.locator(FOCUSED).filter({ hasText: label }).waitFor({ timeout: 5000 });
  await input.press('Enter');
}

/**
 * Opens a text file of the folder as who writes its name does, and waits until an editor shows it.
 * The command palette reads what can be done once, when it opens: before that it would be of the file before.
 *
 * @param {Page} page
 * @param {string} name
 */
export function openFile(page, name) {
  return again(async () => {
    // Another whose name goes on, as `a.brief.md` does, may come first.
    await take(page, 'Control+p', name, startingWith(name), startingWith(name, '(?![\\w.])'));
    await page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`).first().waitFor({ timeout: 10_000 });
  });
}

/**
 * @param {string} words
 * @param {string} [then] a pattern of what follows
 */
function startingWith(words, then = '') {
  return new RegExp(`^\\s*${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${then}`);
}

/**
 * Gives the first editor the focus, wherever it is scrolled to.
 *
 * @param {Page} page
 */
export function focusEditor(page) {
  return page.locator('.editor-instance').locator('.native-edit-context, textarea.inputarea').first().focus();
}

/**
 * Puts the cursor into the focused editor.
 *
 * @param {Page} page
 * @param {number} line from 1
 * @param {number} column from 1, in UTF-16 units
 */
export function moveCursor(page, line, column) {
  const there = page.locator('.part.statusbar', {
    hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)|行 ${line}，列 ${column}(?!\\d)`),
  });
  return again(async () => {
    await take(page, 'Control+g', `:${line}:${column}`, new RegExp(`\\b${line}\\b`));
    await there.waitFor({ timeout: 10_000 });
    await takesKeys(page);
  });
}

/**
 * How far the preview is scrolled down, in CSS pixels.
 *
 * @param {Page} page
 * @returns {Promise<number>}
 */
export function scrollOf(page) {
  return previewOf(page)
    .locator('body')
    .evaluate(() => document.scrollingElement?.scrollTop ?? 0);
}

/**
 * The line of the first block that starts in view in the preview, of a brief in which blocks say `L7` of their line.
 *
 * @param {Page} page
 * @returns {Promise<number>} -1: none
 */
export function topLineOfPreview(page) {
  return previewOf(page)
    .locator('.body')
    .evaluate((body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 1: line } of (node.nodeValue ?? '').matchAll(/\bL(\d+)\b/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 2);
          if (range.getBoundingClientRect().top >= 0) return Number(line);
        }
      }
      return -1;
    });
}

/**
 * The line of the first such block in view in the editor, below the headings that stay at its top.
 *
 * @param {Page} page
 * @returns {Promise<number>} -1: none
 */
export function topLineOfEditor(page) {
  return page.evaluate(() => {
    const editor = document.querySelector('.editor-instance .monaco-editor');
    const sticky = editor?.querySelector('.sticky-widget')?.getBoundingClientRect();
    const top = Math.max(editor?.getBoundingClientRect().top ?? 0, sticky && sticky.height > 0 ? sticky.bottom : 0);
    const lines = [...(editor?.querySelectorAll('.view-lines .view-line') ?? [])].flatMap((line) => {
      const number = /\bL(\d+)\b/.exec(line.textContent ?? '')?.[1];
      const at = line.getBoundingClientRect().top;
      return number !== undefined && at >= top - 3 ? [{ number: Number(number), at }] : [];
    });
    return lines.sort((a, b) => a.at - b.at)[0]?.number ?? -1;
  });
}

/**
 * Scrolls the preview as a reader does, with the wheel.
 *
 * @param {Page} page
 * @param {number} by in CSS pixels
 */
export async function scrollPreview(page, by) {
  await page.locator('iframe.webview').first().hover();
  await page.mouse.wheel(0, by);
  await settled(() => scrollOf(page), 500);
}

/**
 * Puts texts into the clipboard, by their media types. The window needs the permission to write it.
 *
 * @param {Page} page
 * @param {Readonly<Record<string, string>>} texts
 */
export function copyToClipboard(page, texts) {
  return page.evaluate(async (entries) => {
    const items = Object.entries(entries).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items))]);
  }, texts);
}

/**
 * Puts a small image into the clipboard, as a program for screenshots does.
 *
 * @param {Page} page
 */
export function copyImageToClipboard(page) {
  return page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 16 });
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const image = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
  });
}
