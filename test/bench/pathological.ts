/**
 * What texts cost that are made to cost much: each kind of them at three sizes, in a process of its own. Parsing and checking
 * are one way of work, and rendering another.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BRIEFS } from './pathologicalTexts';

const KB = 1024;
/** In characters. */
const SIZES = [256 * KB, 512 * KB, 1024 * KB];
const QUICK_SIZES = [32 * KB, 64 * KB];

/** What is aimed at: milliseconds of each way of work at the largest size, how often as much twice the size costs, MB. */
const MOST_MS = 2000;
const MOST_GROWTH = 2.3;
const MOST_MB = 1024;
/** Of less time a ratio says nothing. */
const LEAST_MS = 100;
/** A kind that takes longer is ended, and told. */
const LONGEST_MS = 120_000;

/** Where `scripts/bench.js` puts what measures one kind. */
const ONE_KIND = join(__dirname, 'pathologicalKind.cjs');

/** What a text of one size costs, in milliseconds of the processor, and the most memory up to then, in MB. */
export interface Cost {
  readonly check: number;
  readonly render: number;
  readonly memory: number;
}

interface Measured {
  readonly name: string;
  readonly check: number;
  readonly render: number;
  readonly growth: number;
  readonly memory: number;
  readonly isDone: boolean;
}

/**
 * @param print takes the lines of the report
 * @param quick small texts only, of which the ratios say little
 */
export function benchPathological(print: (line: string) => void, quick: boolean): void {
  const sizes = quick ? QUICK_SIZES : SIZES;
  const measured = [...BRIEFS.keys()].map((name) => measure(name, sizes));
  const largest = (sizes.at(-1) ?? 0) / KB;
  const most = (pick: (one: Measured) => number) => Math.max(...measured.map(pick));
  const isOver = ({ check, render, growth, memory, isDone }: Measured) =>
    !isDone || check > MOST_MS || render > MOST_MS || growth > MOST_GROWTH || memory > MOST_MB;
  const over = measured.filter(isOver);
  print(`${measured.length} kinds of pathological briefs of ${largest} KB`);
  print(
    `  within ${MOST_MS} ms to check, ${MOST_MS} ms to render, ${MOST_MB} MB, and ${MOST_GROWTH} times the cost at twice the size: ${measured.length - over.length}`,
  );
  print(`  the slowest to check: ${most(({ check }) => check).toFixed(0)} ms`);
  print(`  the slowest to render: ${most(({ render }) => render).toFixed(0)} ms`);
  print(`  the most growth on doubling: ${most(({ growth }) => growth).toFixed(2)} times`);
  print(`  the most memory: ${most(({ memory }) => memory).toFixed(0)} MB`);
  const slowest = measured.toSorted((a, b) => b.check + b.render - a.check - a.render).slice(0, 20);
  for (const one of [...over, ...slowest.filter((each) => !over.includes(each))])
    print(`  ${one.name.replace(': ', ', ')}: ${told(one)}`);
}

function told({ check, render, growth, memory, isDone }: Measured): string {
  const cost = `check ${check.toFixed(0)} ms, render ${render.toFixed(0)} ms, growth ${growth.toFixed(2)}, ${memory.toFixed(0)} MB`;
  return isDone ? cost : `ended before it was done; ${cost}`;
}

function measure(name: string, sizes: readonly number[]): Measured {
  const { stdout, status } = spawnSync(process.execPath, [ONE_KIND, name, ...sizes.map(String)], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  const costs = stdout.split('\n').flatMap((line): Cost[] => (line === '' ? [] : [JSON.parse(line)]));
  const last = costs.at(-1) ?? { check: 0, render: 0, memory: 0 };
  const ratios = costs.slice(1).map((cost, index) => growthOf(costs[index], cost));
  return { name, ...last, growth: Math.max(1, ...ratios), isDone: status === 0 && costs.length === sizes.length };
}

function growthOf(before: Cost | undefined, after: Cost): number {
  const sum = (cost: Cost) => cost.check + cost.render;
  return before && sum(after) > LEAST_MS ? sum(after) / sum(before) : 1;
}
