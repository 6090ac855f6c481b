/** The form for details in a real browser, with a host that changes a text as the extension does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import { applyEdits, changeDetails, detailsOf, parseBrief } from '../../src/core';
import { previewPage } from '../../src/extension/preview/page';
import { readMessage } from '../../src/extension/writing/details/fromForm';
import type { FromForm, ToForm } from '../../src/webview/messages';

const ORIGIN = 'https://form.test';
const WORDS = {
  language: 'en',
  title: 'Details of ore.brief',
  moveUp: 'Move Up',
  moveDown: 'Move Down',
  remove: 'Remove',
  show: 'Show in Text',
  chooseFile: 'Choose File...',
  fixed: 'This form cannot change it as it is written.',
};

export interface FormPage {
  readonly page: Page;
  /** The brief as it is now. */
  text(): string;
  /** Somebody changes the brief in the editor. */
  write(text: string): Promise<void>;
  send(message: unknown): Promise<void>;
  /** All that the page has said. */
  readonly said: readonly FromForm[];
  readonly complaints: readonly string[];
}

export async function openForm(browser: Browser, start: string, open: string | null = null): Promise<FormPage> {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  const complaints: string[] = [];
  const said: FromForm[] = [];
  let text = start;
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/') {
      const parts = { cspSource: ORIGIN, script: `${ORIGIN}/details.js`, style: `${ORIGIN}/details-style.css` };
      return route.fulfill({ contentType: 'text/html', body: previewPage(parts) });
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
    return route.fulfill({ contentType: type, body: readFileSync(join(ROOT, 'dist/webview', pathname)) });
  });
  const send = (message: unknown) =>
    page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message);
  const show = (at: string | null = null) => {
    const message: ToForm = { type: 'details', details: detailsOf(parseBrief(text)), words: WORDS, open: at };
    return send(message);
  };
  const receive = async (received: unknown) => {
    const message = readMessage(received);
    if (!message) throw new Error(`The extension does not take ${JSON.stringify(received)}`);
    said.push(message);
    if (message.type === 'ready') await show(open);
    if (message.type !== 'change') return;
    const made = changeDetails(parseBrief(text), message.change);
    if ('edits' in made) text = applyEdits(text, made.edits);
    await show();
    await send('edits' in made ? { type: 'made' } : { type: 'refused', message: made.refused });
  };
  await page.exposeFunction('tellHost', receive);
  await page.addInitScript(() => {
    Object.assign(window, {
      acquireVsCodeApi: () => ({ postMessage: (message: unknown) => Reflect.get(window, 'tellHost')(message) }),
    });
  });
  await page.goto(`${ORIGIN}/`);
  await page.locator('h1').waitFor();
  const write = (next: string) => {
    text = next;
    return show();
  };
  return { page, text: () => text, write, send, said, complaints };
}
