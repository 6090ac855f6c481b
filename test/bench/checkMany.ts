/**
 * `brief check` of a folder of briefs: with nothing in its cache and with all of it, beside a program that only reads
 * the files; and beside others on the same texts: rumdl with its rules of links and references, VS Code's Markdown service,
 * markdownlint.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBriefs } from './madeBriefs';
import { median } from './measure';
import { rumdlIn, toolsFolder, versionOf } from './tools';

const SIZE = 4096;
const WARM_ROUNDS = 5;
/** Where `scripts/bench.js` puts what runs VS Code's Markdown service over a folder. */
const MARKDOWN_FOLDER = join(__dirname, 'markdownFolder.cjs');
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
 * @param others whether other programs are measured beside it
 */
export function benchCheckMany(print: (line: string) => void, counts: readonly number[], others: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  try {
    const tools = others ? toolsFolder() : null;
    for (const count of counts) measure(print, folder, count, tools);
    if (others && tools === null) print('  The others could not be installed: there is nothing to compare with.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(print: (line: string) => void, folder: string, count: number, tools: string | null): void {
  const briefs = join(folder, `${count}`);
  writeBriefs(briefs, count, SIZE);
  const brief = (...how: readonly string[]) => run(briefs, process.execPath, [resolve('dist/cli.js'), 'check', ...how]);
  const cache = join(folder, `${count}-cache`);
  const cached = () => brief('--cache-dir', cache);
  const read = () => run(briefs, process.execPath, ['-e', READING]);
  const times = (a: Run, b: Run) => `${(a.ms / b.ms).toFixed(2)} times`;
  const seconds = ({ ms, peakMb }: Run) =>
    `${(ms / 1000).toFixed(2)} s${peakMb > 0 ? `, ${Math.round(peakMb)} MB` : ''}`;

  print(`check of ${count} briefs of ${SIZE / 1024} KB`);
  // A short run tells little by itself.
  const rounds = count > 100 ? 1 : WARM_ROUNDS;
  const others = tools === null ? [] : othersIn(tools, folder, count);
  const [cold, ...theirs] = medians([() => brief('--no-cache'), ...others.map(({ cold }) => cold)], rounds);
  if (!cold) return;
  print(`  cold: ${seconds(cold)}`);
  for (const [i, { name }] of others.entries()) {
    const their = theirs[i];
    if (their) print(`  cold, beside ${name}: ${times(cold, their)} its ${seconds(their)}`);
  }
  cached();
  const warmed = others.flatMap(({ name, cached }) => (cached ? [{ name, cached }] : []));
  for (const other of warmed) other.cached();
  const [reading, warm, ...theirWarm] = medians([read, cached, ...warmed.map((other) => other.cached)], WARM_ROUNDS);
  if (!reading || !warm) return;
  print(`  with a cache: ${times(warm, reading)} the time of reading them, ${seconds(warm)} and ${seconds(reading)}`);
  const [checkout] = medians([() => checkCopy(folder, briefs, cache)], WARM_ROUNDS);
  if (checkout)
    print(
      `  with a cache, in a fresh copy: ${times(checkout, reading)} the time of reading them, ${seconds(checkout)}`,
    );
  for (const [i, { name }] of warmed.entries()) {
    const their = theirWarm[i];
    if (their) print(`  with a cache, beside ${name}: ${times(warm, their)} its ${seconds(their)}`);
  }
}

/** Checks a copy of a folder with a copy of its cache, as a fresh checkout on another machine has them. */
function checkCopy(folder: string, briefs: string, cache: string): Run {
  const [copy, known] = [join(folder, 'copy'), join(folder, 'copied-cache')];
  for (const path of [copy, known]) rmSync(path, { recursive: true, force: true });
  cpSync(briefs, copy, { recursive: true });
  cpSync(cache, known, { recursive: true });
  return run(copy, process.execPath, [resolve('dist/cli.js'), 'check', '--cache-dir', known]);
}

/** Another program over the same texts. */
interface Other {
  readonly name: string;
  readonly cold: () => Run;
  readonly cached?: () => Run;
}

function othersIn(tools: string, folder: string, count: number): Other[] {
  const texts = join(folder, `${count}-md`);
  writeBriefs(texts, count, SIZE, '.md');
  const rumdl = rumdlIn(tools);
  const check = (program: string, ...how: readonly string[]) =>
    run(texts, program, ['check', '-e', RUMDL_RULES, ...how, '.']);
  const script = (...args: readonly string[]) => run(texts, process.execPath, args);
  return [
    ...(rumdl
      ? [
          {
            name: versionOf('rumdl'),
            cold: () => check(rumdl, '--no-cache'),
            cached: () => check(rumdl, '--cache-dir', join(folder, `${count}-rumdl`)),
          },
        ]
      : []),
    {
      name: versionOf('vscode-markdown-languageservice'),
      cold: () => script(MARKDOWN_FOLDER, texts, tools),
    },
    {
      name: versionOf('markdownlint-cli2'),
      cold: () => script(join(tools, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'),
    },
  ];
}

/** Runs the ways turn by turn, and gives for each the run of the median time. */
function medians(ways: readonly (() => Run)[], count: number): (Run | undefined)[] {
  const rounds = Array.from({ length: count }, () => ways.map((way) => way()));
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
