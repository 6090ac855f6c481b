/** HTML to PDF by a browser that is installed on this machine. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The bytes of a PDF, or why there is none: a sentence, with what to do. */
export type PrintedPdf = { readonly pdf: Uint8Array } | { readonly error: string };

/** How long the browser may take, in milliseconds. */
const TIME = 60_000;

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Everything that goes out of the machine goes to a proxy that is not there. */
const WITHOUT_NETWORK = [
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
 * Prints a page. The browser has a profile of its own for that, in a folder that is removed afterwards, and no network; it
 * is ended when it takes too long.
 *
 * @param html a page that loads nothing and has no script
 * @param time how long the browser may take, in milliseconds
 */
export async function printPdf(html: string, time = TIME): Promise<PrintedPdf> {
  const browser = findBrowser();
  if (browser === null) {
    return { error: 'No Chrome, Edge or Chromium is installed, and one of them makes the PDF. Install one.' };
  }
  const folder = await mkdtemp(join(tmpdir(), 'brief-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const target = join(folder, 'page.pdf');
    await writeFile(page, html);
    const args = [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--no-first-run',
      '--no-default-browser-check',
      ...WITHOUT_NETWORK,
      // The sandbox does not start for root, as in containers. The page has no script, and only drawings that passed our gate.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${target}`,
      pathToFileURL(page).href,
    ];
    const trouble = await runToEnd(browser, args, time);
    if (trouble !== null) return { error: `${browser} ${trouble}` };
    const pdf = await readFile(target).catch(() => null);
    if (pdf?.subarray(0, 5).toString('latin1') !== '%PDF-') return { error: `${browser} made no PDF. Update it.` };
    return { pdf };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/**
 * The path of an installed Chrome, Edge or Chromium; null where there is none. It is looked for where it is installed and
 * on the path, of which relative folders are left out: they may be an author's.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const { PATH = '', PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = env;
  const folders = PATH.split(delimiter).filter(isAbsolute);
  const roots = [PROGRAMFILES, X86, LOCALAPPDATA].flatMap((root) => root ?? []);
  const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    win32: roots.flatMap((root) => ON_WINDOWS.map((path) => join(root, path))),
    darwin: ON_MAC,
  };
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (places[process.platform] ?? onPath).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Runs a program without a shell. Returns what went wrong, as the rest of a sentence that starts with its name. */
function runToEnd(program: string, args: readonly string[], time: number): Promise<string | null> {
  return new Promise((resolve) => {
    // In a group of its own, so that the processes that it starts are ended with it.
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true });
    const end = () => {
      try {
        if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      end();
      resolve(`took longer than ${time / 1000} seconds and was ended.`);
    }, time);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(`could not be started: ${error.message}.`);
    });
    child.on('exit', (status) => {
      clearTimeout(timer);
      end();
      resolve(status === 0 ? null : `ended with ${status ?? 'a signal'} and made no PDF. Update it.`);
    });
  });
}
