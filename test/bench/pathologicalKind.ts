/**
 * Measures kinds of pathological texts, one after the other, in a process that may be ended: as it is asked to by messages,
 * or one kind that is named first, at the sizes that follow: a line of JSON for each.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Cost, Measurement } from './pathological';
import { KINDS } from './pathologicalKinds';

const MS_PER_NS = 1e-6;
const CLOCK = '/proc/thread-self/schedstat';
/** The most memory that the process had since `5` was written there. */
const MEMORY = '/proc/self/status';
const FORGET_MEMORY = '/proc/self/clear_refs';

const [name, ...sizes] = process.argv.slice(2);
if (name === undefined) {
  process.on('disconnect', () => process.exit());
  process.on('message', async (asked: Measurement) => process.send?.(await costOf(asked)));
} else void measureAll(name, sizes.map(Number));

async function measureAll(kind: string, all: readonly number[]): Promise<void> {
  for (const size of all) process.stdout.write(`${JSON.stringify(await costOf({ name: kind, size }))}\n`);
}

async function costOf({ name: kind, size }: Measurement): Promise<Cost> {
  const { make, work } = KINDS.get(kind) ?? {};
  if (!make || !work) throw new Error(`There is no kind ${kind}.`);
  const text = make(size);
  globalThis.gc?.();
  if (existsSync(FORGET_MEMORY)) writeFileSync(FORGET_MEMORY, '5');
  const ways: Record<string, number> = {};
  let since = now();
  await work(text, (way) => {
    const done = now();
    ways[way] = done - since;
    since = done;
  });
  return { ways, memory: mostMemory() };
}

/** Milliseconds of the processor that this thread had, which others on the machine do not change; else those of the clock. */
function now(): number {
  return existsSync(CLOCK) ? Number(readFileSync(CLOCK, 'utf8').split(' ')[0]) * MS_PER_NS : performance.now();
}

/** In MB. */
function mostMemory(): number {
  const peak = existsSync(MEMORY) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(MEMORY, 'utf8'))?.[1] : undefined;
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}
