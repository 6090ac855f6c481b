/** Whatever we start ends with us: on Ctrl+C, on errors, when our parent goes away, and even when we are killed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.js';

/** @type {(() => unknown)[]} */
const endings = [];
/** @type {Promise<void> | undefined} */
let ending;

/**
 * Has `action` run when this process ends, whatever the reason. Later ones run first.
 *
 * @param {() => unknown} action
 */
export function atEnd(action) {
  endings.push(action);
}

/**
 * Runs what `atEnd` collected and exits.
 *
 * @param {number} status
 * @returns {Promise<never>}
 */
export async function end(status) {
  ending ??= runEndings();
  await ending;
  process.exit(status);
}

async function runEndings() {
  for (const action of endings.reverse()) {
    try {
      await action();
    } catch (error) {
      console.error(error);
    }
  }
}

/**
 * Runs the main function of a script and ends with the status it returns. `Unavailable` is printed as its message alone
 * and ends with 2, any other error with its stack and 1.
 *
 * @param {() => Promise<number>} main
 * @param {{ interruptStatus?: number }} [options] the status after Ctrl+C; by default 130, as shells have it
 */
export function runScript(main, { interruptStatus = 130 } = {}) {
  process.on('SIGINT', () => end(interruptStatus));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  const started = parents();
  // A parent that was killed outright sends no signal; but then the process that adopts us is our parent.
  setInterval(() => parents() !== started && end(129), 1000).unref();
  const fail = (/** @type {unknown} */ error) => {
    if (ending) return;
    const expected = error instanceof Unavailable;
    console.error(expected ? error.message : error);
    end(expected ? 2 : 1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // Not before the rest of the script, which main uses, is there.
  Promise.resolve().then(main).then(end, fail);
}

/**
 * Who started us. npm runs a script in a shell, which does not end with npm: then the shell's parent counts too, where
 * the system shows it in a file.
 */
function parents() {
  const { npm_lifecycle_event } = process.env;
  const stat = `/proc/${process.ppid}/stat`;
  const above = npm_lifecycle_event && existsSync(stat) ? /\) \S (\d+)/.exec(readFileSync(stat, 'utf8'))?.[1] : '';
  return `${process.ppid} ${above}`;
}

/** Whether this process is ending what it started. */
export function isEnding() {
  return ending !== undefined;
}

/** Something that this machine does not have, or that cannot be reached: the message says what to do. */
export class Unavailable extends Error {}

/**
 * Makes a folder for passing files, removed at the end.
 *
 * @returns {string}
 */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Starts a program under `guard.js`, which ends it and all that it started when this process is gone, and then
 * removes the folders given. What it prints can be listened to.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, remove?: readonly string[] }} [options]
 */
export function startGuarded(command, args, { cwd = ROOT, env = process.env, remove = [] } = {}) {
  const guard = spawn(process.execPath, [join(ROOT, 'scripts/guard.js'), JSON.stringify({ command, args, remove })], {
    cwd,
    env,
    stdio: 'pipe',
    // In a process group of its own, Ctrl+C in the terminal does not reach it before us.
    detached: true,
    windowsHide: true,
  });
  const exited = new Promise((resolve) => guard.once('close', (code) => resolve(code ?? 1)));
  const stop = () => {
    guard.stdin.end();
    return exited;
  };
  guard.stdin.on('error', () => {});
  // What nobody listens to is let go, or the program would wait for a reader.
  guard.stdout.resume();
  guard.stderr.resume();
  atEnd(stop);
  return { process: guard, exited: /** @type {Promise<number>} */ (exited), stop };
}
