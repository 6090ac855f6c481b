/**
 * Options of mocha in any extension host. VS Code colours lines and answers when it gets to it: a test that such a moment
 * failed is run once more, and fails if it fails again.
 */
export const OPTIONS = { ui: 'bdd', reporter: 'spec', timeout: 60_000, forbidOnly: true, retries: 1 } as const;

/**
 * Runs the tests that were loaded. As VS Code wants it, it resolves when all of them passed, and rejects otherwise.
 *
 * @param keepTally is told how many passed and failed, before that
 */
export function runLoaded(
  mocha: Pick<Mocha, 'run'>,
  keepTally: (tally: { readonly passed: number; readonly failed: number }) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      keepTally({ passed: runner.stats?.passes ?? 0, failed });
      if (failed > 0) reject(new Error(`${failed} tests failed.`));
      else resolve();
    });
  });
}
