import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/lib/chromium.js';
import { ROOT } from '../../../scripts/lib/root.js';
import { openWindow, previewOf, problemsIn } from '../../../scripts/lib/workbench.js';
import { pictureIfFailed } from './support';

describe('npm start', () => {
  let start: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;
  let printed = '';
  let url = '';

  before(async () => {
    const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
    start = spawn(process.execPath, [join(ROOT, 'scripts/start.js'), '--served'], { cwd: ROOT, env });
    start.stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    start.stderr?.on('data', (chunk) => {
      printed += chunk;
    });
    url = await addressIn(() => printed, start);
  });
  afterEach(function () {
    return pictureIfFailed(page, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    start?.kill('SIGKILL');
  });

  it('prints what the command line says of the samples', () => {
    assert.match(printed, /brief check samples/);
    assert.match(printed, /^samples\/problems\.brief:\d+:\d+ {2}error/m);
  });

  it('opens a window only to who knows the secret in its address', async () => {
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/\?tkn=[0-9a-f]{48}&folder=/);
    const { status } = await fetch(new URL('/', url));
    assert.equal(status, 403);
  });

  it('shows the samples, their problems, and the preview at the side', async () => {
    browser = await launchChromium();
    page = await openWindow(browser, url);
    await page.getByRole('tab', { name: 'rare-earths.brief', exact: true, selected: true }).waitFor();
    await previewOf(page).locator('h1').first().waitFor();
    await problemsIn(page).filter({ hasText: 'brief' }).first().waitFor();
  });

  it('shows a sample that is opened from the explorer in the tab that it has', async () => {
    assert.ok(page, 'the window is open');
    for (const name of ['problems.brief', 'rare-earths.brief']) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
      assert.equal(await page.locator(`.tab[data-resource-name="${name}"]`).count(), 1, name);
    }
  });

  it('ends all that it started on Ctrl+C, and reports no failure', async () => {
    assert.ok(start, 'it runs');
    const ended = new Promise((resolve) => start?.once('exit', resolve));
    start.kill('SIGINT');
    assert.equal(await ended, 0);
    await assert.rejects(fetch(url), 'nothing listens any more');
  });
});

/** Waits for the address of the window. */
async function addressIn(printed: () => string, process: ChildProcess): Promise<string> {
  for (;;) {
    const match = /http:\/\/127\S+/.exec(printed());
    if (match) return match[0];
    assert.equal(process.exitCode, null, printed());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
