/** A headless Chromium that looks at the served VS Code. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { installOnce, npm, runQuietly } from './install.js';
import { Unavailable } from './lifetime.js';
import { canServe } from './servedCode.js';

const VERSION = '153.0.0';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a headless Chromium: the one that `CHROMIUM_EXECUTABLE` names, else our own, else one that is installed.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium() {
  return launch(await findChromium());
}

/**
 * Starts a Chromium that `CHROMIUM_EXECUTABLE` names or that is installed, for what our own cannot do: find words in a page.
 *
 * @returns {Promise<import('playwright-core').Browser | null>} null where there is none
 */
export async function launchInstalledChromium() {
  const executablePath = process.env['CHROMIUM_EXECUTABLE'] ?? findInstalled();
  return executablePath && runs({ executablePath }) ? launch({ executablePath }) : null;
}

/**
 * @param {Found} found
 * @returns {Promise<import('playwright-core').Browser>}
 */
function launch({ executablePath, libraries }) {
  return chromium.launch({
    executablePath,
    // Its sandbox needs privileges that containers and CI do not give; it looks at nothing but our own server.
    chromiumSandbox: false,
    args: FLAGS,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...withLibraries(libraries) }),
  });
}

/**
 * @typedef {{ executablePath: string, libraries?: string }} Found a program, and a folder of libraries that it needs
 *
 * @returns {Promise<Found>}
 */
export async function findChromium() {
  const { CHROMIUM_EXECUTABLE } = process.env;
  if (CHROMIUM_EXECUTABLE) {
    if (runs({ executablePath: CHROMIUM_EXECUTABLE })) return { executablePath: CHROMIUM_EXECUTABLE };
    throw new Unavailable(`CHROMIUM_EXECUTABLE names ${CHROMIUM_EXECUTABLE}, which does not run.`);
  }
  const own = canServe ? await installChromium() : null;
  if (own) {
    const libraries = join(own, 'al2023/lib');
    const executablePath = join(own, 'chromium');
    // The machine's own libraries come first: those that are packed with it are for machines without.
    for (const found of [{ executablePath }, { executablePath, libraries }]) if (runs(found)) return found;
  }
  const installed = findInstalled();
  if (installed) return { executablePath: installed };
  throw new Unavailable(
    own
      ? 'The headless Chromium does not run here. Install libnss3 and libnspr4 (`apt-get install libnss3 libnspr4`), or name a Chrome or Chromium in CHROMIUM_EXECUTABLE.'
      : 'No Chrome or Chromium was found. Install one, or name it in CHROMIUM_EXECUTABLE.',
  );
}

/** @returns {Promise<string>} the folder with the program and its libraries */
function installChromium() {
  return installOnce(`chromium-${VERSION}`, async (folder, progress) => {
    const what = `headless Chromium (@sparticuz/chromium ${VERSION})`;
    progress.step(`Fetching ${what}, once, about 70 MB`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await npm(folder, ['install', `@sparticuz/chromium@${VERSION}`], what);
    progress.step('Unpacking it');
    const unpack = join(folder, 'unpack.mjs');
    const home = join(folder, 'node_modules/@sparticuz/chromium');
    writeFileSync(
      unpack,
      `import { inflate } from ${JSON.stringify(pathToFileURL(join(home, 'build/index.js')).href)};
for (const name of ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br']) await inflate(${JSON.stringify(join(home, 'bin'))} + '/' + name);
`,
    );
    // The package unpacks into the folder for temporary files, which every process of the machine shares.
    const env = { ...process.env, TMPDIR: folder };
    const { status, output } = await runQuietly(process.execPath, [unpack], { env });
    if (status !== 0) throw new Error(`${what} could not be unpacked.\n${output}`);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    rmSync(unpack);
  });
}

/** @param {Found} found */
function runs({ executablePath, libraries }) {
  const env = { ...process.env, ...withLibraries(libraries) };
  return spawnSync(executablePath, ['--version'], { env, timeout: 20_000 }).status === 0;
}

/** @param {string | undefined} libraries */
function withLibraries(libraries) {
  if (!libraries) return {};
  const { LD_LIBRARY_PATH } = process.env;
  return { LD_LIBRARY_PATH: [libraries, LD_LIBRARY_PATH].filter(Boolean).join(delimiter) };
}

/** @returns {string | undefined} */
function findInstalled() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
  const { PATH = '', PROGRAMFILES = 'C:\\Program Files' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(PROGRAMFILES, 'Google\\Chrome\\Application\\chrome.exe'),
  ].find((path) => existsSync(path));
}
