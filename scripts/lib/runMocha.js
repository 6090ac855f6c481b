/**
 * Runs test files with mocha: `node runMocha.js TIMEOUT_MS FILE…`. Prints as `spec` does, and writes how many passed and
 * failed to the file that `BRIEF_TEST_TALLY` names, as JSON: `{ passed, failed, failures, files }`, with the names and errors
 * of the tests that failed, and `files` how many of each passed and failed.
 *
 * Property tests draw the same texts on every run, so that a run tells of a change and not of luck; with
 * `BRIEF_TEST_SEED=random`, or a number, they draw others.
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import Mocha from 'mocha';
import { failuresOf } from './failures.js';
import { runScript } from './lifetime.js';

runScript(async () => {
  const [timeout, ...files] = process.argv.slice(2);
  const { BRIEF_TEST_SEED = '1' } = process.env;
  if (BRIEF_TEST_SEED !== 'random') fc.configureGlobal({ seed: Number(BRIEF_TEST_SEED) });
  const mocha = new Mocha({ reporter: 'spec', timeout: Number(timeout), forbidOnly: true });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  /** @type {Record<string, { passed: number, failed: number }>} */
  const counts = {};
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0 } = runner.stats ?? {};
      const { BRIEF_TEST_TALLY } = process.env;
      if (BRIEF_TEST_TALLY)
        writeFileSync(BRIEF_TEST_TALLY, JSON.stringify({ passed, failed, failures, files: counts }));
      resolve(failed > 0 ? 1 : 0);
    });
    const failures = failuresOf(runner);
    /** @type {(kind: 'passed' | 'failed') => (test: import('mocha').Runnable) => void} */
    const count =
      (kind) =>
      ({ file = '' }) => {
        const before = counts[file] ?? { passed: 0, failed: 0 };
        counts[file] = { ...before, [kind]: before[kind] + 1 };
      };
    runner.on('pass', count('passed'));
    runner.on('fail', count('failed'));
  });
});
