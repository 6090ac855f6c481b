/**
 * `npm start`: builds, checks the samples in the terminal, and opens them in a real VS Code with the extension loaded.
 * `--served` takes the one in a browser even where a VS Code is installed. Ctrl+C ends all of it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadDesktopCode, findInstalledCode, hasDisplay, openDesktopCode } from './lib/desktopCode.js';
import { isEnding, runScript, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';
import { canServe, serveCode } from './lib/servedCode.js';

const SAMPLES = join(ROOT, 'samples');

runScript(
  async () => {
    const { values } = parseArgs({ options: { served: { type: 'boolean', default: false } } });
    if (!runNode('esbuild.js')) return 1;
    console.log('$ brief check samples --quiet');
    runNode('dist/cli.js', 'check', 'samples', '--quiet');
    console.log();

    const window = {
      folder: SAMPLES,
      extensions: [ROOT, join(ROOT, 'scripts/startExtension')],
      open: { files: samplesToOpen(), preview: true, problems: true },
    };
    const installed = values.served || !hasDisplay() ? null : findInstalledCode();
    if (installed) return openDesktop(installed, window);
    if (canServe) return openServed(window);
    if (hasDisplay()) return openDesktop(await downloadDesktopCode(), window);
    throw new Unavailable(
      'There is no VS Code that can be opened here: install one, or name it in VSCODE_EXECUTABLE, where there is a display.',
    );
  },
  // Ctrl+C is how this is meant to end.
  { interruptStatus: 0 },
);

/** @typedef {{ folder: string, extensions: string[], open: Record<string, unknown> }} Window */

/**
 * @param {string} executable
 * @param {Window} window
 */
async function openDesktop(executable, window) {
  console.log(`Opening the samples in ${executable}. Close the window or press Ctrl+C to end.`);
  const { process: code, exited } = openDesktopCode(executable, window);
  let complaint = '';
  code.stderr.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  const status = await exited;
  if (status !== 0 && !isEnding()) console.error(`VS Code ended with status ${status}.\n${complaint}`);
  return status;
}

/** @param {Window} window */
async function openServed({ folder, extensions, open }) {
  const server = await serveCode({ folder, extensions, env: { RESEARCH_BRIEFS_OPEN: JSON.stringify(open) } });
  const url = server.url();
  console.log(`VS Code with the samples: ${url}\nOpen this address in a browser on this machine. Ctrl+C ends it.`);
  if (hasDisplay()) {
    const browser = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
    // Without it the person opens the address by hand.
    browser.on('error', () => {});
    browser.unref();
  }
  const status = await server.exited;
  if (!isEnding()) console.error(`VS Code's server ended with status ${status}.`);
  return 1;
}

/**
 * Runs a script of the project in this terminal.
 *
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended well
 */
function runNode(...args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/**
 * The full sample, and after it the others, so that the problems of all are listed.
 *
 * @returns {string[]} paths
 */
function samplesToOpen() {
  const names = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => /\.brief(\.md)?$/.test(name)) : [];
  return names
    .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1))
    .map((name) => join(SAMPLES, name));
}

const FIRST = 'rare-earths.brief';
