import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../scripts/lib/root.js';
import { type Served, serveCode } from '../../../scripts/lib/servedCode.js';
import { serveWebCode } from '../../../scripts/lib/webCode.js';
import { openWindow } from '../../../scripts/lib/workbench.js';
import { sharedChromium } from '../../chromium';

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
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly preview?: boolean;
  readonly problems?: boolean;
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

/** Starts a server for windows with these options, or takes the one that others use. */
async function serverFor(options: OpenOptions): Promise<{ readonly server: Served; readonly isShared: boolean }> {
  const { trust = true, chinese = false, packages = [], extension, env } = options;
  const isShared = !chinese && packages.length === 0 && extension === undefined && env === undefined;
  const before = isShared ? shared.get(trust) : undefined;
  if (before) return { server: await before, isShared };
  const starting = serveCode({
    folder: '',
    few: true,
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

/**
 * Opens a file in a fresh window with a copy of the samples.
 *
 * @param name one of the samples, or a new file of that name with `text`.
 */
export async function open(name: string, text: string | null, options: OpenOptions = {}): Promise<Opened> {
  const { preview = false, problems = false, settings = {}, files = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-test-'));
  cpSync(join(ROOT, 'samples'), folder, { recursive: true });
  const file = join(folder, name);
  const changes = join(folder, '.changes.json');
  const set = (changed: Readonly<Record<string, unknown>>) => writeFileSync(changes, JSON.stringify(changed));
  const runs = join(folder, '.runs.json');
  const run = (...command: readonly unknown[]) => writeFileSync(runs, JSON.stringify(command));
  if (text !== null) writeFileSync(file, text);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const done = `${folder}.done`;
  const asked = `${folder}.open.json`;
  const wanted = { files: [file], preview, problems, sideBar: false, settings: changes, runs, done };
  writeFileSync(asked, JSON.stringify(wanted));
  const closing: (() => unknown)[] = [
    () => rmSync(done, { force: true }),
    () => rmSync(asked),
    () => rmSync(folder, { recursive: true, force: true }),
  ];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { server, isShared } = await serverFor(options);
    if (!isShared) closing.push(server.stop);
    server.renew({ 'workbench.colorTheme': 'Light Modern', ...settings });
    const page = await openWindow(await sharedChromium(), server.url({ folder }));
    closing.push(() => leave(page));
    // Until then the focus moves on, which closes what somebody has asked for.
    for (let waited = 0; !existsSync(done) && waited < MOST_OPENING; waited += 50) await page.waitForTimeout(50);
    const show = async (other: string, content: string) => {
      writeFileSync(join(folder, other), content);
      run('workbench.action.closeAllEditors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
      const place = { file: join(folder, other) };
      run('vscode.open', place);
      await page.locator(`.editor-instance .monaco-editor[data-uri$="/${other}"]`).waitFor();
      // By its place, as the extension host is told a moment later which editor is active.
      run('brief.showPreviewToSide', place);
    };
    return { page, file, set, run, preview: show, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes a window as a user does: the server keeps the extension host of one that is just gone, as it may come back. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank', { timeout: 5000 }).catch(() => undefined);
  await page.context().close();
}

/** Keeps a picture of the window when a test has failed, under `.cache/pictures`. */
export async function pictureIfFailed(page: Page | undefined, test: Mocha.Test | undefined): Promise<void> {
  if (!page || test?.state !== 'failed') return;
  const folder = join(ROOT, '.cache/pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${test.fullTitle().replace(/\W+/g, '-').slice(0, 100)}.png`);
  await page.screenshot({ path });
  console.log(`      picture: ${path}`);
}
