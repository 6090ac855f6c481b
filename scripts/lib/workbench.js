/** What tests and pictures do with VS Code's window in a browser. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a window of the served VS Code and waits until an editor shows text.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ width?: number, height?: number }} [size] in CSS pixels
 * @returns {Promise<Page>}
 */
export async function openWindow(browser, url, { width = 1400, height = 900 } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(url);
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 });
  return page;
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
