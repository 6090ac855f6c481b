/**
 * `npm run fuzz -- [--minutes N] [--seed S] [--jobs N] [TARGET…]`: tries what the product is made of on texts and messages that
 * nobody would write, each target for so many minutes, side by side as far as there are processors. What fails is
 * printed small, with the `--replay …` that has it again. docs/fuzzing.md tells more.
 */
import { fork, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from './lib/bundle.js';
import { atEnd, runScript, Unavailable } from './lib/lifetime.js';
import { ROOT } from './lib/root.js';

const TARGETS = ['briefs', 'front-matter', 'evidence', 'pages', 'server'];
/** Whatever is tried takes less; what takes longer hangs. In milliseconds. */
const HANGS = 10 * 60_000;

runScript(async () => {
  const { values, positionals } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      jobs: { type: 'string', default: String(availableParallelism()) },
      replay: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [minutes, seed, jobs] = [Number(values.minutes), Number(values.seed), Number(values.jobs)];
  if (!(minutes > 0 && Number.isInteger(seed) && jobs >= 1))
    throw new Unavailable('--minutes and --jobs take a number over 0, and --seed an integer.');
  const unknown = positionals.find((name) => !TARGETS.includes(name));
  if (unknown) throw new Unavailable(`There is no target ${unknown}; there are ${TARGETS.join(', ')}.`);
  // The server and the samples are found from here.
  process.chdir(ROOT);
  const { status } = spawnSync(process.execPath, ['esbuild.js'], { stdio: 'inherit' });
  if (status !== 0) throw new Unavailable('There is no build to try.');
  const bundle = join(ROOT, 'dist', 'fuzz.mjs');
  await bundleScript('test/fuzz/main.ts', bundle, { format: 'esm', packages: 'external' });
  if (values.replay !== undefined) return run(bundle, ['replay', values.replay]);
  console.log(`${minutes} minutes for each target, --seed ${seed}`);
  const waiting = positionals.length > 0 ? [...new Set(positionals)] : [...TARGETS];
  let failed = false;
  const work = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const ended = await run(bundle, [target, String(minutes * 60_000), String(seed)]);
      failed ||= ended !== 0;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return failed ? 1 : 0;
});

/**
 * Runs a target in a process of its own, which is ended when nothing is heard of it for longer than anything takes.
 *
 * @param {string} bundle
 * @param {readonly string[]} args
 * @returns {Promise<number>} its status
 */
async function run(bundle, args) {
  const child = fork(bundle, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  atEnd(() => child.kill('SIGKILL'));
  let turn = args.join(' ');
  let heard = Date.now();
  child.on('message', (message) => {
    turn = String(message);
    heard = Date.now();
  });
  const watch = setInterval(() => {
    if (Date.now() - heard < HANGS) return;
    console.log(
      `HANGS: ${turn} has not ended after ${HANGS / 60_000} minutes. npm run fuzz -- --replay ${turn} begins it again.`,
    );
    child.kill('SIGKILL');
  }, 1000);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  return code ?? 1;
}
