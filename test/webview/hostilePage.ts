/** Looks for what a hostile brief has brought about in a page of a real browser. */
import { createServer } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ALLOWED, type Finding } from '../hostile/allowed';
import { inspectHere } from '../hostile/inspectHere.js';

/** Says in the page what must not be: `hostile()` in a payload calls it. */
declare global {
  interface Window {
    hostileRan: string[];
  }
}

/** Counts who knocks at a port of this machine, down to connections that ask for nothing. */
export interface Door {
  readonly host: string;
  knocks(): number;
  close(): Promise<void>;
}

export async function openDoor(): Promise<Door> {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    knocks: () => knocks,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What is at an address. */
export interface Served {
  readonly contentType: string;
  readonly body: string;
}

/** In milliseconds. */
const SETTLED = 300;

/** Each once, and not so many that nobody reads them. */
export function told(found: readonly Finding[]): string[] {
  return [...new Set(found.map(({ kind, what }) => `${kind}: ${what}`))].slice(0, 20);
}

export interface Watched {
  readonly page: Page;
  /** What has happened so far, once nothing more is under way. */
  take(): Promise<Finding[]>;
  close(): Promise<void>;
}

/**
 * Opens an empty page that is watched from its first moment.
 *
 * @param door where the payloads lead
 * @param serve what is at an address of the page's own; all else in the network is a finding
 */
export async function watch(browser: Browser, serve: (url: URL) => Served | null, door: Door): Promise<Watched> {
  const before = door.knocks();
  const context: BrowserContext = await browser.newContext({ viewport: { width: 900, height: 600 } });
  const page = await context.newPage();
  const findings: Finding[] = [];
  const find = (kind: Finding['kind'], what: string) => findings.push({ kind, what: what.slice(0, 200) });
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const served = serve(url);
    if (served) return route.fulfill(served);
    find('request', url.href);
    return route.continue();
  });
  await context.addInitScript(() => {
    window.hostileRan = [];
    Object.assign(window, { hostile: (...values: unknown[]) => window.hostileRan.push(String(values[0] ?? '')) });
  });
  page.on('dialog', (dialog) => {
    find('dialog', dialog.type());
    dialog.dismiss().catch(() => undefined);
  });
  context.on('page', (other) => {
    find('navigation', `a window: ${other.url()}`);
    other.close().catch(() => undefined);
  });
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame() || !serve(new URL(frame.url()))) find('navigation', frame.url());
  });
  return {
    page,
    take: async () => {
      // What a page asks for without a request of its own, such as a connection beforehand, comes a moment later.
      await page.waitForTimeout(SETTLED);
      const ran = await page.evaluate(() => window.hostileRan).catch(() => []);
      for (const what of ran) find('script', what);
      if (door.knocks() > before) find('request', `${door.knocks() - before} knocks at the door`);
      return findings;
    },
    close: () => context.close(),
  };
}

/**
 * Does in a page what a reader can do but follow links to the web, so that what waits for it happens, and looks at what
 * the page is made of.
 *
 * @param base below which relative addresses may lead
 */
export async function inspect(page: Page, roots: string, base: string): Promise<Finding[]> {
  return page.evaluate(inspectHere, { roots, base, allowed: ALLOWED, touch: true });
}

/** The same for markup that is in no page, where nothing runs. */
export function inspectMarkup(
  page: Page,
  htmls: readonly string[],
  base: string,
): Promise<(Finding & { at: number })[]> {
  return page.evaluate(
    ([source, all, root, allowed]) => {
      const look: typeof inspectHere = new Function(`return (${source})`)();
      return all.flatMap((html, at) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const found = look({ roots: 'body', base: root, allowed, touch: false, document });
        return found.map((finding) => ({ ...finding, at }));
      });
    },
    [inspectHere.toString(), [...htmls], base, ALLOWED] as const,
  );
}
