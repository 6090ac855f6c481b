import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/lib/chromium.js';
import { ROOT } from '../../../scripts/lib/root.js';
import { serveCode } from '../../../scripts/lib/servedCode.js';
import { serveWebCode } from '../../../scripts/lib/webCode.js';
import { openWindow } from '../../../scripts/lib/workbench.js';

/** A window of a real VS Code, with a file open in it. */
export interface Opened {
  readonly page: Page;
  /** The path of the file that is open. */
  readonly file: string;
  /** Changes settings of the folder while the window is open; null takes one away. */
  set(settings: Readonly<Record<string, unknown>>): void;
  /** Runs a command with what only a program can give it. */
  run(command: string, ...given: readonly unknown[]): void;
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
  const [server, browser] = await Promise.all([serveWebCode(options), launchChromium()]);
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(server.url);
  await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: MOST_OPENING });
  return { page, close };
}

/** In milliseconds; what takes longer goes wrong somewhere, which the tests tell. */
const MOST_OPENING = 60_000;

/**
 * Opens a file in a fresh VS Code with a copy of the samples.
 *
 * @param name one of the samples, or a new file of that name with `text`.
 */
export async function open(name: string, text: string | null, options: OpenOptions = {}): Promise<Opened> {
  const { preview = false, problems = false, settings = {}, files = {}, trust = true, packages, env = {} } = options;
  const { chinese = false, extension = ROOT } = options;
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
  const closing: (() => unknown)[] = [
    () => rmSync(done, { force: true }),
    () => rmSync(folder, { recursive: true, force: true }),
  ];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const server = await serveCode({
      folder,
      extensions: [...(packages ? [] : [extension]), join(ROOT, 'scripts/startExtension')],
      packages: packages ?? [],
      trust,
      chinese,
      settings: { 'workbench.colorTheme': 'Light Modern', ...settings },
      env: {
        ...env,
        RESEARCH_BRIEFS_OPEN: JSON.stringify({
          files: [file],
          preview,
          problems,
          sideBar: false,
          settings: changes,
          runs,
          done,
        }),
      },
    });
    closing.push(server.stop);
    const browser = await launchChromium();
    closing.push(() => browser.close());
    const page = await openWindow(browser, server.url());
    // Until then the focus moves on, which closes what somebody has asked for.
    for (let waited = 0; !existsSync(done) && waited < MOST_OPENING; waited += 50) await page.waitForTimeout(50);
    return { page, file, set, run, close };
  } catch (error) {
    await close();
    throw error;
  }
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
