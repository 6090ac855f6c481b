/**
 * `brief check` of a folder of briefs: with nothing in its cache and with all of it, beside a program that only reads
 * the files, and beside rumdl with its rules of links and references on the same texts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBriefs } from './madeBriefs';
import { median } from './measure';
import { rumdlIn, toolsFolder } from './tools';

const SIZE = 4096;
const WARM_ROUNDS = 5;
const RUMDL_RULES = 'MD011,MD039,MD042,MD051,MD052,MD053,MD054,MD057,MD059,MD062,MD066,MD067,MD068';

/** Walks through a folder and reads all that is in it. */
const READING = `
const { readdirSync, readFileSync } = require('node:fs');
const read = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) read(path);
    else readFileSync(path, 'utf8');
  }
};
read('.');
`;

/** Runs a program, and writes for how long and with how much memory its process ran. */
const MEASURING = `
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const [program, ...args] = process.argv.slice(1);
const start = performance.now();
const child = spawn(program, args, { stdio: 'ignore' });
let peak = 0;
const look = () => {
  try {
    peak = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/' + child.pid + '/status', 'utf8'))?.[1] ?? peak);
  } catch {}
};
const timer = setInterval(look, 20);
child.on('close', () => {
  clearInterval(timer);
  process.stdout.write(JSON.stringify([performance.now() - start, peak / 1024]));
});
`;

interface Run {
  readonly ms: number;
  /** Of memory; 0 where the system does not tell. */
  readonly peakMb: number;
}

/**
 * @param print takes the lines of the report
 * @param counts how many briefs the folders have
 * @param others whether rumdl is measured beside it
 */
export function benchCheckMany(print: (line: string) => void, counts: readonly number[], others: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  try {
    const tools = others ? toolsFolder() : null;
    const rumdl = tools && rumdlIn(tools);
    for (const count of counts) measure(print, folder, count, rumdl);
    if (others && rumdl === null) print('  rumdl could not be installed: there is nothing to compare with.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(print: (line: string) => void, folder: string, count: number, rumdl: string | null): void {
  const [briefs, texts] = [join(folder, `${count}`), join(folder, `${count}-md`)];
  writeBriefs(briefs, count, SIZE);
  const cache = join(folder, `${count}-cache`);
  const brief = () => run(briefs, process.execPath, [resolve('dist/cli.js'), 'check', '--cache-dir', cache]);
  const read = () => run(briefs, process.execPath, ['-e', READING]);
  const times = (a: Run, b: Run) => `${(a.ms / b.ms).toFixed(2)} times`;
  const seconds = ({ ms, peakMb }: Run) =>
    `${(ms / 1000).toFixed(2)} s${peakMb > 0 ? `, ${Math.round(peakMb)} MB` : ''}`;

  print(`check of ${count} briefs of ${SIZE / 1024} KB`);
  const cold = brief();
  if (rumdl === null) {
    const [reading, warm] = medians([read, brief]);
    if (!reading || !warm) return;
    print(`  cold: ${times(cold, reading)} the time of reading them: ${seconds(cold)}`);
    print(`  with a cache: ${times(warm, reading)}: ${seconds(warm)}`);
    return;
  }
  writeBriefs(texts, count, SIZE, '.md');
  const check = (...how: readonly string[]) => run(texts, rumdl, ['check', '-e', RUMDL_RULES, ...how, '.']);
  const cached = () => check('--cache-dir', join(folder, `${count}-rumdl`));
  const coldRumdl = check('--no-cache');
  cached();
  const [reading, warm, warmRumdl] = medians([read, brief, cached]);
  if (!reading || !warm || !warmRumdl) return;
  print(`  cold: ${times(cold, coldRumdl)} that of rumdl: ${seconds(cold)} to ${seconds(coldRumdl)}`);
  print(`  with a cache: ${times(warm, warmRumdl)} that of rumdl: ${seconds(warm)} to ${seconds(warmRumdl)}`);
  print(`  with a cache: ${times(warm, reading)} the time of reading them, which is ${seconds(reading)}`);
}

/** Runs the ways turn by turn, and gives for each the run of the median time. */
function medians(ways: readonly (() => Run)[]): (Run | undefined)[] {
  const rounds = Array.from({ length: WARM_ROUNDS }, () => ways.map((way) => way()));
  return ways.map((_, i) => {
    const runs = rounds.flatMap((round) => round[i] ?? []);
    const middle = median(runs.map(({ ms }) => ms));
    return runs.find(({ ms }) => ms === middle);
  });
}

function run(cwd: string, program: string, args: readonly string[]): Run {
  const { stdout } = spawnSync(process.execPath, ['-e', MEASURING, '--', program, ...args], { cwd, encoding: 'utf8' });
  const [ms = 0, peakMb = 0]: number[] = JSON.parse(stdout);
  return { ms, peakMb };
}
