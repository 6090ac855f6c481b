import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../scripts/lib/root.js';
import { type Served, serveCode } from '../../../scripts/lib/servedCode.js';
import { serveWebCode } from '../../../scripts/lib/webCode.js';
import { begunWholly, openWindow } from '../../../scripts/lib/workbench.js';
import { sharedChromium } from '../../chromium';
import { type Folder, makeFolder } from './folder';
import { type Parts, partsOf } from './parts';

/** A window of a real VS Code, with a file open in it. */
export interface Opened extends Parts {
  readonly page: Page;
  /** The path of the file that it was opened with. */
  readonly file: string;
  /** The path of a file of the folder. */
  at(name: string): string;
  /** What is saved of the file that it was opened with, or of another one of the folder; '' where there is none. */
  read(name?: string): string;
  /** Waits until a file of the folder has content: VS Code makes a file first, and then writes it. @returns the content */
  written(name: string, encoding?: BufferEncoding): Promise<string>;
  /** Saves all that has a file until one has a text. @returns the text */
  saved(expected: Expected, name?: string): Promise<string>;
  /** Changes settings of the folder while the window is open; null takes one away. */
  set(settings: Readonly<Record<string, unknown>>): void;
  /** Runs a command with what only a program can give it, after all that was asked for so before. */
  run(command: string, ...given: readonly unknown[]): void;
  /** Closes all editors, none of which may have changes. */
  closeAll(): Promise<void>;
  /** Opens a file of the folder, and waits until an editor shows it. */
  show(name: string, ...options: readonly unknown[]): Promise<void>;
  /** Closes all editors, none of which may have changes, and opens another new file with its preview. */
  showWithPreview(name: string, text: string): Promise<void>;
  /** Leaves the window, which other tests may have then. */
  close(): Promise<void>;
}

/** A text, what stands in it, or how it is to be. */
export type Expected = string | RegExp | ((text: string) => boolean);

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
  /** Whether there is a language model: `scripts/modelExtension`, which asks the server that `RESEARCH_BRIEFS_MODEL` names. */
  readonly models?: boolean;
  /** Whether VS Code has all of its own extensions, that for git among them. */
  readonly git?: boolean;
  /** Makes more of the folder, before it is opened. */
  readonly prepare?: (path: string) => void;
  /** Whether pages may read and write the clipboard. */
  readonly clipboard?: boolean;
}

/** In milliseconds; what takes longer goes wrong somewhere, which the tests tell. */
const MOST_OPENING = 60_000;
const MOST_WAITING = 30_000;

/** Waits until something holds that no window shows, as what is saved. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + MOST_WAITING;
  while (!(await holds())) {
    if (Date.now() > deadline) assert.fail(`after ${MOST_WAITING / 1000} s not yet: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The window of a suite: it is opened before its tests and left behind them, and its picture is kept if one of them fails.
 *
 * @param name one of the samples, or a new file of that name with `text`.
 * @param text may need, as the options may, what the suite made before
 */
export function inWindow(
  name: string,
  text: string | null | (() => string),
  options: OpenOptions | (() => OpenOptions | Promise<OpenOptions>) = {},
): Opened {
  let opened: (Opened & Ready) | undefined;
  before(async function () {
    this.timeout(180_000);
    const chosen = typeof options === 'function' ? await options() : options;
    opened = await open(name, typeof text === 'function' ? text() : text, chosen);
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());
  return openedOf(() => opened ?? assert.fail('the window is not open'));
}

/** Opens a VS Code that is nothing but a web page, without a file. */
export async function openWeb(
  options: { readonly chinese?: boolean } = {},
): Promise<Parts & Pick<Opened, 'page' | 'close'>> {
  const [server, browser] = await Promise.all([serveWebCode(options), sharedChromium()]);
  const page = await browser.newPage({ viewport: SIZE });
  const close = async () => {
    await page.context().close();
    await server.stop();
  };
  await page.goto(server.url);
  await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: MOST_OPENING });
  await begunWholly(page);
  return { ...partsOf(() => page), page, close };
}

/** The servers of this process that windows share, by what tells them apart. Each window has a folder of its own. */
const shared = new Map<string, Promise<Served>>();

/** Whether tests leave behind a window for others. */
function isForAll(options: OpenOptions): boolean {
  const { fresh = false, trust = true, git = false } = options;
  return !fresh && trust && !git && isServedForAll(options);
}

/** Whether other windows can be on its server. */
function isServedForAll({ chinese = false, packages = [], extension, models = false, env }: OpenOptions): boolean {
  return !chinese && packages.length === 0 && extension === undefined && !models && env === undefined;
}

