/** Programs that tests and `npm start` need and the product does not: kept in a cache folder, outside the project. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { atEnd, startGuarded, Unavailable } from './lifetime.js';

/**
 * The folder that keeps them: `$RESEARCH_BRIEFS_CACHE`, else `research-briefs` in the user's cache folder.
 *
 * @returns {string}
 */
export function cacheFolder() {
  const { RESEARCH_BRIEFS_CACHE, XDG_CACHE_HOME } = process.env;
  if (RESEARCH_BRIEFS_CACHE) return RESEARCH_BRIEFS_CACHE;
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'research-briefs');
}

/**
 * Installs something once. A half-done install leaves nothing behind: it is made beside its place and moved there
 * when it is whole, and of two processes that want it one waits for the other.
 *
 * @param {string} name the folder's name in the cache; with the version, so that a new one is installed anew
 * @param {(folder: string, progress: Progress) => Promise<void>} install fills the empty folder
 * @returns {Promise<string>} the folder
 */
export async function installOnce(name, install) {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  makeCacheFolder();
  const unlock = await lock(`${folder}.lock`);
  const partial = `${folder}.partial`;
  try {
    if (existsSync(folder)) return folder;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial);
    const progress = showProgress();
    try {
      await install(partial, progress);
    } finally {
      progress.done();
    }
    renameSync(partial, folder);
    return folder;
  } finally {
    rmSync(partial, { recursive: true, force: true });
    unlock();
  }
}

function makeCacheFolder() {
  try {
    mkdirSync(cacheFolder(), { recursive: true });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Unavailable(`There is no place to keep VS Code: ${message}. Name a folder in RESEARCH_BRIEFS_CACHE.`);
  }
}

const STALE_MS = 10_000;

/**
 * Takes a lock file, waiting for whoever has it. Its owner touches it every few seconds, so that the lock of a
 * process that was killed is seen to be nobody's.
 *
 * @param {string} path
 * @returns {Promise<() => void>} gives the lock back
 */
async function lock(path) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_MS) rmSync(path, { force: true });
    else if (!told) {
      console.error('Waiting for another process that is installing the same…');
      told = true;
    }
    await delay(500);
  }
  const touch = setInterval(() => {
    if (existsSync(path)) utimesSync(path, new Date(), new Date());
  }, 2000);
  let held = true;
  const unlock = () => {
    if (!held) return;
    held = false;
    clearInterval(touch);
    rmSync(path, { force: true });
  };
  atEnd(unlock);
  return unlock;
}

/** @typedef {{ step(text: string): void, done(): void }} Progress */

/**
 * Shows on standard error what is being done and for how long: one line that counts on a terminal, a line for each
 * step elsewhere.
 *
 * @returns {Progress}
 */
function showProgress() {
  const terminal = process.stderr.isTTY;
  let text = '';
  let since = Date.now();
  const draw = () => process.stderr.write(`\r\x1b[K${text}… ${Math.round((Date.now() - since) / 1000)} s`);
  const timer = terminal ? setInterval(draw, 500) : undefined;
  const close = () => {
    if (!text) return;
    const seconds = ((Date.now() - since) / 1000).toFixed(0);
    if (terminal) process.stderr.write(`\r\x1b[K${text}: ${seconds} s\n`);
  };
  return {
    step(next) {
      close();
      text = next;
      since = Date.now();
      if (terminal) draw();
      else process.stderr.write(`${text}…\n`);
    },
    done() {
      clearInterval(timer);
      close();
    },
  };
}

/**
 * Runs npm in a folder, quietly, without any package's scripts.
 *
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {string} what what it fetches, for the message if that fails
 */
export async function npm(folder, args, what) {
  // Started by npm, we inherit settings that were meant for the project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(.*prefix|dry_run|omit|include|workspaces?)$/i.test(name),
    ),
  );
  // The packages are for another Node than the one that npm runs on: it is not to say so.
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { status, output } = await runQuietly('npm', all, { cwd: folder, env });
  if (status === 0) return;
  const cause = output.split('\n').filter((line) => line.trim() && !/complete log|^npm error *$/i.test(line));
  throw new Unavailable(`${what} could not be fetched from the npm registry.\n${cause.slice(0, 4).join('\n')}`);
}

/**
 * Runs a program and collects what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ status: number, output: string }>}
 */
export async function runQuietly(command, args, options) {
  const { process: child, exited } = startGuarded(command, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { status: await exited, output };
}
