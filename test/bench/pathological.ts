/**
 * What texts cost that are made to cost much: each kind of them at three sizes, in a process apart, which is ended when one
 * takes too long. What is done with a kind is measured in its ways, such as checking and rendering.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { KINDS } from './pathologicalKinds';

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
/** A kind that takes longer at one size is ended, and told. */
const LONGEST_MS = 60_000;
/** What is over a limit may have been so by chance: it is measured so often, and the least counts. */
const MOST_ROUNDS = 3;
/** The slowest of all are told of, too. */
const TOLD = 20;

/** Where `scripts/bench.js` puts what measures the kinds. */
const APART = join(__dirname, 'pathologicalKind.cjs');

/** A kind, and the length of its text in characters. */
export interface Measurement {
  readonly name: string;
  readonly size: number;
}

/** What a text costs: milliseconds of the processor for each way of work, and the most memory that the process had, in MB. */
export interface Cost {
  readonly ways: Readonly<Record<string, number>>;
  readonly memory: number;
}

interface Measured extends Cost {
  readonly name: string;
  readonly growth: number;
  readonly isDone: boolean;
}

/**
 * @param print takes the lines of the report
 * @param quick small texts only, of which the ratios say little
 * @param only kinds whose name holds this, and no others
 */
export async function benchPathological(print: (line: string) => void, quick: boolean, only = ''): Promise<void> {
  const sizes = quick ? QUICK_SIZES : SIZES;
  const names = [...KINDS.keys()].filter((name) => name.includes(only));
  if (names.length === 0) throw new Error(`No kind has "${only}" in its name.`);
  const apart = createApart();
  const measured: Measured[] = [];
  for (const name of names) {
    const one = await measure(name, sizes, apart);
    measured.push(one);
    // Of so many kinds one wants to know how far it is.
    if (isOver(one)) process.stderr.write(`  over: ${name}, ${told(one)}\n`);
    if (measured.length % 100 === 0) process.stderr.write(`  ${measured.length} of ${names.length} kinds\n`);
  }
  apart.end();
  const over = measured.filter(isOver);
  print(`${measured.length} kinds of pathological texts of ${(sizes.at(-1) ?? 0) / KB} KB`);
  print(
    `  within ${MOST_MS} ms for each way of work, ${MOST_MB} MB, and ${MOST_GROWTH} times the cost at twice the size: ${measured.length - over.length}`,
  );
  for (const way of new Set(measured.flatMap(({ ways }) => Object.keys(ways))))
    print(`  the slowest to ${way}: ${most(measured, ({ ways }) => ways[way] ?? 0).toFixed(0)} ms`);
  print(`  the most growth on doubling: ${most(measured, ({ growth }) => growth).toFixed(2)} times`);
  print(`  the most memory: ${most(measured, ({ memory }) => memory).toFixed(0)} MB`);
  const slowest = measured.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, TOLD);
  for (const one of [...over, ...slowest.filter((each) => !over.includes(each))])
    print(`  ${one.name.replace(': ', ', ')}: ${told(one)}`);
}

function most(measured: readonly Measured[], pick: (one: Measured) => number): number {
  return measured.reduce((before, one) => Math.max(before, pick(one)), 0);
}

function isOver({ ways, growth, memory, isDone }: Measured): boolean {
  return !isDone || Object.values(ways).some((ms) => ms > MOST_MS) || growth > MOST_GROWTH || memory > MOST_MB;
}

function told({ ways, growth, memory, isDone }: Measured): string {
  const parts = Object.entries(ways).map(([way, ms]) => `${way} ${ms.toFixed(0)} ms`);
  const cost = [...parts, `growth ${growth.toFixed(2)}`, `${memory.toFixed(0)} MB`].join(', ');
  return isDone ? cost : `ended before it was done; ${cost}`;
}

/** Measures a kind once, and again only where it is over a limit. */
async function measure(name: string, sizes: readonly number[], apart: Apart): Promise<Measured> {
  let rounds: readonly (readonly Cost[])[] = [];
  for (;;) {
    rounds = [...rounds, await measureOnce(name, sizes, apart)];
    const costs = sizes.flatMap((_, i) => leastOf(rounds.flatMap((round) => round[i] ?? [])) ?? []);
    const ratios = costs.slice(1).map((cost, i) => growthOf(costs[i], cost));
    const last = costs.at(-1) ?? { ways: {}, memory: 0 };
    const isDone = costs.length === sizes.length;
    const one = { name, ...last, growth: Math.max(1, ...ratios), isDone };
    if (!isDone || !isOver(one) || rounds.length >= MOST_ROUNDS) return one;
  }
}

/** The costs at as many sizes as come to an end; of one that takes far too long, the larger ones are not tried. */
async function measureOnce(name: string, sizes: readonly number[], apart: Apart): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const size of sizes) {
    const cost = await apart.measure({ name, size });
    if (cost) costs.push(cost);
    if (!cost || sumOf(cost) > 10 * MOST_MS) break;
  }
  return costs;
}

const sumOf = ({ ways }: Cost): number => Object.values(ways).reduce((sum, ms) => sum + ms, 0);

function leastOf(costs: readonly Cost[]): Cost | undefined {
  return costs.toSorted((a, b) => sumOf(a) - sumOf(b))[0];
}

function growthOf(before: Cost | undefined, after: Cost): number {
  return before && sumOf(after) > LEAST_MS ? sumOf(after) / sumOf(before) : 1;
}

/** The process that measures. It goes on from kind to kind: only one that was ended is started anew. */
interface Apart {
  /** @returns null where it took too long, or the process did not outlive it */
  measure(asked: Measurement): Promise<Cost | null>;
  end(): void;
}

function createApart(): Apart {
  let kept: ChildProcess | null = null;
  const end = () => {
    kept?.kill('SIGKILL');
    kept = null;
  };
  process.once('exit', end);
  return {
    measure: (asked) => {
      const child =
        kept ?? fork(APART, [], { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      kept = child;
      return new Promise((resolve) => {
        const settle = (cost: Cost | null) => {
          clearTimeout(timer);
          child.removeAllListeners();
          if (!cost) end();
          resolve(cost);
        };
        const timer = setTimeout(() => settle(null), LONGEST_MS);
        child.on('message', (cost: Cost) => settle(cost));
        child.on('exit', () => settle(null));
        child.send(asked);
      });
    },
    end,
  };
}
