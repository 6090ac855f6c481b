import { type ChildProcess, spawn } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';

/** How many programs one test kills: a few on every run, `BRIEF_KILLS=200` for a long one. */
export const KILLS = Number(process.env['BRIEF_KILLS'] ?? 4);

/** Its end, however that comes. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** Runs the program to its end, and says how long that took, in milliseconds. */
export async function timed(args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  await ended(run(args, cwd));
  return performance.now() - started;
}

/**
 * Starts the program and kills it at a random moment: of its whole life, or, every other time, of the few milliseconds
 * after it has first touched the folder, as a write is short.
 *
 * @param life how long it runs when it is left alone, in milliseconds
 * @returns whether it was killed before it had ended
 */
export async function killAtRandom(
  args: readonly string[],
  { cwd, folder, life, nth }: { cwd: string; folder: string; life: number; nth: number },
): Promise<boolean> {
  const child = run(args, cwd);
  const kill = () => child.kill('SIGKILL');
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | undefined;
  if (nth % 2 === 0) timer = setTimeout(kill, Math.random() * life);
  else
    watcher = watch(folder, () => {
      timer ??= setTimeout(kill, Math.random() * 4);
    });
  await ended(child);
  clearTimeout(timer);
  watcher?.close();
  return child.signalCode === 'SIGKILL';
}

function run(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [...args], { cwd, stdio: 'ignore' });
}
