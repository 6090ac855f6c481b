/** The preview's page in a real browser, with a host that only keeps what the page says to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import type { DrawnCharts } from '../../src/core/brief/figures/charts';
import { parseBrief } from '../../src/core/brief/parseBrief';
import type { Brief } from '../../src/core/brief/types';
import { cardsOf, renderParts } from '../../src/core/page/renderBrief';
import { previewPage } from '../../src/extension/preview/page';
import { writeFormula } from '../../src/math';
import { createSentPages } from '../../src/server/pages/sentPages';
import type { FromPage, Look, ToPage } from '../../src/webview/messages';

const ORIGIN = 'https://preview.test';
export const URI = 'file:///briefs/a.brief';

export interface ShowOptions {
  readonly uri?: string;
  readonly resourceRoot?: string;
  readonly look?: Look;
  readonly webImages?: boolean;
  /** Null: nobody draws any. */
  readonly charts?: DrawnCharts | null;
}

export interface PreviewPage {
  readonly page: Page;
  /** All that the page has said, without `ready`. */
  said(): Promise<FromPage[]>;
  forget(): Promise<void>;
  send(message: ToPage): Promise<void>;
  /** Sends what is another one in the preview of a brief, as the server does. */
  show(text: string | Brief, options?: ShowOptions): Promise<void>;
  /** Sends the card that the page asked for last, as the brief that is shown has it. */
  answerCard(): Promise<void>;
  /** What the browser complained of: scripts that threw, loads that the policy stopped. */
  readonly complaints: readonly string[];
}

/** The host's side, as it is put before the page's script: it keeps messages and state where a test finds them. */
declare global {
  interface Window {
    said: FromPage[];
    state: unknown;
  }
}

/** @param webImages whether the page may load images from the web */
export async function openPreview(
  browser: Browser,
  theme: 'light' | 'dark' = 'light',
  webImages = false,
): Promise<PreviewPage> {
  const page = await browser.newPage({ colorScheme: theme, viewport: { width: 900, height: 600 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/') {
      const html = previewPage({
        cspSource: ORIGIN,
        script: `${ORIGIN}/preview.js`,
        style: `${ORIGIN}/preview-style.css`,
        webImages,
      });
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
    if (!/^\/preview(?:-style)?\.(?:js|css)$/.test(pathname)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: type, body: readFileSync(join(ROOT, 'dist/webview', pathname)) });
  });
  await page.addInitScript(() => {
    window.said = [];
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: FromPage) => window.said.push(message),
        setState: (state: unknown) => {
          window.state = state;
        },
      }),
    });
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => window.said.some((message) => message.type === 'ready'));

  let brief: Brief | null = null;
  const sent = { page: createSentPages(), review: createSentPages() };
  let shown: { readonly uri: string; readonly resourceRoot: string; readonly id: string } | null = null;
  const said = () => page.evaluate(() => window.said.filter((message) => message.type !== 'ready'));
  const send = (message: ToPage) =>
    page.evaluate((data) => {
      window.dispatchEvent(new MessageEvent('message', { data }));
    }, message);
  return {
    page,
    complaints,
    said,
    send,
    forget: () =>
      page.evaluate(() => {
        window.said = [];
      }),
    answerCard: async () => {
      await page.waitForFunction(() => window.said.some((message) => message.type === 'card'));
      const asked = (await said()).filter((message) => message.type === 'card').at(-1);
      const html = asked && brief ? (cardsOf(brief, [asked.id]).get(asked.id) ?? null) : null;
      await send({ type: 'card', id: asked?.id ?? '', html });
    },
    show: (
      text,
      { uri = URI, resourceRoot = `${ORIGIN}/r/`, look = { review: false, filter: null }, charts = null, ...more } = {},
    ) => {
      brief = typeof text === 'string' ? parseBrief(text) : text;
      const title = brief.title?.value ?? '';
      const pages = sent[look.review ? 'review' : 'page'];
      const rendered = renderParts(brief, { review: look.review, outline: true, writeFormula, charts }, pages);
      const known = shown?.uri === uri && shown.resourceRoot === resourceRoot;
      const changes = pages.changesTo(rendered, known && shown ? shown.id : null);
      shown = { uri, resourceRoot, id: changes.id };
      return send({
        type: 'update',
        uri,
        version: 1,
        title,
        language: brief.language,
        html: '',
        changes,
        resourceRoot,
        look,
        ...more,
      });
    },
  };
}