/** Starts a server for windows with these options, or takes the one that others use. */
async function serverFor(options: OpenOptions): Promise<{ readonly server: Served; readonly isShared: boolean }> {
  const { trust = true, chinese = false, packages = [], extension, models = false, env, git = false } = options;
  const isShared = isServedForAll(options);
  const key = `${trust} ${git}`;
  const before = isShared ? shared.get(key) : undefined;
  if (before) return { server: await before, isShared };
  const starting = serveCode({
    folder: '',
    few: !git,
    extensions: [
      ...(packages.length > 0 ? [] : [extension ?? ROOT]),
      join(ROOT, 'scripts/startExtension'),
      ...(models ? [join(ROOT, 'scripts/modelExtension')] : []),
    ],
    ...{ packages, trust, chinese },
    ...(env && { env }),
  });
  if (isShared) {
    shared.set(key, starting);
    // The next window starts another one when this one has ended or did not come up.
    starting
      .then(({ exited }) => exited)
      .finally(() => shared.delete(key))
      .catch(() => undefined);
  }
  return { server: await starting, isShared };
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

/** A window with what its tests need of it. */
interface Ready {
  readonly page: Page;
  readonly folder: Folder;
  readonly file: string;
  /** The settings that were made in it. */
  readonly changed: Set<string>;
  close(): Promise<void>;
}

/**
 * Opens a file in a window with a copy of the samples. Unless these tests want a window of their own, other tests may have been in
 * it, and others come: nothing of theirs is open or on the disk.
 *
 * @param name one of the samples, or a new file of that name with `text`.
 */
export async function open(name: string, text: string | null, options: OpenOptions = {}): Promise<Opened & Ready> {
  const { preview = false, problems = false, settings = {}, files = {}, clipboard = false } = options;
  const before = isForAll(options) ? spare : undefined;
  if (before) spare = undefined;
  const folder = before?.folder ?? makeFolder();
  folder.fill({ ...files, ...(text !== null && { [name]: text }) });
  options.prepare?.(folder.path);
  const file = join(folder.path, name);
  folder.ask({ files: [file], preview, problems, user: settings });
  const window = before ?? (await openFresh(folder, options));
  const { page } = window;
  const failure = await folder.failure(MOST_OPENING);
  if (failure !== null) {
    await keepPicture(page, `open ${name}`).finally(window.end);
    throw new Error(`VS Code did not open ${name}: ${failure}.`);
  }
  if (clipboard) await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const changed = new Set(Object.keys(settings));
  const close = async () => {
    const isFree = isForAll(options) && spare === undefined && !spoilt.has(page);
    if (isFree && (await clear(window, [...changed]))) spare = window;
    else await window.end();
  };
  const ready = { page, folder, file, changed, close };
  return { ...openedOf(() => ready), ...ready };
}

/** @param ready what there is once the window is open */
function openedOf(ready: () => Ready): Opened {
  const parts = partsOf(() => ready().page);
  const at = (name: string) => join(ready().folder.path, name);
  const read = (name = basename(ready().file)) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  const written = async (name: string, encoding: BufferEncoding = 'utf8') => {
    const content = () => (existsSync(at(name)) ? readFileSync(at(name), encoding) : '');
    await until(`${name} has content`, () => content() !== '');
    return content();
  };
  const run = (command: string, ...given: readonly unknown[]) => ready().folder.run(command, ...given);
  const closeAll = async () => {
    run('workbench.action.closeAllEditors');
    await parts.tab('').first().waitFor({ state: 'detached' });
  };
  const show = async (name: string, ...options: readonly unknown[]) => {
    run('vscode.open', { file: at(name) }, ...options);
    const { page } = ready();
    await page
      .locator(`.tab.active[data-resource-name="${basename(name)}"]`)
      .first()
      .waitFor();
    await page
      .locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURI(name)}"]`)
      .first()
      .waitFor();
  };
  return {
    ...parts,
    get page() {
      return ready().page;
    },
    get file() {
      return ready().file;
    },
    at,
    read,
    written,
    run,
    closeAll,
    show,
    saved: async (expected, name = basename(ready().file)) => {
      const dirty = ready().page.locator(`.tab.dirty[data-resource-name="${basename(name)}"]`);
      let asked = 0;
      const isSaved = async () => {
        // What is undone while VS Code still saves it may count as saved.
        if (isAs(read(name), expected) && (await dirty.count()) === 0) return true;
        // It may be an extension that is still to change the text: what is saved too early is saved again.
        if (Date.now() - asked < 1000) return false;
        asked = Date.now();
        run('workbench.action.files.saveFiles');
        return false;
      };
      await until(`saved as ${expected}`, isSaved).catch((error) => assert.fail(`${error.message}\n${read(name)}`));
      return read(name);
    },
    set: (settings) => {
      for (const setting of Object.keys(settings)) ready().changed.add(setting);
      ready().folder.set(settings);
    },
    showWithPreview: async (name, text) => {
      writeFileSync(at(name), text);
      await closeAll();
      await show(name);
      // By its place, as the extension host is told a moment later which editor is active.
      run('brief.showPreviewToSide', { file: at(name) });
    },
    close: () => ready().close(),
  };
}

function isAs(text: string, expected: Expected): boolean {
  if (typeof expected === 'string') return text.includes(expected);
  return typeof expected === 'function' ? expected(text) : expected.test(text);
}

const SIZE = { width: 1400, height: 900 };
/** All windows have these. Nothing moves by itself; no list closes where something else takes the focus, which VS Code gives back. */
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'workbench.colorTheme': 'Light Modern',
  'workbench.quickOpen.closeOnFocusLost': false,
  'workbench.reduceMotion': 'on',
};

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
    await begunWholly(page);
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

/** Keeps a picture of a window under `.cache/pictures`. */
export async function keepPicture(page: Page, title: string): Promise<void> {
  const folder = join(ROOT, '.cache/pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${title.replace(/\W+/g, '-').slice(0, 100)}.png`);
  await page.screenshot({ path });
  console.log(`      picture: ${path}`);
}
