/** Puts hostile briefs into the pages that readers see. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import type { Finding } from '../hostile/allowed';
import { everywhere } from '../hostile/briefs';
import type { Payload } from '../hostile/payloads';
import * as subject from '../hostile/subject';
import { type Door, inspect, inspectMarkup, type Served, watch } from './hostilePage';

export type Subject = typeof subject;

const PREVIEW = 'https://preview.test';
/** The folder of the briefs, as a preview's host has it. */
export const FOLDER = `${PREVIEW}/briefs/`;
const EXPORTED = 'https://exported.test/briefs/';
/** How many payloads one brief has. */
const TOGETHER = 10;

const dist = (name: string) => readFileSync(join(ROOT, 'dist/webview', name), 'utf8');
export const style = (): string => dist('preview-style.css');

/** Payloads in all places, some at a time. */
export async function renderAll(payloads: readonly Payload[], { render }: Subject): Promise<subject.Rendered[]> {
  const pages: subject.Rendered[] = [];
  for (let at = 0; at < payloads.length; at += TOGETHER) {
    const texts = payloads.slice(at, at + TOGETHER).map(({ text }) => text);
    pages.push(await render(await everywhere(texts), style(), FOLDER));
  }
  return pages;
}

/** What is wrong with markup, before it is in a page. */
export async function inNoPage(browser: Browser, htmls: readonly string[], door: Door): Promise<Finding[]> {
  const watched = await watch(browser, served({}), door);
  const found = await inspectMarkup(watched.page, htmls, FOLDER);
  await watched.close();
  return found;
}

/** What is wrong, and what has happened, in the preview's page with one brief after the other in it. */
export async function inPreview(
  browser: Browser,
  pages: readonly subject.Rendered[],
  door: Door,
  { previewPage }: Pick<Subject, 'previewPage'> = subject,
  script = dist('preview.js'),
): Promise<Finding[]> {
  const parts = { cspSource: PREVIEW, script: `${PREVIEW}/preview.js`, style: `${PREVIEW}/preview-style.css` };
  const files = { [`${PREVIEW}/`]: previewPage(parts), [parts.script]: script, [parts.style]: style() };
  const watched = await watch(browser, served(files), door);
  await watched.page.addInitScript(() => {
    window.said = [];
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: Window['said'][number]) => window.said.push(message),
        setState: () => undefined,
      }),
    });
  });
  const found: Finding[] = [];
  await watched.page.goto(`${PREVIEW}/`);
  for (const { update, cards } of pages) {
    await watched.page.evaluate(
      (messages) => {
        for (const data of messages) window.dispatchEvent(new MessageEvent('message', { data }));
      },
      [update, ...cards],
    );
    found.push(...(await inspect(watched.page, '#brief, #card', FOLDER)));
  }
  found.push(...(await watched.take()));
  await watched.close();
  return found;
}

/** The same of exported pages. */
export async function inExport(browser: Browser, pages: readonly subject.Rendered[], door: Door): Promise<Finding[]> {
  const files: Record<string, string> = {};
  const watched = await watch(browser, served(files), door);
  const found: Finding[] = [];
  for (const [index, { exported }] of pages.entries()) {
    const address = `${EXPORTED}${index}.html`;
    files[address] = exported;
    await watched.page.goto(address);
    found.push(...(await inspect(watched.page, 'body', EXPORTED)));
  }
  found.push(...(await watched.take()));
  await watched.close();
  return found;
}

function served(files: Readonly<Record<string, string>>): (url: URL) => Served | null {
  return ({ origin, pathname }) => {
    const body = files[origin + pathname];
    if (body !== undefined) return { contentType: typeOf(pathname), body };
    return origin === PREVIEW ? { contentType: 'image/png', body: '' } : null;
  };
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.css') ? 'text/css' : 'text/html';
}
