/**
 * Runs rings of checks and tests: `node scripts/test.js NAME…`, each a ring or a list of rings (`quick`, `all`). The last lines
 * name what failed, and count all of it: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { buildProduct, nameOfBuild } from './lib/builtCode.js';
import { importScript } from './lib/bundle.js';
import { findChromium } from './lib/chromium.js';
import { bundleGenerating } from './lib/generating.js';
import { runHostSuiteInWeb, runHostSuiteOnDesktop, runHostSuiteServed, runUntrustedSuite } from './lib/hostSuite.js';
import { atEnd, runScript, temporaryFolder, Unavailable } from './lib/lifetime.js';
import { releaseLacks } from './lib/release.js';
import { ROOT } from './lib/root.js';
import { canServe, installServedCode } from './lib/servedCode.js';

/**
 * @typedef {{ passed: number, failed: number, failures?: string[], times?: Record<string, number> }} Tally
 *   `failures`: the names of the tests that failed, each with its error; `times`: the milliseconds of each file
 */

/** Tests of what needs neither a file of its own nor another process. */
const ENGINE = [
  'test/{core,charts,copies,formats,links,lookUps,math,paste,pdf,sources,styles,syntaxes,word}/**/*.test.ts',
];

/** Tests with drawn or long texts, and others that take long and seldom find what the quick ones don't. */
const SLOW = [
  'test/fuzz/**/*.test.ts',
  'test/{core,formats,word}/**/{longTexts,anyText,properties,*.property}.test.ts',
  'test/**/*.slow.test.ts',
  // Ends processes while they write.
  'test/kill/**/*.test.ts',
];

/** Tests with rings of their own, by what they run in or look at. */
const APART = ['test/{server,webview,extension,editors,hostile}/**'];

const IN_WINDOW = 'test/extension/browser';
/** The main job, once: open, type, problem, fix, preview, export. */
const MAIN_JOB = [`${IN_WINDOW}/mainJob.test.ts`];

/** Tests that wait for other processes: more of them run side by side than there are processors. */
const WAITING = { processes: 3 };

/** Tests that build the product: nothing else may load it meanwhile. */
const REBUILDING = [`${IN_WINDOW}/{npmPackage,package,start}.test.ts`];

/** Projects of the compiler; those that they refer to are built first. */
const PROJECTS = ['.', 'tsconfig.browser.json', 'src/webview', 'scripts', 'test/webview', 'editors/obsidian'];

/** @type {Record<string, { title: string, run: () => Promise<Tally> }>} */
const RINGS = {
  tools: { title: 'VS Code and a browser', run: fetchTools },
  types: { title: 'Types', run: () => runTool('typescript/bin/tsc', '-b', ...PROJECTS) },
  lint: {
    title: 'Lint',
    run: () => runTool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn'),
  },
  generated: { title: 'Generated files are as the code has them', run: checkGenerated },
  translations: { title: 'To be translated', run: () => listUntranslated(false) },
  translated: { title: 'Everything is translated', run: () => listUntranslated(true) },
  measured: { title: 'The page of measurements is of this build', run: listUnmeasured },
  release: { title: 'What a release lacks', run: listLacking },
  build: { title: 'Build', run: () => runTally([join(ROOT, 'esbuild.js'), '--tests']) },
  unit: { title: 'Engine', run: () => mocha(ENGINE, SLOW, { processes: 2 }) },
  cli: {
    title: 'Command line, files and processes',
    run: () => mocha(['test/**/*.test.ts'], [...ENGINE, ...SLOW, ...APART], WAITING),
  },
  page: {
    title: 'Pages in a browser, and hostile gates',
    run: () => mocha(['test/{hostile,webview}/**/*.test.ts'], [], WAITING),
  },
  slow: { title: 'Drawn and long texts, and killed processes', run: () => mocha(SLOW, [], { processes: 2 }) },
  server: {
    title: 'Language server',
    run: () => mocha(['test/server/**/*.test.ts'], [], { ...WAITING, env: WITHOUT_SOCKETS }),
  },
  editors: { title: 'Other editors, where they are installed', run: () => mocha(['test/editors/**/*.test.ts']) },
  host: { title: 'In the extension host of VS Code', run: () => inHost(runServedOrDesktop) },
  untrusted: { title: 'In a folder that is not trusted', run: () => served(() => inHost(runUntrustedSuite)) },
  web: { title: 'In the extension host of VS Code for the web', run: () => inHost(runHostSuiteInWeb) },
  hosts: { title: 'In the extension hosts of VS Code', run: runHosts },
  job: { title: 'The main job in a window of VS Code', run: () => served(() => mocha(MAIN_JOB, [], WINDOW)) },
  browser: {
    title: 'In the window of VS Code',
    run: () =>
      served(() => mocha([`${IN_WINDOW}/**/*.test.ts`], [...REBUILDING, ...MAIN_JOB], { ...WINDOW, processes: 2 })),
  },
  package: { title: 'The package, and npm start', run: () => served(() => mocha(REBUILDING, [], WINDOW)) },
  desktop: { title: 'In the extension host of desktop VS Code', run: () => inHost(runHostSuiteOnDesktop) },
};

