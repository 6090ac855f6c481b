/**
 * Runs a program until it ends or standard input closes, which it does when the process that started us is gone,
 * however it went. Then ends the program with everything it started, and removes the folders it used.
 *
 * The one argument is JSON: `{ command, args, remove }`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const { command, args, remove } = JSON.parse(process.argv[2] ?? '{}');
const windows = process.platform === 'win32';
const program = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  // A process group of its own, so that one signal reaches all of it.
  detached: !windows,
  windowsHide: true,
});
let status = 1;

program.once('error', (error) => {
  console.error(error.message);
  cleanUp();
});
program.once('exit', (code) => {
  status = code ?? 1;
  cleanUp();
});
process.stdin.resume();
process.stdin.once('close', stop);
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(signal, stop);

function stop() {
  signalAll('SIGTERM');
  setTimeout(cleanUp, 3000);
}

function cleanUp() {
  signalAll('SIGKILL');
  for (const folder of remove) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(status);
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  if (program.pid === undefined) return;
  if (windows) spawnSync('taskkill', ['/pid', String(program.pid), '/T', '/F'], { stdio: 'ignore' });
  else {
    try {
      process.kill(-program.pid, signal);
    } catch {
      // It has ended already.
    }
  }
}
