/** Runs `test/extension/index.ts` inside the extension host of a real VS Code. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { launchChromium } from './chromium.js';
import { downloadDesktopCode, findInstalledCode, hasDisplay, programOf } from './desktopCode.js';
import { atEnd, temporaryFolder, Unavailable } from './lifetime.js';
import { ROOT } from './root.js';
import { serveCode } from './servedCode.js';
import { TEST_OUTPUT } from './testOutput.js';

const SUITE = join(ROOT, 'dist/test/extension-tests.js');
const DEADLINE_MS = 5 * 60_000;

/**
 * In the served VS Code, in a headless browser.
 *
 * @param {NodeJS.ProcessEnv} env variables for the suite beyond ours
 * @returns {Promise<number>} 0, or 1 if a test failed
 */
export async function runHostSuiteServed(env) {
  const folder = workingCopy();
  const [server, browser] = await Promise.all([serveCode({ folder, tests: true, env }), launchChromium()]);
  atEnd(() => browser.close());
  const page = await browser.newPage();
  /** @type {string[]} */
  const others = [];
  const exited = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${DEADLINE_MS / 1000} s.`)), DEADLINE_MS).unref();
    server.exited.then((status) => reject(new Error(`VS Code's server ended with status ${status}.`)));
    // VS Code calls these two from its page: what the extension host prints, and how `run` ended.
    page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = format(...args);
      if (text.startsWith(TEST_OUTPUT)) console.log(text.slice(TEST_OUTPUT.length));
      else others.push(text);
    });
    page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.goto(server.url({ develop: ROOT, tests: SUITE }));
  try {
    return Number(await exited);
  } catch (error) {
    console.error(`The last that VS Code said:\n${others.slice(-40).join('\n')}`);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * In the desktop VS Code that `VSCODE_EXECUTABLE` names or that is on the path, else in one that is downloaded.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export async function runHostSuiteOnDesktop(env) {
  if (!hasDisplay())
    throw new Unavailable('The desktop VS Code needs a display. Without a screen: `xvfb-run npm run test:desktop`.');
  const folder = workingCopy();
  const installed = findInstalledCode();
  return runTests({
    vscodeExecutablePath: installed ? programOf(installed) : await downloadDesktopCode(),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: SUITE,
    extensionTestsEnv: env,
    launchArgs: [
      folder,
      ...[`--user-data-dir=${temporaryFolder()}`, `--extensions-dir=${temporaryFolder()}`],
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ],
  });
}

/** The tests change the samples, so they get a copy. */
function workingCopy() {
  const folder = join(temporaryFolder(), 'samples');
  mkdirSync(folder);
  cpSync(join(ROOT, 'samples'), folder, { recursive: true });
  return folder;
}
