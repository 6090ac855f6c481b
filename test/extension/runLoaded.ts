import { failuresOf } from '../../scripts/lib/failures.js';

/**
 * Options of mocha in any extension host. VS Code colours lines and answers when it gets to it: a test that such a moment
 * failed is run once more, and fails if it fails again.
 */
export const OPTIONS = { ui: 'bdd', reporter: 'spec', timeout: 60_000, forbidOnly: true, retries: 1 } as const;

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The names of the tests that failed, with their errors. */
  readonly failures: readonly string[];
}

/**
 * Runs the tests that were loaded. As VS Code wants it, it resolves when all of them passed, and rejects otherwise.
 *
 * @param print prints a line
 * @param keepTally is told how many passed and failed, and what, before that
 */
export function runLoaded(
  mocha: Pick<Mocha, 'run'>,
  print: (line: string) => void,
  keepTally: (tally: Tally) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      keepTally({ passed: runner.stats?.passes ?? 0, failed, failures });
      if (failed > 0) reject(new Error(`${failed} tests failed.`));
      else resolve();
    });
    const failures = failuresOf(runner);
    runner.on('retry', (test: Mocha.Test, error: Error) => print(`    once more: ${test.title}: ${error.message}`));
  });
}
