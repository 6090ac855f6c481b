/** How time grows with the size of a brief: the exponent of a power of the size, 1 where twice the text takes twice the time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeBrief } from './madeBriefs';
import { exponentOf, median } from './measure';
import { OUR_SERVER, startTyping, timesOfTyping } from './typing';

const KB = 1024;
/** The last is about as long as a file may be that is read, in bytes. */
const SIZES = [4, 40, 400, 1024, 4096, 9 * 1024].map((size) => size * KB);
const SEED = 7;
const ROUNDS = 3;
const WARM_UP = 40;
const KEYSTROKES = 20;
const PAUSE_MS = 40;

/** @param print takes the lines of the report */
export async function benchGrowth(print: (line: string) => void): Promise<void> {
  print('growth of the time with the size, from 4 KB to 9 MB');
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  try {
    const path = join(folder, 'a.brief');
    const checks: Point[] = [];
    const keys: Point[] = [];
    for (const size of SIZES) {
      const text = madeBrief(SEED, size, true);
      writeFileSync(path, text);
      checks.push([text.length, median(Array.from({ length: ROUNDS }, () => timeOfCheck(path)))]);
      keys.push([text.length, await timeOfKey(text)]);
    }
    print(`  check: ${told(checks)}`);
    print(`  a keystroke over LSP: ${told(keys)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Point = readonly [size: number, ms: number];

function timeOfCheck(path: string): number {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--no-cache', path], {
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error(`The check of ${path} failed.`);
  return performance.now() - begun;
}

async function timeOfKey(text: string): Promise<number> {
  const typing = await startTyping(OUR_SERVER, text);
  await timesOfTyping([typing], WARM_UP, 1);
  const [times = []] = await timesOfTyping([typing], KEYSTROKES, PAUSE_MS);
  typing.stop();
  return median(times);
}

function told(points: readonly Point[]): string {
  const steepest = Math.max(...points.slice(1).map((point, i) => exponentOf([points[i] ?? point, point])));
  const times = points.map(([, ms]) => ms.toFixed(ms < 100 ? 1 : 0)).join(', ');
  return `exponent ${exponentOf(points).toFixed(2)}, at the steepest step ${steepest.toFixed(2)} (${times} ms)`;
}
