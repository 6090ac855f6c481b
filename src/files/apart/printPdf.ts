/** Prints HTML to PDF with a browser that is installed on this machine. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { say } from '../../core/base/say';
import { type BrowserPipe, startBrowser } from './browserPipe';
import { isProgram, placesOnPath } from './findProgram';

/** The bytes of a PDF, or whole sentences that say why there is none and what to do. */
export type PrintedPdf = { readonly pdf: Uint8Array } | { readonly error: string };

export interface PrintOptions {
  /** Longest time for the browser, in milliseconds. */
  readonly time?: number;
  /** Ends the browser when it is aborted. */
  readonly signal?: AbortSignal;
  /** The program, or null for none. The default is an installed browser. */
  readonly browser?: string | null;
}

const TIME = 60_000;

/** Flags for a browser that shows one page, which loads nothing. All other requests go to a proxy that isn't there. */
const QUIET = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--no-first-run',
  '--no-default-browser-check',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

/**
 * Prints a page. The browser has its own profile, in a folder that is removed afterwards, no network and no script. It gets the
 * page over a pipe, as some browsers may read no files. The page's style sets the size of the paper. Headings become an
 * outline, and the PDF is tagged for screen readers.
 *
 * @param html a page that loads nothing and has no script
 */
export async function printPdf(html: string, options: PrintOptions = {}): Promise<PrintedPdf> {
  const { time = TIME, signal, browser = findBrowser() } = options;
  if (browser === null) return { error: noBrowser() };
  const folder = await mkdtemp(join(tmpdir(), 'brief-pdf-'));
  // The sandbox doesn't start for root, as in containers. The page has no script, and only drawings that passed our gate.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const pipe = startBrowser(browser, [...QUIET, ...sandbox, `--user-data-dir=${join(folder, 'profile')}`]);
  let ended: string | null = null;
  const end = (why: string) => {
    ended ??= why;
    pipe.end();
  };
  const abort = () => end(say('It was cancelled.'));
  const timer = setTimeout(
    () => end(say('{0} took longer than {1} seconds and was ended.', browser, time / 1000)),
    time,
  );
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    const pdf = await printWith(pipe, html);
    return pdf ? { pdf } : { error: say('{0} made no PDF. Update it.', browser) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { error: ended ?? say('{0} made no PDF: it {1}. Try again, or update it.', browser, reason) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    pipe.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/** @returns null if the answer is not a PDF */
async function printWith(pipe: BrowserPipe, html: string): Promise<Buffer | null> {
  const targetId = textIn(await pipe.send('Target.createTarget', { url: 'about:blank' }), 'targetId');
  const session = textIn(await pipe.send('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
  const ask = (method: string, params?: object) => pipe.send(method, params, session);
  await ask('Emulation.setScriptExecutionDisabled', { value: true });
  await ask('Page.enable');
  const loaded = pipe.next('Page.loadEventFired');
  // A page's main frame has the id of its target.
  await ask('Page.setDocumentContent', { frameId: targetId, html });
  await loaded;
  const printed = await ask('Page.printToPDF', {
    preferCSSPageSize: true,
    // The page's own style decides which of its colours are printed.
    printBackground: true,
    // A browser that doesn't know these two ignores them.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const pdf = Buffer.from(textIn(printed, 'data'), 'base64');
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' ? pdf : null;
}

function textIn(answer: unknown, key: string): string {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : null;
  return typeof value === 'string' ? value : '';
}

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const ON_MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Says why this machine prints no PDF, in sentences; null if it does. */
export function printTrouble(): string | null {
  return findBrowser() === null ? noBrowser() : null;
}

function noBrowser(): string {
  return say(
    'A PDF needs Chrome, Edge or Chromium, and none of them is installed. Install one, or export to HTML and print that page in your browser.',
  );
}

/**
 * Returns the path of an installed Chrome, Edge or Chromium; null if there is none. Looks in the usual folders on Windows and
 * macOS, and on the `PATH` elsewhere. Relative folders are left out: they may be an author's.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const { HOME, PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = env;
  const below = (roots: readonly (string | undefined)[], paths: readonly string[]) =>
    roots.flatMap((root) => (root && isAbsolute(root) ? paths.map((path) => join(root, path)) : []));
  const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    win32: below([PROGRAMFILES, X86, LOCALAPPDATA], ON_WINDOWS),
    darwin: below(['/', HOME], ON_MAC),
  };
  return (places[process.platform] ?? placesOnPath(NAMES, env)).find(isProgram) ?? null;
}
