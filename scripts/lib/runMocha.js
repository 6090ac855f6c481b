/**
 * Runs test files with mocha: `node runMocha.js TIMEOUT_MS FILE…`. Without names it asks its parent for one file after the other,
 * over IPC, until that sends an empty text. Prints as `spec` does, and writes how many passed and failed to the file that
 * `BRIEF_TEST_TALLY` names, as JSON: `{ passed, failed, failures, times }`, with the names and errors of the tests that failed, and
 * the milliseconds of each file that ran by itself.
 *
 * `BRIEF_TEST_SLOWEST` says how many of the slowest tests are listed at the end.
 *
 * `BRIEF_TEST_NAMED` runs only the tests whose names hold that text.
 *
 * Property tests draw the same texts on every run, so that a run tells of a change and not of luck; with
 * `BRIEF_TEST_SEED=random`, or a number, they draw others.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import Mocha from 'mocha';
import { failuresOf } from './failures.js';
import { runScript } from './lifetime.js';

const { Base, Spec } = Mocha.reporters;

/** Several runs have one summary, at the end. */
class SpecOfPart extends Spec {
  /** @override */
  epilogue() {}
}

runScript(async () => {
  const [timeout, ...files] = process.argv.slice(2);
  const { BRIEF_TEST_SEED = '1', BRIEF_TEST_TALLY, BRIEF_TEST_NAMED, BRIEF_TEST_SLOWEST = '0' } = process.env;
  if (BRIEF_TEST_SEED !== 'random') fc.configureGlobal({ seed: Number(BRIEF_TEST_SEED) });
  const stats = { passes: 0, pending: 0, failures: 0, duration: 0 };
  /** @type {string[]} */
  const failures = [];
  /** @type {import('mocha').Runnable[]} */
  const failed = [];
  /** @type {import('mocha').Runnable[]} */
  const tests = [];
  /** @type {Record<string, number>} */
  const times = {};
  for await (const part of partsOf(files)) {
    const mocha = new Mocha({ reporter: SpecOfPart, timeout: Number(timeout), forbidOnly: true });
    if (BRIEF_TEST_NAMED !== undefined) mocha.fgrep(BRIEF_TEST_NAMED);
    for (const file of part) mocha.addFile(file);
    await mocha.loadFilesAsync();
    await new Promise((resolve) => {
      const runner = mocha.run(() => {
        const { passes = 0, pending = 0, failures: ofPart = 0, duration = 0 } = runner.stats ?? {};
        stats.passes += passes;
        stats.pending += pending;
        stats.failures += ofPart;
        stats.duration += duration;
        failures.push(...named);
        const [file = '', ...others] = part;
        if (others.length === 0) times[file] = duration;
        resolve(undefined);
      });
      const named = failuresOf(runner);
      runner.on('fail', (test) => failed.push(test));
      runner.on('test end', (test) => tests.push(test));
    });
    mocha.dispose();
  }
  Base.prototype.epilogue.call({ stats, failures: failed });
  printSlowest(tests, Number(BRIEF_TEST_SLOWEST));
  const { passes, failures: all } = stats;
  if (BRIEF_TEST_TALLY)
    writeFileSync(BRIEF_TEST_TALLY, JSON.stringify({ passed: passes, failed: all, failures, times }));
  return all > 0 ? 1 : 0;
});

/**
 * @param {readonly import('mocha').Runnable[]} tests
 * @param {number} most
 */
function printSlowest(tests, most) {
  const slowest = tests.toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, most);
  for (const test of slowest) console.log(`${String(test.duration ?? 0).padStart(8)} ms  ${test.fullTitle()}`);
}

/**
 * @param {readonly string[]} files
 * @returns {AsyncGenerator<readonly string[]>} what is run together
 */
async function* partsOf(files) {
  if (files.length > 0) yield files;
  if (files.length > 0 || !process.send) return;
  for (;;) {
    process.send('next');
    const [file] = await once(process, 'message');
    if (file === '') return;
    yield [file];
  }
}
