import process from 'node:process';
import fc, { type IRawProperty } from 'fast-check';
import { TARGETS } from './targets';

/** How long a property is tried before it is the turn of the next, in milliseconds. */
const TURN = 10_000;
/** How long what was found is made smaller, in milliseconds. */
const SHRINKING = 120_000;
/** An input of a few kilobytes that takes a processor longer is told of, in milliseconds. */
const SLOW = 5000;
/** The start of an input is enough to see what it is, in UTF-16 units. */
const SHOWN = 6000;

/** How a run goes, line by line, and which of its properties has its turn, with what it takes to begin that again. */
export interface FuzzEvents {
  readonly print: (line: string) => void;
  readonly turn: (replay: string) => void;
}

/**
 * Tries the properties of a target in turns, each with another seed, until the time is over. One that fails is made
 * smaller, told of with what it takes to have it again, and tried no more.
 *
 * @param milliseconds for all properties together
 * @param seed a 32-bit integer: that of the first turn; those of the others follow from it
 * @returns whether all held
 */
export async function fuzz(target: string, milliseconds: number, seed: number, events: FuzzEvents): Promise<boolean> {
  const { properties, title } = targetOf(target);
  const ends = Date.now() + milliseconds;
  const turn = Math.min(TURN, milliseconds / properties.length);
  const executions = properties.map(() => 0);
  const failed = new Set<number>();
  for (let turns = 0; Date.now() < ends && failed.size < properties.length; turns++) {
    const index = turns % properties.length;
    const property = properties[index]?.property;
    if (!property || failed.has(index)) continue;
    const own = (seed + Math.imul(turns, 0x9e3779b1)) | 0;
    const replay = `${target}:${index}:${own}`;
    events.turn(replay);
    const found = await fc.check(until(Math.min(Date.now() + turn, ends), property, replay, events), {
      seed: own,
      numRuns: Number.MAX_SAFE_INTEGER,
      markInterruptAsFailure: false,
    });
    executions[index] = (executions[index] ?? 0) + found.numRuns;
    if (found.counterexamplePath === null) continue;
    failed.add(index);
    await replayOne(`${replay}:${found.counterexamplePath}`, events);
  }
  const all = executions.reduce((sum, each) => sum + each, 0);
  events.print(`${target}: ${all} executions, ${failed.size} of ${properties.length} properties failed`);
  properties.forEach(({ name }, index) => {
    events.print(
      `  ${failed.has(index) ? 'FAILED' : 'held  '} ${String(executions[index]).padStart(8)}  ${title} ${name}`,
    );
  });
  return failed.size === 0;
}

/**
 * Tries again what failed, makes it smaller and tells of it.
 *
 * @param replay `TARGET:PROPERTY:SEED:PATH`, as it was printed
 * @returns whether it holds now
 */
export async function replayOne(replay: string, events: FuzzEvents): Promise<boolean> {
  const [target = '', index = '', seed = '', ...path] = replay.split(':');
  const { properties, title } = targetOf(target);
  const { name, property } = properties[Number(index)] ?? {};
  if (!property) throw new Error(`${target} has no property ${index}.`);
  events.turn(replay);
  const found = await fc.check(until(Date.now() + SHRINKING, property, replay, events), {
    seed: Number(seed),
    ...(path.length > 0 ? { path: path.join(':') } : { numRuns: 1000 }),
    markInterruptAsFailure: false,
  });
  if (found.counterexamplePath === null) {
    events.print(`${replay} holds.`);
    return true;
  }
  const { errorInstance: error } = found;
  events.print(`FAILED: ${title} ${name}`);
  events.print(`  again: npm run fuzz -- --replay ${target}:${index}:${seed}:${found.counterexamplePath}`);
  events.print(`  with: ${shown(found.counterexample)}`);
  events.print(`  ${error instanceof Error ? error.stack : String(error)}`);
  return false;
}

function targetOf(name: string) {
  const target = TARGETS[name];
  if (!target) throw new Error(`There is no target ${name}; there are ${Object.keys(TARGETS).join(', ')}.`);
  return target;
}

/** The property, which is tried no more from a time on, and tells of inputs that take long. What has begun comes to its end. */
function until(
  ends: number,
  property: IRawProperty<unknown>,
  replay: string,
  { print }: FuzzEvents,
): IRawProperty<unknown> {
  const look = (value: unknown, started: NodeJS.CpuUsage) => {
    const { user, system } = process.cpuUsage(started);
    const taken = Math.round((user + system) / 1000);
    if (taken >= SLOW) print(`SLOW: ${replay} took ${taken} ms of a processor with ${shown(value)}`);
  };
  const over = new fc.PreconditionFailure(true);
  return {
    isAsync: () => property.isAsync(),
    generate: (random, runId) => property.generate(random, runId),
    shrink: (value) => property.shrink(value),
    runBeforeEach: () => property.runBeforeEach(),
    runAfterEach: () => property.runAfterEach(),
    run: (value) => {
      if (Date.now() >= ends) return property.isAsync() ? Promise.resolve(over) : over;
      const started = process.cpuUsage();
      const result = property.run(value);
      if (result instanceof Promise) return result.finally(() => look(value, started));
      look(value, started);
      return result;
    },
  };
}

function shown(input: unknown): string {
  return fc.stringify(input).slice(0, SHOWN);
}
