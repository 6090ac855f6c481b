import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../scripts/lib/root.js';
import { type Served, serveCode } from '../../../scripts/lib/servedCode.js';
import { serveWebCode } from '../../../scripts/lib/webCode.js';
import { openWindow } from '../../../scripts/lib/workbench.js';
import { sharedChromium } from '../../chromium';
import { type Folder, makeFolder } from './folder';

/** A window of a real VS Code, with a file open in it. */
export interface Opened {
  readonly page: Page;
  /** The path of the file that is open. */
  readonly file: string;
  /** Changes settings of the folder while the window is open; null takes one away. */
  set(settings: Readonly<Record<string, unknown>>): void;
  /** Runs a command with what only a program can give it. */
  run(command: string, ...given: readonly unknown[]): void;
  /** Closes all editors, none of which may have changes, and opens another new file with its preview. */
  preview(name: string, text: string): Promise<void>;
  /** Leaves the window, which other tests may have then. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly preview?: boolean;
  readonly problems?: boolean;
  /** Whether the window is one in which no tests were before, nor come. */
  readonly fresh?: boolean;
  /** Settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the folder beyond the samples, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** False: the folder is one that the user does not trust. */
  readonly trust?: boolean;
  /** Whether the window is in Simplified Chinese. */
  readonly chinese?: boolean;
  /** Variables of the extension host's environment beyond ours. */
  readonly env?: NodeJS.ProcessEnv;
  /** `.vsix` files to install, in place of the extension in this project. */
  readonly packages?: readonly string[];
  /** The folder of another extension, in place of this project. */
  readonly extension?: string;
  /** Whether VS Code has all of its own extensions, that for git among them. */
  readonly git?: boolean;
}

/** Opens a VS Code that is nothing but a web page, without a file. */
export async function openWeb(options: { readonly chinese?: boolean } = {}): Promise<Pick<Opened, 'page' | 'close'>> {
  const [server, browser] = await Promise.all([serveWebCode(options), sharedChromium()]);
  const close = async () => {
    await page.context().close();
    await server.stop();
  };
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(server.url);
  await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: MOST_OPENING });
  return { page, close };
}

/** In milliseconds; what takes longer goes wrong somewhere, which the tests tell. */
const MOST_OPENING = 60_000;

/** The servers of this process that windows share, by whether their folders are trusted. Each window has a folder of its own. */
const shared = new Map<boolean, Promise<Served>>();

/** Whether a window is served as all others are. */
function isOfAll({ chinese = false, packages = [], extension, env, git = false }: OpenOptions): boolean {
  return !chinese && !git && packages.length === 0 && extension === undefined && env === undefined;
}

/** Starts a server for windows with these options, or takes the one that others use. */
async function serverFor(options: OpenOptions): Promise<{ readonly server: Served; readonly isShared: boolean }> {
  const { trust = true, chinese = false, packages = [], extension, env } = options;
  const isShared = isOfAll(options);
  const before = isShared ? shared.get(trust) : undefined;
  if (before) return { server: await before, isShared };
  const starting = serveCode({
    folder: '',
    few: options.git !== true,
    extensions: [...(packages.length > 0 ? [] : [extension ?? ROOT]), join(ROOT, 'scripts/startExtension')],
    ...{ packages, trust, chinese },
    ...(env && { env }),
  });
  if (isShared) shared.set(trust, starting);
  // The next window starts another one when this one has ended or did not come up.
  if (isShared)
    starting
      .then(({ exited }) => exited)
      .finally(() => shared.delete(trust))
      .catch(() => undefined);
  const server = await starting;
  return { server, isShared };
}

/** A window that is open. */
interface Window {
  readonly page: Page;
  readonly folder: Folder;
  /** Closes it, and removes its folder. */
  end(): Promise<void>;
}

/** A window of this process whose tests are done. The next tests that want no window of their own have it. */
let spare: Window | undefined;
process.on('exit', () => spare?.folder.remove());

/** The windows in which a test has failed: who knows what is open in them. */
const spoilt = new WeakSet<Page>();

/**
 * Opens a file in a window with a copy of the samples. Unless these tests want a window of their own, other tests may have been in
 * it, and others come: nothing of theirs is open or on the disk.
 *
 * @param name one of the samples, or a new file of that name with `text`.
 */
