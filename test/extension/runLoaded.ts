import { failuresOf } from '../../scripts/lib/failures.js';

/** Options of mocha in any extension host. */
export const OPTIONS = { ui: 'bdd', reporter: 'spec', timeout: 60_000, forbidOnly: true } as const;

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The names of the tests that failed, with their errors. */
  readonly failures: readonly string[];
}

/**
 * Runs the tests that were loaded. As VS Code wants it, it resolves when all of them passed, and rejects otherwise.
 *
 * @param keepTally is told how many passed and failed, and what, before that
 */
export function runLoaded(mocha: Pick<Mocha, 'run'>, keepTally: (tally: Tally) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      keepTally({ passed: runner.stats?.passes ?? 0, failed, failures });
      if (failed > 0) reject(new Error(`${failed} tests failed.`));
      else resolve();
    });
    const failures = failuresOf(runner);
  });
}
