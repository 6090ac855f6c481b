/**
 * Temporary files beside the files being written. Each names the process that writes it. So leftovers of a killed process can
 * be distinguished from files that another process is writing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const END = '.brief.tmp';
/** The parts of a name: the machine, the process, its start time, and a random number. */
const NAME = /^\..*\.([0-9a-f]{8})-([0-9a-f]+)-([0-9a-f]+)-[0-9a-f]{8}\.brief\.tmp$/s;
/** Most characters of a file's name that are kept. Each takes up to four bytes, and names of files may have 255. */
const LONGEST_START = 40;

/** Returns a name that no other file has, for a temporary file that is to become the named file. */
export function temporaryName(name: string): string {
  const owner = [machine(), process.pid.toString(16), beginOf(process.pid) ?? '0', randomBytes(4).toString('hex')];
  return `.${[...name].slice(0, LONGEST_START).join('')}.${owner.join('-')}${END}`;
}

/**
 * True if a name belongs to a temporary file whose process has ended. False if that can't be known: for another machine, and
 * for a process with the same number, unless the system tells that it began at another time.
 */
export function isLeft(name: string): boolean {
  if (!name.endsWith(END)) return false;
  const [, host, number = '', begin] = NAME.exec(name) ?? [];
  if (host !== machine()) return false;
  const pid = Number.parseInt(number, 16);
  if (!lives(pid)) return true;
  const now = beginOf(pid);
  return now !== null && now !== begin;
}

/**
 * Removes the temporary files that killed processes have left in a folder. Files that can't be removed stay.
 *
 * @param names of everything in the folder, if they are known
 */
export function removeLeft(folder: string, names: readonly string[] = namesIn(folder)): void {
  for (const name of names) {
    if (!isLeft(name)) continue;
    const path = join(folder, name);
    try {
      if (lstatSync(path).isFile()) unlinkSync(path);
    } catch {}
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lives(pid: number): boolean {
  try {
    // No signal is sent.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process may be another user's, which can't be asked.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * Returns the time when a process began, as Linux counts it.
 *
 * @returns null on other systems, and if it isn't known; `ended` for a process that its parent has not reaped
 */
function beginOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name of the program may have spaces and brackets (proc_pid_stat(5)).
  const [state, ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(others[18]);
  if (state === 'Z' || state === 'X') return 'ended';
  return Number.isSafeInteger(ticks) ? ticks.toString(16) : null;
}

let known: string | null = null;
const FIRST_NAMESPACE = 'pid:[4026531836]';

/**
 * Identifies the processes that share process numbers. Containers have numbers of their own, so there the running kernel counts
 * too. Outside of them, it identifies the machine, also after a restart.
 */
function machine(): string {
  if (known !== null) return known;
  const namespace = linkOf('/proc/self/ns/pid');
  const isContained = namespace !== '' && namespace !== FIRST_NAMESPACE;
  const kernel = isContained ? textOf('/proc/sys/kernel/random/boot_id') : '';
  const parts = [process.platform, hostname(), textOf('/etc/machine-id'), namespace, kernel];
  known = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
  return known;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
