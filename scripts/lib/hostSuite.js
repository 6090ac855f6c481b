/** Runs `test/extension/index.ts` inside the extension host of a real VS Code. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { launchChromium } from './chromium.js';
import { downloadDesktopCode, findInstalledCode, hasDisplay, programOf } from './desktopCode.js';
import { atEnd, temporaryFolder, Unavailable } from './lifetime.js';
import { ROOT } from './root.js';
import { serveCode } from './servedCode.js';
import { TEST_OUTPUT, TEST_TALLY } from './testOutput.js';
import { serveWebCode } from './webCode.js';

const SUITE = join(ROOT, 'dist/test/extension-tests.js');
const WEB_SUITE = 'dist/test/extension-tests-web.js';
const UNTRUSTED_SUITE = join(ROOT, 'dist/test/extension-tests-untrusted.js');
/** For a machine that is busy: a quiet one takes two and a half minutes. */
const DEADLINE_MS = 15 * 60_000;

/**
 * In the served VS Code, in a headless browser.
 *
 * @param {NodeJS.ProcessEnv} env variables for the suite beyond ours
 * @param {{ suite?: string, trust?: boolean }} [options] another script with `run()`; whether the folder is trusted
 * @returns {Promise<number>} 0, or 1 if a test failed
 */
export async function runHostSuiteServed(env, { suite = SUITE, trust = true } = {}) {
  const folder = workingCopy();
  if (!trust) writeSettings(folder);
  const [server, browser] = await Promise.all([serveCode({ folder, tests: true, env, trust }), launchChromium()]);
  atEnd(() => browser.close());
  const ended = server.exited.then((status) => {
    throw new Error(`VS Code's server ended with status ${status}.`);
  });
  try {
    return await Promise.race([runInPage(browser, server.url({ develop: ROOT, tests: suite })), ended]);
  } finally {
    await browser.close();
    ended.catch(() => {});
    await server.stop();
  }
}

/** Settings that are for trusted folders only, with what a stranger's folder may want of them. */
const RESTRICTED = { preview: { styles: ['house.css'] }, trace: { server: 'verbose' } };

/**
 * What a stranger's folder may want of us: settings that are for trusted folders only, in each form that VS Code reads, and
 * one that is harmless.
 *
 * @param {string} folder
 */
function writeSettings(folder) {
  const { preview, trace } = RESTRICTED;
  const settings = {
    'brief.preview.styles': preview.styles,
    'brief.preview': preview,
    'brief.trace.server': trace.server,
    'brief.trace': trace,
    brief: RESTRICTED,
    'brief.preview.fontSize': 21,
  };
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'house.css'), 'body { color: red }');
}

/**
 * In the served VS Code, in a folder that the user does not trust.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function runUntrustedSuite(env) {
  return runHostSuiteServed(env, { suite: UNTRUSTED_SUITE, trust: false });
}

/**
 * In the VS Code that is nothing but a web page, whose extension host is a web worker.
 *
 * @param {NodeJS.ProcessEnv} env `BRIEF_TEST_TALLY` names the file for the tally, which the suite can not write there
 * @returns {Promise<number>}
 */
export async function runHostSuiteInWeb({ BRIEF_TEST_TALLY }) {
  const [server, browser] = await Promise.all([serveWebCode({ tests: WEB_SUITE }), launchChromium()]);
  atEnd(() => browser.close());
  try {
    return await runInPage(browser, server.url, (tally) => BRIEF_TEST_TALLY && writeFileSync(BRIEF_TEST_TALLY, tally));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * Opens the page of a VS Code that runs the suite, and prints what the suite prints.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(tally: string) => unknown} [keepTally] takes the tally of a suite that prints it
 * @returns {Promise<number>} how it ended
 */
async function runInPage(browser, url, keepTally = () => {}) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const others = [];
  page.on('pageerror', (error) => others.push(error.message));
  const exited = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${DEADLINE_MS / 1000} s.`)), DEADLINE_MS).unref();
    // VS Code calls these two from its page: what the extension host prints, and how `run` ended.
    page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = format(...args);
      if (text.startsWith(TEST_TALLY)) keepTally(text.slice(TEST_TALLY.length));
      else if (text.startsWith(TEST_OUTPUT)) console.log(text.slice(TEST_OUTPUT.length));
      else others.push(text);
    });
    page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.goto(url);
  try {
    return Number(await exited);
  } catch (error) {
    console.error(`The last that VS Code said:\n${others.slice(-40).join('\n')}`);
    throw error;
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