const QUICK = ['tools', 'types', 'lint', 'generated', 'build', 'unit', 'cli', 'page', 'server', 'job'];
const REST = ['slow', 'editors', 'hosts', 'browser', 'package'];

/** @type {Record<string, readonly string[]>} */
const LISTS = { quick: QUICK, all: [...QUICK, ...REST] };

runScript(async () => {
  const names = [...new Set(process.argv.slice(2).flatMap((name) => LISTS[name] ?? [name]))];
  const unknown = names.find((name) => !Object.hasOwn(RINGS, name));
  if (unknown || names.length === 0)
    throw new Unavailable(
      `${unknown ? `There is no ring ${unknown}` : 'Name a ring'}: ${[...Object.keys(LISTS), ...Object.keys(RINGS)].join(', ')}.`,
    );
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const allFailures = [];
  for (const name of names) {
    const ring = RINGS[name];
    if (!ring) continue;
    const started = Date.now();
    console.log(`\n── ${ring.title} ${'─'.repeat(Math.max(3, 90 - ring.title.length))}`);
    const { passed, failed, failures = [] } = await runRing(ring.run);
    total.passed += passed;
    total.failed += failed;
    allFailures.push(...failures.map((failure) => `${ring.title}: ${failure}`));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(
      `${ring.title.padEnd(42)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(7)} s`,
    );
    if (name === 'build' && failed > 0) {
      lines.push('Nothing further was run: there is no build to run it on.');
      break;
    }
  }
  const { BRIEF_TEST_TALLY } = process.env;
  if (BRIEF_TEST_TALLY) writeFileSync(BRIEF_TEST_TALLY, JSON.stringify({ ...total, failures: allFailures }));
  if (allFailures.length > 0) lines.push('', 'Failed:', ...allFailures);
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {() => Promise<Tally>} run
 * @returns {Promise<Tally>} a ring that cannot run has failed
 */
async function runRing(run) {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Unavailable ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * Fetches what the rings need before the first of them, as some tests of the engine are better with it.
 *
 * @returns {Promise<Tally>}
 */
async function fetchTools() {
  if (canServe) await installServedCode();
  await findChromium();
  return { passed: 0, failed: 0 };
}

/** @returns {Promise<Tally>} */
async function checkGenerated() {
  const { args, env } = await bundleGenerating();
  const tally = await tallied((tallying) => runNode(args, { ...env, ...tallying }));
  if (tally.failed > 0) console.log('`npm run generate` writes them.');
  return tally;
}

/**
 * Prints what is in English alone.
 *
 * @param {boolean} isHeld each text and page counts as one that failed
 * @returns {Promise<Tally>}
 */
async function listUntranslated(isHeld) {
  process.chdir(ROOT);
  const lines = (await importScript('test/project/translations.ts'))
    .untranslated()
    .map((/** @type {{ file: string, text: string }} */ { file, text }) => `${file}: ${text}`);
  console.log(lines.length === 0 ? 'Nothing.' : lines.join('\n'));
  return { passed: 0, failed: isHeld ? lines.length : 0, failures: isHeld ? lines : [] };
}

/**
 * Prints which parts of `docs/performance.md` were measured of another build.
 *
 * @returns {Promise<Tally>}
 */
async function listUnmeasured() {
  process.chdir(ROOT);
  buildProduct();
  const { measuredOfOthers } = await importScript('test/bench/performancePage.ts');
  /** @type {string[]} */
  const old = measuredOfOthers(readFileSync('docs/performance.md', 'utf8'), nameOfBuild());
  if (old.length > 0) console.log(`Run \`npm run bench -- --write\` for:\n${old.join('\n')}`);
  return { passed: old.length === 0 ? 1 : 0, failed: old.length, failures: old };
}

/**
 * Prints what a release lacks beside that.
 *
 * @returns {Promise<Tally>}
 */
async function listLacking() {
  const lacks = releaseLacks();
  for (const line of lacks) console.log(`- ${line}`);
  return { passed: lacks.length === 0 ? 1 : 0, failed: lacks.length, failures: lacks };
}

/**
 * @param {string} script in `node_modules`
 * @param {readonly string[]} args
 */
function runTool(script, ...args) {
  return runTally([join(ROOT, 'node_modules', script), ...args]);
}

/**
 * Runs a Node script in this terminal that counts as one test.
 *
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
async function runTally(args) {
  const ok = (await runNode(args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/**
 * @typedef {object} Running
 * @property {(text: string) => void} [print] takes what it prints, once it has ended; without it, that is printed at once
 * @property {() => string} [next] answers each message that it sends
 */

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {Running} [running]
 * @returns {Promise<number>} its status
 */
function runNode(args, env = {}, { print, next } = {}) {
  return new Promise((resolve, reject) => {
    const stream = print ? 'pipe' : 'inherit';
    /** @type {import('node:child_process').SpawnOptions} */
    const options = {
      cwd: ROOT,
      stdio: ['inherit', stream, stream, ...(next ? /** @type {const} */ (['ipc']) : [])],
      env: { ...process.env, ...env },
    };
    const child = spawn(process.execPath, args, options);
    if (next) child.on('message', () => child.send(next()));
    atEnd(() => child.kill());
    /** @type {Buffer[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => printed.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      print?.(Buffer.concat(printed).toString());
      resolve(code ?? 1);
    });
  });
}

/** Ends a process that opens a socket. */
const WITHOUT_SOCKETS = { NODE_OPTIONS: `--require=${JSON.stringify(join(ROOT, 'test/noSockets.cjs'))}` };

/** In a window, what is not there yet is waited for. */
const WINDOW = { timeoutMs: 120_000 };

/**
 * Runs the bundles of test files in mocha. The files are named by their sources, as the folder of bundles may hold
 * old ones.
 *
 * @param {readonly string[]} patterns
 * @param {readonly string[]} [ignore] patterns of those to leave out
 * @param {{ timeoutMs?: number, processes?: number, env?: NodeJS.ProcessEnv }} [options] `timeoutMs`: for each test;
 *   `processes`: so many side by side, if there is more than one processor; `env`: variables beyond ours
 * @returns {Promise<Tally>}
 */
async function mocha(patterns, ignore = [], { timeoutMs = 60_000, processes = 1, env = {} } = {}) {
  const files = globSync([...patterns], { cwd: ROOT, ignore: [...ignore] }).sort();
  if (files.length === 0) throw new Unavailable(`There are no tests in ${patterns.join(', ')}.`);
  const bundles = files.map((file) => join(ROOT, 'dist', file.replace(/\.ts$/, '.mjs')));
  /** @type {(some: readonly string[], running?: Running) => Promise<Tally>} */
  const run = (some, running) =>
    tallied((tallying) =>
      runNode([join(ROOT, 'scripts/lib/runMocha.js'), String(timeoutMs), ...some], { ...env, ...tallying }, running),
    );
  return processes > 1 && availableParallelism() > 1 ? runSideBySide(bundles, run, processes) : run(bundles);
}

/** How long each file of tests took when it last ran, in milliseconds. */
const TIMES = join(ROOT, 'dist/test/times.json');

/**
 * Runs files in some processes, each of which takes the next file when it is done with one, and prints what the others said after
 * what the first did.
 *
 * @param {readonly string[]} bundles
 * @param {(some: readonly string[], running: Running) => Promise<Tally>} run
 * @param {number} processes
 * @returns {Promise<Tally>}
 */
async function runSideBySide(bundles, run, processes) {
  const known = existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
  // The longest first, so that none is left when the other processes have nothing to do.
  const waiting = [...bundles].sort((a, b) => (known[b] ?? 0) - (known[a] ?? 0));
  const next = () => waiting.shift() ?? '';
  let printed = '';
  const print = (/** @type {string} */ text) => {
    printed += text;
  };
  const others = Array.from({ length: processes - 1 }, () => run([], { next, print }));
  const tallies = await Promise.all([run([], { next }), ...others]);
  process.stdout.write(printed);
  for (const { times } of tallies) Object.assign(known, times);
  writeFileSync(TIMES, JSON.stringify(known));
  return tallies.reduce(together);
}

/**
 * @param {Tally} first
 * @param {Tally} second
 * @returns {Tally}
 */
function together(first, second) {
  const failures = [...(first.failures ?? []), ...(second.failures ?? [])];
  return { passed: first.passed + second.passed, failed: first.failed + second.failed, failures };
}

/**
 * @param {() => Promise<Tally>} run needs the VS Code in a browser
 * @returns {Promise<Tally>}
 */
async function served(run) {
  if (canServe) return run();
  console.log('Left out: the VS Code in a browser runs on Linux x64 only.');
  return { passed: 0, failed: 0 };
}

/**
 * Runs the suite of an extension host.
 *
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} run
 */
async function inHost(run) {
  if (!existsSync(join(ROOT, 'test/extension/index.ts')))
    throw new Unavailable('There are no tests in test/extension.');
  return tallied(run);
}

/**
 * Runs the largest of these suites in this process and the others beside it in one of their own, as each leaves a processor idle
 * for much of its time.
 *
 * @returns {Promise<Tally>}
 */
async function runHosts() {
  let printed = '';
  const print = (/** @type {string} */ text) => {
    printed += text;
  };
  const tallies = await Promise.all([
    inHost(runServedOrDesktop),
    tallied((tallying) => runNode([fileURLToPath(import.meta.url), 'untrusted', 'web'], tallying, { print })),
  ]);
  process.stdout.write(printed);
  return tallies.reduce(together);
}

/** @param {NodeJS.ProcessEnv} env */
function runServedOrDesktop(env) {
  return canServe ? runHostSuiteServed(env) : runHostSuiteOnDesktop(env);
}

/**
 * Runs mocha somewhere and reads what it counted. A run that ends badly and counted no failure has failed once: in a
 * file that does not load, or on its way out.
 *
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} run is given the variables that name the tally's file
 * @returns {Promise<Tally>}
 */
async function tallied(run) {
  const file = join(temporaryFolder(), 'tally.json');
  rmSync(file, { force: true });
  const status = await run({ BRIEF_TEST_TALLY: file });
  const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  const counted = tally.passed + tally.failed > 0;
  return (status !== 0 && tally.failed === 0) || !counted ? { ...tally, failed: tally.failed + 1 } : tally;
}