export async function open(name: string, text: string | null, options: OpenOptions = {}): Promise<Opened> {
  const { preview = false, problems = false, settings = {}, files = {} } = options;
  const isOwn = options.fresh === true || options.trust === false || !isOfAll(options);
  const before = isOwn ? undefined : spare;
  if (before) spare = undefined;
  const folder = before?.folder ?? makeFolder();
  folder.fill({ ...files, ...(text !== null && { [name]: text }) });
  const file = join(folder.path, name);
  folder.ask({ files: [file], preview, problems, user: settings });
  const window = before ?? (await openFresh(folder, options));
  const { page } = window;
  const failure = await folder.failure(MOST_OPENING);
  if (failure !== null) {
    await keepPicture(page, `open ${name}`).finally(window.end);
    throw new Error(`VS Code did not open ${name}: ${failure}.`);
  }
  const changed = new Set(Object.keys(settings));
  const close = async () => {
    const isFree = !isOwn && spare === undefined && !spoilt.has(page);
    if (isFree && (await clear(window, [...changed]))) spare = window;
    else await window.end();
  };
  const set = (values: Readonly<Record<string, unknown>>) => {
    for (const setting of Object.keys(values)) changed.add(setting);
    folder.set(values);
  };
  const show = async (other: string, content: string) => {
    writeFileSync(join(folder.path, other), content);
    folder.run('workbench.action.closeAllEditors');
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    const place = { file: join(folder.path, other) };
    folder.run('vscode.open', place);
    await page.locator(`.editor-instance .monaco-editor[data-uri$="/${other}"]`).waitFor();
    // By its place, as the extension host is told a moment later which editor is active.
    folder.run('brief.showPreviewToSide', place);
  };
  return { page, file, set, run: folder.run, preview: show, close };
}

const SIZE = { width: 1400, height: 900 };
/** Of all windows. No list closes where something else takes the focus: VS Code gives it back when it likes. */
const SETTINGS = { 'workbench.colorTheme': 'Light Modern', 'workbench.quickOpen.closeOnFocusLost': false };

async function openFresh(folder: Folder, options: OpenOptions): Promise<Window> {
  const closing: (() => unknown)[] = [folder.remove];
  const end = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { server, isShared } = await serverFor(options);
    closing.push(isShared ? () => server.renew(SETTINGS) : server.stop);
    server.renew({ ...SETTINGS, ...options.settings });
    const page = await openWindow(await sharedChromium(), server.url({ folder: folder.path }), SIZE);
    closing.push(() => leave(page));
    return { page, folder, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Closes all that is open in a window.
 *
 * @param settings the names of those that were made in it
 * @returns whether it is as good as a fresh one
 */
async function clear({ page, folder }: Window, settings: readonly string[]): Promise<boolean> {
  const none = Object.fromEntries(settings.map((name) => [name, null]));
  folder.ask({ files: [], user: none, folder: none });
  try {
    await page.context().unrouteAll();
    await page.context().clearPermissions();
    await page.setViewportSize(SIZE);
    await page.mouse.move(SIZE.width / 2, SIZE.height - 1);
  } catch {
    return false;
  }
  return (await folder.failure(10_000)) === null;
}

/** Closes a window as a user does: the server keeps the extension host of one that is just gone, as it may come back. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank', { timeout: 5000 }).catch(() => undefined);
  await page.context().close();
}

/** Keeps a picture of the window when a test has failed, under `.cache/pictures`. */
export async function pictureIfFailed(page: Page | undefined, test: Mocha.Test | undefined): Promise<void> {
  // A test that could not open its window has that of the one before, which is closed.
  if (!page || page.isClosed() || test?.state !== 'failed') return;
  spoilt.add(page);
  await keepPicture(page, test.fullTitle());
}

/** Waits until a file has content: VS Code makes a file first, and then writes it. @returns '' where it has none after a while */
export async function textWritten(page: Page, path: string, encoding: BufferEncoding = 'utf8'): Promise<string> {
  const text = () => (existsSync(path) ? readFileSync(path, encoding) : '');
  for (let tries = 0; tries < 100 && text() === ''; tries++) await page.waitForTimeout(100);
  return text();
}

/** Keeps a picture of a window under `.cache/pictures`. */
export async function keepPicture(page: Page, title: string): Promise<void> {
  const folder = join(ROOT, '.cache/pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${title.replace(/\W+/g, '-').slice(0, 100)}.png`);
  await page.screenshot({ path });
  console.log(`      picture: ${path}`);
}
